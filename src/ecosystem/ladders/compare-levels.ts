import { amountsOf, writeAmounts } from "./amounts.ts";
import type { LadderChange } from "./changes.ts";
import {
  type Comparison,
  comparisonsOf,
  conjunctsOf,
  type Expression,
  parseExpression,
  printExpression,
} from "./expression.ts";
import { implies } from "./imply.ts";
import type { LadderTwo } from "./ladder.ts";
import { requirementOf } from "./rules.ts";

/** What changes in the levels and in what they ask for. */
export function levelChanges(before: LadderTwo, after: LadderTwo): LadderChange[] {
  const [old, new_] = [before.levels, after.levels].map((levels) => levels.map(({ level }) => level));
  const changes: LadderChange[] = [];
  if (before.base !== after.base) {
    changes.push({ code: "base-renamed", takesAway: true, before: before.base, after: after.base });
  }
  for (const level of old ?? []) {
    if (!new_?.includes(level)) changes.push({ code: "level-removed", takesAway: true, level });
  }
  for (const level of new_ ?? []) {
    if (!old?.includes(level)) changes.push({ code: "level-added", takesAway: false, level });
  }
  const [kept, keptNow] = [
    old?.filter((level) => new_?.includes(level)),
    new_?.filter((level) => old?.includes(level)),
  ];
  if (kept?.join("\n") !== keptNow?.join("\n")) {
    changes.push({ code: "levels-reordered", takesAway: true, before: kept ?? [], after: keptNow ?? [] });
  }
  for (const { level, requires } of after.levels) {
    const one = before.levels.find((candidate) => candidate.level === level);
    if (one !== undefined) changes.push(...requirementChanges(level, one.requires, requires, before, after));
  }
  return [...changes, ...standingChanges(before, after)];
}

function requirementChanges(
  level: string,
  textBefore: string,
  textAfter: string,
  before: LadderTwo,
  after: LadderTwo,
): LadderChange[] {
  const [old, new_] = [parseExpression(textBefore), parseExpression(textAfter)];
  if (printExpression(old) === printExpression(new_)) return [];
  const harder = !implies(requirementOf(old), requirementOf(new_));
  const changes: LadderChange[] = [];
  const [asked, asks] = [byMeasure(old), byMeasure(new_)];
  for (const [measure, comparison] of asks) {
    const one = asked.get(measure);
    const label = labelOf(after, measure);
    if (one === undefined) {
      const { operator, amounts } = comparison;
      const choice = !conjunctsOf(new_).includes(comparison);
      const added = { level, measure, label, operator, choice, amounts: writeAmounts(amountsOf(amounts)) };
      changes.push({ code: "requirement-added", takesAway: harder, ...added });
      continue;
    }
    const [was, is] = [writeAmounts(amountsOf(one.amounts)), writeAmounts(amountsOf(comparison.amounts))];
    if (one.operator === comparison.operator && sameAmounts(was, is)) continue;
    const takesAway = harder && !implies(requirementOf(one), requirementOf(comparison));
    const { operator } = comparison;
    changes.push({
      code: "threshold-changed",
      takesAway,
      level,
      measure,
      label,
      operator,
      before: was,
      after: is,
    });
  }
  for (const [measure, comparison] of asked) {
    if (asks.has(measure)) continue;
    const { operator, amounts } = comparison;
    const choice = !conjunctsOf(old).includes(comparison);
    const removed = { level, measure, label: labelOf(before, measure), operator, choice };
    const written = writeAmounts(amountsOf(amounts));
    changes.push({ code: "requirement-removed", takesAway: false, ...removed, amounts: written });
  }
  // Where its parts do not say it all, as when "any" becomes "all", or leaving a choice out makes it harder.
  const said = changes.some(({ takesAway }) => takesAway) || !harder;
  const isOther = harder || !implies(requirementOf(new_), requirementOf(old));
  if (!said || (changes.length === 0 && isOther)) {
    changes.push({
      code: "requirement-rewritten",
      takesAway: !said,
      level,
      before: printExpression(old),
      after: printExpression(new_),
    });
  }
  return changes;
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

function standingChanges(before: LadderTwo, after: LadderTwo): LadderChange[] {
  const canonical = (texts: readonly string[]) => texts.map((text) => printExpression(parseExpression(text)));
  const [old, new_] = [canonical(before.goodStanding), canonical(after.goodStanding)];
  return [
    ...new_
      .filter((requires) => !old.includes(requires))
      .map((requires) => ({ code: "good-standing-added" as const, takesAway: true, requires })),
    ...old
      .filter((requires) => !new_.includes(requires))
      .map((requires) => ({ code: "good-standing-removed" as const, takesAway: false, requires })),
  ];
}
