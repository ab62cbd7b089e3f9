import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { LadderTwo } from "#ecosystem/ladders/contract.ts";
import { newId } from "#platform/ids.ts";
import { plant } from "../../../../test/world/plant.ts";
import { plan, programVersion } from "../../../../test/world/seed.ts";
import { createWorld, type World } from "../../../../test/world/world.ts";
import { explainInEnglish } from "../../plans/english.ts";
import { sampleLadder } from "../../plans/plans.fixture.ts";
import type { Receipt } from "../../plans/receipt.ts";
import { verifyReceipt } from "../../plans/verify.ts";

/* A plan whose ladder holds several measures against requirements: what reviews decided is paid by, and is told. */

let world: World;
beforeAll(async () => {
  world = await createWorld();
  await nextLadder();
  await certify("birch", 3_000n);
});
afterAll(() => world.close());

const asOf = { kind: "as-of" as const };
const ladder: LadderTwo = {
  format: "hanse-ladder/2",
  name: sampleLadder.name,
  label: "Agent tiers",
  currency: "USD",
  base: "Silver",
  measuredAt: "entity",
  reviews: { everyMonths: 3, demoteEveryMonths: 6, decidedAfterDays: 0, inForceAfterDays: 0 },
  graceDays: 90,
  warnDays: 30,
  minimumStayMonths: 6,
  measures: [
    { key: "won", label: "Won value", kind: "fact", fact: "won_value", window: { kind: "previous-quarter" } },
    { key: "certified", label: "Certified people", kind: "fact", fact: "certified_heads", window: asOf },
  ],
  goodStanding: [],
  levels: [
    { level: "Gold", requires: "certified >= 2" },
    { level: "Platinum", requires: "won >= 120000.00 USD" },
  ],
};

/** The next version of the program, in force with the second quarter. */
async function nextLadder(): Promise<void> {
  await world.admin.query(
    `insert into program_version (vendor_id, id, program_id, version, effective_from, ladder, terms, published_by, published_at)
      select vendor_id, $2, program_id, 2, '2026-04-01', $3, terms, published_by, published_at from program_version where id = $1`,
    [programVersion.uuid, newId(), JSON.stringify(ladder)],
  );
}

async function certify(
  name: "birch" | "cedar" | "elm",
  thousandths: bigint,
  countsOn = "2026-02-01",
): Promise<void> {
  const id = newId();
  await plant(world.admin, {
    fact: [
      {
        vendor_id: world.vendors.nordwind.uuid,
        id,
        partner_id: world.partners[name].uuid,
        kind: "certified_heads",
        counts_on: countsOn,
        amount_minor: thousandths,
        source_kind: "test",
        source_id: id,
      },
    ],
  });
}

async function posted(
  period: string,
  adjusts?: string,
): Promise<{ id: string; lines: number; problems: number }> {
  const finance = world.as("finance");
  const options = () => ({ idempotencyKey: randomUUID() });
  const body = { planId: plan.id, period, ...(adjusts ? { adjusts } : {}) };
  const run = (await finance.post("/runs", body, options())).body;
  const posting = await finance.post(`/runs/${run.id}/posting`, {}, options());
  expect(posting.status, posting.text).toBe(201);
  return run;
}

async function receipts(): Promise<Receipt[]> {
  const finance = world.as("finance");
  const { items } = (await finance.get("/earnings?limit=200")).body;
  const all: Receipt[] = [];
  for (const { id } of items) all.push((await finance.get(`/earnings/${id}/receipt`)).body);
  return all;
}

const tierQuarter = (facts: Receipt["facts"]) =>
  facts.about === "win" && facts.tier?.how === "decided" ? facts.tier.decision.quarterFrom : null;
const tierOf = ({ facts }: Receipt) => (facts.about === "win" ? facts.tier : null);

describe("a month is paid", () => {
  test("by what reviews decided, without a problem, and every receipt is recomputed from itself", async () => {
    expect(await posted("2026-05")).toMatchObject({ problems: 0 });
    const all = await receipts();
    expect(all.length).toBeGreaterThan(3);
    for (const receipt of all) expect(verifyReceipt(receipt)).toEqual({ ok: true, receipt });
    const levels = all.flatMap((one) =>
      tierOf(one) === null ? [] : [`${tierOf(one)?.how} ${tierOf(one)?.level}`],
    );
    expect(new Set(levels)).toEqual(new Set(["decided Gold", "decided Silver", "decided Platinum"]));
  });

  test("and its receipts say what was measured, over which days, when it was decided and why", async () => {
    const birch = (await receipts()).find(
      ({ beneficiary, facts }) => beneficiary.name === "Birch Sales" && facts.about === "win",
    );
    if (birch === undefined) throw new Error("Birch earned.");
    expect(tierOf(birch)).toMatchObject({
      level: "Gold",
      decision: {
        earned: "Gold",
        on: "2026-04-01",
        decidedOn: "2026-04-01",
        inForceFrom: "2026-04-01",
        why: "promoted",
      },
    });
    const said = explainInEnglish(birch).join("\n");
    expect(said).toContain("Tier Gold, decided on 1 April 2026 and in force from 1 April 2026");
    expect(said).toContain("Gold asks for this: Certified people at least 2.");
    expect(said).toContain("Certified people on 31 March 2026: 3.");
  });

  test("and stays as it was paid, whatever is learnt later", async () => {
    await certify("cedar", 5_000n);
    const { id } = (await world.as("finance").get("/runs")).body.items[0];
    expect(await posted("2026-05", id)).toMatchObject({ lines: 0, problems: 0 });
  });

  test("and so after the vendor's year was moved, by whose quarters what comes is paid", async () => {
    const { nordwind } = world.vendors;
    const { elmOpen } = world.opportunities;
    const { id } = (await world.as("finance").get("/runs")).body.items.at(-1);
    await world.admin.query("update vendor set fiscal_year_start_month = 2 where vendor_id = $1", [
      nordwind.uuid,
    ]);
    expect(await posted("2026-05", id)).toMatchObject({ lines: 0 });
    // Gold from the review of August, in which a quarter of that year begins and none of the calendar.
    world.clock.set("2026-09-02T09:00:00Z");
    await certify("elm", 3_000n, "2026-07-20");
    await world.admin.query(
      "update opportunity set closed_on = '2026-08-10', stage = 'won', meaning = 'won' where id = $1",
      [elmOpen.uuid],
    );
    const win = { opportunity_id: elmOpen.uuid, owner_partner_id: world.partners.elm.uuid };
    await plant(world.admin, { win: [{ vendor_id: nordwind.uuid, id: newId(), n: 1, ...win }] });
    expect(await posted("2026-08")).toMatchObject({ problems: 0 });
    const [elm] = (await receipts()).filter(({ facts }) => tierQuarter(facts) === "2026-08-01");
    if (elm === undefined) throw new Error("Elm earned in August.");
    expect(tierOf(elm)).toMatchObject({ level: "Gold", decision: { on: "2026-08-01" } });
    expect(verifyReceipt(elm)).toEqual({ ok: true, receipt: elm });
  });
});
