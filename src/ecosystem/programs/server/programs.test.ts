import { afterAll, beforeAll, describe, expect, test } from "vitest";
import planFile from "../../../../sample/agent-programme.plan.json" with { type: "json" };
import { worldStart } from "../../../../test/world/cast.ts";
import { program } from "../../../../test/world/seed.ts";
import { createWorld, type World } from "../../../../test/world/world.ts";
import { type LadderOne, readLadderOne } from "../../ladders/contract.ts";
import * as contract from "../contract.ts";

let world: World;
beforeAll(async () => {
  world = await createWorld();
});
afterAll(() => world.close());

const [sample] = planFile.ladders.map(readLadderOne);
if (sample === undefined) throw new Error("The sample has a ladder.");
const ladder = (change: Partial<LadderOne> = {}) => ({ ...sample, ...change });

describe("programs", () => {
  test("show everybody the ladder that this quarter goes by", async () => {
    for (const who of ["finance", "birch-seller"] as const) {
      const list = await world.as(who).call(contract.listPrograms);
      expect(list.items).toMatchObject([
        { id: program.id, current: { version: 1, ladder: { base: "Silver" } }, versions: 1 },
      ]);
    }
    const seen = await world.as("birch-seller").call(contract.listPrograms);
    expect(seen.items[0]?.current?.publishedBy).toBeNull();
  });

  test("are begun and continued by a vendor administrator alone", async () => {
    const body = {
      name: "Resellers",
      ladder: ladder({ name: "reseller-tiers" }),
      effectiveFrom: "2026-04-01",
    };
    for (const who of ["channel-manager", "finance", "birch-admin"] as const) {
      expect((await world.as(who).post("/programs", body)).status, who).toBe(403);
    }
    const begun = await world.as("admin").call(contract.createProgram, { body });
    expect(begun).toMatchObject({
      name: "Resellers",
      versions: 1,
      current: { version: 1, publishedBy: "Ada Nordström" },
    });
    expect((await world.as("admin").post("/programs", body)).body.type).toBe("name-taken");
    const next = await world.as("admin").call(contract.publishProgramVersion, {
      params: { programId: begun.id },
      body: { ladder: ladder({ name: "reseller-tiers", base: "Bronze" }), effectiveFrom: "2026-07-15" },
    });
    expect(next.version).toBe(2);
    const { items } = await world
      .as("admin")
      .call(contract.listProgramVersions, { params: { programId: begun.id } });
    expect(items.map((one) => [one.version, one.ladder?.base])).toEqual([
      [2, "Bronze"],
      [1, "Silver"],
    ]);
    const current = async () => {
      const list = await world.as("admin").call(contract.listPrograms);
      return list.items.find((one) => one.id === begun.id)?.current?.version;
    };
    expect(await current()).toBe(1);
    world.clock.set("2026-07-15T09:00:00Z");
    expect(await current()).toBe(2);
    world.clock.set(worldStart);
  });

  test("get one version of those that are published at once for the same day", async () => {
    const admin = world.as("admin");
    const begun = await admin.call(contract.createProgram, {
      body: { name: "Raced", ladder: ladder({ name: "raced" }), effectiveFrom: "2026-01-01" },
    });
    const body = { ladder: ladder({ name: "raced" }), effectiveFrom: "2026-07-01" };
    const publish = () => admin.post(`/programs/${begun.id}/versions`, body);
    const answers = await Promise.all([publish(), publish(), publish(), publish()]);
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 422, 422, 422]);
    expect(answers.find(({ status }) => status === 422)?.body.errors).toEqual([
      {
        pointer: "/effectiveFrom",
        message:
          "Version 2 holds from 2026-07-01 on, and two versions cannot overlap. Choose a later day, or take that version back first.",
      },
    ]);
  });

  test("say where a ladder is wrong", async () => {
    const refused = async (body: object) =>
      (await world.as("admin").post("/programs", body)).body.errors?.[0]?.pointer;
    const levels = [
      { level: "Gold", from: "5" },
      { level: "Platinum", from: "4" },
    ];
    expect(
      await refused({ name: "X", ladder: ladder({ name: "x", levels }), effectiveFrom: "2026-01-01" }),
    ).toBe("/ladder/levels/1/from");
    expect(await refused({ name: "X", ladder: ladder(), effectiveFrom: "2026-01-01" })).toBe("/ladder/name");
    expect(await refused({ name: "X", ladder: ladder({ name: "x" }), effectiveFrom: "2026-02-30" })).toBe(
      "/effectiveFrom",
    );
    const renamed = await world.as("admin").post(`/programs/${program.id}/versions`, {
      ladder: ladder({ name: "other" }),
      effectiveFrom: "2026-07-01",
    });
    expect(renamed.body.errors).toMatchObject([{ pointer: "/ladder/name" }]);
  });
});
