import { afterAll, describe, expect, test } from "vitest";
import { acts, features, policies } from "#app/features.ts";
import { actsOf } from "#ecosystem/people/roles.ts";
import { announceSetup } from "#ecosystem/vendors/index.ts";
import { allAskers, extentFor, sightOf, usualAskers } from "./matrix/askers.ts";
import { checksums } from "./matrix/checksums.ts";
import { absentId, kinds, readSamples } from "./matrix/kinds.ts";
import { actOf, type Extent, policyTable } from "./matrix/policy.ts";
import {
  type Request,
  send,
  split,
  type Target,
  targetsOf,
  tokens,
  told,
  usualRequest,
} from "./matrix/requests.ts";
import { anyPrefix, type IdPlace, idKindsOf, idPlaces, withValue } from "./matrix/shape.ts";
import { createTrial } from "./matrix/trial.ts";
import type { PersonName } from "./world/cast.ts";
import { beginImports, disputeOne, shareSome } from "./world/played.ts";
import { createWorld, type Who } from "./world/world.ts";

/*
 * Every route of the registry × everybody × what is theirs, a sibling's, another vendor's and nobody's, held against the
 * table that people wrote. What is refused is refused on the real server, and no table may differ afterwards; what is
 * allowed is done in full and taken back.
 */

const world = await createWorld({ played: true });
await beginImports(world);
await disputeOne(world);
await shareSome(world);
const routes = features(world.hanse).routes;
const targets = targetsOf(routes);
// As on an installation that waits for its first visit, so that this route too can be tried.
await world.admin.query("update installation set set_up_at = null");
tokens.setup = (await announceSetup(world.hanse.ownerPool)) ?? "";
const samples = await readSamples(world.admin);
const nightly = process.env.SIZE === "nightly";
const askers = nightly ? allAskers : usualAskers;
const nobody: readonly Who[] = ["anonymous", "former", "revoked-key", "expired-key"];

/** What is in the tables: nobody's request may ever make a difference to it. */
const standing = await checksums(world.admin);

const trial = await createTrial(world);
const trying = trial.as;

afterAll(async () => {
  await trial.close();
  await world.close();
});

describe("the reviewed table", () => {
  test("has a line for every act and every route that is open to members or to anybody, and no other", () => {
    const wanted = new Set([
      ...acts,
      ...routes.filter((one) => one.access.kind !== "act").map((one) => actOf(one)),
    ]);
    expect([...policyTable.keys()].sort()).toEqual([...wanted].sort());
  });

  test("is what the code holds", () => {
    for (const [act, line] of policyTable) {
      if (!acts.has(act)) continue;
      for (const [role, extent] of line) {
        expect(actsOf([role], policies).has(act), `${role}: ${act}`).toBe(extent !== "no");
      }
    }
  });

  test("knows every kind of id that requests carry", () => {
    const carried = new Set(
      routes.flatMap(({ endpoint }) =>
        [endpoint.params, endpoint.query, endpoint.body].flatMap((schema) =>
          idPlaces(schema).map(({ prefix }) => prefix),
        ),
      ),
    );
    expect([...carried].filter((prefix) => prefix !== anyPrefix && !(prefix in kinds))).toEqual([]);
  });
});

/** Routes that answered somebody with a success. */
const succeeded = new Set<string>();

describe.each(targets)("$name", (target) => {
  const act = actOf(target.route);

  test("answers everybody as the table says", async () => {
    const wrong: string[] = [];
    for (const who of nobody) await checkNobody(target, who, wrong);
    // Readers do not get into each other's way; writers would, even if each takes back what it did.
    if (target.route.endpoint.method === "GET") {
      await Promise.all(askers.map((who) => checkSomebody(target, act, who, wrong)));
    } else {
      for (const who of askers) await checkSomebody(target, act, who, wrong);
    }
    expect(wrong).toEqual([]);
    expect(await checksums(world.admin)).toEqual(standing);
  });
});

test("every route can succeed for somebody", () => {
  const never = targets.map((target) => target.name).filter((name) => !succeeded.has(name));
  expect(never).toEqual([]);
});

async function checkNobody(target: Target, who: Who, wrong: string[]): Promise<void> {
  if (target.route.access.kind === "open") return;
  const answer = await send(world.as(who), usualRequest(target, samples, "admin", "all"));
  if (answer.status !== 401) wrong.push(`${who}: ${answer.status} instead of 401`);
}

async function checkSomebody(target: Target, act: string, who: PersonName, wrong: string[]): Promise<void> {
  const extent = extentFor(who, act);
  const request = usualRequest(target, samples, who, extent === "no" ? "all" : extent);
  if (target.route.access.kind === "open") return checkOpen(request, who, wrong);
  if (extent === "no") {
    for (const path of [request.path, absentPath(target)]) {
      const answer = await send(world.as(who), { ...request, path });
      if (answer.status !== 403) wrong.push(`${who}: ${answer.status} instead of 403`);
    }
    return;
  }
  await checkOwn(request, who, wrong);
  await checkForeignPaths(request, who, extent, wrong);
  // A file comes by the same way as its list, which is asked with every field.
  if (!target.csv || nightly) await checkForeignFields(request, who, extent, wrong);
}

