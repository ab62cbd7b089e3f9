import { allocate } from "#platform/money/allocate.ts";
import { type Money, money } from "#platform/money/money.ts";
import type { Model, ModelKey } from "./models.ts";

/** A touchpoint as far as credit depends on it. */
export interface Touch {
  id: string;
  partnerId: string;
  occurredOn: Temporal.PlainDate;
  isConfirmed: boolean;
}

/** The win that is shared: the day it counts on, and how many days before it a touch still counts. */
export interface Shared {
  closedOn: Temporal.PlainDate;
  lookBackDays: number;
}

/** Why a touchpoint has no part in a win. */
export const exclusions = ["not-confirmed", "after-the-win", "before-the-window"] as const;
export type Exclusion = (typeof exclusions)[number];

/** Null where it counts: confirmed, and on the day of the win or in the window before it. */
export function exclusionOf(touch: Touch, { closedOn, lookBackDays }: Shared): Exclusion | null {
  if (!touch.isConfirmed) return "not-confirmed";
  if (Temporal.PlainDate.compare(touch.occurredOn, closedOn) > 0) return "after-the-win";
  const opens = closedOn.subtract({ days: lookBackDays });
  return Temporal.PlainDate.compare(touch.occurredOn, opens) < 0 ? "before-the-window" : null;
}

/** What a partner has of a win by one model: the sum of its touches. */
export interface Share {
  partnerId: string;
  /** In hundredths of a per cent; those of all partners add up to exactly 10,000. */
  basisPoints: number;
  /** Of the win's amount; those of all partners add up to exactly all of it. */
  amount: Money;
}

export interface Credit {
  model: ModelKey;
  version: string;
  /** What each touch that counts weighs, in the order of time, and what all weigh together. */
  weights: { touchId: string; weight: bigint }[];
  total: bigint;
  /** Who has most first; empty where no touch counts. */
  shares: Share[];
}

/**
 * Shares a win by a model among the partners of the touches that count. Days that are equal are ordered by id, which
 * is the order of recording. What cannot be split evenly goes to the largest remainders, between equals to whoever
 * touched first.
 */
export function creditBy(model: Model, touches: readonly Touch[], win: Shared & { amount: Money }): Credit {
  const counting = touches.filter((touch) => exclusionOf(touch, win) === null).toSorted(inOrderOfTime);
  const by = { model: model.key, version: model.version };
  if (counting.length === 0) return { ...by, weights: [], total: 0n, shares: [] };
  const given = model.weightsOf(counting.length);
  const weights = counting.map(({ id }, at) => ({ touchId: id, weight: given[at] ?? 0n }));
  const sums = new Map<string, bigint>();
  for (const [at, { partnerId }] of counting.entries())
    sums.set(partnerId, (sums.get(partnerId) ?? 0n) + (given[at] ?? 0n));
  return {
    ...by,
    weights,
    total: weights.reduce((sum, { weight }) => sum + weight, 0n),
    shares: sharesOf(sums, win.amount),
  };
}

function sharesOf(sums: ReadonlyMap<string, bigint>, amount: Money): Share[] {
  const parts = [...sums.values()];
  const points = allocate(money(10_000n, amount.currency), parts);
  const amounts = allocate(amount, parts);
  return [...sums.keys()]
    .map((partnerId, at) => ({
      partnerId,
      basisPoints: Number(points[at]?.minor ?? 0n),
      amount: amounts[at] ?? money(0n, amount.currency),
    }))
    .toSorted((one, other) => other.basisPoints - one.basisPoints);
}

function inOrderOfTime(one: Touch, other: Touch): number {
  const byDay = Temporal.PlainDate.compare(one.occurredOn, other.occurredOn);
  if (byDay !== 0) return byDay;
  return one.id < other.id ? -1 : 1;
}
