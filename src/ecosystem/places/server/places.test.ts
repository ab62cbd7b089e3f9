import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Tx } from "#platform/database/tx.ts";
import { parseDay } from "#platform/time/day.ts";
import { race, tally } from "../../../../test/world/race.ts";
import { createWorld, type World } from "../../../../test/world/world.ts";
import { enterFact } from "../../facts/contract.ts";
import {
  addLocation,
  beginUsualRegions,
  chainOf,
  changeLocation,
  changeRegion,
  createRegion,
  type Location,
  listLocations,
  listRegions,
  removeLocation,
  removeRegion,
  setMainLocation,
} from "../contract.ts";
import { placesOf, regionTree } from "../index.ts";

let world: World;
beforeAll(async () => {
  world = await createWorld();
});
afterAll(() => world.close());

async function as<T>(who: Parameters<World["principal"]>[0], act: (tx: Tx) => Promise<T>): Promise<T> {
  return world.hanse.door.withPrincipal(await world.principal(who), act);
}
const admin = () => world.as("admin");

describe("regions", () => {
  test("begin with the usual ones, once; every country of them has its chain", async () => {
    const { created } = await admin().call(beginUsualRegions, { body: {} });
    expect(created).toBeGreaterThan(15);
    expect((await admin().post("/usual-regions", {})).body.type).toBe("regions-there");
    const tree = await as("admin", regionTree);
    const scopes = (country: string) =>
      chainOf(tree, country).map(({ kind, key }) => `${kind} ${key}`.trim());
    expect(scopes("AT")).toEqual(["country AT", "region dach", "region emea", "global"]);
    expect(scopes("AQ")).toEqual(["country AQ", "global"]);
    expect((await as("south-admin", regionTree)).regions.size).toBe(0);
  });

  test("are moved, renamed and given countries; a country is in one, and none lies within itself", async () => {
    const { items } = await admin().call(listRegions, { query: { limit: 200 } });
    const named = (key: string) => {
      const found = items.find((one) => one.key === key);
      if (found === undefined) throw new Error(`There is no region ${key}.`);
      return found;
    };
    const alps = await admin().call(createRegion, { body: { name: "The Alps", parentId: named("dach").id } });
    expect(alps).toMatchObject({ key: "the-alps", parent: { name: "DACH" }, countries: [] });
    const change = (id: string, version: number, body: object) =>
      admin().patch(`/regions/${id}`, body, { ifMatch: version });
    const taken = await change(alps.id, 1, { countries: ["AT", "FJ"] });
    expect(taken.body.errors).toEqual([
      {
        pointer: "/countries",
        message:
          "Austria is in DACH already. A country lies in one region, and through it in those above. Take it out there first.",
      },
    ]);
    for (const [body, pointer, message] of [
      [{ parentId: alps.id }, "/parentId", "The Alps cannot lie in itself."],
      [{ name: "dach" }, "/name", "Another region is called dach already."],
      [{ countries: ["XX"] }, "/countries", '"XX" is not the code of a country. Write one such as DE.'],
    ] as const) {
      const refused = await change(alps.id, 1, body);
      expect([refused.status, refused.body.errors]).toEqual([422, [{ pointer, message }]]);
    }
    const circle = await change(named("emea").id, 1, { parentId: alps.id });
    expect(circle.body.errors).toEqual([
      { pointer: "/parentId", message: "The Alps lies in EMEA, so EMEA cannot lie in The Alps." },
    ]);
    const dach = { regionId: named("dach").id };
    await admin().call(changeRegion, { params: dach, ifMatch: 1, body: { countries: ["DE", "CH", "LI"] } });
    const params = { regionId: alps.id };
    const moved = await admin().call(changeRegion, { params, ifMatch: 1, body: { countries: ["AT"] } });
    expect(moved).toMatchObject({ countries: ["AT"], version: 2 });
    expect((await change(alps.id, 1, { name: "Late" })).body.type).toBe("version-mismatch");
    const tree = await as("birch-admin", regionTree);
    expect(chainOf(tree, "AT").map(({ key }) => key)).toEqual(["AT", "the-alps", "dach", "emea", ""]);
    const above = await admin().delete(`/regions/${dach.regionId}`);
    expect(above.body).toMatchObject({
      type: "regions-within",
      detail: "The Alps lies in DACH. Put them elsewhere first.",
    });
    await admin().call(removeRegion, { params });
    expect(chainOf(await as("admin", regionTree), "AT")).toHaveLength(2);
  });

  test("do not close a circle when two people write the halves of it at once", async () => {
    const one = await admin().call(createRegion, { body: { name: "One" } });
    const other = await admin().call(createRegion, { body: { name: "Other" } });
    const halves = [
      [one.id, other.id],
      [other.id, one.id],
    ] as const;
    const answers = await race(2, (n) =>
      admin().patch(`/regions/${halves[n]?.[0]}`, { parentId: halves[n]?.[1] }, { ifMatch: 1 }),
    );
    expect(tally(answers)).toEqual({ 200: 1, 422: 1 });
  });

  test("are the administrator's to change", async () => {
    expect((await world.as("channel-manager").post("/regions", { name: "Mine" })).status).toBe(403);
    const { rows } = await world.admin.query(
      "select distinct type from event where type like 'region.%' order by 1",
    );
    expect(rows.map(({ type }) => type)).toEqual([
      "region.begun",
      "region.changed",
      "region.created",
      "region.removed",
    ]);
  });
});

