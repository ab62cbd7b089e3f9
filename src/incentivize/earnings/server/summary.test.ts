import { afterAll, beforeAll, expect, test } from "vitest";
import { reverseWin } from "#sell/opportunities/contract.ts";
import { plan } from "../../../../test/world/seed.ts";
import { createWorld, type World } from "../../../../test/world/world.ts";
import { listRuns, postRun, previewRun } from "../../runs/contract.ts";
import { earningsSummary } from "../contract.ts";

/* On 15 June 2026 May is booked and held; of April one win each of Birch and Cedar is in no run yet. */
let world: World;
beforeAll(async () => {
  world = await createWorld({ played: true });
});
afterAll(() => world.close());

const usd = (amount: string) => ({ amount, currency: "USD" });

test("what is coming is told line by line: a master's overrides with the deals that they come from", async () => {
  const { coming, comingLines, comingNext } = await world.as("alpine-admin").call(earningsSummary);
  expect({ coming, comingLines }).toEqual({ coming: usd("168.00"), comingLines: 2 });
  expect(
    comingNext.map(({ opportunity, label, closedOn, amount }) => [
      opportunity.name.split(":")[0],
      label,
      closedOn,
      amount,
    ]),
  ).toEqual(
    expect.arrayContaining([
      ["Birch Sales", "Override", "2026-04-14", usd("84.00")],
      ["Cedar Reps", "Override", "2026-04-14", usd("84.00")],
    ]),
  );
});

test("an agent is told its own coming line and nothing of its sibling's", async () => {
  const answer = await world.as("birch-admin").get("/earnings-summary");
  expect(answer.body).toMatchObject({
    comingLines: 1,
    comingNext: [{ label: "Commission", closedOn: "2026-04-14" }],
  });
  expect(answer.text).not.toMatch(/Cedar/);
});

test("a month below zero says how much of it was taken back, and lines that cancel each other release nothing", async () => {
  const birch = world.as("birch-admin");
  const before = await birch.call(earningsSummary);
  expect(before).toMatchObject({
    earned: usd("0.00"),
    takenBack: usd("0.00"),
    nextRelease: { amount: before.held },
  });
  await world.as("channel-manager").call(reverseWin, {
    params: { opportunityId: world.opportunities.birchWon.id },
    body: { amount: usd("10000.00"), reason: "The customer withdrew." },
  });
  const finance = world.as("finance");
  const { items } = await finance.call(listRuns, { query: { period: "2026-05" } });
  const may = items.find(({ adjusts }) => adjusts === null);
  const adjusting = await finance.call(previewRun, {
    body: { planId: plan.id, period: "2026-05", adjusts: may?.id },
  });
  await finance.call(postRun, { params: { runId: adjusting.id } });
  const after = await birch.call(earningsSummary);
  expect(after.takenBack).toEqual(after.earned);
  expect(after.takenBack).toEqual(usd(`-${before.held.amount}`));
  expect(after).toMatchObject({ held: usd("0.00"), nextRelease: null });
});
