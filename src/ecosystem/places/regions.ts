/** Where a rule of a program can be adapted, and where what holds may come from: the nearest scope wins. */
export type Scope =
  | { kind: "country"; key: string }
  | { kind: "region"; key: string }
  | { kind: "global"; key: "" };

export interface Region {
  /** What programs and overrides call it. It never changes. */
  key: string;
  name: string;
  /** The key of the region that it lies in. */
  parent: string | null;
  /** Its own countries, as ISO 3166-1 alpha-2 codes, without those of the regions in it. */
  countries: readonly string[];
}

/** A vendor's regions: none lies in itself, and no country directly in two. */
export interface RegionTree {
  regions: ReadonlyMap<string, Region>;
  /** The region that a country lies in directly. */
  regionOf: ReadonlyMap<string, string>;
}

export const globalScope = { kind: "global", key: "" } as const satisfies Scope;

/**
 * The scopes that hold for a country, the nearest first: the country, its region, the regions that lies in, and last
 * the whole world, which is all that is left where the country is not known.
 */
export function chainOf(tree: RegionTree, country: string | null): Scope[] {
  if (country === null) return [globalScope];
  const chain: Scope[] = [{ kind: "country", key: country }];
  let region = tree.regionOf.get(country) ?? null;
  for (const seen = new Set<string>(); region !== null && !seen.has(region); ) {
    seen.add(region);
    chain.push({ kind: "region", key: region });
    region = tree.regions.get(region)?.parent ?? null;
  }
  return [...chain, globalScope];
}

/**
 * The regions that count nowhere after a change: what is gone, and what had countries, its own or those of regions in it,
 * and has none left.
 */
export function countNowhere(before: RegionTree, after: RegionTree): string[] {
  const [had, has] = [withCountries(before), withCountries(after)];
  return [...before.regions.keys()].filter(
    (key) => !after.regions.has(key) || (had.has(key) && !has.has(key)),
  );
}

function withCountries(tree: RegionTree): ReadonlySet<string> {
  return new Set(
    [...tree.regionOf.keys()].flatMap((country) => chainOf(tree, country).map(({ key }) => key)),
  );
}

/** Puts regions together as a tree. */
export function treeOf(regions: readonly Region[]): RegionTree {
  return {
    regions: new Map(regions.map((region) => [region.key, region])),
    regionOf: new Map(regions.flatMap(({ key, countries }) => countries.map((country) => [country, key]))),
  };
}
