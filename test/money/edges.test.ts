import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { products } from "../oracle/boundary.ts";
import type { Row } from "../oracle/naive-plan.ts";
import { plan } from "../world/seed.ts";
import { publicIdOf } from "./oracle-world.ts";
import { teams } from "./random-loop.ts";
import { type Deal, type Twin, twinOf } from "./twin.ts";

/*
 * Edges that need more than a month's run: what is taken back at half a cent, a win of nothing, and days as the
 * vendor's zone has them. Those of the plan itself are in oracle.test.ts, each by its name.
 */

function won(opportunityId: string, closeDay: string, value: string, product = "MG Special"): Row {
  return { opportunityId, agent: "Dora South", stage: "Won", closeDay, lines: [{ product, value }] };
}

describe("what is taken back and what is worth nothing:", () => {
  let twin: Twin;
  const deals = new Map<string, Deal>();
  // Half a cent goes to the even cent in what is left, not in what is taken back. At 10 %: the value, what is taken
  // back of it, what then is booked.
  const cases = [
    // 20.01; of 100.05 is left 10.005 → 10.00
    ["half a cent of what is left, down", "200.10", "100.05", -1001n],
    // 20.01; of 100.15 is left 10.015 → 10.02
    ["half a cent of what is left, up", "200.10", "99.95", -999n],
    // 10.005 → 10.00, and all of it
    ["all of what was rounded down", "100.05", null, -1000n],
    // 10.015 → 10.02, and all of it
    ["all of what was rounded up", "100.15", null, -1002n],
    // 10.025 → 10.02; of 100.15 is left 10.015 → 10.02: nothing changes
    ["a dime that nobody feels", "100.25", "0.10", undefined],
    ["all of a win of nothing", "0.00", null, undefined],
  ] as const;
  const adjusted = async () =>
    (await twin.adjust("2026-05")).map((line) => [line.opportunityId, line.cents, line.isFirst]);

  beforeAll(async () => {
    twin = await twinOf(teams, products, "2026-05-20");
    for (const [name, value] of cases) deals.set(name, await twin.win(won(name, "2026-05-04", value)));
    deals.set("raised", await twin.win(won("raised", "2026-05-04", "0.00")));
    await twin.run("2026-05");
  });
  afterAll(() => twin.world.close());

  test.each(cases)("%s", async (name, _value, part, cents) => {
    const deal = deals.get(name);
    if (deal) await twin.takeBack(deal, part);
    expect(await adjusted()).toEqual(cents === undefined ? [] : [[name, cents, false]]);
  });

  test("a win of nothing books its first line once it has a value, and gives it back with the value", async () => {
    const deal = deals.get("raised");
    if (deal) await twin.change(deal, { lines: [{ product: "MG Special", value: "1000.00" }] });
    expect(await adjusted()).toEqual([["raised", 10_000n, true]]);
    if (deal) await twin.change(deal, { lines: [{ product: "MG Special", value: "0.00" }] });
    expect(await adjusted()).toEqual([["raised", -10_000n, false]]);
  });
});

describe.each(["America/Los_Angeles", "Pacific/Auckland"])(
  "days and months are those of the vendor in %s:",
  (zone) => {
    let twin: Twin;
    const at = (local: string) =>
      twin.world.clock.set(Temporal.PlainDateTime.from(local).toZonedDateTime(zone).toInstant());
    const enter = (row: Row) =>
      twin.world.as("channel-manager").post(
        "/opportunities",
        {
          name: row.opportunityId,
          externalId: row.opportunityId,
          ownerPartnerId: publicIdOf("partner", row.agent),
          stage: "won",
          value: { amount: "1000.00", currency: "USD" },
          closedOn: row.closeDay,
          lines: [{ productId: publicIdOf("product", "MG Special") }],
          reason: "As agreed.",
        },
        { idempotencyKey: randomUUID() },
      );
    const heldOf = async () => (await twin.acts.get("/liabilities")).held.amount;

    beforeAll(async () => {
      twin = await twinOf(teams, products, "2026-05-20");
      await twin.world.admin.query("update vendor set timezone = $1 where vendor_id = $2", [
        zone,
        twin.world.vendors.nordwind.uuid,
      ]);
    });
    afterAll(() => twin.world.close());

    test("the last minute of a month belongs to it", async () => {
      at("2026-05-31T23:59");
      for (const day of ["2026-04-30", "2026-05-01", "2026-05-02", "2026-05-31"])
        expect((await enter(won(day, day, "1000.00"))).status).toBe(201);
      expect((await enter(won("2026-06-01", "2026-06-01", "1000.00"))).status).toBe(422);
      const early = await twin.world.as("finance").post("/runs", { planId: plan.id, period: "2026-06" });
      expect(early.status).toBe(422);
      const run = await twin.acts.preview("2026-05");
      expect(run).toMatchObject({ wins: 3, monthIsOver: false, total: { amount: "300.00" } });
      await twin.acts.post(run.id);
    });

    test("a hold lasts through close + 29 and is over at 00:00 of close + 30", async () => {
      at("2026-05-31T23:59:59");
      await twin.acts.endHolds();
      expect(await heldOf()).toBe("200.00");
      at("2026-06-01T00:00");
      await twin.acts.endHolds();
      expect(await heldOf()).toBe("100.00");
    });

    test("the first minute of a month belongs to the next one, and the one before can be closed", async () => {
      at("2026-06-01T00:00");
      expect((await enter(won("2026-06-01", "2026-06-01", "1000.00"))).status).toBe(201);
      expect(await twin.acts.preview("2026-06")).toMatchObject({ wins: 1, monthIsOver: false });
      expect(await twin.acts.close("2026-05")).toMatchObject({ closed: 1, closing: { amount: "100.00" } });
    });
  },
);
