import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import { verifyReceipt } from "#incentivize/plans/verify.ts";
import { plan } from "../world/seed.ts";
import { createWorld, type World } from "../world/world.ts";

/*
 * May from a won deal to a paid and explained commission, by the people who do each step. The world stands on
 * 15 June 2026; Birch is Gold in the second quarter, so its 10,000.00 of GTX earns 8 % × 1.10.
 */

let world: World;
beforeAll(async () => {
  world = await createWorld();
});
afterAll(() => world.close());

const key = () => ({ idempotencyKey: randomUUID() });
const amountOf = (
  items: { partner: { name: string }; kind: string; amount: { amount: string } }[],
  name: string,
  kind: string,
) => items.filter((one) => one.partner.name === name && one.kind === kind).map((one) => one.amount.amount);

let runId = "";

test("a preview moves nothing and shows each line", async () => {
  const finance = world.as("finance");
  const preview = await finance.post("/runs", { planId: plan.id, period: "2026-05" });
  expect(preview.status, preview.text).toBe(201);
  runId = preview.body.id;
  expect(preview.body).toMatchObject({
    state: "previewed",
    problems: 0,
    bookedIn: "2026-05",
    monthIsOver: true,
    can: { post: true },
  });
  const lines = await finance.get(`/runs/${runId}/lines`);
  expect(amountOf(lines.body.items, "Birch Sales", "commission")).toEqual(["880.00"]);
  expect(amountOf(lines.body.items, "Alpine Trade", "override")).toEqual(expect.arrayContaining(["200.00"]));
  expect((await finance.get("/earnings")).body.items).toEqual([]);
  const partners = await finance.get(`/runs/${runId}/partners`);
  expect(partners.body.items.map((row: { partner: { name: string } }) => row.partner.name)).toContain(
    "Delta Channels",
  );
});

test("posting books the lines once; a second time names the run", async () => {
  const finance = world.as("finance");
  const posted = await finance.post(`/runs/${runId}/posting`, {}, key());
  expect(posted.status, posted.text).toBe(201);
  expect(posted.body.state).toBe("posted");
  const again = await finance.post("/runs", { planId: plan.id, period: "2026-05" });
  expect(again.status).toBe(409);
  expect(again.body).toMatchObject({ type: "already-posted", runId });
  const earnings = (await finance.get("/earnings?period=2026-05")).body.items;
  expect(amountOf(earnings, "Birch Sales", "commission")).toEqual(["880.00"]);
  const { held, control, difference } = (await finance.get("/liabilities")).body;
  expect(held).toEqual(control.held);
  expect(difference.amount).toBe("0.00");
});

test("every line has a receipt that anybody can recompute, and hides what is others'", async () => {
  const finance = world.as("finance");
  for (const { id } of (await finance.get("/earnings?limit=200")).body.items) {
    const receipt = await finance.get(`/earnings/${id}/receipt`);
    expect(receipt.status, receipt.text).toBe(200);
    expect(verifyReceipt(receipt.body)).toMatchObject({ ok: true });
    const explanation = await finance.get(`/earnings/${id}/explanation`);
    expect(explanation.body.verified).toBe(true);
  }
  const overrides = (await world.as("alpine-admin").get("/earnings?kind=override")).body.items;
  const override = await world.as("alpine-admin").get(`/earnings/${overrides[0].id}/receipt`);
  expect(override.text).not.toContain("Gold");
});

test("partners see their own money alone", async () => {
  const birch = (await world.as("birch-admin").get("/earnings?limit=200")).body.items;
  expect(new Set(birch.map((one: { partner: { name: string } }) => one.partner.name))).toEqual(
    new Set(["Birch Sales"]),
  );
  const alpine = (await world.as("alpine-admin").get("/earnings?limit=200")).body.items;
  expect(new Set(alpine.map((one: { partner: { name: string } }) => one.partner.name))).toEqual(
    new Set(["Alpine Trade"]),
  );
  expect((await world.as("birch-seller").get("/earnings")).status).toBe(403);
  expect((await world.as("alpine-admin").get(`/earnings/${birch[0].id}/receipt`)).status).toBe(404);
});

test("a hold ends at the start of close + 30, and closing a month states and publishes it", async () => {
  const finance = world.as("finance");
  expect((await finance.post("/statements", { period: "2026-06" }, key())).status).toBe(422);
  world.clock.set("2026-08-02T08:00:00Z");
  const over = await finance.post("/statements", { period: "2026-07" }, key());
  expect(over.status, over.text).toBe(409);
  expect(over.body.type).toBe("earlier-month-open");
  world.clock.set("2026-07-02T08:00:00Z");
  const open = await finance.get("/open-statements?period=2026-06");
  const closed = await finance.post("/statements", { period: "2026-06" }, key());
  expect(closed.status, closed.text).toBe(201);
  expect(open.body.items.length).toBeLessThanOrEqual(closed.body.closed);
  const own = (await world.as("birch-admin").get("/statements")).body.items;
  expect(own).toHaveLength(1);
  expect(own[0]).toMatchObject({
    number: 1,
    opening: { amount: "0.00" },
    released: { amount: "880.00" },
    closing: { amount: "880.00" },
  });
  expect((await finance.post("/statements", { period: "2026-06" }, key())).body.type).toBe(
    "nothing-to-close",
  );
});

let batchId = "";

