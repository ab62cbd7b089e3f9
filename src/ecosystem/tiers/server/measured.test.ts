import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { Tx } from "#platform/database/tx.ts";
import { newId } from "#platform/ids.ts";
import type { PartnerName } from "../../../../test/world/cast.ts";
import { benefits } from "../../../../test/world/program-benefits.ts";
import { createWorld, type World } from "../../../../test/world/world.ts";
import type { Measure } from "../../ladders/contract.ts";
import * as overrides from "../../overrides/contract.ts";
import { defaultTrack } from "../../programs/contract.ts";
import * as contract from "../contract.ts";
import { decide, fact, type Published, programWith } from "./programs.fixture.ts";
import { standTiers, tiersFor } from "./tiers.ts";

/* What counts for whom, through the real database: whose facts, where, in which days, against which thresholds. */

let world: World;
const places = { berlin: newId(), munich: newId(), vienna: newId() };
beforeAll(async () => {
  world = await createWorld();
  const { vendors, partners, admin } = world;
  const vendor = vendors.nordwind.uuid;
  const located = [
    [places.berlin, "Berlin", "DE", "Alpine GmbH"],
    [places.munich, "Munich", "DE", "Alpine GmbH"],
    [places.vienna, "Vienna", "AT", "Alpine Austria"],
  ];
  for (const [id, name, country, entity] of located) {
    await admin.query(
      `insert into partner_location (vendor_id, id, partner_id, name, country, entity, effective_from, created_at)
       values ($1, $2, $3, $4, $5, $6, '2020-01-01', '2020-01-01')`,
      [vendor, id, partners.alpine.uuid, name, country, entity],
    );
  }
  await admin.query(
    "insert into partner_main_location (vendor_id, partner_id, location_id, effective_from) values ($1, $2, $3, '2020-01-01')",
    [vendor, partners.alpine.uuid, places.berlin],
  );
  await admin.query(
    `insert into partner_edge (vendor_id, id, kind, parent_id, child_id, effective_from)
     values ($1, $2, 'owns', $3, $4, '2020-01-01'), ($1, $5, 'owns', $4, $6, '2020-01-01')`,
    [vendor, newId(), partners.delta.uuid, partners.elm.uuid, newId(), partners.fir.uuid],
  );
});
afterAll(() => world.close());
beforeEach(async () => {
  world.clock.set("2026-06-15T09:00:00Z");
  await world.admin.query("delete from fact");
});

const asStaff = async <T>(act: (tx: Tx) => Promise<T>): Promise<T> =>
  world.hanse.door.withPrincipal(await world.principal("finance"), act);

async function standings({ id: programId }: Published, partner: PartnerName) {
  const params = { partnerId: world.partners[partner].id };
  return (await world.as("finance").call(contract.listStandings, { params, query: { programId } })).items;
}
/** The level in force of each place of a partner, by its label; "" for the whole. */
async function levels(own: Published, partner: PartnerName): Promise<Record<string, string | undefined>> {
  const all = await standings(own, partner);
  return Object.fromEntries(all.map(({ place, current }) => [place?.label ?? "", current?.level]));
}
const onlyLevel = async (own: Published, partner: PartnerName) => (await levels(own, partner))[""];

const latest = (key: string, of: string): Measure => ({
  key,
  label: key,
  kind: "fact",
  fact: of,
  window: { kind: "as-of" },
});
const managed = (window: Measure["window"]): Measure => ({
  key: "managed",
  label: "Managed value",
  kind: "fact",
  fact: "managed_value",
  window,
});
const halfYear = managed({ kind: "trailing-months", months: 6 });