/** Open routes do not look at who asks, so only that they stand up to it is checked here. */
async function checkOpen(request: Request, who: PersonName, wrong: string[]): Promise<void> {
  const answer = await send(trying(who), request);
  note(request, answer.status);
  if (answer.status >= 500) wrong.push(`${who}: ${answer.text}`);
}

/** What somebody gets at, they can read, and a write is done or refused for its content. */
async function checkOwn(request: Request, who: PersonName, wrong: string[]): Promise<void> {
  if (!namesOwn(request, who)) return;
  const reads = request.target.route.endpoint.method === "GET";
  const answer = await send(reads ? world.as(who) : trying(who), request);
  note(request, answer.status);
  const fine = reads ? answer.status === 200 : answer.status < 300 || [409, 422].includes(answer.status);
  if (!fine) wrong.push(`${who} on their own: ${answer.status} ${answer.text}`);
}

function namesOwn(request: Request, who: PersonName): boolean {
  const extent = extentFor(who, actOf(request.target.route));
  return [...idKindsOf(request.target.route.endpoint.params)].every(([name, prefix]) =>
    split(samples, prefix, who, extent).own.some((one) => one.id === request.path[name]),
  );
}

/** An id of somebody else's in the path, alone and beside ids of one's own, answers as one that nothing has. */
async function checkForeignPaths(request: Request, who: PersonName, extent: Extent, wrong: string[]) {
  const client = request.target.route.endpoint.method === "GET" ? world.as(who) : trying(who);
  for (const [name, prefix] of idKindsOf(request.target.route.endpoint.params)) {
    const { hidden, otherVendors } = split(samples, prefix, who, extent);
    const absent = { ...request.path, [name]: absentId(prefix) };
    const nothing = await send(client, { ...request, path: absent });
    if (nothing.status !== 404)
      wrong.push(`${who} with an absent ${name}: ${nothing.status} ${nothing.text}`);
    for (const foreign of [hidden[0], hidden.at(-1), otherVendors[0]]) {
      if (foreign === undefined) continue;
      const path = { ...request.path, [name]: foreign.id };
      const answer = await send(client, { ...request, path });
      if (told(answer, Object.values(path)) !== told(nothing, Object.values(absent))) {
        wrong.push(`${who} with another's ${name}: ${answer.status} ${answer.text}`);
      }
    }
  }
}

/** Likewise an id in the query or anywhere in the body. */
async function checkForeignFields(request: Request, who: PersonName, extent: Extent, wrong: string[]) {
  const { endpoint } = request.target.route;
  const client = endpoint.method === "GET" ? world.as(who) : trying(who);
  const parts = [
    ["query", endpoint.query],
    ["body", endpoint.body],
  ] as const;
  for (const [part, schema] of parts) {
    for (const where of idPlaces(schema).flatMap((place) => eachKind(place, who, extent))) {
      const base = usualRequest(request.target, samples, who, extent, { [part]: [where.place] });
      const withId = (id: string) => ({ ...base, [part]: withValue(base[part], where.place, id) });
      const absent = absentId(where.prefix);
      const nothing = await send(client, withId(absent));
      if (nothing.status >= 500 || (endpoint.method !== "GET" && nothing.status < 300)) {
        wrong.push(`${who} with an absent ${where.place.join("/")}: ${nothing.status} ${nothing.text}`);
      }
      for (const foreign of foreignIds(where, who)) {
        const answer = await send(client, withId(foreign));
        if (told(answer, [foreign]) !== told(nothing, [absent])) {
          wrong.push(`${who} with another's ${where.place.join("/")}: ${answer.status} ${answer.text}`);
        }
      }
    }
  }
}

interface ForeignPlace extends IdPlace {
  /** How far the asker is shown ids of the kind. */
  sight: Extent;
}

/** A place that takes the id of any record shows what its own act shows. */
function eachKind(where: IdPlace, who: PersonName, extent: Extent): ForeignPlace[] {
  if (where.prefix !== anyPrefix) return [{ ...where, sight: sightOf(who, where.prefix) }];
  return Object.keys(kinds).map((prefix) => ({
    ...where,
    prefix,
    sight: extent === "all" ? extent : sightOf(who, prefix),
  }));
}

function foreignIds({ prefix, sight }: ForeignPlace, who: PersonName): string[] {
  const { hidden, otherVendors } = split(samples, prefix, who, sight);
  return [hidden[0], hidden.at(-1), otherVendors[0]].flatMap((one) => (one === undefined ? [] : [one.id]));
}

function absentPath(target: Target): Record<string, string> {
  return Object.fromEntries(
    [...idKindsOf(target.route.endpoint.params)].map(([name, prefix]) => [name, absentId(prefix)]),
  );
}

function note(request: Request, status: number): void {
  if (status < 300) succeeded.add(request.target.name);
}
