import type { Tx } from "#platform/database/tx.ts";
import { type LadderRules, type Review, reviewsBetween, rulesOf } from "../../ladders/contract.ts";
import type { ProgramDocument } from "../../programs/contract.ts";
import { versionsOf } from "../../programs/index.ts";

/** A version of a program that has a ladder, ready to be played. */
export interface RuledVersion {
  /** Null for a draft. */
  id: string | null;
  version: number;
  document: ProgramDocument;
  rules: LadderRules;
}

/** From a day on a version is in force; null where it has no ladder, and so nobody a level. */
export interface Begun {
  effectiveFrom: string;
  ruled: RuledVersion | null;
}

/** A review, and the version by which it is decided: the one in force on the day its level comes into force. */
export interface PlannedReview {
  review: Review;
  version: RuledVersion;
}

/** All versions of a program that are or will be in force, in the order in which they were published. */
export async function publishedVersions(tx: Tx, programId: string): Promise<Begun[]> {
  const found = await versionsOf(tx, programId);
  return found.map(({ id, version, effectiveFrom, document }) => ({
    effectiveFrom,
    ruled: ruledBy(tx, { id, version, document }),
  }));
}

/** A document ready to be played by the vendor's calendar; null where it has no ladder. */
export function ruledBy(
  { vendor }: Tx,
  { id, version, document }: { id: string | null; version: number; document: ProgramDocument },
): RuledVersion | null {
  if (document.ladder === null) return null;
  const rules = rulesOf(document.ladder, { fiscalYearStartMonth: vendor.fiscalYearStartMonth });
  return { id, version, document, rules };
}

/** The version in force on a day: the one published last of those that have begun. */
export function versionOnDay(versions: readonly Begun[], day: string): RuledVersion | null {
  return versions.findLast(({ effectiveFrom }) => effectiveFrom <= day)?.ruled ?? null;
}

/** The reviews whose level comes into force before a day, each by the version that is then in force; the earliest first. */
export function plannedReviews(versions: readonly Begun[], until: string): PlannedReview[] {
  const begins = [...new Set(versions.map(({ effectiveFrom }) => effectiveFrom))].sort();
  return begins.flatMap((from, index) => {
    const version = versionOnDay(versions, from);
    const next = begins[index + 1];
    const end = next !== undefined && next < until ? next : until;
    if (version === null || from >= end) return [];
    return reviewsBetween(version.rules, from, end).map((review) => ({ review, version }));
  });
}

/** The first review that is decided after a day; null where none is planned within two years. */
export function nextReviewAfter(versions: readonly Begun[], day: Temporal.PlainDate): PlannedReview | null {
  const today = day.toString();
  const planned = plannedReviews(versions, day.add({ years: 2 }).toString());
  return planned.find(({ review }) => review.decidedOn > today) ?? null;
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