describe("whose facts count together", () => {
  test("is the whole group: amounts add up, and of a rating the weakest speaks for all", async () => {
    const own = await programWith(world, {
      measuredAt: "group",
      measures: [halfYear, latest("satisfaction", "satisfaction")],
      levels: [
        { level: "High", requires: "managed >= 60000.00 USD" },
        { level: "Top", requires: "all(managed >= 70000.00 USD, satisfaction >= 4)" },
      ],
    });
    await fact(world, "delta", { amount: 30_000_00n });
    await fact(world, "elm", { amount: 25_000_00n });
    await fact(world, "fir", { amount: 20_000_00n });
    await fact(world, "delta", { kind: "satisfaction", amount: 4_800n, currency: null });
    await fact(world, "fir", { kind: "satisfaction", amount: 3_900n, currency: null });
    for (const name of ["delta", "elm", "fir"] as const) {
      const [standing] = await standings(own, name);
      expect(standing?.current, name).toMatchObject({
        level: "High",
        measures: [{ amounts: { USD: "75000.00" } }, { amounts: { "": "3.9" } }],
      });
    }
    expect(await onlyLevel(own, "birch")).toBe("Base");
  });

  test("is a partner with those below it: what they sell counts, what they have signed does not", async () => {
    const own = await programWith(world, {
      measuredAt: "downline",
      measures: [halfYear, latest("agreement", "agreement_signed")],
      levels: [{ level: "High", requires: "all(managed >= 60000.00 USD, agreement >= 1)" }],
    });
    await fact(world, "alpine", { amount: 5_000_00n });
    await fact(world, "birch", { amount: 30_000_00n });
    await fact(world, "cedar", { amount: 25_000_00n });
    await fact(world, "elm", { amount: 60_000_00n });
    for (const name of ["alpine", "elm"] as const) {
      await fact(world, name, { kind: "agreement_signed", amount: 1_000n, currency: null });
    }
    await fact(world, "birch", { kind: "agreement_signed", amount: 0n, currency: null });
    const found = await Promise.all(
      (["alpine", "birch", "delta", "elm"] as const).map((name) => onlyLevel(own, name)),
    );
    // Delta's agent sold enough, but Delta itself has signed nothing.
    expect(found).toEqual(["High", "Base", "Base", "High"]);
    const [standing] = await standings(own, "alpine");
    expect(standing?.current?.measures).toMatchObject([
      { amounts: { USD: "60000.00" } },
      { amounts: { "": "1" } },
    ]);
  });

  test("is each country, by the contracting location or by the customer's, as the program says", async () => {
    const byEntity = await programWith(world, { measuredAt: "country" });
    const byCustomer = await programWith(
      world,
      { measuredAt: "country" },
      { counts: { dealRules: "customer-site", tiers: "customer-site", funds: "paying-entity" } },
    );
    await fact(world, "alpine", { amount: 40_000_00n, location: places.berlin, country: "AT" });
    await fact(world, "alpine", { amount: 30_000_00n, location: places.munich, country: "AT" });
    await fact(world, "alpine", { amount: 20_000_00n, location: places.vienna, country: "DE" });
    expect(await levels(byEntity, "alpine")).toEqual({ DE: "High", AT: "Base" });
    expect(await levels(byCustomer, "alpine")).toEqual({ DE: "Base", AT: "High" });
  });

  test("is each location; what names none counts at the main one, which gives the company's level", async () => {
    const own = await programWith(world, { measuredAt: "location" });
    await fact(world, "alpine", { amount: 40_000_00n, location: places.munich });
    await fact(world, "alpine", { amount: 30_000_00n, location: places.munich });
    await fact(world, "alpine", { amount: 59_000_00n });
    expect(await levels(own, "alpine")).toEqual({ Berlin: "Base", Munich: "High", Vienna: "Base" });
    const levelOf = () =>
      asStaff((tx) => tiersFor(tx, own.uuid, { quarterStart: "2026-04-01" })).then(
        (table) => table?.of(world.partners.alpine.uuid).level,
      );
    expect(await levelOf()).toBe("Base");
    await fact(world, "alpine", { amount: 1_000_00n });
    expect(await levelOf()).toBe("High");
    expect(await levels(own, "alpine")).toMatchObject({ Berlin: "High" });
  });

  test("is the company as a whole, wherever it signs", async () => {
    const own = await programWith(world, { measuredAt: "entity" });
    await fact(world, "alpine", { amount: 30_000_00n, location: places.berlin });
    await fact(world, "alpine", { amount: 30_000_00n, location: places.vienna, country: "IT" });
    expect(await levels(own, "alpine")).toEqual({ "": "High" });
  });
});

