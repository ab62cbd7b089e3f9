import { sql } from "kysely";
import { maybe, rows, type Tx } from "#platform/database/tx.ts";
import type { QueryOf } from "#platform/http/endpoint.ts";
import { page } from "#platform/http/list.ts";
import { toPublicId } from "#platform/ids.ts";
import { levelAbove, rankOf, warnedOn } from "../../ladders/contract.ts";
import { regionTree } from "../../places/index.ts";
import { programOf, versionOn } from "../../programs/index.ts";
import type { listOutlook, Near, NextTierReview, Outlook } from "../contract.ts";
import { loadEnrolment } from "./enrolment.ts";
import { type Evaluation, evaluate, type Judged } from "./evaluate.ts";
import { type InForce, inForceOn } from "./in-force.ts";
import { nearThresholds } from "./near.ts";
import { linesOfLevel } from "./requirements.ts";
import {
  type Begun,
  nextReviewAfter,
  type PlannedReview,
  publishedVersions,
  versionOnDay,
} from "./versions.ts";

/** A partner, or one place of it, between what holds and what the next review would give. */
interface Seen {
  partnerId: string;
  place: string;
  held: InForce | null;
  coming: Judged | null;
  near: Near[];
  direction: -1 | 0 | 1;
  warnedOn: string | null;
}

interface Overview {
  evaluation: Evaluation;
  next: PlannedReview | null;
  seen: Seen[];
}

async function overview(tx: Tx, programId: string): Promise<Overview> {
  const today = tx.today();
  const versions = await publishedVersions(tx, programId);
  const next = nextReviewAfter(versions, today);
  const end = Temporal.PlainDate.from(next?.review.inForceFrom ?? today.toString());
  const evaluation = await evaluate(tx, { programId, until: end.add({ days: 1 }).toString() });
  const warned = await warnings(tx, programId, next);
  const members = await membersToday(tx, programId, versions);
  const seen = evaluation.histories.flatMap((history): Seen[] => {
    const isMember = members === null || members.has(history.partnerId);
    const held = isMember ? inForceOn(history, evaluation, today.toString()) : null;
    const coming = next && history.judged.find(({ review }) => review.on === next.review.on);
    if (held === null && !coming) return [];
    const { partnerId, place } = history;
    const rules = coming?.version.rules;
    const from = rules === undefined || held === null ? 0 : rankOf(rules, held.level);
    const to = rules === undefined || !coming ? from : rankOf(rules, coming.decision.level);
    return [
      {
        partnerId,
        place,
        held,
        coming: coming ?? null,
        near: coming ? nearThresholds(coming) : [],
        direction: to > from ? 1 : to < from ? -1 : 0,
        warnedOn: warned.get(`${partnerId} ${place}`) ?? null,
      },
    ];
  });
  return { evaluation, next, seen };
}

/** Who has been left out since the last review has none of its levels any more. Null: everybody takes part. */
async function membersToday(tx: Tx, programId: string, versions: readonly Begun[]) {
  const today = tx.today().toString();
  const version = versionOnDay(versions, today);
  return version && (await loadEnrolment(tx, programId, undefined)).on(today, version);
}

async function warnings(tx: Tx, programId: string, next: PlannedReview | null): Promise<Map<string, string>> {
  if (next === null) return new Map();
  const found = await rows(
    tx,
    sql<{
      partner_id: string;
      place: string;
      warned_at: Temporal.Instant;
    }>`select partner_id, place, warned_at from tier_warning
      where vendor_id = ${tx.vendorId} and program_id = ${programId} and review_on = ${next.review.on}::date`,
  );
  return new Map(
    found.map((row) => [
      `${row.partner_id} ${row.place}`,
      row.warned_at.toZonedDateTimeISO(tx.vendor.timezone).toPlainDate().toString(),
    ]),
  );
}

type View = NonNullable<QueryOf<typeof listOutlook>["view"]>;

const belongs: Record<View, (seen: Seen) => boolean> = {
  moving: ({ direction, coming }) => direction !== 0 || coming?.decision.why === "grace",
  near: ({ near }) => near.length > 0,
  warned: ({ warnedOn: day }) => day !== null,
  grace: (seen) => graceOf(seen) !== null,
  exception: ({ held }) => held?.exception != null,
  all: () => true,
};

/** The end of the grace that runs today, or that begins with the next review. */
function graceOf({ held, coming }: Seen): string | null {
  const begins = coming?.decision.why === "grace" ? coming.decision.standing.graceUntil : null;
  return graceToday(held) ?? begins;
}

function graceToday(held: InForce | null): string | null {
  return held?.judged.decision.standing.graceUntil ?? null;
}

