import { sql } from "kysely";
import { changed, rows, type Tx } from "#platform/database/tx.ts";
import { newId } from "#platform/ids.ts";
import { type Review, type Why, writeMeasured } from "../../ladders/contract.ts";
import type { Judged } from "./evaluate.ts";
import type { RuledVersion } from "./versions.ts";

/* Decisions as they are kept: append-only. What facts that came late change is a further decision on the same review. */

/** The last decision on a review, as far as it says whether something has changed. */
interface KnownRow {
  partner_id: string;
  place: string;
  review_on: string;
  n: number;
  level: string;
  why: Why;
}

type Known = ReadonlyMap<string, KnownRow>;

/** The last decision on each review of a program, for everybody. */
export async function latestOf(tx: Tx, programId: string): Promise<Known> {
  const found = await rows(
    tx,
    sql<KnownRow>`select distinct on (partner_id, place, review_on) partner_id, place, review_on::text, n, level, why
      from tier_decision where vendor_id = ${tx.vendorId} and program_id = ${programId}
      order by partner_id, place, review_on, n desc`,
  );
  return new Map(found.map((row) => [keyOf(row.partner_id, row.place, row.review_on), row]));
}

interface NewDecision {
  judged: Judged;
  n: number;
}

/**
 * The decision to add: the first on its review, or one more where another level follows than was decided. That a run
 * has paid by a level meanwhile is no new decision.
 */
export function whatIsNew(judged: Judged, known: Known): NewDecision[] {
  const { decision, unit, review } = judged;
  const last = known.get(keyOf(unit.partnerId, unit.place, review.on));
  if (last === undefined) return [{ judged, n: 1 }];
  const isOther = last.level !== decision.level || (last.why !== decision.why && decision.why !== "stood");
  return isOther && last.why !== "stood" ? [{ judged, n: last.n + 1 }] : [];
}

/** Adds decisions in one statement, however many they are; answers how many were not there yet. */
export async function insertAll(tx: Tx, programId: string, added: readonly NewDecision[]): Promise<number> {
  if (added.length === 0) return 0;
  // What a review says of all of its decisions is sent once.
  const reviews = [...new Map(added.map(({ judged }) => [judged.review.on, judged])).values()];
  return changed(
    tx,
    sql`insert into tier_decision (vendor_id, id, partner_id, program_id, place, review_on, n, decided_on, in_force_from,
        earned, level, why, since, grace_until, measured, sources, program_version_id, recorded_at)
      select ${tx.vendorId}::uuid, x.id, x.partner, ${programId}::uuid, x.place, r.review_on, x.n, r.decided_on, r.in_force_from,
        x.earned, x.level, x.why, x.since, x.grace_until, x.measured, x.sources, r.version, ${tx.now().toString()}::timestamptz
      from jsonb_to_recordset(${JSON.stringify(added.map(rowOf))}::jsonb) as x (id uuid, partner uuid, place text, review date,
        n integer, earned text, level text, why text, since date, grace_until date, measured jsonb, sources jsonb)
      join jsonb_to_recordset(${JSON.stringify(reviews.map(reviewRowOf))}::jsonb) as r (review_on date, version uuid,
        decided_on date, in_force_from date) on r.review_on = x.review
      on conflict do nothing`,
  );
}

function rowOf({ judged: { decision, unit, review }, n }: NewDecision) {
  return {
    id: newId(),
    partner: unit.partnerId,
    place: unit.place,
    review: review.on,
    n,
    earned: decision.earned,
    level: decision.level,
    why: decision.why,
    since: decision.standing.since,
    grace_until: decision.standing.graceUntil,
    measured: writeMeasured(decision.measured),
    sources: decision.sources,
  };
}

function reviewRowOf({ review, version }: Pick<DecidedReview, "review" | "version">) {
  return {
    review_on: review.on,
    version: version.id,
    decided_on: review.decidedOn,
    in_force_from: review.inForceFrom,
  };
}

/** A review and how many it was about. */
export interface DecidedReview {
  review: Review;
  version: RuledVersion;
  partners: number;
}

/** Notes which reviews are decided; answers those that were not before. */
export async function insertReviews(
  tx: Tx,
  programId: string,
  reviews: readonly DecidedReview[],
): Promise<DecidedReview[]> {
  const given = reviews.map((one) => ({ ...reviewRowOf(one), partners: one.partners }));
  const noted = await rows(
    tx,
    sql<{
      review_on: string;
    }>`insert into tier_review (vendor_id, program_id, review_on, program_version_id, decided_on, in_force_from, partners, recorded_at)
      select ${tx.vendorId}::uuid, ${programId}::uuid, x.review_on, x.version, x.decided_on, x.in_force_from, x.partners, ${tx.now().toString()}::timestamptz
      from jsonb_to_recordset(${JSON.stringify(given)}::jsonb) as x (review_on date, version uuid, decided_on date, in_force_from date, partners integer)
      on conflict do nothing returning review_on::text`,
  );
  const begun = new Set(noted.map((row) => row.review_on));
  return reviews.filter(({ review }) => begun.has(review.on));
}

function keyOf(partnerId: string, place: string, reviewOn: string): string {
  return `${partnerId} ${place} ${reviewOn}`;
}
