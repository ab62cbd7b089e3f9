import { sql } from "kysely";
import { withRules } from "#platform/database/rules.ts";
import { rows, type Tx } from "#platform/database/tx.ts";
import { kindsOf } from "../../facts/index.ts";
import { type Circumstances, type Decision, decide, type Standing } from "../../ladders/contract.ts";
import { type Override, overridesOf } from "../../overrides/index.ts";
import { circumstancesAt, type Decided, loadDecided } from "./circumstances.ts";
import { type Enrolment, loadEnrolment } from "./enrolment.ts";
import { measureAll } from "./measured.ts";
import { loadWhereabouts, type Unit } from "./units.ts";
import { type Begun, type PlannedReview, plannedReviews, publishedVersions, remembers } from "./versions.ts";

/** What one review gave one unit, and everything that it followed from. */
export interface Judged extends PlannedReview {
  decision: Decision;
  circumstances: Circumstances;
  unit: Unit;
}

/** One unit's reviews, the earliest first. */
export interface History {
  partnerId: string;
  place: string;
  judged: Judged[];
}

export interface Evaluation {
  versions: readonly Begun[];
  reviews: readonly PlannedReview[];
  histories: readonly History[];
  decided: Decided;
}

export interface EvaluationWanted {
  programId: string;
  /** Reviews whose level comes into force before this day are played. */
  until: string;
  /** All that are enrolled unless told. */
  partnerIds?: readonly string[];
  /** In place of the versions that are published: a draft over recorded history. What was paid by is then no rule. */
  versions?: readonly Begun[];
  /** In place of the overrides that are recorded: those of a draft, as if they had held. */
  overrides?: readonly Override[];
  /** True: what holds at the end is asked for, not how it came. Reviews on which that does not depend are left out. */
  latestOnly?: boolean;
}

/**
 * Plays a program's reviews over what is recorded. It is the one function by which tiers are told: what holds, what a
 * run pays by, what the next review would give, the past with its reasons, and what a draft would have given. On the
 * partner's side it answers for those alone whose money the actor may see; what it needs beside (the group's facts,
 * regional thresholds) it reads with the vendor's eyes.
 */
export async function evaluate(tx: Tx, wanted: EvaluationWanted): Promise<Evaluation> {
  const partnerIds = withinSight(tx, wanted.partnerIds);
  return withRules(tx, () => play(tx, { ...wanted, partnerIds }));
}

function withinSight(
  { actor }: Tx,
  partnerIds: readonly string[] | undefined,
): readonly string[] | undefined {
  if (actor.databaseRole !== "hanse_partner") return partnerIds;
  const { money } = actor.reach;
  return partnerIds === undefined ? money : partnerIds.filter((id) => money.includes(id));
}

async function play(tx: Tx, wanted: EvaluationWanted): Promise<Evaluation> {
  const { programId, partnerIds } = wanted;
  const versions = wanted.versions ?? (await publishedVersions(tx, programId));
  const reviews = reviewsOf(versions, wanted);
  const overrides = wanted.overrides ?? (await overridesOf(tx, programId));
  const decided = await loadDecided(tx, programId, {
    overrides,
    partnerIds,
    pins: wanted.versions === undefined,
  });
  if (reviews.length === 0) return { versions, reviews, histories: [], decided };
  const whereabouts = await loadWhereabouts(tx);
  const all = partnerIds ?? (await allPartners(tx));
  const withOthers = reviews.some(({ version: { rules } }) =>
    ["group", "downline"].includes(rules.ladder.measuredAt),
  );
  const measured = await measureAll(
    tx,
    await kindsOf(tx),
    { reviews, countryOf: whereabouts.countryOf },
    partnerIds && withOthers ? whereabouts.withOthers(partnerIds) : partnerIds,
  );
  const enrolment = await loadEnrolment(tx, programId, partnerIds);
  const histories = new Map<string, History>();
  let before = new Map<string, Standing>();
  for (const [index, planned] of reviews.entries()) {
    const { review, version } = planned;
    // What was paid by later says nothing of the days that are asked about.
    const next = reviews[index + 1]?.review.inForceFrom ?? wanted.until;
    const { measuredAt } = version.rules.ladder;
    // Who is not reviewed stands nowhere, and enters anew when it is again.
    const after = new Map<string, Standing>();
    const enrolled = await amongEnrolled(enrolment, planned, all);
    for (const unit of whereabouts.unitsOn(review.decidedOn, measuredAt, enrolled)) {
      const key = `${unit.partnerId} ${unit.place}`;
      const circumstances = circumstancesAt(decided, unit, planned, next);
      const step = { rules: version.rules, review, measured: measured(unit, index), circumstances };
      const decision = decide(step, before.get(key) ?? null);
      after.set(key, decision.standing);
      const { partnerId, place } = unit;
      const history = histories.get(key) ?? { partnerId, place, judged: [] };
      histories.set(key, history);
      history.judged.push({ ...planned, decision, circumstances, unit });
    }
    before = after;
  }
  return { versions, reviews, histories: [...histories.values()], decided };
}

/** Where no review depends on the one before, the last one says what holds. */
function reviewsOf(versions: readonly Begun[], { until, latestOnly }: EvaluationWanted): PlannedReview[] {
  const all = plannedReviews(versions, until);
  if (!latestOnly) return all;
  const from = all.findLastIndex(({ version }) => !remembers(version.rules));
  return from === -1 || from !== all.length - 1 ? all : all.slice(from);
}

async function amongEnrolled(
  enrolment: Enrolment,
  { review, version }: PlannedReview,
  all: readonly string[],
): Promise<readonly string[]> {
  const enrolled = await enrolment.on(review.decidedOn, version);
  return enrolled === null ? all : all.filter((id) => enrolled.has(id));
}

async function allPartners(tx: Tx): Promise<string[]> {
  const found = await rows(
    tx,
    sql<{ id: string }>`select id from partner where vendor_id = ${tx.vendorId} order by id`,
  );
  return found.map(({ id }) => id);
}
