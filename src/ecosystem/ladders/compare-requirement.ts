import { amountsOf, writeAmounts } from "./amounts.ts";
import type { LadderChange } from "./changes.ts";
import {
  type Comparison,
  comparisonsOf,
  conjunctsOf,
  type Expression,
  printExpression,
} from "./expression.ts";
import { implies } from "./imply.ts";
import type { LadderTwo } from "./ladder.ts";
import { requirementOf } from "./rules.ts";

/** What a level asks for, in one of the two ladders. */
interface Asked {
  asked: Expression;
  of: LadderTwo;
}

/** What changes in what a level asks for; each takes something away that by itself makes it harder to reach. */
export function requirementChanges(level: string, before: Asked, after: Asked): LadderChange[] {
  const [old, new_] = [before.asked, after.asked];
  if (printExpression(old) === printExpression(new_)) return [];
  const harder = !meets(old, new_);
  const changes = [...addedOrChanged(level, before, after, harder), ...removed(level, before, after, harder)];
  // Where its parts do not say it all, as when "any" becomes "all".
  const said = changes.some(({ takesAway }) => takesAway) || !harder;
  const isOther = harder || !meets(new_, old);
  if (said && (changes.length > 0 || !isOther)) return changes;
  const [was, is] = [printExpression(old), printExpression(new_)];
  return [...changes, { code: "requirement-rewritten", takesAway: !said, level, before: was, after: is }];
}

function addedOrChanged(level: string, before: Asked, after: Asked, harder: boolean): LadderChange[] {
  const known = byMeasure(before.asked);
  return [...byMeasure(after.asked)].flatMap(([measure, comparison]): LadderChange[] => {
    const one = known.get(measure);
    if (one === undefined) {
      const takesAway = harder && !isWay(after.asked, comparison);
      return [{ code: "requirement-added", takesAway, level, ...about(after, comparison) }];
    }
    const [was, is] = [writeAmounts(amountsOf(one.amounts)), writeAmounts(amountsOf(comparison.amounts))];
    const { operator } = comparison;
    if (one.operator === operator && sameAmounts(was, is)) return [];
    const takesAway = harder && !meets(one, comparison);
    const label = labelOf(after.of, measure);
    const threshold = { level, measure, label, operator };
    return [{ code: "threshold-changed", takesAway, ...threshold, before: was, after: is }];
  });
}

function removed(level: string, before: Asked, after: Asked, harder: boolean): LadderChange[] {
  const still = byMeasure(after.asked);
  const gone = [...byMeasure(before.asked)]
    .filter(([measure]) => !still.has(measure))
    .map(([, comparison]) => comparison);
  // A choice that is asked for no more is nobody's loss; one that has fewer ways is.
  const rest = without(before.asked, gone);
  const isLess = rest === null || meets(before.asked, rest);
  return gone.map((comparison) => {
    const takesAway = harder && !isLess && isWay(before.asked, comparison);
    return { code: "requirement-removed", takesAway, level, ...about(before, comparison) };
  });
}

function about({ asked, of }: Asked, comparison: Comparison) {
  const { measure, operator, amounts } = comparison;
  const choice = !conjunctsOf(asked).includes(comparison);
  return {
    measure,
    label: labelOf(of, measure),
    operator,
    choice,
    amounts: writeAmounts(amountsOf(amounts)),
  };
}

/** Whether a comparison is one of several ways: whoever meets the rest without it meets all of it. */
function isWay(expression: Expression, comparison: Comparison): boolean {
  const rest = without(expression, [comparison]);
  return rest !== null && meets(rest, expression);
}

/** What is left of an expression without some of its comparisons; null where nothing is. */
function without(expression: Expression, some: readonly Comparison[]): Expression | null {
  switch (expression.kind) {
    case "compare":
      return some.includes(expression) ? null : expression;
    case "points": {
      const parts = expression.parts.flatMap((part) => {
        const of = without(part.of, some);
        return of === null ? [] : [{ ...part, of }];
      });
      return parts.length === 0 ? null : { ...expression, parts };
    }
    default: {
      const of = expression.of.map((part) => without(part, some)).filter((part) => part !== null);
      return of.length === 0 ? null : { ...expression, of };
    }
  }
}

/** Whether whoever meets one meets the other. */
function meets(one: Expression, other: Expression): boolean {
  return implies(requirementOf(one), requirementOf(other));
}

function byMeasure(expression: Expression): Map<string, Comparison> {
  return new Map(comparisonsOf(expression).map((comparison) => [comparison.measure, comparison]));
}

function sameAmounts(one: Record<string, string>, other: Record<string, string>): boolean {
  const names = new Set([...Object.keys(one), ...Object.keys(other)]);
  return [...names].every((name) => one[name] === other[name]);
}

function labelOf({ measures }: LadderTwo, key: string): string {
  return measures.find((measure) => measure.key === key)?.label ?? key;
}
