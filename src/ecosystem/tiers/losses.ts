import type { Benefit, ProgramChanges, ProgramDocument, TermsChange, Track } from "../programs/contract.ts";

/** Where somebody is in a program. */
interface At {
  level: string;
  track: Track;
}

/** What somebody has less of by the next version of a program. */
export interface Losses {
  /** Labels of benefits. */
  benefits: string[];
  /** Whether there is anything else: a shorter protection, another agreement, a plan less. */
  others: boolean;
}

/**
 * What a version takes from somebody who keeps its level and its track. Who loses its level, or is left out, is not asked
 * about here. What regions say otherwise is left aside.
 */
export function lossesAt(
  before: ProgramDocument,
  after: ProgramDocument,
  away: ProgramChanges,
  at: At,
): Losses {
  const now = after.tracks.find(({ key }) => key === at.track.key);
  const held = before.benefits.filter((benefit) => has(benefit, at)).map(({ label }) => label);
  const benefits = away.terms.flatMap((change) => benefitsLost(change, at.level, now?.label, held));
  const others = now === undefined || away.terms.some((change) => isOther(change, at.level, now.label));
  return { benefits: [...new Set(benefits)], others };
}

function has({ key, values }: Benefit, { level, track }: At): boolean {
  const listed = track.tiers[level]?.benefits;
  return values[level] !== undefined && (listed === undefined || listed.includes(key));
}

function benefitsLost(
  change: TermsChange,
  level: string,
  track: string | undefined,
  held: readonly string[],
): string[] {
  switch (change.code) {
    case "benefit-value-changed":
      return change.level === level && held.includes(change.benefit) ? [change.benefit] : [];
    case "benefit-removed":
    case "benefit-counted-otherwise":
    case "benefit-request-changed":
    case "benefit-valid-changed":
      return held.includes(change.benefit) ? [change.benefit] : [];
    case "track-benefits-changed":
      return change.level === level && change.track === track ? change.lost : [];
    default:
      return [];
  }
}

function isOther(change: TermsChange, level: string, track: string): boolean {
  if (change.code === "track-names-changed") return change.track === track;
  return change.code === "track-protection-changed" && change.track === track && change.level === level;
}
