import { afterAll, beforeAll, expect, test } from "vitest";
import { submitOne } from "../../../test/world/played.ts";
import { race } from "../../../test/world/race.ts";
import { createWorld, type World } from "../../../test/world/world.ts";
import { approveDeal, type DealDetail, getDeal, requestExtension, tellDecision } from "./contract.ts";
import { keepTime } from "./server/clock.ts";

/* People and the clock at the same moment, over real connections: one of them comes first, and the rest follows. */

let world: World;
beforeAll(async () => {
  world = await createWorld();
});
afterAll(() => world.close());

async function holders(customer: string): Promise<number> {
  const found = await world.admin.query(
    `select distinct c.registration_id from registration_claim c join registration r on r.id = c.registration_id
      where c.state = 'holding' and app.name_key(r.customer_name) = app.name_key($1)`,
    [customer],
  );
  return found.rows.length;
}

async function approved(customer: string): Promise<DealDetail> {
  const deal = await submitOne(world, world.as("birch-seller"), customer);
  const params = { dealId: deal.id };
  const manager = world.as("channel-manager");
  await manager.call(approveDeal, { params, ifMatch: deal.version, body: {} });
  return manager.call(tellDecision, { params });
}

test("approved and withdrawn at once is one of the two, and never both", async () => {
  for (let round = 0; round < 5; round++) {
    const customer = `Either Or ${round}`;
    const deal = await submitOne(world, world.as("birch-seller"), customer);
    const manager = world.as("channel-manager");
    await manager.call(approveDeal, { params: { dealId: deal.id }, ifMatch: deal.version, body: {} });
    await race(2, (index) =>
      index === 0
        ? manager.post(`/deals/${deal.id}/decision`)
        : world.as("birch-seller").post(`/deals/${deal.id}/withdrawal`, {}),
    );
    const { state, opportunity } = await manager.call(getDeal, { params: { dealId: deal.id } });
    expect(["approved", "withdrawn"]).toContain(state);
    expect(opportunity !== null).toBe(state === "approved");
    expect(await holders(customer)).toBe(state === "approved" ? 1 : 0);
  }
});

test("a decision is told once, however many tell it", async () => {
  const deal = await submitOne(world, world.as("fir-admin"), "Told Once");
  const manager = world.as("channel-manager");
  await manager.call(approveDeal, { params: { dealId: deal.id }, ifMatch: deal.version, body: {} });
  await race(4, () => manager.post(`/deals/${deal.id}/decision`));
  const events = await world.admin.query(
    "select id from event where type = 'deal.approved' and payload->>'customer' = 'Told Once'",
  );
  const sales = await world.admin.query("select id from opportunity where name = 'Told Once'");
  expect([events.rows.length, sales.rows.length]).toEqual([1, 1]);
});

test("those who wait are let in one by one when places come free at once", async () => {
  const clients = ["birch-seller", "cedar-admin", "elm-admin", "fir-admin"] as const;
  const deals: { who: (typeof clients)[number]; deal: DealDetail }[] = [];
  for (let index = 0; index < 8; index++) {
    const who = clients[index % clients.length] ?? "fir-admin";
    deals.push({ who, deal: await submitOne(world, world.as(who), "Musical Chairs") });
  }
  await race(7, async (index) => {
    const one = deals[index];
    if (one === undefined) return;
    await world.as(one.who).post(`/deals/${one.deal.id}/withdrawal`, {});
  });
  expect(await holders("Musical Chairs")).toBe(1);
  const last = deals.at(-1)?.deal.id ?? "";
  const found = await world.admin.query<{ state: string }>(
    "select distinct state from registration_claim where 'deal_' || replace(registration_id::text, '-', '') = $1",
    [last],
  );
  expect(found.rows).toEqual([{ state: "holding" }]);
});

test("more time granted at the last moment holds, and a moment later comes too late", async () => {
  const vendor = (await world.principal("channel-manager")).vendor;
  const manager = world.as("channel-manager");
  for (const [customer, late] of [
    ["In Time", -1],
    ["Too Late", 0],
  ] as const) {
    const deal = await approved(customer);
    const params = { dealId: deal.id };
    const asked = await world
      .as("birch-seller")
      .call(requestExtension, { params, body: { reason: "Budget comes." } });
    const until = Temporal.Instant.from(deal.protection?.until ?? "");
    world.clock.set(until.add({ milliseconds: late }));
    const [answer] = await Promise.all([
      manager.post(`/deals/${deal.id}/extensions/${asked.extensions[0]?.id}/decision`, { granted: true }),
      keepTime(world.hanse.door, vendor),
    ]);
    const { state } = await manager.call(getDeal, { params });
    expect([answer.status, state]).toEqual(late < 0 ? [200, "approved"] : [409, "expired"]);
    world.clock.set(until.subtract({ hours: 24 * 90 }));
  }
});
