import { expand, type Ladder, type Why } from "#ecosystem/ladders/contract.ts";
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

type DecisionSentence =
  | { code: "tier-decided"; params: DecidedWords }
  | { code: "tier-measured"; params: MeasuredWords };

/** The level with its dates and the reason, then a sentence for each measure that its ladder holds it against. */
export function explainDecision(ladder: Ladder, { level, decision }: DecidedTierJson): DecisionSentence[] {
  const { earned, why, decidedOn, inForceFrom, since, graceUntil } = decision;
  const { measures } = expand(ladder);
  const decided = { ladder: ladder.label, level, earned, why, decidedOn, inForceFrom, since, graceUntil };
  return [
    { code: "tier-decided", params: decided },
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
