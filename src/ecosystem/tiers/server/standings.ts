import { sql } from "kysely";
import { maybe, rows, type Tx } from "#platform/database/tx.ts";
import { fromPublicId, toPublicId } from "#platform/ids.ts";
import { notFound } from "#platform/problem.ts";
import { rankOf, reachGoodStanding, warnedOn } from "../../ladders/contract.ts";
import { effective, inForceOn as overridesInForce, overridesOf } from "../../overrides/index.ts";
import { chainOf, regionTree } from "../../places/index.ts";
import { type Enrolled, enrolledOn, type LeftOut, leftOutOf, programOf } from "../../programs/index.ts";
import type { Standing } from "../standing.ts";
import type { ExceptionRow } from "./circumstances.ts";
import { type Evaluation, evaluate, type Judged } from "./evaluate.ts";
import { inForceOn } from "./in-force.ts";
import { linesOfLevel, measuresOf, plainLines } from "./requirements.ts";
import { nextReviewAfter, publishedVersions, versionOnDay } from "./versions.ts";

/** Where a partner stands in each of its programs, or in one. */
export async function readStandings(
  tx: Tx,
  publicId: string,
  query: { programId?: string },
): Promise<{ items: Standing[]; nextCursor: null }> {
  const partnerId = await findPartner(tx, publicId);
  const wanted = query.programId === undefined ? null : await programOf(tx, query.programId);
  const programs = await rows(
    tx,
    sql<{ id: string; name: string }>`select id, name from program where vendor_id = ${tx.vendorId}
      and (${wanted === null} or id = ${wanted?.id ?? null}::uuid) order by created_at, id`,
  );
  const items: Standing[] = [];
  const leftOut = await leftOutOf(tx, partnerId);
  for (const program of programs) {
    const out = leftOut.find(({ programId }) => programId === program.id);
    items.push(...(await standingsIn(tx, program, partnerId, out)));
  }
  // What it is in goes before what it was in.
  const all = [...items.filter(({ left }) => left === null), ...items.filter(({ left }) => left !== null)];
  return { items: all, nextCursor: null };
}

/** A tier follows from a partner's money, so it is told to those who may see it. @throws Problem 404 */
export async function findPartner(tx: Tx, publicId: string): Promise<string> {
  const id = fromPublicId("par", publicId, "partner");
  const { actor } = tx;
  const hidden = actor.databaseRole === "hanse_partner" && !actor.reach.money.includes(id);
  const found = await maybe(tx, sql`select 1 from partner where vendor_id = ${tx.vendorId} and id = ${id}`);
  if (hidden || found === null) throw notFound("partner");
  return id;
}

async function standingsIn(
  tx: Tx,
  program: { id: string; name: string },
  partnerId: string,
  leftOut: LeftOut | undefined,
): Promise<Standing[]> {
  const today = tx.today();
  const versions = await publishedVersions(tx, program.id);
  const next = nextReviewAfter(versions, today);
  const end = next?.review.inForceFrom ?? today.toString();
  const until = Temporal.PlainDate.from(end).add({ days: 1 }).toString();
  const evaluation = await evaluate(tx, { programId: program.id, until, partnerIds: [partnerId] });
  const enrolled = await enrolledOn(tx, { programId: program.id, day: today, partnerIds: [partnerId] });
  const track = enrolled.get(partnerId)?.track;
  const isOut = track === undefined && versionOnDay(versions, today.toString()) !== null;
  const about: About = {
    evaluation,
    differencesOf: await differencesFor(tx, program.id, track),
    tree: await regionTree(tx),
    today: today.toString(),
    locations: await locationNames(tx, partnerId),
  };
  return evaluation.histories.flatMap((history) => {
    const held = inForceOn(history, evaluation, today.toString());
    const coming = history.judged.find(
      (one) => one.review.on === next?.review.on && one.review.decidedOn > about.today,
    );
    const last = history.judged.findLast(({ review }) => review.inForceFrom <= about.today);
    const newest = coming ?? held?.judged ?? (isOut ? last : undefined);
    if (newest === undefined) return [];
    const isLeft = isOut && (last !== undefined || leftOut !== undefined);
    const { rules, document } = newest.version;
    const named = { id: toPublicId("prg", program.id), name: program.name, label: document.label };
    return [
      {
        program: named,
        place: placeOf(newest, about),
        measuredAt: rules.ladder.measuredAt,
        levels: [rules.ladder.base, ...rules.levels.map(({ level }) => level)],
        current: held && !isOut ? presentCurrent(held) : null,
        left: isLeft ? presentLeft(leftOut, held?.level ?? last?.decision.level) : null,
        next:
          coming === undefined
            ? null
            : presentNext(coming, (isOut ? null : held?.level) ?? rules.ladder.base, about),
      },
    ];
  });
}

