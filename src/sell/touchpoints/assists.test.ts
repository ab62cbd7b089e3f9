import { afterAll, beforeAll, expect, test } from "vitest";
import { events as importEvents } from "#ecosystem/imports/contract.ts";
import { record } from "#platform/events/record.ts";
import { stageRows } from "#platform/imports/records/staged.fixture.ts";
import { submitOne } from "../../../test/world/played.ts";
import { tellEverybody } from "../../../test/world/told.ts";
import { createWorld, type World } from "../../../test/world/world.ts";
import { approveDeal, type DealDetail, revokeDeal, tellDecision } from "../deals/contract.ts";
import {
  changeOpportunity,
  createOpportunity,
  moveOpportunity,
  type OpportunityDetail,
  reverseWin,
} from "../opportunities/contract.ts";
import { importKind } from "../opportunities/index.ts";
import { confirmTouchpoint, logTouchpoint } from "./contract.ts";

/* What sales and registrations count for those who are measured by them. */

let world: World;
beforeAll(async () => {
  world = await createWorld();
});
afterAll(() => world.close());

const usd = (amount: string) => ({ amount, currency: "USD" });
const manager = () => world.as("channel-manager");

/** A partner's facts of a kind since the test began: what was counted, then what was taken back. */
async function facts(kind: string, partner: "birch" | "elm" | "cedar") {
  const { rows } = await world.admin.query(
    `select counts_on::text as day, amount_minor::int as amount, currency, country, rated_on::text as rated from fact
     where kind = $1 and partner_id = $2 and recorded_at >= $3 order by amount_minor < 0, rated_on nulls first, amount_minor desc`,
    [kind, world.partners[partner].uuid, began],
  );
  return rows.map((row) => [row.day, row.amount, row.currency, row.country, row.rated]);
}
let began: string;
function begin(): void {
  world.clock.advance({ hours: 1 });
  began = world.clock.now().toString();
}

const sale = async (closedOn = "2026-05-20", more: object = {}) => {
  const one = await manager().call(createOpportunity, {
    body: {
      name: "Radar for the harbour",
      accountId: world.accounts.kvarner.id,
      ownerPartnerId: world.partners.birch.id,
      lines: [{ productId: world.products.gust.id }],
      reason: "Birch has no sign-in yet.",
      engagedOn: "2026-03-02",
      ...more,
    },
  });
  return manager().call(moveOpportunity, {
    params: { opportunityId: one.id },
    ifMatch: one.version,
    body: { stage: "won", value: usd("1000"), closedOn },
  });
};
const changed = (one: OpportunityDetail, body: object) =>
  manager().call(changeOpportunity, { params: { opportunityId: one.id }, ifMatch: one.version, body });
const takenBack = (one: OpportunityDetail, amount?: string) =>
  manager().call(reverseWin, {
    params: { opportunityId: one.id },
    body: { reason: "They sent it back.", ...(amount === undefined ? {} : { amount: usd(amount) }) },
  });

test("won value says where the customer is, and what changes it counts there too, by the rates of the close", async () => {
  begin();
  const one = await sale();
  const more = await changed(one, { value: usd("1500") });
  await world.admin.query("update account set country = 'SE' where id = $1", [world.accounts.kvarner.uuid]);
  await takenBack(more, "300");
  await world.admin.query("update account set country = 'HR' where id = $1", [world.accounts.kvarner.uuid]);
  expect(await facts("won_value", "birch")).toEqual([
    ["2026-05-20", 100_000, "USD", "HR", null],
    ["2026-06-15", 50_000, "USD", "HR", "2026-05-20"],
    ["2026-06-15", -30_000, "USD", "HR", "2026-05-20"],
  ]);
});

test("a sale that turns out to be another customer's counts where that one is", async () => {
  begin();
  const one = await sale();
  await changed(one, { accountId: world.accounts.ridge.id });
  expect((await facts("won_value", "birch")).slice(1)).toEqual([
    ["2026-06-15", 100_000, "USD", "US", "2026-05-20"],
    ["2026-06-15", -100_000, "USD", "HR", "2026-05-20"],
  ]);
});

test("a sale assists those who touched it in the days before, and not its owner", async () => {
  begin();
  const one = await sale();
  const touch = async (
    who: "elm-admin" | "birch-admin" | "cedar-admin",
    deal: DealDetail,
    occurredOn: string,
  ) => {
    const { id } = await world.as(who).call(logTouchpoint, {
      body: { kind: "demo", occurredOn, withWhom: "Their purchasing", purpose: "The pumps", dealId: deal.id },
    });
    const body = { opportunityId: one.id };
    await manager().call(confirmTouchpoint, { params: { touchpointId: id }, body });
  };
  const deals = {
    birch: await submitOne(world, world.as("birch-admin"), "Touched by Birch"),
    cedar: await submitOne(world, world.as("cedar-admin"), "Touched by Cedar"),
  };
  await touch("birch-admin", deals.birch, "2026-05-02");
  await touch("cedar-admin", deals.cedar, "2026-05-02");
  await touch("cedar-admin", deals.cedar, "2026-05-20");
  await touch("cedar-admin", deals.cedar, "2026-05-21");
  expect(await facts("assisted_value", "cedar")).toEqual([["2026-05-20", 100_000, "USD", "HR", null]]);
  expect(await facts("assisted_value", "birch")).toEqual([]);

  await takenBack(await changed(one, { value: usd("1500") }), "500");
  await tellEverybody(world);
  await tellEverybody(world);
  expect((await facts("assisted_value", "cedar")).slice(1)).toEqual([]);
  await takenBack(one);
  await tellEverybody(world);
  expect((await facts("assisted_value", "cedar")).slice(1)).toEqual([
    ["2026-06-15", -100_000, "USD", "HR", "2026-05-20"],
  ]);
});