test("a batch is made by one and released by another; paying it settles the books", async () => {
  const finance = world.as("finance");
  const made = await finance.post("/payouts", {}, key());
  expect(made.status, made.text).toBe(201);
  batchId = made.body.id;
  expect((await finance.post(`/payouts/${batchId}/release`, {}, key())).status).toBe(403);
  expect((await finance.post("/payouts", {}, key())).body.type).toBe("nothing-to-pay");
  const released = await world.as("finance-controller").post(`/payouts/${batchId}/release`, {}, key());
  expect(released.status, released.text).toBe(201);
  const before = { reference: "SEPA 4711", paidOn: "2026-07-01" };
  const early = await finance.post(`/payouts/${batchId}/payments`, before, key());
  expect(early.body.errors).toEqual([expect.objectContaining({ pointer: "/paidOn" })]);
  const once = key();
  const paid = await finance.post(`/payouts/${batchId}/payments`, { reference: "SEPA 4711" }, once);
  expect(paid.status, paid.text).toBe(201);
  expect((await finance.post(`/payouts/${batchId}/payments`, { reference: "SEPA 4711" }, once)).text).toBe(
    paid.text,
  );
  expect((await finance.post(`/payouts/${batchId}/payments`, { reference: "another" }, once)).body.type).toBe(
    "idempotency-key-reused",
  );
  const { owed, difference } = (await finance.get("/liabilities")).body;
  expect(difference.amount).toBe("0.00");
  expect(Number(owed.amount)).toBeGreaterThanOrEqual(0);
  const mine = (await world.as("birch-admin").get("/my-payouts")).body.items;
  expect(mine[0]).toMatchObject({ state: "paid", amount: { amount: "880.00" }, reference: "SEPA 4711" });
});

test("a returned payment goes into the next batch", async () => {
  const finance = world.as("finance");
  const returned = await finance.post(
    `/payouts/${batchId}/payees/${world.partners.birch.id}/return`,
    { reason: "Account closed" },
    key(),
  );
  expect(returned.status, returned.text).toBe(201);
  const next = await finance.get("/payout-preview");
  expect(next.body.payees).toEqual([
    expect.objectContaining({
      partner: expect.objectContaining({ name: "Birch Sales" }),
      amount: { amount: "880.00", currency: "USD" },
    }),
  ]);
  expect((await finance.get("/liabilities")).body.difference.amount).toBe("0.00");
});

test("a reversal after payment makes a negative line in the open month, on every component", async () => {
  const finance = world.as("finance");
  const reversal = await world
    .as("channel-manager")
    .post(
      `/opportunities/${world.opportunities.birchWon.id}/reversal`,
      { amount: { amount: "2500.00", currency: "USD" }, reason: "A quarter was sent back." },
      key(),
    );
  expect(reversal.status, reversal.text).toBeLessThan(300);
  const adjusting = await finance.post("/runs", { planId: plan.id, period: "2026-05", adjusts: runId });
  expect(adjusting.status, adjusting.text).toBe(201);
  expect(adjusting.body).toMatchObject({ bookedIn: "2026-07", lines: 2 });
  const posted = await finance.post(`/runs/${adjusting.body.id}/posting`, {}, key());
  expect(posted.status, posted.text).toBe(201);
  const july = (await finance.get("/earnings?period=2026-07")).body.items;
  expect(amountOf(july, "Birch Sales", "commission")).toEqual(["-220.00"]);
  expect(amountOf(july, "Alpine Trade", "override")).toEqual(["-50.00"]);
  expect(july.every((one: { entry: string }) => one.entry === "reversal")).toBe(true);
  const again = await finance.post("/runs", { planId: plan.id, period: "2026-05", adjusts: runId });
  expect(again.body).toMatchObject({ lines: 0 });
  for (const { id } of july)
    expect(verifyReceipt((await finance.get(`/earnings/${id}/receipt`)).body)).toMatchObject({ ok: true });
  expect((await finance.get("/liabilities")).body.difference.amount).toBe("0.00");
});

test("who makes the next batch is told what came since the close, and what was taken back says why", async () => {
  const finance = world.as("finance");
  const preview = (await finance.get("/payout-preview")).body;
  expect(preview.since).toEqual({ amount: "-270.00", currency: "USD" });
  expect(preview.payees).toEqual([
    expect.objectContaining({
      amount: { amount: "880.00", currency: "USD" },
      since: { amount: "-220.00", currency: "USD" },
      last: null,
    }),
  ]);
  expect((await finance.get("/liabilities")).body.owing).toEqual({
    partners: 1,
    amount: { amount: "50.00", currency: "USD" },
  });
  const [line] = (await finance.get("/earnings?period=2026-07&kind=commission")).body.items;
  expect((await finance.get(`/earnings/${line.id}`)).body.reversals).toEqual([
    {
      day: "2026-07-02",
      amount: { amount: "2500.00", currency: "USD" },
      reason: "A quarter was sent back.",
    },
  ]);
  expect((await world.as("birch-admin").get(`/earnings/${line.id}`)).body.reversals).toEqual([]);
});

test("the books come to nothing in all, by kind and the largest first, and a payment names its payee", async () => {
  const finance = world.as("finance");
  const { kinds, sum } = (await finance.get("/ledger/controls")).body;
  expect(sum.amount).toBe("0.00");
  const accounts = (await finance.get("/ledger/accounts?limit=200")).body.items;
  const order = accounts.map((one: { kind: string }) => one.kind);
  expect([...new Set(order)]).toEqual(kinds.map((one: { kind: string }) => one.kind));
  const payable = accounts.filter((one: { kind: string }) => one.kind === "payable");
  const sizes = payable.map((one: { balance: { amount: string } }) => Math.abs(Number(one.balance.amount)));
  expect(sizes).toEqual([...sizes].sort((one, other) => other - one));
  const paid = (await finance.get("/ledger/transactions?kind=payout-paid")).body.items;
  expect(paid.map((one: { holder: { name: string } }) => one.holder.name)).toContain("Birch Sales");
});
