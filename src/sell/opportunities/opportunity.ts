import type { FieldError } from "#platform/problem.ts";
import type { Meaning } from "./stage.ts";

/*
 * What an opportunity is, as far as the rules look at it. Amounts are minor units of the vendor's currency, days are
 * `YYYY-MM-DD`, ids the database's.
 */

export interface Line {
  productId: string;
  quantity: number;
  /** Null while nobody has said how the value spreads over the lines; never null in a won opportunity. */
  amountMinor: bigint | null;
}

/** The passage to won that stands. */
export interface Win {
  id: string;
  /** 1 for the first; a next one only after all of the one before was taken back. */
  n: number;
  /** What reversals took back of the value so far. */
  reversedMinor: bigint;
}

export interface Opportunity {
  name: string;
  accountId: string | null;
  /** The partner it belongs to; at a win the holder of the pay credit. */
  ownerPartnerId: string | null;
  /** The vendor's own seller of a direct deal. */
  sellerId: string | null;
  stage: string;
  meaning: Meaning;
  /** Gross: a reversal leaves it and is kept by the win. */
  valueMinor: bigint | null;
  engagedOn: string | null;
  expectedCloseOn: string | null;
  closedOn: string | null;
  lostReason: string | null;
  payBasis: "opening-import" | "on-behalf" | "registration" | null;
  payBasisReason: string | null;
  lines: readonly Line[];
  win: Win | null;
  /** How often it was won so far. */
  winCount: number;
}

/** 10,000,000,000,000.00 in a currency with cents: what is larger is a slip of the keyboard. */
export const maxValueMinor = 10n ** 15n;

/** What can be wrong with an opportunity as a whole, in a sentence each; the import says the same words. */
export const sentences = {
  wonWithoutValue: "A won opportunity needs a value.",
  wonWithoutDay: "A won opportunity needs a day of close.",
  lostWithoutDay: "A lost opportunity needs a day of close.",
  openWithDay: "An open opportunity has no day of close.",
  negativeValue: "A value cannot be below zero.",
  hugeValue: "The value is too large to be meant.",
  closedBeforeEngaged: "It cannot close before it was engaged.",
  closedInFuture: "The day of close lies in the future.",
  twoHolders: "It belongs to a partner or to a direct seller, not to both.",
  belowReversed: "As much as that was taken back already. To take back the rest, reverse the win.",
} as const;

/** What is wrong with an opportunity as it would stand, field by field; empty when it may stand so. */
export function refusalsOf(one: Opportunity, today: string): FieldError[] {
  const refusals: FieldError[] = [];
  const refuse = (field: string, message: string) => refusals.push({ pointer: `/${field}`, message });
  const { valueMinor: value, closedOn, engagedOn, win } = one;
  if (one.meaning === "won" && value === null) refuse("value", sentences.wonWithoutValue);
  if (one.meaning === "won" && closedOn === null) refuse("closedOn", sentences.wonWithoutDay);
  if (one.meaning === "lost" && closedOn === null) refuse("closedOn", sentences.lostWithoutDay);
  if (one.meaning === "open" && closedOn !== null) refuse("closedOn", sentences.openWithDay);
  if (value !== null && value < 0n) refuse("value", sentences.negativeValue);
  if (value !== null && value > maxValueMinor) refuse("value", sentences.hugeValue);
  if (closedOn !== null && engagedOn !== null && closedOn < engagedOn)
    refuse("closedOn", sentences.closedBeforeEngaged);
  if (closedOn !== null && closedOn > today) refuse("closedOn", sentences.closedInFuture);
  if (one.ownerPartnerId !== null && one.sellerId !== null) refuse("sellerId", sentences.twoHolders);
  if (value !== null && win !== null && win.reversedMinor > 0n && value <= win.reversedMinor)
    refuse("value", sentences.belowReversed);
  return refusals;
}

/** What its win holds now: the value less what was taken back; nothing when it is not won. */
export function heldMinor(one: Opportunity): bigint {
  if (one.meaning !== "won") return 0n;
  return (one.valueMinor ?? 0n) - (one.win?.reversedMinor ?? 0n);
}

/** Whether nothing at all is different. */
export function sameOpportunity(one: Opportunity, other: Opportunity): boolean {
  const { lines, win, ...rest } = one;
  return (
    (Object.keys(rest) as (keyof typeof rest)[]).every((key) => rest[key] === other[key]) &&
    sameLines(lines, other.lines) &&
    win?.id === other.win?.id &&
    win?.reversedMinor === other.win?.reversedMinor
  );
}

/** Whether two lists of lines are the same in everything that a receipt could show. */
export function sameLines(one: readonly Line[], other: readonly Line[]): boolean {
  return (
    one.length === other.length &&
    one.every((line, index) => {
      const twin = other[index];
      return (
        twin !== undefined &&
        line.productId === twin.productId &&
        line.quantity === twin.quantity &&
        line.amountMinor === twin.amountMinor
      );
    })
  );
}
