import {
  boundsOf,
  type LadderOne,
  type LadderVersion,
  levelAt,
  tierWindow,
} from "#ecosystem/ladders/contract.ts";
import { exponentOf } from "#platform/money/currency.ts";
import { addDecimals, type Decimal, formatDecimal, parseDecimal } from "#platform/money/decimal.ts";
import { parseDay } from "#platform/time/day.ts";
import type { Component, PlanVersion } from "./contract.ts";

/** A plan version made ready for many wins: every decimal is parsed once, every lookup is a map. */
export interface CompiledPlan {
  readonly version: PlanVersion;
  readonly currency: string;
  /** Digits of the currency's minor unit. */
  readonly exponent: number;
  readonly components: ReadonlyMap<string, CompiledComponent>;
  /** The ladder versions that a win's tier may come from, by id. */
  readonly ladders: ReadonlyMap<string, CompiledLadder>;
  /** The share of the win that counts for its owner. */
  readonly ownersShare: Factor;
  readonly readsLines: boolean;
  /** The name of the ladder that multipliers read; null when there is none. */
  readonly readsLadder: string | null;
}

export interface CompiledComponent {
  readonly rule: Component;
  /** The one rate, or null when it depends on the series. */
  readonly flatRate: Factor | null;
  readonly rateOfSeries: ReadonlyMap<string, Factor>;
  /** Null when no tier is read. */
  readonly factorOfLevel: ReadonlyMap<string, Factor> | null;
}

/** A number as the plan writes it, and its value. */
export interface Factor {
  readonly text: string;
  readonly value: Decimal;
}

export interface CompiledLadder {
  readonly version: LadderVersion;
  /** From the base upwards. */
  readonly levels: readonly string[];
  /** Null for a ladder of the second format, whose levels reviews decide. */
  readonly bounds: CompiledBounds | null;
}

export interface CompiledBounds {
  readonly levelOf: (basisMinor: bigint) => string;
  /** The window for a close on that day; all days `YYYY-MM-DD`, half-open. */
  readonly windowFor: (closedOn: string) => { from: string; until: string };
}

/** Prepares a plan version whose rules were read by `readPlan`. */
export function compile(version: PlanVersion): CompiledPlan {
  const { rules, ladders } = version;
  const readsLadder = rules.components.find(({ multiplier }) => multiplier)?.multiplier?.ladder ?? null;
  const ownersShare = rules.payCredit.map(({ share }) => parseDecimal(share)).reduce(addDecimals);
  return {
    version,
    currency: rules.currency,
    exponent: exponentOf(rules.currency),
    components: new Map(rules.components.map((component) => [component.key, compileComponent(component)])),
    ladders: new Map(
      ladders
        .filter(({ ladder }) => ladder.name === readsLadder)
        .map((ladder) => [ladder.id, compileLadder(ladder)]),
    ),
    ownersShare: { text: formatDecimal(ownersShare), value: ownersShare },
    readsLines: rules.components.some(({ basis }) => basis === "line value"),
    readsLadder,
  };
}

function compileComponent(rule: Component): CompiledComponent {
  const { rate, multiplier } = rule;
  return {
    rule,
    flatRate: rate.kind === "flat" ? factor(rate.rate) : null,
    rateOfSeries: rate.kind === "by-series" ? factors(rate.rates) : new Map(),
    factorOfLevel: multiplier ? factors(multiplier.by) : null,
  };
}

function compileLadder(version: LadderVersion): CompiledLadder {
  const { ladder } = version;
  const levels = [ladder.base, ...ladder.levels.map(({ level }) => level)];
  return { version, levels, bounds: ladder.format === "hanse-ladder/1" ? compileBounds(ladder) : null };
}

function compileBounds(ladder: LadderOne): CompiledBounds {
  const bounds = boundsOf(ladder);
  const windows = new Map<string, { from: string; until: string }>();
  return {
    levelOf: (basisMinor) => levelAt(ladder, bounds, basisMinor),
    windowFor: (closedOn) => {
      const month = closedOn.slice(0, 7);
      const known = windows.get(month);
      if (known) return known;
      const { from, until } = tierWindow(ladder, parseDay(closedOn));
      const window = { from: from.toString(), until: until.toString() };
      windows.set(month, window);
      return window;
    },
  };
}

function factors(written: Record<string, string>): Map<string, Factor> {
  return new Map(Object.entries(written).map(([name, text]) => [name, factor(text)]));
}

function factor(text: string): Factor {
  return { text, value: parseDecimal(text) };
}
