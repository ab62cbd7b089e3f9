import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { submitOne } from "../../../test/world/played.ts";
import { createWorld, type World } from "../../../test/world/world.ts";
import {
  approveDeal,
  askDeal,
  type DealDetail,
  getDeal,
  listBreaches,
  listDeals,
  rejectDeal,
  reviewDeal,
  revokeDeal,
  tellDecision,
  withdrawDeal,
} from "./contract.ts";
import { clocksDue } from "./index.ts";
import { keepTime } from "./server/clock.ts";

/* The vendor's clocks at their edges: what is late, by how much, whose it was; and what is over at its very moment. */

let world: World;
beforeAll(async () => {
  world = await createWorld();
});
afterAll(() => world.close());

const monday = "2026-06-15T09:00:00Z";
const manager = () => world.as("channel-manager");
const registered = (customer: string) => submitOne(world, world.as("birch-seller"), customer);

async function breachesOf(deal: DealDetail) {
  const { items } = await manager().call(listBreaches, { query: { limit: 200 } });
  return items
    .filter((one) => one.deal.id === deal.id)
    .map(({ clock, running, lateHours, whose }) => ({
      clock,
      running,
      lateHours,
      whose: whose?.name ?? null,
    }))
    .toSorted((one, other) => one.clock.localeCompare(other.clock));
}

async function approve(deal: DealDetail): Promise<DealDetail> {
  const params = { dealId: deal.id };
  const { version } = await manager().call(getDeal, { params });
  await manager().call(approveDeal, { params, ifMatch: version, body: {} });
  return manager().call(tellDecision, { params });
}

describe("a breach", () => {
  test("begins a millisecond after the promise, grows by business hours, and stays once it is answered", async () => {
    world.clock.set(monday);
    const deal = await registered("Slow Answer");
    const due = Temporal.Instant.from(deal.answerDueAt ?? "");
    world.clock.set(due);
    expect(await breachesOf(deal)).toEqual([]);
    world.clock.set(due.add({ milliseconds: 1 }));
    expect(await breachesOf(deal)).toEqual([{ clock: "answer", running: true, lateHours: 0, whose: null }]);
    world.clock.set("2026-06-17T12:00:00Z");
    expect(await breachesOf(deal)).toMatchObject([{ running: true, lateHours: 3 }]);
    await manager().call(reviewDeal, { params: { dealId: deal.id } });
    const { name } = await world.principal("channel-manager");
    world.clock.advance({ hours: 2 });
    expect(await breachesOf(deal)).toEqual([{ clock: "answer", running: false, lateHours: 3, whose: name }]);
    world.clock.set("2026-06-22T11:30:00Z");
    expect(await breachesOf(deal)).toMatchObject([
      { clock: "answer", running: false },
      { clock: "decision", running: true, lateHours: 2.5, whose: name },
    ]);
    await approve(deal);
    expect(await breachesOf(deal)).toMatchObject([{ running: false }, { running: false, lateHours: 2.5 }]);
    const csv = await manager().get("/deal-breaches.csv?status=over");
    expect(csv.text).toContain(
      `Slow Answer,decision,2026-06-19T17:00:00Z,2026-06-22T11:30:00Z,no,2.5,${name}`,
    );
  });

  test("is none while the partner has the ball, and stays when the partner gives up waiting", async () => {
    world.clock.set(monday);
    const asked = await registered("Our Turn No More");
    await manager().call(askDeal, { params: { dealId: asked.id }, body: { question: "Where?" } });
    const waiting = await registered("Waited In Vain");
    world.clock.set("2026-06-17T11:00:00Z");
    expect(await breachesOf(asked)).toEqual([]);
    const seller = world.as("birch-seller");
    await seller.call(withdrawDeal, { params: { dealId: waiting.id }, body: {} });
    expect(await breachesOf(waiting)).toMatchObject([{ clock: "answer", running: false, lateHours: 2 }]);
  });

  test("is told to whoever escalates, before and after it is due; what is decided is not", async () => {
    world.clock.set(monday);
    const deal = await registered("Escalate Me");
    const due = Temporal.Instant.from(deal.answerDueAt ?? "");
    const vendor = (await world.principal("channel-manager")).vendor;
    const clocks = async (before: Temporal.Instant) => {
      const found = await world.hanse.door.withJob(vendor, (tx) => clocksDue(tx, before, 100));
      return found.filter((one) => one.customer === "Escalate Me").map(({ clock }) => clock);
    };
    expect(await clocks(due)).toEqual([]);
    expect(await clocks(due.add({ milliseconds: 1 }))).toEqual(["answer"]);
    expect(await clocks(due.add({ hours: 24 * 7 }))).toEqual(["answer", "decision"]);
    await manager().call(rejectDeal, {
      params: { dealId: deal.id },
      ifMatch: deal.version,
      body: { reasonKey: "incomplete", reason: "Too little is said." },
    });
    expect(await clocks(due.add({ hours: 24 * 7 }))).toEqual([]);
  });

  test("is not shown to a partner", async () => {
    expect((await world.as("birch-admin").get("/deal-breaches")).status).toBe(403);
  });
});

