import { expand, type Ladder, type Measure } from "#ecosystem/ladders/contract.ts";
import { formatDecimal, multiplyDecimals, parseDecimal } from "#platform/money/decimal.ts";
import type { RoundingMode } from "#platform/money/rounding.ts";
import type { Component, Edge, PlanRules } from "./contract.ts";

/** One statement about a plan as a code with its values; labels are the vendor's own words. */
export type PlanStatement =
  | { code: "currency"; params: { currency: string } }
  | { code: "credit"; params: { share: string; to: "owner" } }
  | { code: "hold"; params: { days: number } }
  | { code: "pays-owner"; params: Record<string, never> }
  | { code: "pays-parent"; params: { edge: Edge } }
  | { code: "of-line-value"; params: Record<string, never> }
  | { code: "of-opportunity-value"; params: Record<string, never> }
  | { code: "flat-rate"; params: { rate: string } }
  | { code: "series-rate"; params: { rate: string; series: string } }
  | { code: "multiplier"; params: { factor: string; level: string } }
  | { code: "rounding"; params: { mode: RoundingMode } };

/** What the rate comes to at each level: rate × multiplier, exact. `series` is null for a flat rate. */
export interface EffectiveRate {
  readonly series: string | null;
  readonly atLevel: readonly { readonly level: string; readonly rate: string }[];
}

export interface ComponentDescription {
  readonly key: string;
  readonly label: string;
  readonly statements: readonly PlanStatement[];
  /** Empty for a component without a multiplier. */
  readonly effectiveRates: readonly EffectiveRate[];
}

/**
 * A ladder from the base upwards: for each level the bound from which it is reached, inclusive, or the requirement that
 * reviews hold against what they measure; neither for the base.
 */
export interface LadderDescription extends Pick<Ladder, "format" | "label" | "currency"> {
  /** What its requirements are about. */
  readonly measures: readonly Measure[];
  readonly levels: readonly {
    readonly level: string;
    readonly from: string | null;
    readonly requires: string | null;
  }[];
}

export interface PlanDescription {
  readonly statements: readonly PlanStatement[];
  readonly components: readonly ComponentDescription[];
  /** The ladders that the plan reads. */
  readonly ladders: readonly LadderDescription[];
}

/** A plan as data for a page that people read: statements in order, the rates they come to, the tiers they need. */
export function describePlan(rules: PlanRules, ladders: readonly Ladder[]): PlanDescription {
  const read = ladders.filter(({ name }) =>
    rules.components.some(({ multiplier }) => multiplier?.ladder === name),
  );
  return {
    statements: [
      { code: "currency", params: { currency: rules.currency } },
      ...rules.payCredit.map((params) => ({ code: "credit" as const, params })),
      { code: "hold", params: { days: rules.hold.days } },
    ],
    components: rules.components.map((component) => describeComponent(component, read)),
    ladders: read.map(describeLadder),
  };
}

function describeLadder(ladder: Ladder): LadderDescription {
  const { format, label, currency, base } = ladder;
  const levels =
    ladder.format === "hanse-ladder/1"
      ? ladder.levels.map(({ level, from }) => ({ level, from, requires: null }))
      : ladder.levels.map(({ level, requires }) => ({ level, from: null, requires }));
  const { measures } = expand(ladder);
  return {
    format,
    label,
    currency,
    measures,
    levels: [{ level: base, from: null, requires: null }, ...levels],
  };
}

function describeComponent(component: Component, ladders: readonly Ladder[]): ComponentDescription {
  const { key, label, beneficiary, basis, rate, multiplier, rounding } = component;
  const levels = levelsOf(component, ladders);
  const rates: PlanStatement[] =
    rate.kind === "flat"
      ? [{ code: "flat-rate", params: { rate: rate.rate } }]
      : Object.entries(rate.rates).map(([series, of]) => ({
          code: "series-rate",
          params: { rate: of, series },
        }));
  return {
    key,
    label,
    statements: [
      beneficiary.who === "owner"
        ? { code: "pays-owner", params: {} }
        : { code: "pays-parent", params: { edge: beneficiary.edge } },
      { code: basis === "line value" ? "of-line-value" : "of-opportunity-value", params: {} },
      ...rates,
      ...levels.map((params) => ({ code: "multiplier" as const, params })),
      { code: "rounding", params: { mode: rounding.mode } },
    ],
    effectiveRates: multiplier ? effectiveRates(component, levels) : [],
  };
}

/** Levels with their factors, from the base upwards. */
function levelsOf({ multiplier }: Component, ladders: readonly Ladder[]) {
  const ladder = ladders.find(({ name }) => name === multiplier?.ladder);
  if (!multiplier || !ladder) return [];
  const names = [ladder.base, ...ladder.levels.map(({ level }) => level)];
  return names.flatMap((level) => {
    const factor = multiplier.by[level];
    return factor === undefined ? [] : [{ factor, level }];
  });
}

function effectiveRates(
  { rate }: Component,
  levels: readonly { factor: string; level: string }[],
): EffectiveRate[] {
  const rates: [string | null, string][] =
    rate.kind === "flat" ? [[null, rate.rate]] : Object.entries(rate.rates);
  return rates.map(([series, base]) => ({
    series,
    atLevel: levels.map(({ factor, level }) => ({
      level,
      rate: formatDecimal(multiplyDecimals(parseDecimal(base), parseDecimal(factor))),
    })),
  }));
}
