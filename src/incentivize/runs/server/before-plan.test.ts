import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { plan as seeded } from "../../../../test/world/seed.ts";
import { createWorld, type World } from "../../../../test/world/world.ts";
import { createPlan, getPlan, publishPlan } from "../../plans/wire.ts";
import { openMonths, previewRun } from "../contract.ts";

let world: World;
let planId: string;
beforeAll(async () => {
  world = await createWorld();
  const admin = world.as("admin");
  const like = await admin.call(getPlan, { params: { planId: seeded.id } });
  const body = { name: "From mid-April", rules: like.versions[0]?.rules, effectiveFrom: "2026-04-15" };
  const begun = await admin.call(createPlan, { body });
  ({ id: planId } = await admin.call(publishPlan, { params: { planId: begun.id } }));
});
afterAll(() => world.close());

const winsIn = async (period: string) => {
  const { items } = await world.as("finance").call(openMonths, { params: { planId } });
  return items.find((month) => month.period === period)?.wins ?? 0;
};

describe("a plan that begins later", () => {
  test("says so once for a month before, and has no problem with any of its wins", async () => {
    const run = await world.as("finance").call(previewRun, { body: { planId, period: "2026-02" } });
    expect(run).toMatchObject({ lines: 0, problems: 0 });
    expect(run.beforePlan).toEqual({ begins: "2026-04-15", wins: await winsIn("2026-02") });
    expect(run.beforePlan?.wins).toBeGreaterThan(0);
  });

  test("says nothing where it governs the whole month", async () => {
    const run = await world
      .as("finance")
      .call(previewRun, { body: { planId: seeded.id, period: "2026-05" } });
    expect(run.beforePlan).toBeNull();
  });
});
