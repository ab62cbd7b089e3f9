import type { Scope } from "../places/contract.ts";
import type { Criteria, ProgramDocument, Track } from "./document.ts";

/** What decides who a partner is to a program, on a day. */
export interface Who {
  types: readonly string[];
  /** The country of its main location. */
  country: string | null;
  specializations: readonly string[];
  /** The scopes of its country, the nearest first, with the global one at the end. */
  chain: readonly Scope[];
}

/** Whether a partner is in a program by itself. Criteria that name nothing let everybody in. */
export function meetsCriteria({ types, regions }: Criteria, who: Who): boolean {
  return named(types, who.types) && (regions.length === 0 || nearest(regions, who.chain) !== null);
}

/**
 * The track of a partner: of those it fits, the one that is the most specific. More of type, region and specialization
 * named goes before less; then the nearer region; then a specialization before a type; then the one written first,
 * which only decides for partners that fit both through different types or specializations. Null in a document that has
 * no default track, which none that is published lacks.
 */
export function trackOf({ tracks }: Pick<ProgramDocument, "tracks">, who: Who): Track | null {
  let best: { track: Track; rank: readonly number[] } | null = null;
  for (const track of tracks) {
    const rank = rankFor(track, who);
    if (rank !== null && (best === null || isAbove(rank, best.rank))) best = { track, rank };
  }
  return best?.track ?? tracks.find(({ isDefault }) => isDefault) ?? null;
}

/** How specific a track is to a partner, comparable from the first number on; null where the partner does not fit. */
function rankFor(track: Track, who: Who): number[] | null {
  if (track.isDefault) return null;
  const { types, regions, specializations } = track;
  const steps = regions.length === 0 ? who.chain.length : nearest(regions, who.chain);
  if (steps === null || !named(types, who.types) || !named(specializations, who.specializations)) return null;
  return [dimensionsOf(track).length, -steps, Number(specializations.length > 0)];
}

function isAbove(one: readonly number[], other: readonly number[]): boolean {
  const at = one.findIndex((value, index) => value !== other[index]);
  return at !== -1 && (one[at] ?? 0) > (other[at] ?? 0);
}

/** What a track is chosen by. */
export function dimensionsOf(track: Track): ("types" | "regions" | "specializations")[] {
  return (["types", "regions", "specializations"] as const).filter((one) => track[one].length > 0);
}

/** What two tracks both name, where a partner could fit both and neither is more specific; null where none can. */
export function tieBetween(one: Track, other: Track): { [dimension: string]: string[] } | null {
  if (one.isDefault || other.isDefault) return null;
  const dimensions = dimensionsOf(one);
  if (dimensions.join() !== dimensionsOf(other).join()) return null;
  const shared = dimensions.map((dimension) => {
    const theirs: readonly string[] = other[dimension];
    return [dimension, one[dimension].filter((value) => theirs.includes(value))] as const;
  });
  return shared.every(([, values]) => values.length > 0) ? Object.fromEntries(shared) : null;
}

function named(wanted: readonly string[], held: readonly string[]): boolean {
  return wanted.length === 0 || wanted.some((one) => held.includes(one));
}

/** How many steps up the nearest of the places is; null where none of them holds. */
function nearest(places: readonly string[], chain: readonly Scope[]): number | null {
  const steps = chain.findIndex(({ kind, key }) => kind !== "global" && places.includes(key));
  return steps === -1 ? null : steps;
}
