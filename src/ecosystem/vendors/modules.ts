/*
 * What a vendor can do without. Everything that is not named here is the core: people, partners, accounts, products,
 * opportunities, facts, imports, notices and settings.
 */

export const moduleKeys = [
  "registration",
  "touchpoints",
  "programs",
  "incentives",
  "splits",
  "insight",
] as const;
export type ModuleKey = (typeof moduleKeys)[number];

/** What a module cannot do without: plans pay by a partner's tier, and a pay split shares what a deal earns. */
export const needs: Readonly<Record<ModuleKey, readonly ModuleKey[]>> = {
  registration: [],
  touchpoints: [],
  programs: [],
  incentives: ["programs"],
  splits: ["incentives"],
  insight: [],
};

export interface Need {
  module: ModuleKey;
  needs: ModuleKey;
}

/** The first need that a choice of what is off leaves open; null when everything that is on has what it needs. */
export function openNeed(off: readonly string[]): Need | null {
  for (const module of moduleKeys) {
    if (off.includes(module)) continue;
    const missing = needs[module].find((needed) => off.includes(needed));
    if (missing !== undefined) return { module, needs: missing };
  }
  return null;
}
