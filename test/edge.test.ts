import { afterAll, describe, expect, test } from "vitest";
import { features } from "#app/features.ts";
import { extentFor, usualAskers } from "./matrix/askers.ts";
import { checksums } from "./matrix/checksums.ts";
import { readSamples } from "./matrix/kinds.ts";
import { actOf } from "./matrix/policy.ts";
import { type Request, send, type Target, targetsOf, usualRequest } from "./matrix/requests.ts";
import { createTrial } from "./matrix/trial.ts";
import type { PersonName } from "./world/cast.ts";
import { type Client, createClient } from "./world/client.ts";
import { beginImports } from "./world/played.ts";
import { createWorld } from "./world/world.ts";

/* What no route lets in, whoever asks: fields it does not know, other sites, other formats, changes by reading. */

const world = await createWorld({ played: true });
await beginImports(world);
const samples = await readSamples(world.admin);
const targets = targetsOf(features(world.hanse).routes).filter((one) => !one.csv);
const writes = targets.filter(({ route }) => route.endpoint.method !== "GET");
const lists = targets.filter(({ route }) => route.endpoint.method === "GET");

const trial = await createTrial(world);
const trying = trial.as;

/** A session of everybody who tries to write something. */
const cookies = new Map<PersonName, Record<string, string>>();
for (const who of new Set(writes.map((target) => somebody(target).who))) {
  cookies.set(who, (await world.signedIn(who)).identity);
}

/** What is in the tables then: nothing in this file may ever make a difference to it. */
const standing = await checksums(world.admin);

afterAll(async () => {
  await trial.close();
  await world.close();
});

/** Somebody who may do it, with a request that fits. */
function somebody(target: Target): { who: PersonName; request: Request } {
  const act = actOf(target.route);
  const who = usualAskers.find((name) => extentFor(name, act) !== "no") ?? "admin";
  return { who, request: usualRequest(target, samples, who, extentFor(who, act)) };
}

const columns = [
  "vendorId",
  "partnerId",
  "status",
  "state",
  "amount",
  "role",
  "roles",
  "side",
  "createdAt",
  "id",
  "version",
];
const odd = ["constructor", "prototype", "isAdmin", "vendor_id", "toString"];

