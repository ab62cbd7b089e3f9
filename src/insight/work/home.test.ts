import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { invite } from "#ecosystem/people/contract.ts";
import { openMonths } from "#incentivize/runs/contract.ts";
import { plan, program } from "../../../test/world/seed.ts";
import { createWorld, type Who, type World } from "../../../test/world/world.ts";
import { readHome } from "./contract.ts";

/*
 * The world has lived through its spring (test/world/played.ts): February and May are run, April is previewed; of the
 * batch of 1 April Birch is paid, Alpine, Delta and Elm are not; Fir's and Cedar's payments came back, and Fir stands in a
 * second batch that waits for its release.
 */
let world: World;
beforeAll(async () => {
  world = await createWorld({ played: true });
});
afterAll(() => world.close());

const usd = (amount: string) => ({ amount, currency: "USD" });
const homeOf = (who: Who) => world.as(who).call(readHome);

describe("what waits", () => {
  test("finance pays the released batch, makes one for Cedar and runs April", async () => {
    const { today, waits, deals, steps } = await homeOf("finance");
    expect(today).toBe("2026-06-15");
    expect(waits).toMatchObject([
      // Alpine 2,600.00, Delta 6,540.00 and Elm 160.00 of February.
      {
        kind: "payees-to-pay",
        count: 3,
        since: "2026-04-01",
        amount: usd("9300.00"),
        record: expect.stringMatching(/^bat_/),
      },
      // Cedar's 30,000.00 at 5 %.
      { kind: "payouts-to-make", count: 1, since: "2026-04-01", amount: usd("1500.00"), record: null },
      { kind: "months-to-run", count: 1, since: "2026-05-01", period: "2026-04", amount: null },
    ]);
    expect({ deals, steps }).toEqual({ deals: null, steps: null });
  });

  test("the controller releases what finance made, and pays", async () => {
    const { waits } = await homeOf("finance-controller");
    expect(waits).toMatchObject([
      { kind: "payees-to-pay", count: 3 },
      {
        kind: "batches-to-release",
        count: 1,
        since: "2026-06-02",
        amount: usd("72.00"),
        record: expect.stringMatching(/^bat_/),
      },
    ]);
  });

  test("the administrator finds the draft, and the batch to release", async () => {
    const { waits } = await homeOf("admin");
    expect(waits).toMatchObject([
      // All of the pilot, which its partners have not acknowledged since it began.
      { kind: "acknowledgements-missing", count: 6, since: "2026-01-01" },
      { kind: "batches-to-release", count: 1 },
      { kind: "benefits-to-decide", count: 2, since: "2026-06-02", record: null },
      { kind: "deal-requests-to-decide", count: 2 },
      { kind: "drafts-to-publish", count: 1, since: "2026-06-02", record: plan.id },
      { kind: "overrides-to-approve", count: 1, since: "2026-06-02", record: expect.stringMatching(/^ovr_/) },
      { kind: "specializations-to-decide", count: 2, since: "2026-06-02", record: null },
      { kind: "touchpoints-to-confirm", count: 4, since: "2026-06-02" },
      { kind: "deals-overdue-to-answer", count: 4 },
    ]);
  });

  test("the channel manager answers partners, and sees what closes next and how far the programme is set up", async () => {
    const { waits, deals, steps } = await homeOf("channel-manager");
    expect(waits).toEqual([
      {
        kind: "acknowledgements-missing",
        count: 6,
        since: "2026-01-01",
        period: null,
        amount: null,
        record: expect.stringMatching(/^prg_/),
      },
      {
        kind: "benefits-to-decide",
        count: 2,
        since: "2026-06-02",
        period: null,
        amount: null,
        record: null,
      },
      {
        kind: "deal-requests-to-decide",
        count: 2,
        since: "2026-06-02",
        period: null,
        amount: null,
        record: null,
      },
      {
        kind: "specializations-to-decide",
        count: 2,
        since: "2026-06-02",
        period: null,
        amount: null,
        record: null,
      },
      {
        kind: "touchpoints-to-confirm",
        count: 4,
        since: "2026-06-02",
        period: null,
        amount: null,
        record: null,
      },
      {
        kind: "deals-overdue-to-answer",
        count: 4,
        since: "2026-06-03",
        period: null,
        amount: usd("6600.00"),
        record: null,
      },
    ]);
    expect(deals).toMatchObject({ open: 12, overdue: 0, value: usd("69478.00") });
    expect(deals?.next).toHaveLength(6);
    expect(steps).toEqual({
      partners: true,
      products: true,
      accounts: true,
      opportunities: true,
      plan: true,
      planBegun: true,
      people: true,
      run: true,
    });
  });

  test("a direct seller is told of their own deals and of nothing else", async () => {
    const { waits, deals, steps } = await homeOf("direct-seller");
    expect({ waits, steps }).toEqual({ waits: [], steps: null });
    expect(deals).toMatchObject({
      open: 1,
      value: usd("700.00"),
      next: [{ name: "Direct: new line", partner: null }],
    });
  });
});

