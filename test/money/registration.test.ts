import { afterAll, beforeAll, expect, test } from "vitest";
import { verifyReceipt } from "#incentivize/plans/index.ts";
import { approveDeal, tellDecision } from "#sell/deals/contract.ts";
import { decidePayCredit, getOpportunity, moveOpportunity } from "#sell/opportunities/contract.ts";
import { submitOne } from "../world/played.ts";
import { plan } from "../world/seed.ts";
import { createWorld, type World } from "../world/world.ts";

/*
 * From a registration to money: a win of a registered sale earns, and where its owner is another than the holder of the
 * registration nothing is paid until a person has decided.
 */

let world: World;
beforeAll(async () => {
  world = await createWorld();
});
afterAll(() => world.close());

const usd = (amount: string) => ({ amount, currency: "USD" });

async function approved(customer: string, opportunityId?: string): Promise<string> {
  const manager = world.as("channel-manager");
  const deal = await submitOne(world, world.as("birch-seller"), customer);
  const params = { dealId: deal.id };
  await manager.call(approveDeal, { params, ifMatch: deal.version, body: { opportunityId } });
  const told = await manager.call(tellDecision, { params });
  return told.opportunity?.id ?? "";
}

async function win(opportunityId: string, amount: string): Promise<void> {
  const manager = world.as("channel-manager");
  const { version } = await manager.call(getOpportunity, { params: { opportunityId } });
  await manager.call(moveOpportunity, {
    params: { opportunityId },
    ifMatch: version,
    body: { stage: "won", value: usd(amount), closedOn: "2026-06-15" },
  });
}

/** A preview of June: its lines and its problems about one sale. */
async function preview(opportunityId: string) {
  const finance = world.as("finance");
  const run = await finance.post("/runs", { planId: plan.id, period: "2026-06" });
  expect(run.status, run.text).toBe(201);
  const about = (items: { opportunity: { id: string } }[]) =>
    items.filter((one) => one.opportunity.id === opportunityId);
  return {
    lines: about((await finance.get(`/runs/${run.body.id}/lines?limit=200`)).body.items),
    problems: about((await finance.get(`/runs/${run.body.id}/problems?limit=200`)).body.items),
    runId: run.body.id,
  };
}

test("a win of a registered sale earns by its registration, and the receipt says so", async () => {
  const opportunityId = await approved("Registered Rapids");
  await win(opportunityId, "1000.00");
  const { lines, problems, runId } = await preview(opportunityId);
  expect(problems).toEqual([]);
  expect(lines).toMatchObject([
    { kind: "commission", partner: { name: "Birch Sales" }, amount: usd("88.00") },
    { kind: "override", partner: { name: "Alpine Trade" }, amount: usd("20.00") },
  ]);
  const finance = world.as("finance");
  await finance.post(`/runs/${runId}/posting`, {}, { idempotencyKey: "june" });
  const [line] = (await finance.get("/earnings?period=2026-06&kind=commission&limit=200")).body.items.filter(
    (one: { opportunityId: string }) => one.opportunityId === opportunityId,
  );
  const receipt = (await finance.get(`/earnings/${line.id}/receipt`)).body;
  expect(verifyReceipt(receipt)).toMatchObject({ ok: true });
  expect(JSON.stringify(receipt.facts)).toContain(`"payBasis":{"kind":"registration"`);
});

test("a sale that another partner owned at its win waits for a person, and then earns for whom they say", async () => {
  const { id } = world.opportunities.cedarOpen;
  expect(await approved("Kvarner Disputed", id)).toBe(id);
  const manager = world.as("channel-manager");
  expect(await manager.call(getOpportunity, { params: { opportunityId: id } })).toMatchObject({
    owner: { id: world.partners.cedar.id },
    payBasis: "registration",
  });
  await win(id, "2000.00");
  const finance = world.as("finance");
  const [june] = (await finance.get("/runs?period=2026-06&state=posted")).body.items;
  const adjust = () => finance.post("/runs", { planId: plan.id, period: "2026-06", adjusts: june.id });
  const before = await adjust();
  const problems = (await finance.get(`/runs/${before.body.id}/problems`)).body.items;
  expect(problems).toMatchObject([
    {
      opportunity: { id },
      code: "pay-credit-undecided",
      params: { holder: "Birch Sales", owner: "Cedar Reps" },
    },
  ]);
  const third = await manager.post(`/opportunities/${id}/pay-credit`, {
    partnerId: world.partners.elm.id,
    reason: "Neither.",
  });
  expect(third).toMatchObject({ status: 422, body: { errors: [{ pointer: "/partnerId" }] } });
  await manager.call(decidePayCredit, {
    params: { opportunityId: id },
    body: { partnerId: world.partners.birch.id, reason: "Birch registered it and did the work." },
  });
  const after = await adjust();
  expect((await finance.get(`/runs/${after.body.id}/problems`)).body.items).toEqual([]);
  const lines = (await finance.get(`/runs/${after.body.id}/lines`)).body.items;
  expect(lines.map((line: { partner: { name: string } }) => line.partner.name).toSorted()).toEqual([
    "Alpine Trade",
    "Birch Sales",
  ]);
});

test("where one partner alone has a claim there is nothing to decide", async () => {
  const answer = await world
    .as("channel-manager")
    .post(`/opportunities/${world.opportunities.firOpen.id}/pay-credit`, {
      partnerId: world.partners.fir.id,
      reason: "Theirs.",
    });
  expect(answer).toMatchObject({ status: 409, body: { type: "nothing-to-decide" } });
});
