import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { Tx } from "#platform/database/tx.ts";
import { money } from "#platform/money/money.ts";
import { parseDay } from "#platform/time/day.ts";
import { program, programVersion } from "../../../../test/world/seed.ts";
import { createWorld, type World } from "../../../../test/world/world.ts";
import { recordFact, wonValue } from "../../facts/index.ts";
import * as contract from "../contract.ts";
import { standTiers, tiersFor } from "./tiers.ts";

let world: World;
beforeAll(async () => {
  world = await createWorld();
});
afterAll(() => world.close());
beforeEach(() => world.clock.set("2026-06-15T09:00:00Z"));

async function asStaff<T>(act: (tx: Tx) => Promise<T>): Promise<T> {
  return world.hanse.door.withPrincipal(await world.principal("finance"), act);
}

async function levels(quarter: string): Promise<Record<string, string>> {
  const table = await asStaff((tx) => tiersFor(tx, program.uuid, { quarter }));
  if (table === null) return {};
  const all = Object.values(world.partners).filter((one) => one.vendor === "nordwind");
  return Object.fromEntries(
    all.map((one) => [one.name, `${table.of(one.uuid).level} ${table.of(one.uuid).how}`]),
  );
}

describe("the tiers of a quarter", () => {
  test("follow from what was won in the quarter before, for all partners at once", async () => {
    expect(await levels("2026-Q2")).toEqual({
      "Alpine Trade": "Silver computed",
      "Birch Sales": "Gold computed",
      "Cedar Reps": "Silver computed",
      "Delta Channels": "Platinum computed",
      "Elm Agency": "Silver computed",
      "Fir Direct": "Silver computed",
    });
    expect(await levels("2026-Q1")).toMatchObject({ "Birch Sales": "Silver base" });
    expect(await levels("2024-Q4")).toEqual({});
  });

  test("stand once a posted run has used them, whatever is learnt later", async () => {
    const { cedar } = world.partners;
    const used = {
      partnerId: cedar.uuid,
      programId: program.uuid,
      quarter: "2026-Q2",
      level: "Silver",
      basis: money(30_000_00n, "USD"),
      programVersionId: programVersion.uuid,
      runId: "01900000-0000-7000-8000-000000000002",
    };
    await asStaff((tx) => standTiers(tx, [used]));
    await asStaff((tx) =>
      recordFact(tx, {
        kind: wonValue,
        partnerId: cedar.uuid,
        countsOn: parseDay("2026-03-31"),
        amount: money(500_000_00n, "USD"),
        source: { kind: "win", id: cedar.uuid },
      }),
    );
    await asStaff((tx) => standTiers(tx, [{ ...used, level: "Platinum" }]));
    const table = await asStaff((tx) =>
      tiersFor(tx, program.uuid, { quarter: "2026-Q2", partnerIds: [cedar.uuid] }),
    );
    expect(table?.of(cedar.uuid)).toMatchObject({
      level: "Silver",
      how: "stood",
      basis: money(30_000_00n, "USD"),
    });
    expect(table?.above.size).toBe(0);
  });
});

describe("a partner's tier", () => {
  test("says how it came and what is missing for the next review", async () => {
    const params = { partnerId: world.partners.birch.id };
    for (const who of ["channel-manager", "birch-admin", "birch-earnings"] as const) {
      expect(await world.as(who).call(contract.getPartnerTier, { params }), who).toEqual({
        program: { id: program.id, name: "agent-tiers" },
        current: {
          quarter: "2026-Q2",
          level: "Gold",
          how: "computed",
          basis: { amount: "80000.00", currency: "USD" },
          window: { from: "2026-01-01", until: "2026-04-01" },
          version: 1,
        },
        forecast: {
          quarter: "2026-Q3",
          level: "Silver",
          basis: { amount: "10000.00", currency: "USD" },
          window: { from: "2026-04-01", until: "2026-07-01" },
          next: {
            level: "Gold",
            from: { amount: "60000.00", currency: "USD" },
            missing: { amount: "50000.00", currency: "USD" },
          },
        },
      });
    }
  });

  test("is not told to its sellers, its master or a sibling", async () => {
    const path = `/partners/${world.partners.birch.id}/tier`;
    expect((await world.as("birch-seller").get(path)).status).toBe(403);
    const absent = await world.as("cedar-admin").get("/partners/par_01900000000070008000000000000000/tier");
    for (const who of ["alpine-admin", "cedar-admin", "delta-earnings"] as const) {
      const answer = await world.as(who).get(path);
      expect(answer.status, who).toBe(404);
      expect({ ...answer.body, requestId: "" }).toEqual({ ...absent.body, requestId: "" });
    }
  });

  test("turns with the quarter, in the vendor's zone", async () => {
    world.clock.set("2026-06-30T23:59:59Z");
    const params = { partnerId: world.partners.fir.id };
    const before = await world.as("finance").call(contract.getPartnerTier, { params });
    world.clock.set("2026-07-01T00:00:00Z");
    const after = await world.as("finance").call(contract.getPartnerTier, { params });
    expect([before.current?.quarter, after.current?.quarter]).toEqual(["2026-Q2", "2026-Q3"]);
    expect(after.current?.basis).toEqual(before.forecast?.basis);
    expect(after.current?.level).toBe(before.forecast?.level);
  });
});