describe("a threshold", () => {
  test("of a region is that of the partner's own place, and the decision keeps where it came from", async () => {
    const own = await programWith(world, {});
    const admin = world.as("admin");
    await admin.call(overrides.proposeOverride, {
      params: { programId: own.id },
      body: {
        scope: { kind: "country", key: "DE" },
        parameter: "threshold:High:managed",
        value: { kind: "threshold", amounts: [{ number: "45000", currency: "USD" }] },
        reason: "Contracts there are smaller.",
        from: "2026-06-15",
        until: "2027-06-15",
      },
    });
    await fact(world, "alpine", { day: "2026-05-10", amount: 50_000_00n });
    await fact(world, "birch", { day: "2026-05-10", amount: 50_000_00n });
    const [standing] = await standings(own, "alpine");
    expect(standing?.next?.level).toBe("High");
    expect(standing?.next?.levels[0]?.requirement[0]?.compare).toMatchObject({
      need: { USD: "45000.00" },
      global: { USD: "60000.00" },
      scope: { kind: "country", key: "DE" },
      reason: "Contracts there are smaller.",
      until: "2027-06-15",
    });
    world.clock.set("2026-07-01T09:00:00Z");
    await decide(world);
    const kept = await world.admin.query<{ partner_id: string; level: string; sources: object }>(
      "select partner_id, level, sources from tier_decision where program_id = $1 and review_on = '2026-07-01' and partner_id = any ($2)",
      [own.uuid, [world.partners.alpine.uuid, world.partners.birch.uuid]],
    );
    const of = (name: "alpine" | "birch") =>
      kept.rows.find((row) => row.partner_id === world.partners[name].uuid);
    expect(of("alpine")).toMatchObject({
      level: "High",
      sources: { "High:managed": { kind: "country", key: "DE" } },
    });
    expect(of("birch")).toMatchObject({ level: "Base", sources: {} });
  });

  test("that is approved after a review leaves that one as it was, and holds for the next", async () => {
    const own = await programWith(world, {});
    const waiting = await world.as("channel-manager").call(overrides.proposeOverride, {
      params: { programId: own.id },
      body: {
        scope: { kind: "country", key: "DE" },
        parameter: "threshold:High:managed",
        value: { kind: "threshold", amounts: [{ number: "45000", currency: "USD" }] },
        reason: "Contracts there are smaller.",
        from: "2026-06-15",
        until: "2027-06-15",
      },
    });
    await fact(world, "alpine", { day: "2026-05-10", amount: 50_000_00n });
    world.clock.set("2026-07-05T09:00:00Z");
    const path = { params: { overrideId: waiting.id } };
    await world.as("admin").call(overrides.approveOverride, path);
    expect(await levels(own, "alpine")).toEqual({ "": "Base" });
    await decide(world);
    expect(await levels(own, "alpine")).toEqual({ "": "Base" });
    world.clock.set("2026-10-01T09:00:00Z");
    await decide(world);
    expect(await levels(own, "alpine")).toEqual({ "": "High" });
  });

  test("in several currencies is reached in whichever, and nothing is converted", async () => {
    const levels = [{ level: "High", requires: "managed >= 60000.00 USD or 55000.00 EUR" }];
    const own = await programWith(world, { levels });
    await fact(world, "birch", { amount: 55_000_00n, currency: "EUR" });
    await fact(world, "cedar", { amount: 40_000_00n, currency: "EUR" });
    await fact(world, "cedar", { amount: 40_000_00n });
    await fact(world, "fir", { amount: 60_000_00n });
    const found = await Promise.all((["birch", "cedar", "fir"] as const).map((name) => onlyLevel(own, name)));
    expect(found).toEqual(["High", "Base", "High"]);
  });

  test("is near within a tenth, with what is had and asked; what is so or not is near to nothing", async () => {
    const own = await programWith(world, {
      measures: [halfYear, latest("audit", "audit_passed")],
      levels: [{ level: "High", requires: "all(managed >= 60000.00 USD, audit >= 1)" }],
    });
    await fact(world, "birch", { day: "2026-05-10", amount: 55_000_00n });
    await fact(world, "cedar", { day: "2026-05-10", amount: 61_000_00n });
    await fact(world, "cedar", { kind: "audit_passed", day: "2026-05-10", amount: 1_000n, currency: null });
    const { items } = await world.as("finance").call(contract.listOutlook, {
      params: { programId: own.id },
      query: { view: "near" },
    });
    expect(items.map(({ partner, near }) => [partner.name, near])).toEqual([
      [
        "Birch Sales",
        [
          {
            side: "below",
            level: "High",
            key: "managed",
            measure: "Managed value",
            have: { USD: "55000.00" },
            need: { USD: "60000.00" },
            by: { USD: "5000.00" },
          },
        ],
      ],
      ["Cedar Reps", [expect.objectContaining({ side: "above", by: { USD: "1000.00" } })]],
    ]);
  });
});

