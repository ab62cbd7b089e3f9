import { afterAll, beforeAll, expect, test } from "vitest";
import * as deals from "#sell/deals/contract.ts";
import { getOpportunity, moveOpportunity } from "#sell/opportunities/contract.ts";
import { closeRegistrations, submitOne } from "../../../test/world/played.ts";
import { createWorld, type World } from "../../../test/world/world.ts";
import { readDealOutcomes, readDealPace } from "./contract.ts";

/*
 * Three registrations of Birch and one of Fir in May and June: approved after one business hour and won, rejected after
 * three, decided too late; one is owed still.
 */

let world: World;
beforeAll(async () => {
  world = await createWorld();
  const manager = world.as("channel-manager");
  const approve = async (deal: deals.DealDetail) => {
    const params = { dealId: deal.id };
    await manager.call(deals.approveDeal, { params, ifMatch: deal.version, body: {} });
    return manager.call(deals.tellDecision, { params });
  };
  world.clock.set("2026-05-11T09:00:00Z");
  const won = await submitOne(world, world.as("birch-seller"), "Quick Win");
  const refused = await submitOne(world, world.as("birch-seller"), "Quick No");
  world.clock.set("2026-05-11T10:00:00Z");
  const opportunityId = (await approve(won)).opportunity?.id ?? "";
  const { version } = await manager.call(getOpportunity, { params: { opportunityId } });
  await manager.call(moveOpportunity, {
    params: { opportunityId },
    ifMatch: version,
    body: { stage: "won", value: { amount: "100.00", currency: "USD" }, closedOn: "2026-05-11" },
  });
  await closeRegistrations(world);
  world.clock.set("2026-05-11T12:00:00Z");
  await manager.call(deals.rejectDeal, {
    params: { dealId: refused.id },
    ifMatch: refused.version,
    body: { reasonKey: "not-eligible", reason: "We do not sell there." },
  });
  await manager.call(deals.tellDecision, { params: { dealId: refused.id } });
  world.clock.set("2026-06-01T09:00:00Z");
  const late = await submitOne(world, world.as("fir-admin"), "Late Yes");
  await submitOne(world, world.as("birch-seller"), "Owed Still");
  world.clock.set("2026-06-08T17:00:00Z");
  await approve(late);
});
afterAll(() => world.close());

const monthOf = <T extends { period: string }>(months: readonly T[], period: string) =>
  months.find((month) => month.period === period);

test("the median and what nine of ten took are in business hours, with the share in time", async () => {
  const { months, promised, owed } = await world.as("channel-manager").call(readDealPace);
  expect(months).toHaveLength(12);
  expect(promised).toEqual({ answerHours: 16, decisionHours: 40 });
  expect(monthOf(months, "2026-05")).toMatchObject({
    days: { from: "2026-05-01", until: "2026-06-01" },
    decisions: { count: 2, inTime: 2, medianHours: 2, mostHours: 2.8 },
  });
  expect(monthOf(months, "2026-06")).toMatchObject({
    answers: { count: 1, inTime: 0, medianHours: 48 },
    decisions: { count: 1, inTime: 0, medianHours: 48, mostHours: 48 },
  });
  expect(monthOf(months, "2026-04")).toMatchObject({ answers: { count: 0, medianHours: null } });
  expect(owed).toEqual({ waiting: 1, overdue: 1 });
});

test("a partner is told of the vendor's times with its own registrations alone", async () => {
  const { months, owed } = await world.as("birch-seller").call(readDealPace);
  expect(monthOf(months, "2026-05")?.decisions.count).toBe(2);
  expect(monthOf(months, "2026-06")?.decisions).toMatchObject({ count: 0, medianHours: null });
  expect(owed).toEqual({ waiting: 1, overdue: 1 });
  const above = await world.as("alpine-admin").call(readDealPace);
  expect(above.months.map(({ decisions }) => decisions.count)).toEqual(Array(12).fill(0));
  expect((await world.as("birch-seller").get("/deal-outcomes")).status).toBe(403);
});

test("outcomes stand in the month in which they happened, and each number leads to as many rows", async () => {
  const manager = world.as("channel-manager");
  const { months, total } = await manager.call(readDealOutcomes);
  expect(monthOf(months, "2026-05")).toMatchObject({
    approved: 1,
    rejected: 1,
    rejectedFor: [{ reasonKey: "not-eligible", count: 1 }],
    won: 1,
    lost: 0,
  });
  expect(total).toMatchObject({ approved: 2, won: 1, winRate: "1.000" });
  for (const month of months) {
    const days = {
      from: month.days.from,
      until: Temporal.PlainDate.from(month.days.until).subtract({ days: 1 }).toString(),
    };
    for (const happened of [
      "approved",
      "rejected",
      "withdrawn",
      "expired",
      "revoked",
      "won",
      "lost",
    ] as const) {
      const { items } = await manager.call(deals.listDeals, { query: { happened, ...days } });
      expect(items, `${happened} in ${month.period}`).toHaveLength(month[happened]);
    }
  }
});
