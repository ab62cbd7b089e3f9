import {
  type Amounts,
  type Ladder,
  ladderErrors,
  readAmounts,
  type Thresholds,
  withThresholds,
} from "../ladders/contract.ts";
import { chainOf, globalScope, type RegionTree, type Scope } from "../places/contract.ts";
import { effective, inForceOn, type Override } from "./effective.ts";
import type { ParameterValue } from "./value.ts";

/** What a ladder's levels ask for at a place, where the nearest scope says otherwise than the ladder, and which it is. */
export function thresholdsIn(chain: readonly Scope[], overrides: readonly Override[]): Thresholds {
  return (level, measure) => {
    const { value, scope } = effective(`threshold:${level}:${measure}`, null, chain, overrides);
    const amounts = amountsIn(value);
    return amounts === null ? null : { amounts, scope };
  };
}

/** What a value asks for; null where it is none of a threshold. */
export function amountsIn(value: ParameterValue | null): Amounts | null {
  if (value?.kind !== "threshold") return null;
  const written = value.amounts.map(({ number, currency }) => [currency ?? "", number] as const);
  return readAmounts(Object.fromEntries(written));
}

/** The ladder as it is for a place. */
function ladderAt(ladder: Ladder, chain: readonly Scope[], overrides: readonly Override[]): Ladder {
  const thresholds = thresholdsIn(chain, overrides);
  return withThresholds(ladder, (level, measure) => thresholds(level, measure)?.amounts ?? null);
}

/** Where the levels would contradict each other, and how. */
export interface Contradiction {
  scope: { kind: "country" | "region"; key: string };
  on: string;
  sentence: string;
}

/**
 * The first place and day on which a new override would make the levels contradict each other, together with the others
 * that hold there; null where it never does. Looks at the override's own place and at every place within it that says
 * something itself, on each day on which something begins.
 */
export function contradictionOf(
  ladder: Ladder,
  tree: RegionTree,
  fresh: Override,
  others: readonly Override[],
): Contradiction | null {
  const all = [...others, fresh].filter(({ parameter }) => parameter.startsWith("threshold:"));
  const places = new Map(all.map(({ scope }) => [`${scope.kind} ${scope.key}`, scope]));
  const days = new Set([fresh.from, ...all.map(({ from }) => from)]);
  for (const scope of places.values()) {
    const chain = chainOfPlace(tree, scope);
    if (!chain.some(({ kind, key }) => kind === fresh.scope.kind && key === fresh.scope.key)) continue;
    for (const on of [...days].toSorted()) {
      if (on < fresh.from || on >= fresh.until) continue;
      const [error] = ladderErrors(ladderAt(ladder, chain, inForceOn(all, on)));
      if (error !== undefined) return { scope, on, sentence: error.message };
    }
  }
  return null;
}

/** The scopes above a place, itself first. */
export function chainOfPlace(tree: RegionTree, scope: Override["scope"]): Scope[] {
  if (scope.kind === "country") return chainOf(tree, scope.key);
  const chain: Scope[] = [];
  let region: string | null = scope.key;
  for (const seen = new Set<string>(); region !== null && !seen.has(region); ) {
    seen.add(region);
    chain.push({ kind: "region", key: region });
    region = tree.regions.get(region)?.parent ?? null;
  }
  return [...chain, globalScope];
}