describe("the days of a review", () => {
  test("follow the vendor's year: windows end and reviews stand where its quarters do", async () => {
    const own = await programWith(
      world,
      {
        reviews: { everyMonths: 6, demoteEveryMonths: 12, decidedAfterDays: 5, inForceAfterDays: 10 },
        measures: [managed({ kind: "previous-year" })],
      },
      {},
      "2025-01-01",
    );
    const calendar = (month: number) =>
      world.admin.query("update vendor set fiscal_year_start_month = $2 where vendor_id = $1", [
        world.vendors.nordwind.uuid,
        month,
      ]);
    await fact(world, "birch", { day: "2025-04-01", amount: 70_000_00n });
    await fact(world, "cedar", { day: "2025-03-31", amount: 70_000_00n });
    await calendar(4);
    try {
      const [birch] = await standings(own, "birch");
      expect(birch?.current).toMatchObject({
        level: "High",
        review: { on: "2026-04-01", decidedOn: "2026-04-06", inForceFrom: "2026-04-16", demotes: true },
        measures: [{ window: { from: "2025-04-01", until: "2026-04-01" } }],
      });
      expect(birch?.next?.review).toMatchObject({ on: "2026-10-01", demotes: false });
      expect(await onlyLevel(own, "cedar")).toBe("Base");
    } finally {
      await calendar(1);
    }
    expect((await standings(own, "birch"))[0]?.current?.review.on).toBe("2026-01-01");
  });

  test("go by the versions that stand: one that was taken back never held", async () => {
    const own = await programWith(world, {});
    const id = newId();
    await world.admin.query(
      `insert into program_version (vendor_id, id, program_id, version, effective_from, ladder, terms, published_by, published_at)
       select vendor_id, $2, program_id, 2, '2026-07-01', $3, terms, published_by, published_at from program_version
       where program_id = $1`,
      [
        own.uuid,
        id,
        JSON.stringify({ ...own.ladder, levels: [{ level: "High", requires: "managed >= 90000.00 USD" }] }),
      ],
    );
    await fact(world, "birch", { day: "2026-05-10", amount: 70_000_00n });
    const coming = async () => (await standings(own, "birch"))[0]?.next?.level;
    expect(await coming()).toBe("Base");
    await world.admin.query(
      `insert into program_version_withdrawal (vendor_id, version_id, reason, withdrawn_by, withdrawn_at)
       values ($1, $2, 'Too much at once.', $3, '2026-06-15')`,
      [world.vendors.nordwind.uuid, id, world.people.admin.uuid],
    );
    expect(await coming()).toBe("High");
  });

  test("late facts amend a decision until a run has paid by it", async () => {
    const own = await programWith(world, {});
    await decide(world);
    const decisions = async (name: PartnerName) => {
      const params = { partnerId: world.partners[name].id };
      const query = { programId: own.id };
      const { items } = await world.as("finance").call(contract.listTierDecisions, { params, query });
      return items
        .filter(({ reviewOn }) => reviewOn === "2026-04-01")
        .map(({ n, level, why, replaced, measures }) => [
          n,
          level,
          replaced ? "replaced" : why,
          measures[0]?.amounts.USD ?? null,
        ]);
    };
    const { birch } = world.partners;
    await asStaff(async (tx) => {
      const tier = (await tiersFor(tx, own.uuid, { quarterStart: "2026-04-01" }))?.of(birch.uuid);
      if (tier === undefined) throw new Error("There is no tier to pay by.");
      const { level, basis, programVersionId } = tier;
      const used = { level, basis, programVersionId, runId: newId(), quarterStart: "2026-04-01" };
      await standTiers(tx, [{ ...used, partnerId: birch.uuid, programId: own.uuid }]);
    });
    for (const name of ["birch", "cedar"] as const) await fact(world, name, { amount: 70_000_00n });
    await decide(world);
    expect(await decisions("birch")).toEqual([[1, "Base", "kept", null]]);
    expect(await decisions("cedar")).toEqual([
      [2, "High", "promoted", "70000.00"],
      [1, "Base", "replaced", null],
    ]);
  });
});

