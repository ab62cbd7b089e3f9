import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { parseDay } from "#platform/time/day.ts";
import { race, tally } from "../../../../test/world/race.ts";
import { createWorld, type World } from "../../../../test/world/world.ts";
import { typesOn } from "../../partner-types/index.ts";
import * as contract from "../contract.ts";

let world: World;
beforeAll(async () => {
  world = await createWorld();
});
afterAll(() => world.close());

const names = (list: { items: { name: string }[] }) => list.items.map((item) => item.name);

describe("the list of partners", () => {
  test("shows the channel manager everybody, by name, with master and types of today", async () => {
    const list = await world.as("channel-manager").call(contract.listPartners);
    expect(names(list)).toEqual([
      "Alpine Trade",
      "Birch Sales",
      "Cedar Reps",
      "Delta Channels",
      "Elm Agency",
      "Fir Direct",
    ]);
    expect(list.items[1]).toMatchObject({
      externalId: "Birch Sales",
      types: ["sub-agent"],
      territory: "Birch Sales territory",
      parent: { id: world.partners.alpine.id, name: "Alpine Trade", kind: "master of" },
    });
    expect(list.items[0]?.parent).toBeNull();
  });

  test("narrows by each filter", async () => {
    const manager = world.as("channel-manager");
    const found = async (query: object) => names(await manager.call(contract.listPartners, { query }));
    expect(await found({ search: "a%" })).toEqual([]);
    expect(await found({ search: "CED" })).toEqual(["Cedar Reps"]);
    expect(await found({ type: "direct-agent" })).toEqual(["Fir Direct"]);
    expect(await found({ territory: "Elm Agency territory" })).toEqual(["Elm Agency"]);
    expect(await found({ parentId: world.partners.alpine.id })).toEqual(["Birch Sales", "Cedar Reps"]);
    expect(await found({ sort: "-name", limit: 2 })).toEqual(["Fir Direct", "Elm Agency"]);
  });

  test("comes in pages that miss and repeat nobody, whatever the order", async () => {
    for (const sort of contract.partnerSorts) {
      const seen: string[] = [];
      let cursor: string | undefined;
      do {
        const list = await world
          .as("admin")
          .call(contract.listPartners, { query: { sort, limit: 4, cursor } });
        seen.push(...names(list));
        cursor = list.nextCursor ?? undefined;
      } while (cursor !== undefined);
      expect(new Set(seen).size, sort).toBe(seen.length);
      expect(seen.length, sort).toBe(6);
    }
  });

  test("shows a master itself and its agents, an agent itself, and counts nobody else", async () => {
    const alpine = world.as("alpine-seller");
    expect(names(await alpine.call(contract.listPartners))).toEqual([
      "Alpine Trade",
      "Birch Sales",
      "Cedar Reps",
    ]);
    const birch = world.as("birch-admin");
    const own = await birch.call(contract.listPartners);
    expect(names(own)).toEqual(["Birch Sales"]);
    expect(own.items[0]?.parent).toBeNull();
    for (const query of [
      { search: "cedar" },
      { territory: "Cedar Reps territory" },
      { type: "master-agent" as const },
      { parentId: world.partners.alpine.id },
    ]) {
      expect(await birch.call(contract.listPartners, { query })).toEqual({ items: [], nextCursor: null });
    }
    expect(await birch.call(contract.listTerritories)).toEqual({
      items: [{ name: "Birch Sales territory", partners: 1 }],
      nextCursor: null,
    });
  });

  test("is there as CSV with the same filters", async () => {
    const file = await world.as("finance").get("/partners.csv?type=master-agent");
    expect(file.text.trim().split("\r\n")).toHaveLength(3);
    expect(file.text).toContain("Alpine Trade,master-agent,Alpine Trade territory,");
  });
});

describe("a partner's record", () => {
  test("tells the vendor's people what hangs on it", async () => {
    const record = await world
      .as("finance")
      .call(contract.getPartner, { params: { partnerId: world.partners.alpine.id } });
    expect(record.counts).toEqual({ children: 2, accounts: 2, people: 3 });
    expect(record.typeHistory).toEqual([
      {
        id: expect.stringMatching(/^pty_/),
        type: "master-agent",
        effectiveFrom: "2025-01-01",
        effectiveUntil: null,
        state: "current",
      },
    ]);
  });

  test("shows people only to those who look after them", async () => {
    const params = { partnerId: world.partners.birch.id };
    expect((await world.as("birch-admin").call(contract.getPartner, { params })).counts.people).toBe(3);
    expect((await world.as("birch-seller").call(contract.getPartner, { params })).counts.people).toBeNull();
    expect((await world.as("alpine-admin").call(contract.getPartner, { params })).counts.people).toBeNull();
  });

  test("of a sibling, a master, another vendor or nobody answers alike", async () => {
    const birch = world.as("birch-admin");
    const absent = await birch.get("/partners/par_01900000000070008000000000000000");
    expect(absent.status).toBe(404);
    const { cedar, alpine, ginster } = world.partners;
    for (const { id } of [cedar, alpine, ginster]) {
      for (const path of ["", "/hierarchy", "/edges"]) {
        const answer = await birch.get(`/partners/${id}${path}`);
        expect(answer.status).toBe(404);
        expect({ ...answer.body, requestId: "" }).toEqual({ ...absent.body, requestId: "" });
      }
    }
  });
});