test("what happened on some days is listed as it was, in time or late", async () => {
  world.clock.set("2026-06-24T09:00:00Z");
  const listed = async (query: object) =>
    (await manager().call(listDeals, { query: { ...query, limit: 200 } })).items.map(
      ({ customer }) => customer.name,
    );
  const days = { from: "2026-06-22", until: "2026-06-22" };
  expect(await listed({ happened: "decided", ...days })).toEqual(["Slow Answer"]);
  expect(await listed({ happened: "decided", late: "yes", ...days })).toEqual(["Slow Answer"]);
  expect(await listed({ happened: "decided", late: "no", ...days })).toEqual([]);
  expect(await listed({ happened: "withdrawn", from: "2026-06-17", until: "2026-06-17" })).toEqual([
    "Waited In Vain",
  ]);
});

const moments = ["Before", "Exactly", "Afterwards"];

describe("at its very moment", () => {
  test.each([
    ["a millisecond before its end a protection can be revoked", -1, 200],
    ["at its end there is nothing to revoke", 0, 409],
    ["nor a millisecond later", 1, 409],
  ])("%s", async (_what, milliseconds, status) => {
    world.clock.set(monday);
    const deal = await approve(await registered(`Revoked ${moments[milliseconds + 1]}`));
    const until = Temporal.Instant.from(deal.protection?.until ?? "");
    world.clock.set(until.add({ milliseconds }));
    const answer = await manager().post(
      `/deals/${deal.id}/revocation`,
      { reason: "They sold another brand." },
      { ifMatch: deal.version },
    );
    expect(answer.status, answer.text).toBe(status);
  });

  test.each([
    ["a millisecond before the time to answer ends it can still be approved", -1, 200],
    ["at its end it has lost its place, whether or not anything has run", 0, 409],
    ["and a millisecond later", 1, 409],
  ])("%s", async (_what, milliseconds, status) => {
    world.clock.set(monday);
    const deal = await registered(`Silent ${moments[milliseconds + 1]}`);
    const params = { dealId: deal.id };
    const asked = await manager().call(askDeal, { params, body: { question: "Which plant?" } });
    const due = Temporal.Instant.from(asked.answerOwedAt ?? "");
    world.clock.set(due.add({ milliseconds }));
    const answer = await manager().post(`/deals/${deal.id}/approval`, {}, { ifMatch: asked.version });
    expect(answer.status, answer.text).toBe(status);
    const shown = await world.as("birch-seller").call(getDeal, { params });
    expect(shown.state).toBe(milliseconds < 0 ? "needs-information" : "withdrawn");
    await keepTime(world.hanse.door, (await world.principal("channel-manager")).vendor);
  });

  test("a revocation that is told after the end changes nothing", async () => {
    world.clock.set(monday);
    const deal = await approve(await registered("Revoked Too Late"));
    const params = { dealId: deal.id };
    const until = Temporal.Instant.from(deal.protection?.until ?? "");
    world.clock.set(until.subtract({ milliseconds: 1 }));
    await manager().call(revokeDeal, { params, ifMatch: deal.version, body: { reason: "Another brand." } });
    world.clock.set(until.add({ minutes: 5 }));
    await keepTime(world.hanse.door, (await world.principal("channel-manager")).vendor);
    expect((await world.as("birch-seller").call(getDeal, { params })).state).toBe("expired");
  });
});
