import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import { plan } from "../world/seed.ts";
import { createWorld, type World } from "../world/world.ts";

/* Many at once on the same money, over real connections: exactly one wins, and the books stay right. */

let world: World;
beforeAll(async () => {
  world = await createWorld();
});
afterAll(() => world.close());

const many = 8;
const key = () => ({ idempotencyKey: randomUUID() });

async function balanced(): Promise<void> {
  const { difference } = (await world.as("finance").get("/liabilities")).body;
  expect(difference.amount).toBe("0.00");
}

test("of many who preview and post the same month at once, one posts it", async () => {
  const finance = world.as("finance");
  const previews = await Promise.all(
    Array.from({ length: many }, () => finance.post("/runs", { planId: plan.id, period: "2026-05" })),
  );
  expect(previews.every(({ status }) => status === 201)).toBe(true);
  const posted = await Promise.all(
    previews.map(({ body }) => finance.post(`/runs/${body.id}/posting`, {}, key())),
  );
  expect(posted.filter(({ status }) => status === 201)).toHaveLength(1);
  expect(posted.every(({ status }) => status === 201 || status === 409)).toBe(true);
  const lines = await world.admin.query<{ lines: number; firsts: number }>(
    "select count(*)::int as lines, count(distinct (win_id, component, partner_id))::int as firsts from earning",
  );
  expect(lines.rows[0]?.lines).toBe(lines.rows[0]?.firsts);
  await balanced();
});

test("one key sent many times at once posts once and answers all alike", async () => {
  const finance = world.as("finance");
  const preview = await finance.post("/runs", { planId: plan.id, period: "2026-02" });
  const once = key();
  const answers = await Promise.all(
    Array.from({ length: many }, () => finance.post(`/runs/${preview.body.id}/posting`, {}, once)),
  );
  expect(new Set(answers.map(({ text }) => text)).size).toBe(1);
  expect(answers[0]?.status).toBe(201);
  await balanced();
});

test("of many who close a month, make a batch or release it at once, each happens once", async () => {
  world.clock.set("2026-07-02T08:00:00Z");
  const finance = world.as("finance");
  const closed = await Promise.all(
    Array.from({ length: many }, () => finance.post("/statements", { period: "2026-06" }, key())),
  );
  expect(closed.filter(({ status }) => status === 201)).toHaveLength(1);
  const made = await Promise.all(Array.from({ length: many }, () => finance.post("/payouts", {}, key())));
  const batches = made.filter(({ status }) => status === 201);
  expect(batches).toHaveLength(1);
  const batchId = batches[0]?.body.id;
  const released = await Promise.all([
    ...Array.from({ length: many }, () =>
      world.as("finance-controller").post(`/payouts/${batchId}/release`, {}, key()),
    ),
    ...Array.from({ length: many }, () => world.as("admin").post(`/payouts/${batchId}/release`, {}, key())),
    finance.delete(`/payouts/${batchId}`),
  ]);
  expect(released.filter(({ status }) => status < 300)).toHaveLength(1);
  const state = (await finance.get(`/payouts/${batchId}`)).body.state;
  if (state === "released") {
    const paid = await Promise.all(
      Array.from({ length: many }, () =>
        finance.post(`/payouts/${batchId}/payments`, { reference: "once" }, key()),
      ),
    );
    expect(paid.filter(({ status }) => status === 201)).toHaveLength(1);
  }
  await balanced();
});

test("whoever made a batch cannot release it, whatever roles they hold", async () => {
  await world.admin.query(`update membership set roles = '{finance,vendor-admin}' where email = $1`, [
    world.people.finance.email,
  ]);
  world.clock.set("2026-08-02T08:00:00Z");
  await world.won({ owner: "fir", valueMinor: 9_000_00n, closedOn: "2026-06-20" });
  const finance = world.as("finance");
  const preview = await finance.post("/runs", { planId: plan.id, period: "2026-06" });
  expect((await finance.post(`/runs/${preview.body.id}/posting`, {}, key())).status).toBe(201);
  world.clock.set("2026-09-02T08:00:00Z");
  expect((await finance.post("/statements", { period: "2026-08" }, key())).status).toBe(201);
  const made = await finance.post("/payouts", {}, key());
  expect(made.status, made.text).toBe(201);
  const refused = await finance.post(`/payouts/${made.body.id}/release`, {}, key());
  expect(refused.body.type).toBe("four-eyes");
  expect(made.body.releaseHint).toBe("maker");
  await expect(
    world.admin.query(
      "update payout_batch set state = 'released', released_by = made_by, released_at = now()",
    ),
  ).rejects.toThrow("payout_batch_two_people");
});
