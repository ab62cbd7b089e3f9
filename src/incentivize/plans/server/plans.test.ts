import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { enrolPartner, listPrograms } from "#ecosystem/programs/contract.ts";
import { program } from "../../../../test/world/seed.ts";
import { createWorld, type World } from "../../../../test/world/world.ts";
import { readPlanFile, writePlanFile } from "../plan-file.ts";
import { sampleLadder, sampleRules } from "../plans.fixture.ts";
import { createPlan, getPlan, listPlans, publishPlan } from "../wire.ts";

let world: World;
beforeAll(async () => {
  world = await createWorld();
});
afterAll(() => world.close());

const tiers = (name: string) => ({ ...sampleLadder, name });
const rulesBy = (ladder: string) => ({
  ...sampleRules,
  components: sampleRules.components.map((component) =>
    component.multiplier ? { ...component, multiplier: { ...component.multiplier, ladder } } : component,
  ),
});
const bodyOf = (name: string, ladder: string) => ({
  name,
  rules: rulesBy(ladder),
  effectiveFrom: "2026-06-01",
  ladders: [{ name: `${name}: tiers`, ladder: tiers(ladder), effectiveFrom: "2026-04-01" }],
});
const names = async () => ({
  plans: (await world.as("admin").call(listPlans)).items.map(({ name }) => name),
  programs: (await world.as("admin").call(listPrograms)).items.map(({ name }) => name),
});

describe("a plan that brings its ladder", () => {
  test("begins as a draft, with the ladder as a program", async () => {
    const admin = world.as("admin");
    const plan = await admin.call(createPlan, { body: bodyOf("Resellers", "reseller-tiers") });
    expect(plan).toMatchObject({ name: "Resellers", versions: [], draft: { effectiveFrom: "2026-06-01" } });
    const { items } = await admin.call(listPrograms);
    expect(items.find(({ name }) => name === "Resellers: tiers")).toMatchObject({
      versions: 1,
      latest: { effectiveFrom: "2026-04-01", ladder: { name: "reseller-tiers" } },
    });
  });

  test("is listed, once published, for the partners of its program alone", async () => {
    const listed = async () => (await world.as("fir-admin").call(listPlans)).items.map(({ name }) => name);
    expect(await listed()).toEqual(["Agent programme"]);
    await world.as("admin").call(enrolPartner, {
      params: { programId: program.id },
      body: {
        partnerId: world.partners.fir.id,
        kind: "excluded",
        reason: "It sells for itself.",
        effectiveFrom: "2026-06-15",
      },
    });
    expect(await listed()).toEqual([]);
    expect(await names()).toMatchObject({ plans: ["Agent programme", "Resellers"] });
  });

  test("is refused as a whole: neither plan nor ladder is there", async () => {
    const before = await names();
    const admin = world.as("admin");
    const taken = await admin.post("/plans", bodyOf("Resellers", "other-tiers"));
    expect(taken.status).toBe(409);
    const twice = await admin.post("/plans", {
      ...bodyOf("Again", "fresh-tiers"),
      name: "Resellers",
    });
    expect(twice.body.errors).toMatchObject([{ pointer: "/name" }]);
    const known = await admin.post("/plans", bodyOf("Another", "reseller-tiers"));
    expect(known.body.errors).toMatchObject([{ pointer: "/ladders/0/ladder/name" }]);
    expect(await names()).toEqual(before);
  });

  test("is not a channel manager's to begin, though without a ladder it is", async () => {
    const manager = world.as("channel-manager");
    const { ladders: _, ...bare } = bodyOf("Manager's", "reseller-tiers");
    expect((await manager.post("/plans", bodyOf("Manager's", "manager-tiers"))).status).toBe(403);
    expect((await manager.post("/plans", bare)).status).toBe(201);
  });
});

test("a published plan goes into a file and comes out of it the same", async () => {
  const admin = world.as("admin");
  const begun = await admin.call(createPlan, { body: bodyOf("Travels", "travel-tiers") });
  const { id } = await admin.call(publishPlan, { params: { planId: begun.id } });
  const { name, versions } = await admin.call(getPlan, { params: { planId: id } });
  const [version] = versions;
  const ladder = version?.program?.ladder;
  if (ladder?.format !== "hanse-ladder/1") throw new Error("It is published, with a ladder.");
  const file = writePlanFile({ name, ladders: [ladder], rules: version?.rules ?? rulesBy("travel-tiers") });
  expect(readPlanFile(file, [])).toEqual({
    kind: "plan",
    plan: {
      name: "Travels",
      rules: rulesBy("travel-tiers"),
      ladders: [{ ladder: tiers("travel-tiers"), state: "new", counts: tiers("travel-tiers") }],
    },
  });
});