describe("a partner's locations", () => {
  const manager = () => world.as("channel-manager");
  const add = (body: object, partner: "birch" | "fir" = "birch"): Promise<Location> =>
    manager().call(addLocation, {
      params: { partnerId: world.partners[partner].id },
      body: { name: "Oslo", country: "NO", effectiveFrom: "2026-01-01", ...body },
    });
  const places = (day: string, who: "admin" | "birch-admin" | "fir-admin" = "admin") =>
    as(who, (tx) => placesOf(tx, { day: parseDay(day) }));

  test("are there from a day to a day, the first is the main one until another takes its place", async () => {
    const oslo = await add({ entity: "Birch AS" });
    expect(oslo).toMatchObject({ isMain: true, mainFrom: "2026-01-01", state: "current" });
    const malmo = await add({ name: "Malmö", country: "SE", effectiveFrom: "2026-03-01" });
    expect(malmo.isMain).toBe(false);
    const params = { partnerId: world.partners.birch.id };
    const body = { locationId: malmo.id, effectiveFrom: "2026-09-01" };
    expect(await manager().call(setMainLocation, { params, body })).toMatchObject({
      isMain: false,
      mainFrom: "2026-09-01",
    });
    const birch = world.partners.birch.uuid;
    const on = async (day: string) => (await places(day)).get(birch);
    expect(await on("2025-12-31")).toBeUndefined();
    expect(await on("2026-02-28")).toMatchObject({
      main: { country: "NO", entity: "Birch AS" },
      countries: ["NO"],
    });
    expect(await on("2026-08-31")).toMatchObject({ main: { country: "NO" }, countries: ["NO", "SE"] });
    expect(await on("2026-09-01")).toMatchObject({ main: { country: "SE", entity: null } });
    const ended = await manager().call(changeLocation, {
      params: { ...params, locationId: malmo.id },
      ifMatch: 1,
      body: { effectiveUntil: "2026-12-01" },
    });
    expect(ended).toMatchObject({ effectiveUntil: "2026-12-01", version: 2 });
    expect(await on("2026-12-01")).toMatchObject({ main: null, countries: ["NO"] });
    const listed = await world.as("birch-seller").call(listLocations, { params });
    expect(listed.items.map(({ name }) => name)).toEqual(["Oslo", "Malmö"]);
  });

  test("are seen by those who see the partner", async () => {
    await add({}, "fir");
    expect([...(await places("2026-06-01", "birch-admin")).keys()]).toEqual([world.partners.birch.uuid]);
    const foreign = await world.as("birch-admin").get(`/partners/${world.partners.fir.id}/locations`);
    expect(foreign.status).toBe(404);
    expect(
      (await world.as("birch-admin").post(`/partners/${world.partners.birch.id}/locations`, {})).status,
    ).toBe(403);
  });

  test.each<[string, object, string, string]>([
    [
      "ends before it begins",
      { effectiveUntil: "2026-01-01" },
      "/effectiveUntil",
      "It would end before it begins",
    ],
    ["lies in no country", { country: "ZZ" }, "/country", "is not the code of a country"],
    ["has no name", { name: " " }, "/name", "Write what the location is called."],
  ])("are refused where one %s", async (_what, more, pointer, sentence) => {
    const body = { name: "Oslo", country: "NO", effectiveFrom: "2026-01-01", ...more };
    const answer = await manager().post(`/partners/${world.partners.fir.id}/locations`, body);
    expect([answer.status, answer.body.errors?.[0]?.pointer]).toEqual([422, pointer]);
    expect(answer.body.errors[0].message).toContain(sentence);
  });

  test("go where they were entered by mistake, and stay where facts are about them", async () => {
    const params = { partnerId: world.partners.fir.id };
    const mistake = await add({ name: "Nowhere" }, "fir");
    const used = await add({ name: "Bergen" }, "fir");
    const body = { ...params, kind: "references", value: "2", note: "Letters", locationId: used.id };
    expect((await manager().call(enterFact, { body })).location?.name).toBe("Bergen");
    await manager().call(removeLocation, { params: { ...params, locationId: mistake.id } });
    const kept = await manager().delete(`/partners/${params.partnerId}/locations/${used.id}`);
    expect(kept.body).toMatchObject({ status: 409, type: "in-use" });
    const early = await manager().put(`/partners/${params.partnerId}/main-location`, {
      locationId: used.id,
      effectiveFrom: "2025-01-01",
    });
    expect(early.body.errors).toEqual([
      { pointer: "/effectiveFrom", message: "Bergen is not there on 2025-01-01." },
    ]);
    const { rows } = await world.admin.query(
      "select distinct type from event where type like 'location.%' and partner_reach = 'own' order by 1",
    );
    expect(rows.map(({ type }) => type)).toEqual([
      "location.added",
      "location.changed",
      "location.main",
      "location.removed",
    ]);
  });
});
