import { afterAll, beforeAll, expect, test } from "vitest";
import { getOpportunity, moveOpportunity, reverseWin } from "#sell/opportunities/contract.ts";
import { confirmTouchpoint, contestTouchpoint, logTouchpoint } from "#sell/touchpoints/contract.ts";
import { createWorld, type World } from "../../../test/world/world.ts";
import { readCredit } from "./contract.ts";

/* Kvarner Marine buys from Birch; Cedar knows it, too; Fir only helps where the vendor says so. */

let world: World;
beforeAll(async () => {
  world = await createWorld();
});
afterAll(() => world.close());

async function touched(
  who: "birch-seller" | "cedar-admin" | "fir-admin",
  occurredOn: string,
  target: { opportunityId: string } | { accountId: string },
): Promise<string> {
  const body = {
    kind: "meeting" as const,
    occurredOn,
    withWhom: "Their engineers",
    purpose: "A trial",
    ...target,
  };
  return (await world.as(who).call(logTouchpoint, { body })).id;
}
const confirm = (touchpointId: string, body: { opportunityId?: string } = {}) =>
  world.as("channel-manager").call(confirmTouchpoint, { params: { touchpointId }, body });
const credit = (opportunityId: string, lookBackDays?: number) =>
  world.as("finance").call(readCredit, { params: { opportunityId }, query: { lookBackDays } });

test("a win is shared by every model, with what was left out and why", async () => {
  const sale = world.opportunities.birchOpen.id;
  const account = world.accounts.kvarner.id;
  await confirm(await touched("cedar-admin", "2026-04-20", { accountId: account }));
  await confirm(await touched("birch-seller", "2026-05-10", { opportunityId: sale }));
  await confirm(await touched("birch-seller", "2026-06-01", { opportunityId: sale }));
  const fir = await touched("fir-admin", "2026-06-12", { opportunityId: world.opportunities.firOpen.id });
  await confirm(fir, { opportunityId: sale });
  await touched("birch-seller", "2026-06-02", { opportunityId: sale });
  const contested = await touched("birch-seller", "2026-06-03", { opportunityId: sale });
  await world.as("admin").call(contestTouchpoint, {
    params: { touchpointId: contested },
    body: { reason: "It did not take place." },
  });
  await confirm(await touched("cedar-admin", "2026-02-01", { accountId: account }));

  expect(await credit(sale)).toMatchObject({ win: null, models: [], source: { name: "Birch Sales" } });
  const manager = world.as("channel-manager");
  const { version } = await manager.call(getOpportunity, { params: { opportunityId: sale } });
  await manager.call(moveOpportunity, {
    params: { opportunityId: sale },
    ifMatch: version,
    body: { stage: "won", value: { amount: "1000.00", currency: "USD" }, closedOn: "2026-06-14" },
  });

  const answer = await credit(sale);
  expect(answer.win).toEqual({ closedOn: "2026-06-14", amount: { amount: "1000.00", currency: "USD" } });
  expect(answer.touches.map(({ excluded }) => excluded)).toEqual([
    "before-the-window",
    null,
    null,
    null,
    "not-confirmed",
    "not-confirmed",
    null,
  ]);
  const shares = answer.models.map(({ model, version: rule, shares: all }) => [
    model,
    rule,
    ...all.map(({ partner, share, amount }) => `${partner.name} ${share} ${amount.amount}`),
  ]);
  expect(shares).toEqual([
    ["first", "first-1", "Cedar Reps 1.0000 1000.00", "Birch Sales 0.0000 0.00", "Fir Direct 0.0000 0.00"],
    ["last", "last-1", "Fir Direct 1.0000 1000.00", "Cedar Reps 0.0000 0.00", "Birch Sales 0.0000 0.00"],
    [
      "linear",
      "linear-1",
      "Birch Sales 0.5000 500.00",
      "Cedar Reps 0.2500 250.00",
      "Fir Direct 0.2500 250.00",
    ],
    [
      "position",
      "position-1",
      "Cedar Reps 0.4000 400.00",
      "Fir Direct 0.4000 400.00",
      "Birch Sales 0.2000 200.00",
    ],
  ]);
  expect(answer.models[3]?.receipt).toMatchObject({
    weights: [{ weight: 4 }, { weight: 1 }, { weight: 1 }, { weight: 4 }],
    total: 10,
  });

  const longer = await credit(sale, 180);
  expect(longer.touches[0]?.excluded).toBeNull();
  await manager.call(reverseWin, {
    params: { opportunityId: sale },
    body: { amount: { amount: "400.00", currency: "USD" }, reason: "They sent some back." },
    idempotencyKey: "credit-reversal",
  });
  const less = await credit(sale);
  expect(less.win?.amount.amount).toBe("600.00");
  expect(less.models[2]?.shares.map(({ amount }) => amount.amount)).toEqual(["300.00", "150.00", "150.00"]);
});

test("no partner and no direct seller reads it, and it moved no money", async () => {
  const path = `/opportunities/${world.opportunities.birchOpen.id}/credit`;
  for (const who of ["birch-admin", "alpine-admin", "direct-seller"] as const)
    expect((await world.as(who).get(path)).status, who).toBe(403);
  const absent = await world.as("finance").get(`/opportunities/opp_${"0".repeat(32)}/credit`);
  expect(absent.status).toBe(404);
  const postings = await world.admin.query("select count(*)::int as count from posting");
  expect(postings.rows).toEqual([{ count: 0 }]);
});
