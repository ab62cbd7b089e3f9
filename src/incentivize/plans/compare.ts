import { compareDecimals, parseDecimal } from "#platform/money/decimal.ts";
import type { RoundingMode } from "#platform/money/rounding.ts";
import type { Basis, Beneficiary, Component, PlanRules } from "./contract.ts";

/** One thing in which two versions of a plan differ, as a code with its values; `null` for what is not there. */
export type Difference =
  | { code: "currency"; params: { from: string; to: string } }
  | { code: "hold"; params: { from: number; to: number } }
  | { code: "component-added"; params: { label: string } }
  | { code: "component-ended"; params: { label: string } }
  | { code: "label"; params: { from: string; to: string } }
  | { code: "beneficiary"; params: { label: string; from: Beneficiary; to: Beneficiary } }
  | { code: "basis"; params: { label: string; from: Basis; to: Basis } }
  | {
      code: "rate";
      params: { label: string; series: string | null; from: string | null; to: string | null };
    }
  | {
      code: "multiplier";
      params: { label: string; level: string; from: string | null; to: string | null };
    }
  | { code: "ladder"; params: { label: string; from: string | null; to: string | null } }
  | { code: "rounding"; params: { label: string; from: RoundingMode; to: RoundingMode } };

/** Everything in which a version pays otherwise than the one before it; decimals are compared by value. */
export function differences(before: PlanRules, after: PlanRules): Difference[] {
  const found: Difference[] = [];
  if (before.currency !== after.currency) {
    found.push({ code: "currency", params: { from: before.currency, to: after.currency } });
  }
  if (before.hold.days !== after.hold.days) {
    found.push({ code: "hold", params: { from: before.hold.days, to: after.hold.days } });
  }
  for (const component of after.components) {
    const earlier = before.components.find(({ key }) => key === component.key);
    if (earlier) found.push(...componentDifferences(earlier, component));
    else found.push({ code: "component-added", params: { label: component.label } });
  }
  for (const { key, label } of before.components) {
    if (!after.components.some((component) => component.key === key)) {
      found.push({ code: "component-ended", params: { label } });
    }
  }
  return found;
}

function componentDifferences(before: Component, after: Component): Difference[] {
  const { label } = after;
  const found: Difference[] = [];
  if (before.label !== label) found.push({ code: "label", params: { from: before.label, to: label } });
  if (!sameBeneficiary(before.beneficiary, after.beneficiary)) {
    found.push({ code: "beneficiary", params: { label, from: before.beneficiary, to: after.beneficiary } });
  }
  if (before.basis !== after.basis) {
    found.push({ code: "basis", params: { label, from: before.basis, to: after.basis } });
  }
  const [from, to] = [before.multiplier?.ladder ?? null, after.multiplier?.ladder ?? null];
  if (from !== to) found.push({ code: "ladder", params: { label, from, to } });
  if (before.rounding.mode !== after.rounding.mode) {
    found.push({
      code: "rounding",
      params: { label, from: before.rounding.mode, to: after.rounding.mode },
    });
  }
  for (const change of changes(ratesOf(before), ratesOf(after))) {
    found.push({ code: "rate", params: { label, series: change.name, from: change.from, to: change.to } });
  }
  for (const change of changes(factorsOf(before), factorsOf(after))) {
    if (change.name === null) continue;
    found.push({
      code: "multiplier",
      params: { label, level: change.name, from: change.from, to: change.to },
    });
  }
  return found;
}

function sameBeneficiary(one: Beneficiary, other: Beneficiary): boolean {
  if (one.who === "owner" || other.who === "owner") return one.who === other.who;
  return one.edge === other.edge;
}

type Decimals = ReadonlyMap<string | null, string>;

function ratesOf({ rate }: Component): Decimals {
  return rate.kind === "flat" ? new Map([[null, rate.rate]]) : new Map(Object.entries(rate.rates));
}

function factorsOf({ multiplier }: Component): Decimals {
  return new Map(Object.entries(multiplier?.by ?? {}));
}

interface Change {
  name: string | null;
  from: string | null;
  to: string | null;
}

/** What came, went or has another value. */
function changes(before: Decimals, after: Decimals): Change[] {
  return [...new Set([...after.keys(), ...before.keys()])]
    .map((name) => ({ name, from: before.get(name) ?? null, to: after.get(name) ?? null }))
    .filter(({ from, to }) => from === null || to === null || !sameDecimal(from, to));
}

/** Text that is no decimal, as a draft may hold while it is typed, is compared as it stands. */
function sameDecimal(one: string, other: string): boolean {
  if (one === other) return true;
  const isDecimal = (text: string) => /^\d+(\.\d+)?$/.test(text);
  if (!isDecimal(one) || !isDecimal(other)) return false;
  return compareDecimals(parseDecimal(one), parseDecimal(other)) === 0;
}
