import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createWorld, type World } from "../../../../test/world/world.ts";
import { createPartner, setPartnerTypes } from "../../partners/contract.ts";
import { listEvents } from "../contract.ts";
import { idPrefixes } from "../prefixes.ts";

let world: World;
let partnerId: string;
beforeAll(async () => {
  world = await createWorld();
  const manager = world.as("channel-manager");
  const added = await manager.call(createPartner, {
    body: { name: "Heath & Co", types: ["sub-agent"], parentId: world.partners.alpine.id },
  });
  partnerId = added.id;
  world.clock.advance({ hours: 48 });
  for (const id of [added.id, world.partners.birch.id, world.partners.cedar.id]) {
    await manager.call(setPartnerTypes, {
      params: { partnerId: id },
      ifMatch: 1,
      body: { types: ["referral"] },
    });
  }
});
afterAll(() => world.close());

const types = (list: { items: { type: string }[] }) => list.items.map((event) => event.type);

describe("the vendor's stream", () => {
  test("is the newest first, and says who did what to what", async () => {
    const list = await world.as("finance").call(listEvents, { query: { partnerId } });
    expect(types(list)).toEqual(["partner.typed", "partner.edged", "partner.created"]);
    expect(list.items[2]).toMatchObject({
      subject: { kind: "partner", id: partnerId },
      partner: { id: partnerId, name: "Heath & Co" },
      account: null,
      actor: { id: world.people["channel-manager"].id, name: "Carl Mensah", onBehalfOf: null },
      payload: { name: "Heath & Co", types: ["sub-agent"] },
      occurredAt: "2026-06-15T09:00:00Z",
    });
  });

  test("narrows by subject, type, noun and days", async () => {
    const found = async (query: object) => types(await world.as("admin").call(listEvents, { query }));
    expect(await found({ subjectId: partnerId })).toHaveLength(3);
    expect(await found({ subjectId: partnerId, type: "partner.edged" })).toEqual(["partner.edged"]);
    expect(await found({ partnerId, type: "partner" })).toHaveLength(3);
    expect(await found({ type: "part" })).toEqual([]);
    expect(await found({ from: "2026-06-17" })).toHaveLength(3);
    expect(await found({ until: "2026-06-17" })).toHaveLength(2);
    expect(await found({ from: "2026-06-16", until: "2026-06-17" })).toEqual([]);
  });

  test("comes in pages, and as CSV", async () => {
    const admin = world.as("admin");
    const first = await admin.call(listEvents, { query: { limit: 2 } });
    const rest = await admin.call(listEvents, { query: { cursor: first.nextCursor ?? "" } });
    const ids = [...first.items, ...rest.items].map((event) => event.id);
    expect([ids.length, new Set(ids).size]).toEqual([5, 5]);
    const file = await admin.get("/events.csv?type=partner.created");
    expect(file.text).toContain("partner.created,Carl Mensah,,Heath & Co,,");
  });

  test("refuses what is no id", async () => {
    const answer = await world.as("admin").get("/events?subjectId=42");
    expect([answer.status, answer.body.errors[0].pointer]).toEqual([422, "?subjectId"]);
  });
});

describe("a partner's stream", () => {
  test("holds what happened to itself, without ids of the vendor's people", async () => {
    const list = await world.as("birch-seller").call(listEvents);
    expect(types(list)).toEqual(["partner.typed"]);
    expect(list.items[0]?.actor).toEqual({ id: null, name: "Carl Mensah", onBehalfOf: null });
  });

  test("holds nothing of a sibling, of the vendor, or of what is below it that is not its deals", async () => {
    const birch = world.as("birch-admin");
    const { cedar } = world.partners;
    for (const query of [{ partnerId: cedar.id }, { subjectId: cedar.id }, { type: "partner.edged" }]) {
      expect(await birch.call(listEvents, { query })).toEqual({ items: [], nextCursor: null });
    }
    expect((await world.as("alpine-admin").call(listEvents)).items).toEqual([]);
    expect((await world.as("direct-seller").get("/events")).status).toBe(403);
  });
});

test("no two kinds of records share a prefix", () => {
  const prefixes = Object.values(idPrefixes);
  expect(new Set(prefixes).size).toBe(prefixes.length);
});