type Gain = NonNullable<Standing["next"]>["levels"][number]["gains"][number];

interface About {
  evaluation: Evaluation;
  differencesOf: (judged: Judged, now: string, then: string) => Gain[];
  tree: Awaited<ReturnType<typeof regionTree>>;
  today: string;
  locations: ReadonlyMap<string, string>;
}

function presentCurrent({ level, why, judged, exception, floor }: NonNullable<ReturnType<typeof inForceOn>>) {
  const { decision, review, version } = judged;
  return {
    level,
    why,
    since: exception?.effective_from ?? decision.standing.since,
    review,
    earned: decision.earned,
    graceUntil: decision.standing.graceUntil,
    measures: measuresOf(version, decision.measured, review.on),
    exception: granted(exception),
    grandfathered: granted(floor),
  };
}

function presentLeft(leftOut: LeftOut | undefined, level: string | undefined): Standing["left"] {
  const { since = null, until = null, reason = null } = leftOut ?? {};
  return { since, until, reason, level: level ?? null };
}

function granted(row: ExceptionRow | null) {
  return row && { level: row.level, until: row.effective_until, reason: row.reason };
}

function presentNext(coming: Judged, now: string, about: About): NonNullable<Standing["next"]> {
  const { review, version, decision } = coming;
  const { rules } = version;
  const { decided } = about.evaluation;
  const above = rules.levels.filter(({ level }) => rankOf(rules, level) >= rankOf(rules, now));
  const falls = rankOf(rules, decision.level) < rankOf(rules, now);
  return {
    review,
    warnedOn: warnedOn(rules, review),
    level: decision.level,
    why: decision.why,
    earned: decision.earned,
    graceUntil: decision.standing.graceUntil,
    measures: measuresOf(version, decision.measured, review.on),
    goodStanding: plainLines(version, reachGoodStanding(rules, decision.measured)),
    inGoodStanding: decision.inGoodStanding,
    losses: falls ? about.differencesOf(coming, now, decision.level).filter((one) => one.now !== null) : [],
    levels: above.map(({ level }) => {
      const { met, lines } = linesOfLevel(coming, level, { decided, tree: about.tree });
      return {
        level,
        met,
        requirement: lines,
        gains:
          level === now ? [] : about.differencesOf(coming, now, level).filter((one) => one.given !== null),
      };
    }),
  };
}

function placeOf({ unit, version }: Judged, { locations }: About): Standing["place"] {
  const { measuredAt } = version.rules.ladder;
  if (unit.place === "" || (measuredAt !== "country" && measuredAt !== "location")) return null;
  const label = locations.get(unit.place) ?? unit.place;
  const key = measuredAt === "location" ? toPublicId("loc", unit.place) : unit.place;
  return { kind: measuredAt, key, label, main: unit.main };
}

async function locationNames(tx: Tx, partnerId: string): Promise<Map<string, string>> {
  const found = await rows(
    tx,
    sql<{ id: string; name: string }>`select id, name from partner_location
      where vendor_id = ${tx.vendorId} and partner_id = ${partnerId}`,
  );
  return new Map(found.map(({ id, name }) => [id, name]));
}

/** What another level gives otherwise than the one that is held, on the partner's track and where it is. */
async function differencesFor(tx: Tx, programId: string, track: Enrolled["track"] | undefined) {
  const overrides = overridesInForce(await overridesOf(tx, programId), tx.today().toString());
  const tree = await regionTree(tx);
  return ({ unit, version }: Judged, now: string, then: string): Gain[] => {
    const chain = chainOf(tree, unit.country);
    return version.document.benefits.flatMap((benefit) => {
      const at = (level: string): string | null => {
        const listed = track?.tiers[level]?.benefits;
        if (listed !== undefined && !listed.includes(benefit.key)) return null;
        const own = benefit.values[level] ?? null;
        const { value } = effective(`benefit:${benefit.key}:${level}`, null, chain, overrides);
        return value?.kind === "benefit" ? value.value : own;
      };
      const [before, after] = [at(now), at(then)];
      if (after === before) return [];
      const { key, label, unit: counted, currency, period } = benefit;
      return [{ key, label, unit: counted, currency: currency ?? null, period, now: before, given: after }];
    });
  };
}
