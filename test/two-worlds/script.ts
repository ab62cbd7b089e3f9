import { extentFor } from "../matrix/askers.ts";
import { absentId, kinds, type Sample } from "../matrix/kinds.ts";
import { actOf } from "../matrix/policy.ts";
import { type Request, type Samples, split, type Target, usualRequest } from "../matrix/requests.ts";
import { anyPrefix, idKindsOf, idPlaces, shapeOf } from "../matrix/shape.ts";
import { dice } from "../oracle/random.ts";
import { type PersonName, partners, people } from "../world/cast.ts";
import { accounts, opportunities } from "../world/programme.ts";

/** One thing somebody tries; in each world it names the rows that are theirs there. */
export interface Step {
  label: string;
  target: Target;
  /** Replaces parts of the request that the person would usually send. */
  path?: Record<string, string>;
  query?: Record<string, string>;
  body?: unknown;
}

/** Ids of rows that the person does not see: of siblings, of another vendor, of nobody. */
export type Strangers = ReadonlyMap<string, readonly string[]>;

export function strangersOf(samples: Samples, who: PersonName): Strangers {
  return new Map(
    Object.keys(kinds).map((prefix) => {
      const { hidden, otherVendors } = split(samples, prefix, who, "down");
      const some: (Sample | undefined)[] = [hidden[0], hidden.at(-1), otherVendors[0]];
      return [prefix, [...some.flatMap((one) => (one === undefined ? [] : [one.id])), absentId(prefix)]];
    }),
  );
}

/** What people type who look for what others do. */
const curiosity = [
  ...Object.values(partners).flatMap((one) => [one.name, one.territory]),
  ...Object.values(accounts).map((one) => one.name),
  ...["Direct", "Ginster", "replacement", "CRM-", "%", "_", "'", "e"],
];
const days = ["2026-02-17", "2026-04-14", "2026-05-20", "2026-06-15"];
const months = ["2026-02", "2026-03", "2026-04", "2026-05", "2026-06"];

export interface Extents {
  seed: number;
  /** How many words are searched for in each list. */
  words: number;
  /** How many pairs of filters are tried in each list. */
  combinations: number;
}

/**
 * Everything that a person may try: each read route plainly, with each filter, sort and page size, with ids of others,
 * with pairs of filters drawn by the seed; then the writes that are theirs, with the ids of others too.
 */
export function scriptFor(
  who: PersonName,
  targets: readonly Target[],
  strangers: Strangers,
  { seed, words, combinations }: Extents,
): Step[] {
  const allowed = targets.filter(
    ({ route }) => route.access.kind !== "open" && extentFor(who, actOf(route)) !== "no",
  );
  const reads = allowed.filter(({ route }) => route.endpoint.method === "GET");
  const writes = allowed.filter(({ route }) => route.endpoint.method !== "GET");
  const { below } = dice(seed);
  const searched = Array.from({ length: words }, () => curiosity[below(curiosity.length)] ?? "");
  return [
    ...reads.flatMap((target) => {
      const queries = queriesOf(target, strangers, searched, below);
      const pairs =
        queries.length < 2 ? [] : Array.from({ length: combinations }, () => pairOf(queries, below));
      return [
        { label: target.name, target },
        ...foreignPaths(target, strangers),
        // A file holds what its list holds: a few of its filters will do.
        ...(target.csv ? pairs : [...queries, ...pairs]).map((query) => asking(target, query)),
      ];
    }),
    ...writes.flatMap((target) => [...foreignPaths(target, strangers), { label: target.name, target }]),
  ];
}

function foreignPaths(target: Target, strangers: Strangers): Step[] {
  return [...idKindsOf(target.route.endpoint.params)].flatMap(([name, prefix]) =>
    (strangers.get(prefix) ?? []).map((id) => ({
      label: `${target.name} with ${name} ${id}`,
      target,
      path: { [name]: id },
    })),
  );
}

/** Each filter by itself, with each value that might tell something. */
function queriesOf(
  target: Target,
  strangers: Strangers,
  searched: readonly string[],
  below: (limit: number) => number,
): Record<string, string>[] {
  const { query } = target.route.endpoint;
  const prefixes = new Map(idPlaces(query).map(({ place, prefix }) => [String(place[0]), prefix]));
  return Object.entries(shapeOf(query).properties ?? {}).flatMap(([name, shape]) =>
    valuesFor(name, prefixes.get(name), shape.enum, strangers, searched, below).map((value) => ({
      [name]: value,
    })),
  );
}

function valuesFor(
  name: string,
  prefix: string | undefined,
  choices: unknown[] | undefined,
  strangers: Strangers,
  searched: readonly string[],
  below: (limit: number) => number,
): string[] {
  // A field for ids of every kind: of each kind one, drawn by the seed.
  if (prefix === anyPrefix) return [...strangers.values()].map((ids) => ids[below(ids.length)] ?? "");
  if (prefix !== undefined) return [...(strangers.get(prefix) ?? [])];
  if (choices !== undefined) return choices.map(String);
  if (name === "cursor") return ["bm9uc2Vuc2U"];
  if (name === "limit") return ["1", "2", "200"];
  if (/period|month/i.test(name)) return months;
  if (/from|until|asOf|on$|day/i.test(name)) return days;
  return [...searched];
}

function pairOf(
  queries: readonly Record<string, string>[],
  below: (limit: number) => number,
): Record<string, string> {
  return { ...queries[below(queries.length)], ...queries[below(queries.length)] };
}

function asking(target: Target, query: Record<string, string>): Step {
  return { label: `${target.name}?${new URLSearchParams(query)}`, target, query };
}

/** The request that a step is in a world. */
export function requestOf(step: Step, samples: Samples, who: PersonName): Request {
  const extent = extentFor(who, actOf(step.target.route));
  const usual = usualRequest(step.target, samples, who, extent);
  return {
    ...usual,
    path: { ...usual.path, ...step.path },
    query: { ...usual.query, ...step.query },
    body: step.body ?? usual.body,
  };
}

/** Names that belong to others alone: in no answer may one appear that the question did not bring. */
export function secretsFrom(who: PersonName): string[] {
  const mine = people[who].partner;
  const sees = (name: string | null) =>
    name === mine ||
    (name !== null && Object.entries(partners).some(([key, one]) => key === name && one.master === mine));
  const others = Object.entries(partners).filter(([key]) => !sees(key));
  return [
    ...others.filter(([key]) => mine === null || partners[mine].master !== key).map(([, one]) => one.name),
    ...Object.values(people)
      .filter((one) => one.partner !== null && one.partner !== mine)
      .map((one) => one.email),
    ...Object.values(opportunities)
      .filter((one) => !sees(one.partner))
      .map((one) => one.id),
  ];
}