describe("adding and changing partners", () => {
  test("adds one below its master, typed from a day on, with its events", async () => {
    const manager = world.as("channel-manager");
    const added = await manager.call(contract.createPartner, {
      body: {
        name: "Gorse & Sons",
        externalId: "G-1",
        territory: "North",
        types: ["sub-agent", "referral"],
        effectiveFrom: "2026-04-01",
        parentId: world.partners.delta.id,
      },
    });
    expect(added).toMatchObject({
      name: "Gorse & Sons",
      types: ["referral", "sub-agent"],
      parent: { name: "Delta Channels", kind: "master of" },
      version: 1,
    });
    const events = await world.admin.query(
      "select type, partner_reach from event where partner_id = $1 order by id",
      [uuidOf(added.id)],
    );
    expect(events.rows).toEqual([
      { type: "partner.created", partner_reach: "own" },
      { type: "partner.edged", partner_reach: null },
    ]);
    expect((await world.as("delta-admin").call(contract.listPartners)).items).toHaveLength(3);
  });

  test("names who has an external id already, and adds nobody", async () => {
    const manager = world.as("admin");
    const answer = await manager.post("/partners", {
      name: "Twin",
      types: ["reseller"],
      externalId: "Elm Agency",
    });
    expect(answer.status).toBe(409);
    expect(answer.body).toMatchObject({
      type: "external-id-taken",
      partnerId: world.partners.elm.id,
      errors: [{ pointer: "/externalId" }],
    });
    expect((await manager.get("/partners?search=twin")).body.items).toEqual([]);
  });

  test("changes what is given, once per version that was read", async () => {
    const manager = world.as("channel-manager");
    const params = { partnerId: world.partners.fir.id };
    const before = await manager.call(contract.getPartner, { params });
    const change = { params, ifMatch: before.version };
    const after = await manager.call(contract.changePartner, { ...change, body: { territory: null } });
    expect(after).toMatchObject({ name: "Fir Direct", territory: null, version: before.version + 1 });
    const second = await manager.patch(
      `/partners/${params.partnerId}`,
      { name: "Late" },
      { ifMatch: before.version },
    );
    expect([second.status, second.body.type]).toEqual([409, "version-mismatch"]);
    const without = await manager.patch(`/partners/${params.partnerId}`, { name: "Late" });
    expect(without.status).toBe(428);
  });

  test("types hold from a day to a day", async () => {
    const manager = world.as("channel-manager");
    const params = { partnerId: world.partners.elm.id };
    const set = async (types: contract.PartnerType[], effectiveFrom: string) => {
      const { version } = await manager.call(contract.getPartner, { params });
      return manager.call(contract.setPartnerTypes, {
        params,
        ifMatch: version,
        body: { types, effectiveFrom },
      });
    };
    await set(["direct-agent", "affiliate"], "2026-09-01");
    const moved = await set(["sub-agent", "affiliate"], "2026-03-01");
    expect(moved.types).toEqual(["affiliate", "sub-agent"]);
    expect(moved.typeHistory).toMatchObject([
      { type: "sub-agent", effectiveFrom: "2025-01-01", effectiveUntil: null },
      { type: "affiliate", effectiveFrom: "2026-03-01", effectiveUntil: null },
    ]);
    const ended = await set(["direct-agent"], "2026-06-15");
    expect(ended.types).toEqual(["direct-agent"]);
    expect(ended.typeHistory).toContainEqual({
      type: "sub-agent",
      effectiveFrom: "2025-01-01",
      effectiveUntil: "2026-06-15",
      state: "ended",
      id: expect.any(String),
    });
  });

  test("begins and ends types by themselves, the others go on, and what was stays told", async () => {
    const params = { partnerId: world.partners.cedar.id };
    const manager = world.as("channel-manager");
    const types = async () =>
      (await manager.call(contract.getPartner, { params })).typeHistory.map((one) => [
        one.type,
        one.effectiveFrom,
        one.effectiveUntil,
        one.state,
      ]);
    const body = { type: "msp", effectiveFrom: "2026-02-01", effectiveUntil: "2026-05-01" } as const;
    await manager.call(contract.beginPartnerType, { params, body });
    const again = { type: "msp", effectiveFrom: "2026-09-01" } as const;
    const both = await manager.call(contract.beginPartnerType, { params, body: again });
    expect(both.types).toEqual(["sub-agent"]);
    const own = await manager.call(contract.beginPartnerType, { params, body: { type: "reseller" } });
    expect(own.types).toEqual(["reseller", "sub-agent"]);
    const [subAgent] = own.typeHistory;
    const coming = own.typeHistory.find((one) => one.state === "coming");
    const period = (partnerTypeId: string) => ({ ...params, partnerTypeId });
    await manager.call(contract.endPartnerType, { params: period(coming?.id ?? "") });
    const shorter = { effectiveUntil: "2026-06-01" };
    await manager.call(contract.changePartnerType, { params: period(subAgent?.id ?? ""), body: shorter });
    expect(await types()).toEqual([
      ["sub-agent", "2025-01-01", "2026-06-01", "ended"],
      ["msp", "2026-02-01", "2026-05-01", "ended"],
      ["reseller", "2026-06-15", null, "current"],
    ]);
    const { rows } = await world.admin.query(
      "select type from event where subject_id = $1 and type like 'partner.type%' order by id",
      [world.partners.cedar.uuid],
    );
    expect(rows.map(({ type }) => type).toSorted()).toEqual([
      "partner.type_began",
      "partner.type_began",
      "partner.type_began",
      "partner.type_ended",
      "partner.type_ended",
    ]);
    const on = async (day: string) =>
      world.hanse.door.withPrincipal(await world.principal("admin"), async (tx) =>
        (await typesOn(tx, { day: parseDay(day) })).get(world.partners.cedar.uuid),
      );
    expect(await on("2026-04-30")).toEqual(["msp", "sub-agent"]);
    expect(await on("2026-05-01")).toEqual(["sub-agent"]);
    expect(await on("2024-12-31")).toBeUndefined();
  });

  test.each<[string, object, string, string]>([
    [
      "that it holds in these days",
      { type: "direct-agent" },
      "/effectiveFrom",
      "It holds this type from 2025-01-01 on",
    ],
    [
      "that would reach into one that it holds",
      { type: "direct-agent", effectiveFrom: "2024-01-01", effectiveUntil: "2025-01-02" },
      "/effectiveFrom",
      "Choose days that do not overlap.",
    ],
    [
      "that ends before it begins",
      { type: "msp", effectiveFrom: "2026-05-01", effectiveUntil: "2026-05-01" },
      "/effectiveUntil",
      "It would end before it begins on 2026-05-01.",
    ],
    ["that nobody knows", { type: "wizard" }, "/type", ""],
  ])("does not begin a type %s", async (_what, body, pointer, sentence) => {
    const answer = await world.as("admin").post(`/partners/${world.partners.fir.id}/types`, body);
    expect([answer.status, answer.body.errors?.[0]?.pointer]).toEqual([422, pointer]);
    expect(answer.body.errors[0].message).toContain(sentence);
  });

  test("is begun once by several who try at once", async () => {
    const path = `/partners/${world.partners.fir.id}/types`;
    const answers = await race(4, () => world.as("admin").post(path, { type: "advisor" }));
    expect(tally(answers)).toEqual({ 201: 1, 422: 3 });
  });

  test("refuses what cannot be, and says where", async () => {
    const manager = world.as("admin");
    const refused = async (body: object) => (await manager.post("/partners", body)).body.errors?.[0]?.pointer;
    expect(await refused({ name: " ", types: ["reseller"] })).toBe("/name");
    expect(await refused({ name: "X", types: [] })).toBe("/types");
    expect(await refused({ name: "X", types: ["wizard"] })).toBe("/types/0");
    expect(await refused({ name: "X", types: ["reseller"], effectiveFrom: "2026-02-30" })).toBe(
      "/effectiveFrom",
    );
    expect(await refused({ name: "X", types: ["reseller"], parentId: world.partners.ginster.id })).toBe(
      "/parentId",
    );
    expect(await refused({ name: "X", types: ["reseller"], colour: "red" })).toBe("/colour");
  });
});

function uuidOf(publicId: string): string {
  return publicId.replace(/^\w+_(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
}
