import type { Amounts } from "./amounts.ts";
import { writeAmount } from "./amounts.ts";
import {
  type Amount,
  comparisonsOf,
  mapComparisons,
  parseExpression,
  printExpression,
} from "./expression.ts";
import { expand, type Ladder, type LadderTwo } from "./ladder.ts";

/** What a level asks for of one measure, under the name by which overrides set it. */
export interface NamedThreshold {
  readonly level: string;
  readonly measure: string;
  readonly operator: ">=" | "<=";
  readonly amounts: readonly Amount[];
}

/** Every threshold of a ladder, level by level. A measure is asked for once in a level, so these two name it. */
export function thresholdsOf(ladder: Ladder): NamedThreshold[] {
  return expand(ladder).levels.flatMap(({ level, requires }) =>
    comparisonsOf(parseExpression(requires)).map(({ measure, operator, amounts }) => ({
      level,
      measure,
      operator,
      amounts,
    })),
  );
}

/** The ladder as it is where some thresholds are set otherwise; `readLadder` says whether it can stand. */
export function withThresholds(
  ladder: Ladder,
  set: (level: string, measure: string) => Amounts | null,
): LadderTwo {
  const document = expand(ladder);
  const levels = document.levels.map(({ level, requires }) => {
    const changed = mapComparisons(parseExpression(requires), (comparison) => {
      const amounts = set(level, comparison.measure);
      return amounts === null ? comparison : { ...comparison, amounts: amountsWritten(amounts) };
    });
    return { level, requires: printExpression(changed) };
  });
  return { ...document, levels };
}

function amountsWritten(amounts: Amounts): Amount[] {
  return Object.entries(amounts).map(([currency, amount]) => ({
    number: writeAmount(amount, currency),
    currency: currency === "" ? null : currency,
  }));
}
