import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { Tx } from "#platform/database/tx.ts";
import { money } from "#platform/money/money.ts";
import { parseDay } from "#platform/time/day.ts";
import { program, programVersion } from "../../../../test/world/seed.ts";
import { createWorld, type World } from "../../../../test/world/world.ts";
import { recordFact, wonValue } from "../../facts/index.ts";
import { listPartnerPrograms, listProgramMembers } from "../../programs/contract.ts";
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

async function levels(quarterStart: string): Promise<Record<string, string>> {
  const table = await asStaff((tx) => tiersFor(tx, program.uuid, { quarterStart }));
  if (table === null) return {};
  const all = Object.values(world.partners).filter((one) => one.vendor === "nordwind");
  return Object.fromEntries(
    all.map((one) => [one.name, `${table.of(one.uuid).level} ${table.of(one.uuid).how}`]),
  );
}

describe("the tiers of a quarter", () => {
  test("follow from what was won in the quarter before, for all partners at once", async () => {
    expect(await levels("2026-04-01")).toEqual({
      "Alpine Trade": "Silver computed",
      "Birch Sales": "Gold computed",
      "Cedar Reps": "Silver computed",
      "Delta Channels": "Platinum computed",
      "Elm Agency": "Silver computed",
      "Fir Direct": "Silver computed",
    });
    expect(await levels("2026-01-01")).toMatchObject({ "Birch Sales": "Silver base" });
    expect(await levels("2024-10-01")).toEqual({});
  });

  test("stand once a posted run has used them, whatever is learnt later", async () => {
    const { cedar } = world.partners;
    const used = {
      partnerId: cedar.uuid,
      programId: program.uuid,
      quarterStart: "2026-04-01",
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
      tiersFor(tx, program.uuid, { quarterStart: "2026-04-01", partnerIds: [cedar.uuid] }),
    );
    expect(table?.of(cedar.uuid)).toMatchObject({
      level: "Silver",
      how: "stood",
      basis: money(30_000_00n, "USD"),
    });
    // What paid for a later quarter says nothing of an earlier one, which a late win may bring up again.
    await asStaff((tx) =>
      standTiers(tx, [{ ...used, partnerId: world.partners.fir.uuid, level: "Platinum" }]),
    );
    const earlier = await asStaff((tx) => tiersFor(tx, program.uuid, { quarterStart: "2026-01-01" }));
    expect(earlier?.of(world.partners.fir.uuid)).toMatchObject({ level: "Silver", how: "base" });
  });
});

describe("where a partner stands", () => {
  test("says what holds, what counts so far, what is missing, and the three dates of the next review", async () => {
    const params = { partnerId: world.partners.birch.id };
    for (const who of ["channel-manager", "birch-admin", "birch-earnings"] as const) {
      const { items } = await world.as(who).call(contract.listStandings, { params, query: {} });
      expect(items, who).toHaveLength(1);
      expect(items[0], who).toMatchObject({
        program: { id: program.id, name: "agent-tiers" },
        levels: ["Silver", "Gold", "Platinum"],
        current: {
          level: "Gold",
          review: { on: "2026-04-01", decidedOn: "2026-04-01", inForceFrom: "2026-04-01" },
          measures: [{ amounts: { USD: "80000.00" }, window: { from: "2026-01-01", until: "2026-04-01" } }],
        },
        next: {
          review: { on: "2026-07-01", decidedOn: "2026-07-01", inForceFrom: "2026-07-01" },
          level: "Silver",
          why: "demoted",
          measures: [{ amounts: { USD: "10000.00" } }],
          levels: [
            {
              level: "Gold",
              met: false,
              requirement: [
                {
                  compare: {
                    need: { USD: "60000.00" },
                    missing: { USD: "50000.00" },
                    scope: { kind: "global" },
                  },
                },
              ],
            },
            { level: "Platinum", met: false },
          ],
        },
      });
    }
  });

  test("stands in the list of a program's members, for all of a page at once", async () => {
    const query = { search: "b", limit: 200 };
    const { items } = await world.as("channel-manager").call(listProgramMembers, {
      params: { programId: program.id },
      query,
    });
    expect(items.find(({ partner }) => partner.name === "Birch Sales")?.level).toBe("Gold");
    expect(items.every(({ level }) => level !== null)).toBe(true);
  });

  test("is nowhere once it is left out: since when, why and which level it had are told instead", async () => {
    const { birch } = world.partners;
    const out = { kind: "excluded", reason: "It sells elsewhere.", effectiveFrom: "2026-06-01" };
    const path = `/programs/${program.id}/enrolments`;
    const decided = await world.as("channel-manager").post(path, { ...out, partnerId: birch.id });
    const params = { partnerId: birch.id };
    for (const who of ["channel-manager", "birch-admin"] as const) {
      const { items } = await world.as(who).call(contract.listStandings, { params, query: {} });
      const left = { since: "2026-06-01", until: null, reason: out.reason, level: "Gold" };
      expect(items, who).toMatchObject([{ current: null, next: null, left }]);
      const own = await world.as(who).call(listPartnerPrograms, { params });
      expect(own.items).toEqual([]);
      expect(own.left).toMatchObject([
        { program: { id: program.id }, since: "2026-06-01", reason: out.reason },
      ]);
    }
    await world.as("admin").post(`${path}/${decided.body.id}/end`, { reason: "Back again." });
    const { items } = await world.as("birch-admin").call(contract.listStandings, { params, query: {} });
    expect(items).toMatchObject([{ current: { level: "Gold" }, left: null }]);
  });

  test("is not told to its sellers, its master or a sibling", async () => {
    for (const part of ["standings", "tier-decisions"]) {
      const path = `/partners/${world.partners.birch.id}/${part}`;
      expect((await world.as("birch-seller").get(path)).status).toBe(403);
      const absent = await world
        .as("cedar-admin")
        .get(`/partners/par_01900000000070008000000000000000/${part}`);
      for (const who of ["alpine-admin", "cedar-admin", "delta-earnings"] as const) {
        const answer = await world.as(who).get(path);
        expect(answer.status, who).toBe(404);
        expect({ ...answer.body, requestId: "" }).toEqual({ ...absent.body, requestId: "" });
      }
    }
  });

  test("turns with the review, in the vendor's zone, to what was forecast", async () => {
    world.clock.set("2026-06-30T23:59:59Z");
    const params = { partnerId: world.partners.fir.id };
    const read = async () => {
      const { items } = await world.as("finance").call(contract.listStandings, { params, query: {} });
      return items[0];
    };
    const before = await read();
    world.clock.set("2026-07-01T00:00:00Z");
    const after = await read();
    expect([before?.current?.review.on, after?.current?.review.on]).toEqual(["2026-04-01", "2026-07-01"]);
    expect(after?.current?.measures).toEqual(before?.next?.measures);
    expect(after?.current?.level).toBe(before?.next?.level);
  });
});
