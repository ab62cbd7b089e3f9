import type { Amounts, Measured } from "./amounts.ts";
import type { LadderRules, Requirement } from "./rules.ts";

/** Where a threshold is said: in the program itself, or in an override for a region or a country. */
export interface ThresholdScope {
  readonly kind: "global" | "region" | "country";
  readonly key: string;
}
export const globally: ThresholdScope = { kind: "global", key: "" };

/** What is asked for in place of what the ladder says. */
export interface Threshold {
  readonly amounts: Amounts;
  readonly scope: ThresholdScope;
}

/** The threshold that an override sets for a level's measure; null where the ladder's own holds. */
export type Thresholds = (level: string, measure: string) => Threshold | null;
export const noThresholds: Thresholds = () => null;

/** One comparison held against what was measured. */
export interface Compared {
  readonly kind: "compare";
  readonly met: boolean;
  readonly measure: string;
  readonly operator: ">=" | "<=";
  readonly have: Amounts;
  readonly need: Amounts;
  readonly scope: ThresholdScope;
}

/** A requirement held against what was measured, part for part as it is written. */
export type Reached =
  | Compared
  | { readonly kind: "all" | "any"; readonly met: boolean; readonly of: readonly Reached[] }
  | {
      readonly kind: "points";
      readonly met: boolean;
      readonly atLeast: number;
      readonly have: number;
      readonly parts: readonly { readonly points: number; readonly of: Reached }[];
    };

/**
 * Holds a requirement against what was measured. At least: reached in whichever currency reaches it. At most: kept in
 * every currency there is something in; one for which no amount is written may have nothing. Nothing is converted.
 */
export function reach(
  requirement: Requirement,
  measured: Measured,
  threshold: (measure: string) => Threshold | null = () => null,
): Reached {
  switch (requirement.kind) {
    case "compare": {
      const { measure, operator } = requirement;
      const set = threshold(measure);
      const need = set?.amounts ?? requirement.need;
      const have = measured[measure] ?? {};
      const met = operator === ">=" ? reachesAny(have, need) : keepsAll(have, need);
      return { kind: "compare", met, measure, operator, have, need, scope: set?.scope ?? globally };
    }
    case "points": {
      const { atLeast } = requirement;
      const parts = requirement.parts.map(({ points, of }) => ({
        points,
        of: reach(of, measured, threshold),
      }));
      const have = parts.reduce((sum, { points, of }) => sum + (of.met ? points : 0), 0);
      return { kind: "points", met: have >= atLeast, atLeast, have, parts };
    }
    default: {
      const of = requirement.of.map((part) => reach(part, measured, threshold));
      const met = requirement.kind === "all" ? of.every((part) => part.met) : of.some((part) => part.met);
      return { kind: requirement.kind, met, of };
    }
  }
}

function reachesAny(have: Amounts, need: Amounts): boolean {
  for (const currency in need) if ((have[currency] ?? 0n) >= (need[currency] ?? 0n)) return true;
  return false;
}

function keepsAll(have: Amounts, most: Amounts): boolean {
  for (const currency in have) if ((have[currency] ?? 0n) > (most[currency] ?? 0n)) return false;
  return true;
}

/** By currency, how much more (at least) or less (at most) there would have to be; none once it is met. */
export function missingOf({ met, operator, have, need }: Compared): Amounts {
  if (met) return {};
  const sign = operator === ">=" ? 1n : -1n;
  const currencies = operator === ">=" ? Object.keys(need) : Object.keys(have);
  const off = currencies.map((currency) => {
    const difference = (need[currency] ?? 0n) - (have[currency] ?? 0n);
    return [currency, sign * difference] as const;
  });
  return Object.fromEntries(off.filter(([, amount]) => amount > 0n));
}

/** What a level asks for, held against what was measured; null for the base, which asks for nothing. */
export function reachLevel(
  rules: LadderRules,
  level: string,
  measured: Measured,
  thresholds: Thresholds = noThresholds,
): Reached | null {
  const found = rules.levels.find((one) => one.level === level);
  if (found === undefined) return null;
  return reach(found.requires, measured, (measure) => thresholds(level, measure));
}

/** The conditions of good standing, held against what was measured. */
export function reachGoodStanding(rules: LadderRules, measured: Measured): Reached[] {
  return rules.goodStanding.map((requirement) => reach(requirement, measured));
}

/** All comparisons of a requirement, in the order in which they are written. */
export function comparedOf(reached: Reached): Compared[] {
  switch (reached.kind) {
    case "compare":
      return [reached];
    case "points":
      return reached.parts.flatMap(({ of }) => comparedOf(of));
    default:
      return reached.of.flatMap(comparedOf);
  }
}