test("a touch that is too early, or not confirmed, assists nothing; one confirmed before the win counts at the win", async () => {
  begin();
  const account = world.accounts.kvarner.id;
  const log = async (occurredOn: string) =>
    (
      await world.as("cedar-admin").call(logTouchpoint, {
        body: { kind: "demo", occurredOn, withWhom: "Ana", purpose: "The pumps", dealId: deal.id },
      })
    ).id;
  const deal = await submitOne(world, world.as("cedar-admin"), "Early Works");
  const one = await manager().call(createOpportunity, {
    body: { name: "Pumps", accountId: account, lines: [], engagedOn: "2026-03-02" },
  });
  await log("2026-05-19");
  const early = await log("2026-01-05");
  const confirm = (touchpointId: string) =>
    manager().call(confirmTouchpoint, { params: { touchpointId }, body: { opportunityId: one.id } });
  await confirm(early);
  const win = { stage: "won", value: usd("700"), closedOn: "2026-05-20" };
  await manager().call(moveOpportunity, {
    params: { opportunityId: one.id },
    ifMatch: one.version,
    body: win,
  });
  await tellEverybody(world);
  expect(await facts("assisted_value", "cedar")).toEqual([]);
  await confirm(await log("2026-02-20"));
  expect(await facts("assisted_value", "cedar")).toEqual([["2026-05-20", 70_000, "USD", "HR", null]]);
});

test("a file that brings a win at a touched customer counts for those who touched it", async () => {
  begin();
  const { id } = await world.as("birch-admin").call(logTouchpoint, {
    body: {
      kind: "introduction",
      occurredOn: "2026-06-01",
      withWhom: "Ana",
      purpose: "The pumps",
      accountId: world.accounts.kvarner.id,
    },
  });
  await manager().call(confirmTouchpoint, { params: { touchpointId: id }, body: {} });
  const before = await facts("assisted_value", "birch");
  await world.hanse.door.withPrincipal(await world.principal("channel-manager"), async (tx) => {
    const row = { account: "Kvarner Marine", owner: "Elm Agency", stage: "won", value: "60000" };
    const staged = await stageRows(tx, importKind, [
      { ...row, "external-id": "crm-9", "engaged-on": "2026-05-01", "closed-on": "2026-06-10" },
    ]);
    expect(await staged.check(tx)).toEqual([]);
    expect(await staged.apply(tx)).toMatchObject({ created: 1 });
    await record(
      tx,
      importEvents.importDone,
      { subject: { kind: "import", id: staged.importId } },
      {
        kind: "opportunities",
        fileName: "crm.csv",
        number: 1,
        opening: false,
        created: 1,
        updated: 0,
        unchanged: 0,
        skipped: 0,
      },
    );
  });
  await tellEverybody(world);
  expect((await facts("assisted_value", "birch")).slice(before.length)).toEqual([
    ["2026-06-10", 60_000, "USD", "HR", null],
  ]);
  expect(await facts("won_value", "elm")).toEqual([["2026-06-10", 60_000, "USD", "HR", null]]);
});

test("an approval counts when it is told, and no more when it is revoked; a won registration counts while it is won", async () => {
  begin();
  const approved = async (customer: string) => {
    const deal = await submitOne(world, world.as("birch-admin"), customer);
    const params = { dealId: deal.id };
    const decided = await manager().call(approveDeal, { params, ifMatch: deal.version, body: {} });
    expect(await facts("registrations_approved", "birch")).toHaveLength(told);
    await manager().call(tellDecision, { params });
    told += 1;
    return decided;
  };
  let told = 0;
  const first = await approved("Counted Works");
  const second = await approved("Revoked Works");
  const { rows } = await world.admin.query<{ version: number }>(
    "select version from registration where 'deal_' || replace(id::text, '-', '') = $1",
    [second.id],
  );
  const params = { dealId: second.id };
  const body = { reason: "It was a mistake." };
  await manager().call(revokeDeal, { params, ifMatch: rows[0]?.version ?? 0, body });
  await manager().call(tellDecision, { params });
  expect(await facts("registrations_approved", "birch")).toEqual([
    ["2026-06-15", 1000, null, "NO", null],
    ["2026-06-15", 1000, null, "NO", null],
    ["2026-06-15", -1000, null, "NO", "2026-06-15"],
  ]);

  const opportunity = await world.admin.query<{ id: string; version: number }>(
    `select 'opp_' || replace(o.id::text, '-', '') as id, o.version from registration d join opportunity o on o.id = d.opportunity_id
     where 'deal_' || replace(d.id::text, '-', '') = $1`,
    [first.id],
  );
  const [one] = opportunity.rows;
  if (one === undefined) throw new Error("The approved registration has no sale.");
  const win = { stage: "won", value: usd("900"), closedOn: "2026-06-15" };
  await manager().call(moveOpportunity, {
    params: { opportunityId: one.id },
    ifMatch: one.version,
    body: win,
  });
  await tellEverybody(world);
  expect(await facts("deals_won", "birch")).toEqual([["2026-06-15", 1000, null, "NO", null]]);
  world.clock.advance({ hours: 24 });
  await manager().call(reverseWin, { params: { opportunityId: one.id }, body: { reason: "Sent back." } });
  await tellEverybody(world);
  expect((await facts("deals_won", "birch")).slice(1)).toEqual([
    ["2026-06-16", -1000, null, "NO", "2026-06-15"],
  ]);
});