/** Who moves, is near a threshold, warned, in grace or has an exception; by name. */
export async function readOutlook(tx: Tx, publicId: string, query: QueryOf<typeof listOutlook>) {
  const program = await programOf(tx, publicId);
  const { seen, evaluation } = await overview(tx, program.id);
  const about = { decided: evaluation.decided, tree: await regionTree(tx) };
  const shown = seen.filter(belongs[query.view ?? "moving"]);
  const wanted = page<PlaceRow>(
    [
      { expression: sql`p.sort_name`, type: "text", direction: "asc", value: (row) => row.sort_name },
      { expression: sql`p.id`, type: "uuid", direction: "asc", value: (row) => row.id },
      { expression: sql`s.place`, type: "text", direction: "asc", value: (row) => row.place },
    ],
    query,
  );
  const found = await rows(
    tx,
    sql<PlaceRow>`select p.id, p.name, p.sort_name, s.place
      from unnest(${shown.map((one) => one.partnerId)}::uuid[], ${shown.map((one) => one.place)}::text[]) as s (partner_id, place)
      join partner p on p.vendor_id = ${tx.vendorId} and p.id = s.partner_id
      where ${wanted.after} order by ${wanted.orderBy} limit ${wanted.limit}`,
  );
  const bySeen = new Map(shown.map((one) => [`${one.partnerId} ${one.place}`, one]));
  const { rows: listed, nextCursor } = wanted.finish(found);
  const items = listed.flatMap((row): Outlook[] => {
    const one = bySeen.get(`${row.id} ${row.place}`);
    return one === undefined ? [] : [present(row, one, about)];
  });
  return { items, nextCursor };
}

interface PlaceRow {
  id: string;
  name: string;
  sort_name: string;
  place: string;
}

type About = Parameters<typeof linesOfLevel>[2];

function present(row: PlaceRow, seen: Seen, about: About): Outlook {
  const { held, coming, near, warnedOn: warned } = seen;
  const next = coming && { level: coming.decision.level, why: coming.decision.why };
  return {
    partner: { id: toPublicId("par", row.id), name: row.name },
    place: row.place,
    level: held?.level ?? next?.level ?? "",
    why: held?.why ?? "entered",
    next,
    near,
    toward: coming && towardOf(coming, held?.level ?? null, about),
    otherwise: coming === null ? [] : scopesOf(coming, about),
    warnedOn: warned,
    graceUntil: graceOf(seen),
    exceptionUntil: held?.exception?.effective_until ?? null,
  };
}

/** What is missing to the level that it has and did not earn, else to the one above the next review's. */
function towardOf(coming: Judged, held: string | null, about: About): Outlook["toward"] {
  const { rules } = coming.version;
  const { earned, level: given } = coming.decision;
  const has = held ?? rules.ladder.base;
  const level = rankOf(rules, has) > rankOf(rules, earned) ? has : levelAbove(rules, given);
  return level === null ? null : { level, requirement: linesOfLevel(coming, level, about).lines };
}

/** The places whose thresholds hold for it instead of the program's. */
function scopesOf({ decision }: Judged, { tree }: About): Outlook["otherwise"] {
  const found = new Map(
    Object.values(decision.sources).map((scope) => [`${scope.kind} ${scope.key}`, scope]),
  );
  return [...found.values()].map((scope) => ({
    ...scope,
    label: tree.regions.get(scope.key)?.name ?? scope.key,
  }));
}

/** A program's next review: its days, how many have each level and would have it, how many move. */
export async function readNextReview(tx: Tx, publicId: string): Promise<NextTierReview> {
  const program = await programOf(tx, publicId);
  const { next, seen } = await overview(tx, program.id);
  const version = await versionOn(tx, program.id, tx.today());
  const rules = next?.version.rules;
  const names = rules === undefined ? [] : [rules.ladder.base, ...rules.levels.map(({ level }) => level)];
  const count = (is: (one: Seen) => boolean) => seen.filter(is).length;
  const last = await maybe(
    tx,
    sql<{ on: string; decidedOn: string; inForceFrom: string; partners: number }>`
      select review_on::text as "on", decided_on::text as "decidedOn", in_force_from::text as "inForceFrom", partners
      from tier_review where vendor_id = ${tx.vendorId} and program_id = ${program.id} order by review_on desc limit 1`,
  );
  const draft = await maybe(
    tx,
    sql`select 1 from program_draft where vendor_id = ${tx.vendorId} and program_id = ${program.id}`,
  );
  const { actor } = tx;
  const may = (act: string) => actor.membershipId !== null && actor.can.has(act);
  return {
    program: {
      id: toPublicId("prg", program.id),
      name: program.name,
      label: version?.document.label ?? program.name,
    },
    hasTiers: next !== null,
    review:
      next && rules !== undefined
        ? { ...next.review, warnedOn: warnedOn(rules, next.review), graceDays: rules.ladder.graceDays }
        : null,
    last,
    levels: names.map((level) => ({
      level,
      now: count(({ held }) => held?.level === level),
      next: count(({ coming }) => coming?.decision.level === level),
    })),
    counts: {
      up: count(({ direction }) => direction > 0),
      down: count(({ direction }) => direction < 0),
      near: count(belongs.near),
      warned: count(belongs.warned),
      grace: count(belongs.grace),
      graceToday: count(({ held }) => graceToday(held) !== null),
      exception: count(belongs.exception),
    },
    drafted: draft !== null,
    can: { except: may("tier.except"), backTest: may("tier.back-test") },
  };
}
