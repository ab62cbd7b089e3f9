import { sql } from "kysely";
import { rows, type Tx } from "#platform/database/tx.ts";
import {
  type Ladder,
  type LadderRules,
  type Review,
  reviewsBetween,
  rulesOf,
} from "../../ladders/contract.ts";

/** A version of a program that says something about levels, ready to be played. */
export interface RuledVersion {
  /** Null for a draft. */
  id: string | null;
  version: number;
  effectiveFrom: string;
  rules: LadderRules;
}

/** A review, and the version by which it is decided: the one in force on the day its level comes into force. */
export interface PlannedReview {
  review: Review;
  version: RuledVersion;
}

/** All published versions of a program, in their order. */
export async function publishedVersions(tx: Tx, programId: string): Promise<RuledVersion[]> {
  const found = await rows(
    tx,
    sql<{ id: string; version: number; effective_from: string; ladder: Ladder | null }>`
      select id, version, effective_from::text, ladder from program_version
      where vendor_id = ${tx.vendorId} and program_id = ${programId} order by version`,
  );
  return found.flatMap(({ id, version, effective_from: effectiveFrom, ladder }) =>
    ladder === null ? [] : [{ id, version, effectiveFrom, rules: rulesFor(tx, ladder) }],
  );
}

/** A ladder, ready to be played by the vendor's calendar. */
export function rulesFor({ vendor }: Tx, ladder: Ladder): LadderRules {
  return rulesOf(ladder, { fiscalYearStartMonth: vendor.fiscalYearStartMonth });
}

/** The version in force on a day: the one published last of those that have begun. */
export function versionOnDay(versions: readonly RuledVersion[], day: string): RuledVersion | null {
  return versions.findLast(({ effectiveFrom }) => effectiveFrom <= day) ?? null;
}

/** The reviews whose level comes into force before a day, each by the version that is then in force; the earliest first. */
export function plannedReviews(versions: readonly RuledVersion[], until: string): PlannedReview[] {
  const begins = [...new Set(versions.map(({ effectiveFrom }) => effectiveFrom))].sort();
  return begins.flatMap((from, index) => {
    const version = versionOnDay(versions, from);
    const next = begins[index + 1];
    const end = next !== undefined && next < until ? next : until;
    if (version === null || from >= end) return [];
    return reviewsBetween(version.rules, from, end).map((review) => ({ review, version }));
  });
}

/**
 * Whether what a review gives depends on where the partner stood before it. Where it does not, the last review alone
 * says what holds.
 */
export function remembers({ ladder }: LadderRules): boolean {
  const { everyMonths, demoteEveryMonths } = ladder.reviews;
  const always =
    everyMonths === demoteEveryMonths && ladder.graceDays === 0 && ladder.minimumStayMonths === 0;
  return !always || ladder.goodStanding.length > 0;
}
