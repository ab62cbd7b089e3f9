import type { MeasurableKind, Measure } from "../../../ladders/contract.ts";
import { keyFor } from "./edit.ts";

/* Points: what happens counts by rates that hold from a day on, and more in some countries. */

export type Points = Extract<Measure, { kind: "points" }>;
type Rate = Points["rates"][number];
type Kinds = readonly MeasurableKind[];

/** Facts that can give points: those that add up. */
export function countedInPoints(kinds: Kinds): Kinds {
  return kinds.filter(({ counts }) => counts === "sum");
}

/** A rate for another fact: amounts of money have a currency, plain numbers none. */
export function rateFor(rate: Rate, fact: string, kinds: Kinds, currency: string): Rate {
  const money = kinds.find(({ key }) => key === fact)?.unit === "money";
  return { ...rate, fact, currency: money ? (rate.currency ?? currency) : null };
}

/** A measure in points to begin with: a point for each hundred won, also in the year before the version holds. */
export function firstPoints(label: string, taken: readonly string[], currency: string, day: string): Points {
  const year = Number(day.slice(0, 4));
  const from = year > 1 ? `${String(year - 1).padStart(4, "0")}-01-01` : "";
  return {
    // "points" is a word of the language of requirements.
    key: keyFor("score", taken, "_"),
    label,
    kind: "points",
    window: { kind: "trailing-months", months: 12 },
    rates: [{ fact: "won_value", points: "1", per: "100", currency, from }],
    markets: [],
  };
}

/** One more rate: the one before it, from another day on, since no two of the same fact begin on one day. */
export function nextRate({ rates }: Points, currency: string, day: string): Rate {
  const last = rates.at(-1) ?? { fact: "won_value", points: "1", per: "100", currency, from: day };
  return { ...last, from: last.from < day ? day : "" };
}
