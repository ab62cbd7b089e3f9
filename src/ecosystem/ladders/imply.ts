import type { Amounts } from "./amounts.ts";
import { type Comparison, conjunctsOf, type Expression, type Place, printAmounts } from "./expression.ts";
import { type Requirement, requirementOf } from "./rules.ts";

/*
 * What follows from a requirement by its form alone. "No" may mean "cannot be told"; "yes" is always true, so that
 * nothing is refused which somebody could reach.
 */

type Compare = Extract<Requirement, { kind: "compare" }>;

/** Whether whoever meets `one` meets `other` as well. */
export function implies(one: Requirement, other: Requirement): boolean {
  return follows([one], [], other, { left: 20_000 });
}

/**
 * Whether `other` holds wherever all of `given` and of `known` do: every way in which `given` can be met is followed
 * until only comparisons are left. Looks at so many ways and no more.
 */
function follows(
  given: readonly Requirement[],
  known: readonly Compare[],
  other: Requirement,
  ways: { left: number },
): boolean {
  const [first, ...rest] = given;
  if (first === undefined) return followsFrom(known, other);
  ways.left -= 1;
  if (ways.left < 0) return false;
  switch (first.kind) {
    case "compare":
      return follows(rest, [...known, first], other, ways);
    case "all":
      return follows([...first.of, ...rest], known, other, ways);
    case "any":
      return first.of.every((part) => follows([part, ...rest], known, other, ways));
    case "points":
      return leastSets(first).every((set) => follows([...set, ...rest], known, other, ways));
  }
}

function followsFrom(known: readonly Compare[], other: Requirement): boolean {
  switch (other.kind) {
    case "compare":
      return known.some((one) => compareImplies(one, other));
    case "all":
      return other.of.every((part) => followsFrom(known, part));
    case "any":
      return other.of.some((part) => followsFrom(known, part));
    case "points": {
      const sure = other.parts.filter(({ of }) => followsFrom(known, of));
      return sure.reduce((sum, { points }) => sum + points, 0) >= other.atLeast;
    }
  }
}

/** The smallest sets of parts that give the points; each is a way to meet the requirement. At most 2^12 are looked at. */
function leastSets({ atLeast, parts }: Extract<Requirement, { kind: "points" }>): Requirement[][] {
  const sets: Requirement[][] = [];
  for (let bits = 1; bits < 2 ** parts.length; bits += 1) {
    const chosen = parts.filter((_, index) => ((bits >> index) & 1) === 1);
    const sum = chosen.reduce((total, { points }) => total + points, 0);
    if (sum >= atLeast && chosen.every(({ points }) => sum - points < atLeast)) {
      sets.push(chosen.map(({ of }) => of));
    }
  }
  return sets;
}

function compareImplies(one: Compare, other: Compare): boolean {
  if (one.measure !== other.measure || one.operator !== other.operator) return false;
  if (one.operator === ">=") {
    return Object.entries(one.need).every(([currency, amount]) => {
      const asked = other.need[currency];
      return asked !== undefined && amount >= asked;
    });
  }
  const currencies = new Set([...Object.keys(one.need), ...Object.keys(other.need)]);
  return [...currencies].every((currency) => (one.need[currency] ?? 0n) <= (other.need[currency] ?? 0n));
}

/** Whether somebody can meet a requirement while all of `always` hold. */
export function satisfiable(requirement: Requirement, always: readonly Requirement[]): boolean {
  const most = limitsOf(always);
  return possible(requirement, most);
}

type Limits = ReadonlyMap<string, readonly Amounts[]>;

/** What may be at most there of a measure wherever `always` hold. */
function limitsOf(always: readonly Requirement[]): Limits {
  const limits = new Map<string, Amounts[]>();
  const collect = (requirement: Requirement) => {
    if (requirement.kind === "all") requirement.of.forEach(collect);
    if (requirement.kind === "compare" && requirement.operator === "<=") {
      limits.set(requirement.measure, [...(limits.get(requirement.measure) ?? []), requirement.need]);
    }
  };
  always.forEach(collect);
  return limits;
}

function possible(requirement: Requirement, limits: Limits): boolean {
  switch (requirement.kind) {
    case "compare": {
      if (requirement.operator === "<=") return true;
      const { need, measure } = requirement;
      return (limits.get(measure) ?? []).every((limit) => !excludes(limit, need));
    }
    case "points": {
      const open = requirement.parts.filter(({ of }) => possible(of, limits));
      return open.reduce((sum, { points }) => sum + points, 0) >= requirement.atLeast;
    }
    case "all":
      return requirement.of.every((part) => possible(part, limits));
    case "any":
      return requirement.of.some((part) => possible(part, limits));
  }
}

/** Whether a limit leaves no currency in which the amount can be reached. */
function excludes(limit: Amounts, need: Amounts): boolean {
  return Object.entries(need).every(([currency, amount]) => amount > (limit[currency] ?? 0n));
}

/** Two comparisons of one "all" that cannot both hold, in words; null where there are none. */
export function contradictionIn(expression: Expression): { sentence: string; at: Place } | null {
  if (expression.kind === "compare") return null;
  const below = expression.kind === "points" ? expression.parts.map(({ of }) => of) : expression.of;
  if (expression.kind === "all") {
    const together = conjunctsOf(expression);
    for (const least of together.filter(({ operator }) => operator === ">=")) {
      const most = together.find(
        (one) => one.operator === "<=" && one.measure === least.measure && clash(least, one),
      );
      if (most === undefined) continue;
      const sentence = `"${least.measure}" cannot be at least ${printAmounts(least.amounts)} and at most ${printAmounts(most.amounts)}. Change one of the two.`;
      return { sentence, at: least.at };
    }
  }
  for (const part of below) {
    const found = contradictionIn(part);
    if (found !== null) return found;
  }
  return null;
}

function clash(least: Comparison, most: Comparison): boolean {
  try {
    const [need, limit] = [requirementOf(least), requirementOf(most)];
    return need.kind === "compare" && limit.kind === "compare" && excludes(limit.need, need.need);
  } catch {
    // An amount that cannot be read is told on its own.
    return false;
  }
}