describe("as time goes on", () => {
  test("an invitation waits until it runs out", async () => {
    await world.as("admin").call(invite, { body: { email: "late@nordwind.example", roles: ["finance"] } });
    const pending = async () =>
      (await homeOf("admin")).waits.find(({ kind }) => kind === "invitations-pending");
    expect(await pending()).toMatchObject({ count: 1, since: "2026-06-15" });
    world.clock.set("2026-06-23T09:00:00Z");
    expect(await pending()).toBeUndefined();
  });

  test("partners that were warned wait for whoever can make an exception, until the review is decided", async () => {
    const warn = (reviewOn: string, inForceFrom: string) =>
      world.admin.query(
        `insert into tier_warning (vendor_id, partner_id, program_id, review_on, in_force_from, level, would_be, warned_at)
          select p.vendor_id, p.id, $2, $3, $4, 'Gold', 'Silver', '2026-06-20T09:00:00Z' from partner p where p.id = any ($1::uuid[])`,
        [[world.partners.birch.uuid, world.partners.cedar.uuid], program.uuid, reviewOn, inForceFrom],
      );
    await warn("2026-04-01", "2026-04-01");
    const atRisk = async (who: Who) =>
      (await homeOf(who)).waits.find(({ kind }) => kind === "levels-at-risk");
    expect(await atRisk("channel-manager")).toBeUndefined();
    await warn("2026-07-01", "2026-07-01");
    expect(await atRisk("channel-manager")).toMatchObject({
      count: 2,
      since: "2026-06-20",
      record: program.id,
    });
    expect(await atRisk("finance")).toBeUndefined();
    world.clock.set("2026-07-01T09:00:00Z");
    expect(await atRisk("channel-manager")).toBeUndefined();
  });

  test("deals whose expected close has passed wait for the channel manager and for their seller", async () => {
    world.clock.set("2026-07-20T09:00:00Z");
    const overdue = { kind: "deals-overdue", since: "2026-07-10" };
    const { waits } = await homeOf("channel-manager");
    expect(waits.find(({ kind }) => kind === "deals-overdue")).toMatchObject({
      ...overdue,
      count: 8,
      amount: usd("62878.00"),
    });
    expect((await homeOf("direct-seller")).waits).toMatchObject([
      { ...overdue, count: 1, amount: usd("700.00"), record: world.opportunities.directOpen.id },
    ]);
    expect((await homeOf("channel-manager")).deals).toMatchObject({ overdue: 8 });
  });

  test("a win that changed after it was booked waits for finance, as the list of months says", async () => {
    // Runs are posted by the database's clock, which the world's does not set.
    await world.admin.query("update win set changed_at = now() where opportunity_id = $1", [
      world.opportunities.birchWon.uuid,
    ]);
    const { waits } = await homeOf("finance");
    expect(waits.find(({ kind }) => kind === "changes-to-book")).toMatchObject({
      count: 1,
      period: "2026-05",
    });
    const { items } = await world.as("finance").call(openMonths, { params: { planId: plan.id } });
    expect(items.find(({ period }) => period === "2026-05")).toMatchObject({ changes: 1 });
  });
});
