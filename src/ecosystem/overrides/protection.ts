import type { Scope } from "../places/contract.ts";
import { effective, type Override } from "./effective.ts";

/** Whose country counts for the rules of deals. */
export type DealPlace = "customer-site" | "contracting-entity";

/** The days of protection that an approval gives, and who says so. */
export interface ProtectionDays {
  days: number;
  /** What is given where no place says otherwise. */
  globalDays: number;
  /** The place that says otherwise, and why; null where what is given to all holds. */
  place: { kind: "country" | "region"; key: string; label: string; reason: string } | null;
  /** The program that says so; null where it is the rules of engagement. */
  program: {
    name: string;
    /** The partner's level in it, where its track gives that level days of its own. */
    level: string | null;
    counts: DealPlace;
  } | null;
  /** What the partner's other programs would give, where that is something else. */
  passedOver: { program: string; days: number }[];
}

/** A program that the partner is in, with what it says. */
export interface ProgramDays {
  name: string;
  level: string | null;
  /** What it gives where no place says otherwise: its track at the level, else the rules of engagement. */
  days: number;
  counts: DealPlace;
  /** The scopes of the country that counts in it. */
  chain: readonly Scope[];
  /** Those of the program that hold today. */
  overrides: readonly Override[];
}

/**
 * The days of protection of a deal. In each program the nearest place that says something wins, over what a level gives
 * as well. Of several programs it is the one whose place is nearest (a country, a region, one above it, none), and of
 * equally near ones the most days.
 * @param rulesDays what the rules of engagement give, to whoever is in no program
 */
export function protectionDays(programs: readonly ProgramDays[], rulesDays: number): ProtectionDays {
  const [best, ...others] = programs
    .map(inProgram)
    .toSorted((one, other) => one.distance - other.distance || other.days - one.days);
  if (best === undefined)
    return { days: rulesDays, globalDays: rulesDays, place: null, program: null, passedOver: [] };
  const { days, globalDays, place, program } = best;
  const passedOver = others.flatMap((other) =>
    other.days === days ? [] : [{ program: other.program.name, days: other.days }],
  );
  const isSaid = place !== null || program.level !== null;
  return { days, globalDays, place, program: isSaid ? program : null, passedOver };
}

function inProgram({ name, level, days: globalDays, counts, chain, overrides }: ProgramDays) {
  const program = { name, level, counts };
  const { value, scope, override } = effective("protection-days", null, chain, overrides);
  if (override === null || value?.kind !== "days")
    return { days: globalDays, globalDays, place: null, program, distance: Number.POSITIVE_INFINITY };
  const place = { ...override.scope, label: override.scopeLabel, reason: override.reason };
  const distance = chain.findIndex(({ kind, key }) => kind === scope.kind && key === scope.key);
  return { days: value.days, globalDays, place, program, distance };
}
