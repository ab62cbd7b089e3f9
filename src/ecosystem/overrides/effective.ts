import { globalScope, type Scope } from "../places/contract.ts";
import type { ParameterValue } from "./value.ts";

/** An approved override, from a day up to another; cut where somebody ended it before its time. */
export interface Override {
  id: string;
  scope: { kind: "country" | "region"; key: string };
  /** How the place was called when it was proposed. A country has its code. */
  scopeLabel: string;
  parameter: string;
  value: ParameterValue;
  reason: string;
  approvedBy: string;
  /** Days as `YYYY-MM-DD`; `until` is the first day on which it does not hold. */
  from: string;
  until: string;
}

/** What holds somewhere, and which level says so: a country, a region, or the program itself for all. */
export interface Effective {
  value: ParameterValue | null;
  scope: Scope;
  override: Override | null;
}

/**
 * What holds of a parameter at a place: the nearest scope that says something wins, else the program's own value.
 * @param chain the place's scopes, the nearest first, with the global one at the end
 * @param overrides those in force on the day in question, of one program; one place says one thing of a parameter
 */
export function effective(
  parameter: string,
  globalValue: ParameterValue | null,
  chain: readonly Scope[],
  overrides: readonly Override[],
): Effective {
  const about = overrides.filter((one) => one.parameter === parameter);
  for (const scope of chain) {
    const said = about.find((one) => one.scope.kind === scope.kind && one.scope.key === scope.key);
    if (said !== undefined) return { value: said.value, scope, override: said };
  }
  return { value: globalValue, scope: globalScope, override: null };
}

/** Those that hold on a day. */
export function inForceOn(overrides: readonly Override[], day: string): Override[] {
  return overrides.filter(({ from, until }) => from <= day && day < until);
}

/**
 * The overrides with which a draft is tried over the past: one that begins on `since` or later belongs to what is tried
 * and holds from the replay's first day on, in place of what its place said of the parameter before.
 */
export function heldThroughout(
  overrides: readonly Override[],
  { since, from }: { since: string; from: string },
): { overrides: Override[]; assumed: number } {
  const subject = ({ scope, parameter }: Override) => `${scope.kind} ${scope.key} ${parameter}`;
  const first = new Map<string, Override>();
  for (const one of overrides) {
    if (one.from >= since && one.from > from && !first.has(subject(one))) first.set(subject(one), one);
  }
  const others = overrides.filter((one) => {
    const coming = first.get(subject(one));
    return coming === undefined || one.from > coming.from;
  });
  return {
    overrides: [...others, ...[...first.values()].map((one) => ({ ...one, from }))],
    assumed: first.size,
  };
}