test("the next level says what it gives beside the one that is held, on the partner's track and where it is", async () => {
  const given = benefits
    .filter(({ key }) => ["demo-licences", "support", "launch-fund"].includes(key))
    .map((one) => ({ ...one, values: { Base: one.values.Silver, High: one.values.Platinum } }));
  const track = { ...defaultTrack(), tiers: { High: { benefits: ["demo-licences", "support"] } } };
  const own = await programWith(world, {}, { benefits: JSON.parse(JSON.stringify(given)), tracks: [track] });
  await world.as("admin").call(overrides.proposeOverride, {
    params: { programId: own.id },
    body: {
      scope: { kind: "country", key: "DE" },
      parameter: "benefit:demo-licences:High",
      value: { kind: "benefit", value: "15" },
      reason: "More visitors there.",
      from: "2026-06-15",
      until: "2027-06-15",
    },
  });
  const gains = async (name: PartnerName) =>
    (await standings(own, name))[0]?.next?.levels[0]?.gains.map(({ key, now, given: then }) => [
      key,
      now,
      then,
    ]);
  expect(await gains("birch")).toEqual([
    ["demo-licences", "5", "12"],
    ["support", "Business hours", "Day and night"],
  ]);
  expect((await gains("alpine"))?.[0]).toEqual(["demo-licences", "5", "15"]);
  expect((await standings(own, "birch"))[0]?.next?.losses).toEqual([]);
  // High in winter, and nothing since that counts: what it would lose is said as what it would gain is.
  await fact(world, "birch", { day: "2025-12-10", amount: 70_000_00n });
  expect((await standings(own, "birch"))[0]).toMatchObject({
    current: { level: "High" },
    next: {
      level: "Base",
      losses: [
        { key: "demo-licences", now: "12", given: "5" },
        { key: "support", now: "Day and night", given: "Business hours" },
      ],
    },
  });
});

test("who is on no track stands nowhere, and is paid by the base", async () => {
  const own = await programWith(world, {}, { criteria: { types: ["direct-agent"], regions: [] } });
  await fact(world, "birch", { amount: 70_000_00n });
  await fact(world, "fir", { amount: 70_000_00n });
  expect(await standings(own, "birch")).toEqual([]);
  expect(await onlyLevel(own, "fir")).toBe("High");
  const table = await asStaff((tx) => tiersFor(tx, own.uuid, { quarterStart: "2026-04-01" }));
  expect(table?.of(world.partners.birch.uuid)).toMatchObject({ level: "Base", how: "base", held: null });
  expect(table?.of(world.partners.fir.uuid).level).toBe("High");
});
