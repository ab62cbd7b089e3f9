import type { Measured } from "./quantity.ts";

/*
 * What a partner is entitled to: a function of the level in force, the track, what its region says otherwise, and good
 * standing. Pure, so that the page, a decision, a comparison of two versions and a back-test ask the same function.
 */

/** What a program says of a benefit, as far as entitlement depends on it. */
export interface BenefitTerms extends Measured {
  key: string;
  values: Readonly<Partial<Record<string, string>>>;
}

/** What a track says of levels: the keys of the benefits that it gives there, all where it names none. */
export interface TrackTerms {
  tiers: Readonly<Partial<Record<string, { benefits?: readonly string[] | undefined }>>>;
}

/** What holds of a benefit's value at a level, and where that comes from. */
export interface Held<From> {
  value: string | null;
  from: From;
}

/** What holds at a level for a partner's place: the nearest region that says something, else the program. */
export type Resolve<From> = (benefitKey: string, level: string, programSays: string | null) => Held<From>;

export interface Entitlement<B, From> {
  benefit: B;
  level: string;
  /** What the partner has; null: its level, or its track, gives none. */
  value: string | null;
  from: From;
  /** What the program gives at this level where no region says otherwise. */
  programSays: string | null;
  /** It is given, but nothing of it may be had while the partner is not in good standing. */
  rests: boolean;
  /** The next level that gives something else; null where none does. */
  next: { level: string; value: string } | null;
}

export interface Situation<B, From> {
  benefits: readonly B[];
  track: TrackTerms;
  /** All levels, the lowest first. */
  levels: readonly string[];
  level: string;
  inGoodStanding: boolean;
  resolve: Resolve<From>;
}

/** Of each benefit of a program what a partner is entitled to, also of those that it does not have. */
export function entitlements<B extends BenefitTerms, From>(
  situation: Situation<B, From>,
): Entitlement<B, From>[] {
  const { benefits, levels, level, inGoodStanding } = situation;
  const above = levels.slice(levels.indexOf(level) + 1);
  return benefits.map((benefit) => {
    const held = heldAt(situation, benefit, level);
    const higher = above.map((one) => ({ level: one, value: heldAt(situation, benefit, one).value }));
    const next = higher.find(({ value }) => value !== null && value !== held.value);
    return {
      benefit,
      level,
      ...held,
      programSays: benefit.values[level] ?? null,
      rests: held.value !== null && !inGoodStanding,
      next: next === undefined || next.value === null ? null : { level: next.level, value: next.value },
    };
  });
}

function heldAt<B extends BenefitTerms, From>(
  { track, resolve }: Situation<B, From>,
  benefit: B,
  level: string,
): Held<From> {
  const held = resolve(benefit.key, level, benefit.values[level] ?? null);
  const named = track.tiers[level]?.benefits;
  const isGiven = named === undefined || named.includes(benefit.key);
  return isGiven ? held : { value: null, from: held.from };
}
