import type { Tx } from "#platform/database/tx.ts";
import { isOff } from "#platform/modules.ts";
import { chainOf, type Scope } from "../../places/contract.ts";
import { regionTree } from "../../places/index.ts";
import { effective } from "../effective.ts";
import { overridesOn } from "./in-force.ts";

/** The days of protection that an approval gives, and who says so. */
export interface ProtectionDays {
  days: number;
  /** What is given where no place says otherwise. */
  globalDays: number;
  /** The place that says otherwise, and why; null where what is given to all holds. */
  place: { kind: "country" | "region"; key: string; label: string; reason: string } | null;
}

/** A program that the partner is in, and the days that it gives at the partner's level where no place says otherwise. */
export interface ProgramDays {
  programId: string;
  days: number;
}

/**
 * Days of protection for a customer in a country, as they are today: in each program the nearest place that says
 * something wins. Of several programs it is the one whose place is nearest, and of equally near ones the most days.
 * @param rulesDays what the rules of engagement give, to whoever is in no program
 */
export async function protectionDaysIn(
  tx: Tx,
  {
    country,
    rulesDays,
    programs,
  }: { country: string | null; rulesDays: number; programs: readonly ProgramDays[] },
): Promise<ProtectionDays> {
  const [first] = programs;
  if (first === undefined || isOff({ modules: ["programs"] }, tx.vendor))
    return { days: rulesDays, globalDays: rulesDays, place: null };
  const chain = chainOf(await regionTree(tx), country);
  const found: (ProtectionDays & { distance: number })[] = [];
  for (const one of programs) found.push(await inProgram(tx, one, chain));
  const [best] = found.toSorted((one, other) => one.distance - other.distance || other.days - one.days);
  if (best === undefined) return { days: rulesDays, globalDays: rulesDays, place: null };
  const { days, globalDays, place } = best;
  return { days, globalDays, place };
}

async function inProgram(tx: Tx, { programId, days: globalDays }: ProgramDays, chain: readonly Scope[]) {
  const overrides = await overridesOn(tx, programId, tx.today());
  const { value, scope, override } = effective("protection-days", null, chain, overrides);
  const distance = chain.findIndex(({ kind, key }) => kind === scope.kind && key === scope.key);
  if (override === null || value?.kind !== "days")
    return { days: globalDays, globalDays, place: null, distance };
  const place = { ...override.scope, label: override.scopeLabel, reason: override.reason };
  return { days: value.days, globalDays, place, distance };
}
