import { afterAll, beforeAll, expect, test } from "vitest";
import { confirmTouchpoint, logTouchpoint } from "#sell/touchpoints/contract.ts";
import { createWorld, type Who, type World } from "../../../test/world/world.ts";
import { listPartneredWins, partneredThisQuarter, partnerTrends, wonByMonth } from "./contract.ts";

/*
 * On 15 June 2026 the world has won 247,900.00 in February, 8,400.00 in April (Birch and Cedar 4,200.00 each) and 59,926.33 in
 * May, 9,000.00 of it by the vendor's own seller. Nothing was won before.
 */
let world: World;
beforeAll(async () => {
  world = await createWorld({ played: true });
});
afterAll(() => world.close());

const usd = (amount: string) => ({ amount, currency: "USD" });
const won = (who: Who) => world.as(who).call(wonByMonth);
const trends = () => world.as("channel-manager").call(partnerTrends);

test("twelve months by the day of close, the last that is over against the month before", async () => {
  const { months, latest } = await won("channel-manager");
  expect(months).toHaveLength(12);
  expect(months.slice(-5)).toEqual([
    { period: "2026-02", won: usd("247900.00"), deals: 6, lastYear: null },
    { period: "2026-03", won: usd("0.00"), deals: 0, lastYear: null },
    { period: "2026-04", won: usd("8400.00"), deals: 2, lastYear: null },
    { period: "2026-05", won: usd("59926.33"), deals: 7, lastYear: null },
    { period: "2026-06", won: usd("0.00"), deals: 0, lastYear: null },
  ]);
  expect(latest).toEqual({
    period: "2026-05",
    days: { from: "2026-05-01", until: "2026-06-01" },
    won: usd("59926.33"),
    against: { kind: "month-before", period: "2026-04", won: usd("8400.00") },
    change: "6.134",
  });
});

test("the quarter so far stands against as many days of the quarter before", async () => {
  const { quarter } = await won("finance");
  // 1 April to 15 June are 76 days, and the first 76 of the year end with 17 March.
  expect(quarter).toEqual({
    days: { from: "2026-04-01", until: "2026-06-16" },
    won: usd("68326.33"),
    deals: 9,
    before: usd("247900.00"),
    beforeDays: { from: "2026-01-01", until: "2026-03-18" },
    change: "-0.724",
  });
});

test("sourced and influenced are told apart, and a win that several helped with counts once", async () => {
  const manager = world.as("channel-manager");
  const before = await manager.call(partneredThisQuarter);
  // All of the quarter but the vendor's own seller's 9,000.00; nobody has helped yet.
  expect(before).toMatchObject({
    days: { from: "2026-04-01", until: "2026-06-16" },
    sourced: { deals: 8, won: usd("59326.33") },
    influenced: { deals: 0, won: usd("0.00") },
  });
  const sale = world.opportunities.birchWon;
  const direct = world.opportunities.directWon;
  const helped = async (who: "birch-seller" | "cedar-admin" | "fir-admin", own: string, counts: string) => {
    const body = {
      kind: "meeting" as const,
      occurredOn: "2026-05-12",
      withWhom: "Their engineers",
      purpose: "A trial",
      opportunityId: own,
    };
    const { id } = await world.as(who).call(logTouchpoint, { body });
    await manager.call(confirmTouchpoint, { params: { touchpointId: id }, body: { opportunityId: counts } });
  };
  const allNames = async () =>
    (await manager.call(listPartneredWins, {})).items.map((one) => one.opportunity.name);
  expect(await allNames()).not.toContain(direct.name);
  await helped("cedar-admin", world.opportunities.cedarOpen.id, sale.id);
  await helped("fir-admin", world.opportunities.firOpen.id, sale.id);
  await helped("fir-admin", world.opportunities.firOpen.id, direct.id);
  // By its own source: it was sourced already, and is not influenced by that.
  await helped("cedar-admin", world.opportunities.cedarWon.id, world.opportunities.cedarWon.id);
  const after = await manager.call(partneredThisQuarter);
  expect(after.sourced).toEqual(before.sourced);
  expect(after.influenced).toEqual({ deals: 2, won: usd("19000.00") });
  expect(after.both).toEqual({ deals: 1, won: usd("10000.00") });

  const list = async (part: "sourced" | "influenced" | "both") => {
    const { items } = await manager.call(listPartneredWins, {
      query: { part, closedFrom: "2026-04-01", closedUntil: "2026-06-15" },
    });
    return items.map(({ opportunity, source, helpers }) => [
      opportunity.name,
      source?.name ?? null,
      helpers.map(({ name }) => name),
    ]);
  };
  expect(await list("sourced")).toHaveLength(8);
  expect(new Set(await list("influenced"))).toEqual(
    new Set([
      [sale.name, "Birch Sales", ["Cedar Reps", "Fir Direct"]],
      [direct.name, null, ["Fir Direct"]],
    ]),
  );
  expect(await list("both")).toHaveLength(1);
  expect(await allNames()).toContain(direct.name);
  expect((await world.as("birch-admin").get("/partnered-wins")).status).toBe(403);
});

