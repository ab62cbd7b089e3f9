import type { Ladder } from "#ecosystem/ladders/contract.ts";
import { multiplyDecimals, parseDecimal, toRational } from "#platform/money/decimal.ts";
import { type Money, money } from "#platform/money/money.ts";
import { roundRational } from "#platform/money/rounding.ts";
import type { PlanRules } from "./contract.ts";
import { describePlan } from "./describe.ts";

/** What a plan pays the owner of a deal for a product, at a tier: a share of its value. */
export interface OwnRate {
  /** The component's label. */
  label: string;
  /** Exact, `0.0625` for 6.25 %. */
  rate: string;
}

/** The owner's rates for a series at a level, one per component; of a component without a multiplier its plain rate. */
export function ownRates(
  rules: PlanRules,
  ladders: readonly Ladder[],
  series: string,
  level: string | undefined,
): OwnRate[] {
  const description = describePlan(rules, ladders);
  return rules.components.flatMap((component, index) => {
    if (component.beneficiary.who !== "owner") return [];
    const { rate } = component;
    const base = rate.kind === "flat" ? rate.rate : rate.rates[series];
    if (base === undefined) return [];
    const effective = description.components[index]?.effectiveRates.find(
      (one) => one.series === (rate.kind === "flat" ? null : series),
    );
    const atLevel = effective?.atLevel.find((one) => one.level === level)?.rate;
    return [{ label: component.label, rate: atLevel ?? base }];
  });
}

/** What a price times a quantity would earn at a rate, rounded half-even to the smallest unit. */
export function outlookOf(price: Money, quantity: number, rate: string): Money {
  const exact = toRational(multiplyDecimals(parseDecimal(String(quantity)), parseDecimal(rate)));
  return money(roundRational(price.minor * exact.numerator, exact.denominator, "half-even"), price.currency);
}