describe.each(writes)("$name", (target) => {
  const { endpoint } = target.route;
  const { who, request } = somebody(target);
  const isObject = typeof request.body === "object" && request.body !== null && endpoint.upload === null;

  test.runIf(isObject)("refuses fields that it does not know", async () => {
    const known = Object.keys("shape" in endpoint.body ? (endpoint.body.shape as object) : {});
    for (const name of [...columns, ...odd].filter((one) => !known.includes(one))) {
      const answer = await send(world.as(who), {
        ...request,
        body: { ...Object(request.body), [name]: "x" },
      });
      expect([name, answer.status]).toEqual([name, 422]);
      expect(answer.body.errors, name).toContainEqual({
        pointer: `/${name}`,
        message: "This field is not known here.",
      });
    }
    const proto = JSON.stringify({ ...Object(request.body) }).replace(
      /^\{/,
      '{"__proto__":{"side":"vendor"},',
    );
    const polluted = await trying(who).send(endpoint.method, addressOf(request), proto.replace(",}", "}"), {
      headers: { "content-type": "application/json" },
    });
    expect([400, 422]).toContain(polluted.status);
    expect(await checksums(world.admin)).toEqual(standing);
  });

  test("takes nothing from another site, with a session or without", async () => {
    const browser = createClient(world.origin, cookies.get(who) ?? {});
    const sites: Record<string, string>[] = [
      { origin: "http://evil.example" },
      { origin: "null" },
      { origin: world.origin, "sec-fetch-site": "cross-site" },
      { origin: world.origin.replace("127.0.0.1", "localhost") },
    ];
    for (const headers of sites) {
      const answer = await send(withHeaders(browser, headers), request);
      expect([headers, answer.status, answer.body.type]).toEqual([headers, 403, "foreign-origin"]);
    }
    expect(await checksums(world.admin)).toEqual(standing);
  });

  test("takes a session's request from our own pages", async () => {
    const own = createClient(trial.origin, { ...cookies.get(who), origin: trial.origin });
    expect([401, 403]).not.toContain((await send(own, request)).status);
  });

  test.runIf(isObject && Object.keys(Object(request.body)).length > 0)("reads JSON alone", async () => {
    for (const type of ["text/plain", "application/x-www-form-urlencoded", "application/xml"]) {
      const answer = await world
        .as(who)
        .send(endpoint.method, addressOf(request), JSON.stringify(request.body), {
          headers: { "content-type": type, "idempotency-key": "edge", "if-match": '"1"' },
        });
      expect([type, [415, 422].includes(answer.status)]).toEqual([type, true]);
    }
    expect(await checksums(world.admin)).toEqual(standing);
  });
});

test("no list takes a parameter that it does not know, or the same one twice", async () => {
  for (const target of lists) {
    const { who, request } = somebody(target);
    const unknown = await send(world.as(who), { ...request, query: { ...request.query, vendorId: "x" } });
    expect([target.name, unknown.status]).toEqual([target.name, 422]);
    const [name] = Object.keys(
      "shape" in target.route.endpoint.query ? target.route.endpoint.query.shape : {},
    );
    if (name === undefined) continue;
    const twice = await world.as(who).get(`${addressOf(request)}?${name}=1&${name}=2`);
    expect([target.name, twice.status]).toEqual([target.name, 422]);
  }
});

describe("what is no request of this API gets a problem document:", () => {
  const json = { headers: { "content-type": "application/json" } };
  const deep = `${"[".repeat(50_000)}${"]".repeat(50_000)}`;
  test.each([
    ["a body that breaks off", "POST", "/partners", '{"name": "Al', json, [400]],
    ["a body in another encoding", "POST", "/partners", '{"name":"\ud800"}', json, [422]],
    ["half of a character", "POST", "/partners", JSON.stringify({ name: "Alder \ud800" }), json, [422]],
    ["a null character", "POST", "/partners", JSON.stringify({ name: "Alder\0" }), json, [422]],
    ["a body nested without end", "POST", "/partners", deep, json, [400, 422]],
    [
      "a body larger than allowed",
      "POST",
      "/partners",
      JSON.stringify({ name: "x".repeat(2_000_000) }),
      json,
      [413],
    ],
    ["an address that is nobody's", "GET", "/nothing-here", undefined, {}, [404]],
    ["a method that is not offered", "PUT", "/me", "{}", json, [404, 405]],
    ["an address that cannot be read", "GET", "/partners/%E0%A4%A", undefined, {}, [400, 404]],
    ["an address without end", "GET", `/partners/${"x".repeat(10_000)}`, undefined, {}, [404, 414]],
    [
      "a version that is none",
      "PATCH",
      "/settings",
      "{}",
      { headers: { ...json.headers, "if-match": "latest" } },
      [428],
    ],
    ["a version left out", "PATCH", "/settings", "{}", json, [428]],
    ["an intent without a name", "POST", "/payouts", "{}", json, [403, 400]],
  ])("%s", async (_what, method, path, body, options, statuses) => {
    const answer = await world.as("admin").send(method, path, body, options);
    expect(statuses).toContain(answer.status);
    expect(answer.headers.get("content-type")).toMatch(/^application\/problem\+json/);
    expect(answer.body).toMatchObject({
      status: answer.status,
      type: expect.any(String),
      detail: expect.any(String),
    });
  });
});

test("reading changes nothing, whatever is read", async () => {
  for (const target of targetsOf(features(world.hanse).routes)) {
    if (target.route.endpoint.method !== "GET") continue;
    const { who, request } = somebody(target);
    await send(world.as(who), request);
  }
  expect(await checksums(world.admin)).toEqual(standing);
});

function addressOf(request: Request): string {
  return request.target.route.endpoint.path.replaceAll(
    /\{(\w+)\}/g,
    (_whole, name: string) => request.path[name] ?? "",
  );
}

function withHeaders(client: Client, headers: Record<string, string>): Client {
  return {
    ...client,
    send: (method, path, body, options) =>
      client.send(method, path, body, { ...options, headers: { ...options?.headers, ...headers } }),
  };
}