test("a direct seller is told of their own deals alone", async () => {
  const { months, quarter } = await won("direct-seller");
  expect(months.filter(({ deals }) => deals > 0)).toEqual([
    { period: "2026-05", won: usd("9000.00"), deals: 1, lastYear: null },
  ]);
  expect(quarter).toMatchObject({ won: usd("9000.00"), deals: 1 });
  expect((await world.as("direct-seller").get("/partner-trends")).status).toBe(403);
});

test("the best of this quarter, and who turned between the two before", async () => {
  const { top, up, down } = await trends();
  expect(top.map(({ partner, now, deals }) => [partner.name, now.amount, deals])).toEqual([
    ["Elm Agency", "25000.00", 1],
    ["Birch Sales", "14200.00", 2],
    ["Cedar Reps", "11533.33", 2],
    ["Delta Channels", "4000.00", 1],
    ["Fir Direct", "3393.00", 1],
  ]);
  expect(
    up.map(({ partner, last, before, change }) => [partner.name, last.amount, before.amount, change]),
  ).toEqual([
    ["Delta Channels", "130000.00", "0.00", null],
    ["Birch Sales", "80000.00", "0.00", null],
    ["Cedar Reps", "30000.00", "0.00", null],
    ["Alpine Trade", "5000.00", "0.00", null],
    ["Elm Agency", "2000.00", "0.00", null],
  ]);
  expect(down).toEqual([]);
});

test("what is taken back counts no more, and a year later the same month stands beside", async () => {
  const reversal = await world
    .as("channel-manager")
    .post(
      `/opportunities/${world.opportunities.birchWon.id}/reversal`,
      { amount: usd("2500.00"), reason: "A quarter was sent back." },
      { idempotencyKey: "a quarter" },
    );
  expect(reversal.status, reversal.text).toBeLessThan(300);
  expect((await won("finance")).latest.won).toEqual(usd("57426.33"));

  await world.won({ owner: "fir", valueMinor: 71_782_91n, closedOn: "2027-05-03" });
  world.clock.set("2027-06-02T09:00:00Z");
  const { latest, months } = await won("finance");
  expect(latest).toMatchObject({
    won: usd("71782.91"),
    against: { kind: "last-year", period: "2026-05", won: usd("57426.33") },
    change: "0.250",
  });
  expect(months.at(-2)).toMatchObject({ period: "2027-05", lastYear: usd("57426.33") });
});

test("from the third quarter on, the second has turned on the first", async () => {
  world.clock.set("2026-07-01T09:00:00Z");
  const { down, up } = await trends();
  // Delta fell from 130,000.00 to 4,000.00; Elm rose from 2,000.00 to 25,000.00; Fir from 900.00 to 3,393.00.
  expect(down[0]).toMatchObject({ partner: { name: "Delta Channels" }, change: "-0.969" });
  expect(up.map(({ partner, change }) => [partner.name, change])).toEqual([
    ["Elm Agency", "11.500"],
    ["Fir Direct", "2.770"],
  ]);
});
