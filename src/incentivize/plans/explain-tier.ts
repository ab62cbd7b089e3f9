import {
  type Ladder,
  type Measure,
  readAmounts,
  type Why,
  withThresholds,
} from "#ecosystem/ladders/contract.ts";
import type { DecidedTierJson } from "./evidence.ts";

/** A level that a review decided, in the three dates that it has. Days are `YYYY-MM-DD`. */
export type DecidedWords = {
  ladder: string;
  level: string;
  earned: string;
  why: Why;
  decidedOn: string;
  inForceFrom: string;
  /** Since when it has the level that the rules give. */
  since: string;
  /** The first day on which it may be taken away, while in grace. */
  graceUntil: string | null;
};

/** What one measure came to; both days inclusive, `from` null for what was so on the last of them. */
export type MeasuredWords = {
  measure: string;
  /** Money by currency, or one plain number without one; empty where there is nothing. */
  amounts: { amount: string; currency: string | null }[];
  from: string | null;
  through: string;
};

/** What a level asks for where the partner is, as an expression over these measures. */
export type AskedWords = { level: string; requires: string; measures: readonly Measure[] };

type DecisionSentence =
  | { code: "tier-decided"; params: DecidedWords }
  | { code: "tier-asked"; params: AskedWords }
  | { code: "tier-measured"; params: MeasuredWords };

/** The level with its dates and the reason, what it asks for, then a sentence for each measure that it is held against. */
export function explainDecision(ladder: Ladder, { level, decision }: DecidedTierJson): DecisionSentence[] {
  const { earned, why, decidedOn, inForceFrom, since, graceUntil } = decision;
  const { measures, levels } = withThresholds(ladder, (of, measure) => {
    const set = decision.thresholds.find((one) => one.level === of && one.measure === measure);
    return set === undefined ? null : readAmounts(set.amounts);
  });
  const requires = levels.find((one) => one.level === level)?.requires;
  const decided = { ladder: ladder.label, level, earned, why, decidedOn, inForceFrom, since, graceUntil };
  return [
    { code: "tier-decided", params: decided },
    ...(requires === undefined
      ? []
      : [{ code: "tier-asked" as const, params: { level, requires, measures } }]),
    ...decision.measured.map(({ measure, amounts, from, until }): DecisionSentence => {
      const label = measures.find(({ key }) => key === measure)?.label ?? measure;
      const through = Temporal.PlainDate.from(until).subtract({ days: 1 }).toString();
      return { code: "tier-measured", params: { measure: label, amounts: written(amounts), from, through } };
    }),
  ];
}

function written(amounts: Record<string, string>): MeasuredWords["amounts"] {
  return Object.entries(amounts).map(([currency, amount]) => ({ amount, currency: currency || null }));
}
