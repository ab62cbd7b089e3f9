import { readDocument, refusal } from "#platform/document.ts";
import { type Money, money, parseMinor, subtract } from "#platform/money/money.ts";
import type { Day, DayRange } from "#platform/time/day.ts";
import { daysOfQuarter, previousQuarter, quarterOf } from "#platform/time/quarter.ts";
import { ladderErrors } from "./check.ts";
import { LadderOne } from "./ladder.ts";

/* What a ladder of the first format gives: one measure, one bound for each level. */

/** The level that a measure reaches, and how far it is to the next; `next` is null on the highest. */
export interface Tier {
  readonly level: string;
  readonly next: { readonly level: string; readonly from: Money; readonly missing: Money } | null;
}

/** A level above the base, from `fromMinor` inclusive. */
export interface Bound {
  readonly level: string;
  readonly fromMinor: bigint;
}

/**
 * The tier of a partner whose measure in the window is `basis`: the highest level whose bound, inclusive, it
 * reaches, else the base. A measure below zero, from reversals that outweigh wins, is the base too.
 * @throws Problem `mixed-currencies` when the basis is not in the ladder's currency.
 */
export function tierFor(ladder: LadderOne, basis: Money): Tier {
  const bounds = boundsOf(ladder);
  const reached = countReached(bounds, basis.minor);
  const next = bounds[reached];
  if (!next) return { level: levelAt(ladder, bounds, basis.minor), next: null };
  const from = money(next.fromMinor, ladder.currency);
  const missing = subtract(from, basis);
  return { level: levelAt(ladder, bounds, basis.minor), next: { level: next.level, from, missing } };
}

/** The ladder's bounds in minor units, ascending. */
export function boundsOf(ladder: LadderOne): readonly Bound[] {
  return ladder.levels.map(({ level, from }) => ({ level, fromMinor: parseMinor(from, ladder.currency) }));
}

/** The level that `basisMinor` reaches among bounds that are already in minor units. */
export function levelAt(ladder: LadderOne, bounds: readonly Bound[], basisMinor: bigint): string {
  return bounds[countReached(bounds, basisMinor) - 1]?.level ?? ladder.base;
}

function countReached(bounds: readonly Bound[], basisMinor: bigint): number {
  const firstAbove = bounds.findIndex(({ fromMinor }) => basisMinor < fromMinor);
  return firstAbove === -1 ? bounds.length : firstAbove;
}

/** The days over which the measure counts for a win that closed on `closedOn`, half-open. */
export function tierWindow(ladder: LadderOne, closedOn: Day): DayRange {
  return windows[ladder.window](closedOn);
}

const windows: Record<LadderOne["window"], (closedOn: Day) => DayRange> = {
  "previous calendar quarter": (closedOn) => daysOfQuarter(previousQuarter(quarterOf(closedOn))),
};

/**
 * Reads a ladder of the first format and refuses what contradicts itself.
 * @throws Problem `invalid-ladder`, with a pointer and a sentence for everything to change
 */
export function readLadderOne(input: unknown): LadderOne {
  const ladder = readDocument(LadderOne, input, "invalid-ladder");
  const errors = ladderErrors(ladder);
  if (errors.length > 0) throw refusal("invalid-ladder", errors);
  return ladder;
}
