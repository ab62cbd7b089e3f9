import { pointerTo, readDocument, refusal } from "#platform/document.ts";
import { isCurrency } from "#platform/money/currency.ts";
import { type Money, money, parseMinor, subtract } from "#platform/money/money.ts";
import { type FieldError, Problem } from "#platform/problem.ts";
import type { Day, DayRange } from "#platform/time/day.ts";
import { daysOfQuarter, previousQuarter, quarterOf } from "#platform/time/quarter.ts";
import { Ladder } from "./ladder.ts";

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
export function tierFor(ladder: Ladder, basis: Money): Tier {
  const bounds = boundsOf(ladder);
  const reached = countReached(bounds, basis.minor);
  const next = bounds[reached];
  if (!next) return { level: levelAt(ladder, bounds, basis.minor), next: null };
  const from = money(next.fromMinor, ladder.currency);
  const missing = subtract(from, basis);
  return { level: levelAt(ladder, bounds, basis.minor), next: { level: next.level, from, missing } };
}

/** The ladder's bounds in minor units, ascending. */
export function boundsOf(ladder: Ladder): readonly Bound[] {
  return ladder.levels.map(({ level, from }) => ({ level, fromMinor: parseMinor(from, ladder.currency) }));
}

/** The level that `basisMinor` reaches among bounds that are already in minor units. */
export function levelAt(ladder: Ladder, bounds: readonly Bound[], basisMinor: bigint): string {
  return bounds[countReached(bounds, basisMinor) - 1]?.level ?? ladder.base;
}

function countReached(bounds: readonly Bound[], basisMinor: bigint): number {
  const firstAbove = bounds.findIndex(({ fromMinor }) => basisMinor < fromMinor);
  return firstAbove === -1 ? bounds.length : firstAbove;
}

/** The days over which the measure counts for a win that closed on `closedOn`, half-open. */
export function tierWindow(ladder: Ladder, closedOn: Day): DayRange {
  return windows[ladder.window](closedOn);
}

const windows: Record<Ladder["window"], (closedOn: Day) => DayRange> = {
  "previous calendar quarter": (closedOn) => daysOfQuarter(previousQuarter(quarterOf(closedOn))),
};

/**
 * Reads a tier ladder and refuses what contradicts itself.
 * @throws Problem `invalid-ladder`, with a pointer and a sentence for everything to change.
 */
export function readLadder(input: unknown): Ladder {
  const ladder = readDocument(Ladder, input, "invalid-ladder");
  const errors = contradictions(ladder);
  if (errors.length > 0) throw refusal("invalid-ladder", errors);
  return ladder;
}

function contradictions(ladder: Ladder): FieldError[] {
  if (!isCurrency(ladder.currency)) {
    const message = `"${ladder.currency}" is not a currency in use. Write an ISO 4217 code such as EUR.`;
    return [{ pointer: "/currency", message }];
  }
  const errors: FieldError[] = [];
  const named = new Set([ladder.base]);
  let below = 0n;
  for (const [index, { level, from }] of ladder.levels.entries()) {
    const at = ["levels", index];
    if (named.has(level))
      errors.push({ pointer: pointerTo([...at, "level"]), message: `${level} is named twice.` });
    named.add(level);
    const bound = boundOf(ladder, from, pointerTo([...at, "from"]), errors);
    if (bound === null) continue;
    if (bound <= below) {
      const message = `Levels go upwards: ${level} must start above ${index === 0 ? "zero" : "the level before it"}.`;
      errors.push({ pointer: pointerTo([...at, "from"]), message });
    }
    below = bound;
  }
  return errors;
}

function boundOf(ladder: Ladder, from: string, pointer: string, errors: FieldError[]): bigint | null {
  try {
    return parseMinor(from, ladder.currency, pointer);
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    errors.push(...error.errors);
    return null;
  }
}
