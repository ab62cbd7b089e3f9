import type { Template } from "./parts.ts";
import { advisor, affiliate, alliance, influencer, masterAgent } from "./referring.ts";
import { distributor, integrator, msp, reseller } from "./selling.ts";

const makers = {
  "reseller-var": reseller,
  msp,
  "systems-integrator": integrator,
  distributor,
  "master-agent": masterAgent,
  "technology-alliance": alliance,
  affiliate,
  influencer,
  advisor,
} as const;

export type TemplateKey = keyof typeof makers;
export const templateKeys = [
  "reseller-var",
  "msp",
  "systems-integrator",
  "distributor",
  "master-agent",
  "technology-alliance",
  "affiliate",
  "influencer",
  "advisor",
] as const satisfies readonly TemplateKey[];

/** A whole program to begin with, its amounts in a currency. */
export function template(key: TemplateKey, currency: string): Template {
  return makers[key](currency);
}
