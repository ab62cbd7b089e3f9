import { createFactKind, enterFact } from "#ecosystem/facts/contract.ts";
import { mapImport } from "#ecosystem/imports/contract.ts";
import { proposeOverride } from "#ecosystem/overrides/contract.ts";
import { invite } from "#ecosystem/people/contract.ts";
import { addLocation, createRegion } from "#ecosystem/places/contract.ts";
import {
  applyForSpecialization,
  awardSpecialization,
  createSpecialization,
} from "#ecosystem/specializations/contract.ts";
import { grantException } from "#ecosystem/tiers/contract.ts";
import { releaseDue } from "#incentivize/earnings/index.ts";
import { makePayout, payPayee, releasePayout, returnPayee } from "#incentivize/payouts/contract.ts";
import { writeDraft } from "#incentivize/plans/wire.ts";
import { postRun, previewRun } from "#incentivize/runs/contract.ts";
import { closeStatements } from "#incentivize/statements/contract.ts";
import { handle } from "#platform/events/handlers.ts";
import {
  approveDeal,
  askDeal,
  beginDeal,
  type DealDetail,
  proposeOutcome,
  rejectTogether,
  requestExtension,
  submitDeal,
  tellDecision,
} from "#sell/deals/contract.ts";
import * as deals from "#sell/deals/index.ts";
import { enterPublicTender, nameAccount } from "#sell/engagement/contract.ts";
import { proposePaySplit, signPaySplit } from "#sell/splits/contract.ts";
import {
  askTouchpointAgain,
  confirmTouchpoint,
  contestTouchpoint,
  logTouchpoint,
} from "#sell/touchpoints/contract.ts";
import { handlers as touchpointHandlers } from "#sell/touchpoints/index.ts";
import planFile from "../../sample/agent-programme.plan.json" with { type: "json" };
import { askSome } from "./benefits.ts";
import { worldStart } from "./cast.ts";
import type { Client } from "./client.ts";
import { designPilot } from "./pilot.ts";
import { plan, program } from "./seed.ts";
import { tellEverybody } from "./told.ts";
import type { World } from "./world.ts";

/**
 * Lives through the world's spring, each step by the person whose step it is: February is run, its holds end, March is
 * stated and a batch released; Birch is paid, Fir and Cedar are paid and it comes back, the others wait. What came back
 * from Fir is in a second batch that is only made. May is run, April only previewed; somebody drafts a new version of
 * the plan, people are invited, and
 * everybody is told what happened.
 */
export async function play(world: World): Promise<void> {
  const finance = world.as("finance");
  const run = async (period: string) => {
    const preview = await finance.call(previewRun, { body: { planId: plan.id, period } });
    return () => finance.call(postRun, { params: { runId: preview.id } });
  };
  const nordwind = { ...world.vendors.nordwind, id: world.vendors.nordwind.uuid };
  world.clock.set("2026-03-02T09:00:00Z");
  await designPilot(world);
  await (await run("2026-02"))();

  world.clock.set("2026-04-01T09:00:00Z");
  await world.hanse.door.withJob(nordwind, releaseDue);
  await finance.call(closeStatements, { body: { period: "2026-03" } });
  const batch = await finance.call(makePayout);
  await world.as("finance-controller").call(releasePayout, { params: { payoutId: batch.id } });
  const payees = (["fir", "birch", "cedar"] as const)
    .map((name) => world.partners[name].id)
    .filter((id) => batch.items.some((one) => one.partner.id === id));
  for (const partnerId of payees) {
    const params = { payoutId: batch.id, partnerId };
    await finance.call(payPayee, { params, body: { reference: "SEPA 2026-04-01" } });
  }
  const comesBack = async (partnerId: string) => {
    if (!payees.includes(partnerId)) return;
    const params = { payoutId: batch.id, partnerId };
    await finance.call(returnPayee, { params, body: { reason: "The account was closed." } });
  };

  world.clock.set("2026-06-02T09:00:00Z");
  await comesBack(world.partners.fir.id);
  if (payees.includes(world.partners.fir.id)) await finance.call(makePayout);
  await comesBack(world.partners.cedar.id);
  await (await run("2026-05"))();
  for (const owner of ["birch", "cedar"] as const) {
    if (world.present.active.includes(owner))
      await world.won({ owner, valueMinor: 4_200_00n, closedOn: "2026-04-14" });
  }
  await run("2026-04");
  await world.as("channel-manager").call(writeDraft, {
    params: { planId: plan.id },
    body: { rules: planFile.rules, effectiveFrom: "2026-07-01" },
  });
  await inviteSome(world);
  await overrideSome(world);
  await specializeSome(world);
  await exceptSome(world);
  await registerSome(world);
  await askSome(world);
  await measureSome(world);
  await tellEverybody(world);
  world.clock.set(worldStart);
}

/**
 * What companies can be specialized in, some of it applied for by those who apply: one that is decided, one that waits,
 * and one that nobody has asked for.
 */
async function specializeSome(world: World): Promise<void> {
  const admin = world.as("admin");
  const terms = {
    summary: "They run what they sell.",
    requires: "all(certified_heads >= 2, references >= 1)",
    validMonths: 12,
    warnDays: 60,
    badge: { background: "#125f69", text: "#ffffff" },
    open: true,
  };
  const define = (key: string, by = admin) =>
    by.call(createSpecialization, { body: { ...terms, key, label: `Pumps: ${key}` } });
  const [held, waiting] = [await define("service"), await define("design")];
  await define("repair");
  if (world.present.vendors.includes("suedstern"))
    for (const key of ["service", "design", "repair"]) await define(key, world.as("south-admin"));
  for (const name of ["birch", "fir"] as const) {
    if (!world.present.active.includes(name)) continue;
    const client = world.as(`${name}-admin`);
    const apply = (specializationId: string) =>
      client.call(applyForSpecialization, { body: { specializationId, note: "We do it daily." } });
    const { id: applicationId } = await apply(held.id);
    const body = { note: "Their references are known." };
    await admin.call(awardSpecialization, { params: { applicationId }, body });
    await apply(waiting.id);
  }
}

/** Days of protection that two countries do otherwise than the rules: one approved, one waits for an administrator. */
async function overrideSome(world: World): Promise<void> {
  const body = {
    parameter: "protection-days",
    value: { kind: "days", days: 120 },
    reason: "Public buyers take longer there.",
    from: "2026-06-02",
    until: "2027-06-01",
  } as const;
  const params = { programId: program.id };
  const propose = (who: "admin" | "channel-manager", country: string) =>
    world
      .as(who)
      .call(proposeOverride, { params, body: { ...body, scope: { kind: "country", key: country } } });
  await propose("admin", "SE");
  await propose("channel-manager", "FI");
}

/** Where partners are, and what the product does not see happen: a kind of the vendor's own, and numbers about partners with their source. */
async function measureSome(world: World): Promise<void> {
  const emea = await world.as("admin").call(createRegion, { body: { name: "EMEA", countries: ["FR"] } });
  await world.as("admin").call(createRegion, {
    body: { name: "Nordics", parentId: emea.id, countries: ["NO", "SE"] },
  });
  const body = { label: "Support calls", unit: "number", counts: "sum" } as const;
  const kind = await world.as("admin").call(createFactKind, { body });
  for (const name of ["alpine", "birch", "cedar", "fir"] as const) {
    if (!world.present.active.includes(name)) continue;
    const partnerId = world.partners[name].id;
    for (const [place, country] of [
      ["Head office", "NO"],
      ["Branch", "SE"],
    ] as const)
      await world.as("channel-manager").call(addLocation, {
        params: { partnerId },
        body: { name: place, country, effectiveFrom: "2026-01-01" },
      });
    for (const [key, value] of [
      ["certificates", "3"],
      [kind.key, "12"],
    ] as const)
      await world
        .as("channel-manager")
        .call(enterFact, { body: { partnerId, kind: key, value, note: "Told at the review." } });
  }
}

/** A level that an agent has by exception in the second half of the year. */
async function exceptSome(world: World): Promise<void> {
  if (!world.present.active.includes("elm")) return;
  await world.as("channel-manager").call(grantException, {
    params: { programId: program.id },
    body: {
      partnerId: world.partners.elm.id,
      level: "Gold",
      reason: "It opens a new country.",
      from: "2026-07-01",
      until: "2027-01-01",
    },
  });
}

/** A file of customers at each point of its way. Nothing is taken over: no worker is there, only the states are. */
export async function beginImports(world: World): Promise<void> {
  const upload = async (who: "channel-manager" | "south-admin", name: string): Promise<string> => {
    const form = new FormData();
    form.set("kind", "accounts");
    form.set("file", new Blob(["Account,Sector\nHalden Foundry,manufacturing\n"]), `${name}.csv`);
    const uploaded = await world.as(who).send("POST", "/imports", form);
    if (uploaded.status !== 201) throw new Error(`The upload answered ${uploaded.status}: ${uploaded.text}`);
    return uploaded.body.id;
  };
  await upload("channel-manager", "uploaded");
  for (const state of ["mapped", "checking", "checked", "done"]) {
    const importId = await upload("channel-manager", state);
    await world.as("channel-manager").call(mapImport, {
      params: { importId },
      body: { columns: { Account: "name", Sector: "sector" } },
      ifMatch: 1,
    });
    await world.admin.query("update import set state = $1 where file_name = $2", [state, `${state}.csv`]);
  }
  if (world.present.vendors.includes("suedstern")) await upload("south-admin", "southern");
}

/**
 * Registrations of those who register: one asked about, one that somebody else may have asked for before, one approved
 * of which more time is wanted; and drafts that the vendor began in their place.
 */
async function registerSome(world: World): Promise<void> {
  const manager = world.as("channel-manager");
  await manager.call(nameAccount, { body: { accountId: world.accounts.quarry.id } });
  await manager.call(enterPublicTender, { body: { customer: "Oslo Harbour", publishedOn: "2026-05-04" } });
  for (const name of ["birch", "fir"] as const) {
    if (!world.present.active.includes(name)) continue;
    const client = world.as(`${name}-admin`);
    const partnerId = world.partners[name].id;
    for (const customerName of [`Begun for ${name}`, `Submitted for ${name}`]) {
      const begun = await manager.call(beginDeal, {
        body: { ...dealWith(world, customerName), partnerId, reason: "Told us on the phone." },
      });
      if (customerName.startsWith("Submitted")) {
        await manager.call(submitDeal, { params: { dealId: begun.id }, ifMatch: begun.version });
        const proof = new FormData();
        proof.set("file", new Blob(["They asked for three units.\n"]), "notes.txt");
        await manager.send("POST", `/deals/${begun.id}/files`, proof);
      }
    }
    await submitOne(world, client, contestedCustomer);
    const asked = await submitOne(world, client, `Asked of ${name}`);
    await manager.call(askDeal, {
      params: { dealId: asked.id },
      body: { question: "Which plant is it for?" },
    });
    const approved = await submitOne(world, client, `Approved for ${name}`);
    const params = { dealId: approved.id };
    await manager.call(approveDeal, { params, ifMatch: approved.version, body: {} });
    await manager.call(tellDecision, { params });
    await client.call(requestExtension, { params, body: { reason: "Their budget comes in autumn." } });
    await client.call(proposeOutcome, {
      params,
      body: { outcome: "lost", closedOn: "2026-06-02", reason: "They chose another one." },
    });
    const second = await submitOne(world, client, `Second for ${name}`);
    await manager.call(approveDeal, { params: { dealId: second.id }, ifMatch: second.version, body: {} });
    await manager.call(tellDecision, { params: { dealId: second.id } });
    const decided = await submitOne(world, client, `Decided for ${name}`);
    await manager.call(rejectTogether, {
      body: {
        deals: [{ dealId: decided.id, version: decided.version }],
        reasonKey: "incomplete",
        reason: "Nothing of it can be checked.",
      },
    });
    await touchSome(world, name, second.id);
  }
  await followRegistrations(world);
}

/** Touchpoints in every state, on a registration, a sale and a customer of the partner. */
async function touchSome(world: World, name: "birch" | "fir", dealId: string): Promise<void> {
  const client = world.as(`${name}-admin`);
  const manager = world.as("channel-manager");
  const sale = world.opportunities[`${name}Open`];
  const log = (kind: "demo" | "meeting" | "document" | "introduction", target: object) =>
    client.call(logTouchpoint, {
      body: {
        kind,
        occurredOn: "2026-05-12",
        withWhom: "The plant's manager",
        purpose: "Their pumps",
        ...target,
      },
    });
  const account = world.accounts[sale.account ?? "halden"];
  const demo = await log("demo", { dealId });
  await manager.call(confirmTouchpoint, { params: { touchpointId: demo.id }, body: {} });
  const recorded = await log("meeting", { opportunityId: sale.id });
  const proof = new FormData();
  proof.set("file", new Blob(["They agreed on a trial.\n"]), "minutes.txt");
  await client.send("POST", `/touchpoints/${recorded.id}/files`, proof);
  const contest = async (touchpointId: string) => {
    const body = { reason: "Nobody there remembers it." };
    await manager.call(contestTouchpoint, { params: { touchpointId }, body });
  };
  await contest((await log("introduction", { accountId: account.id })).id);
  const again = await log("document", { accountId: account.id });
  await contest(again.id);
  const params = { touchpointId: again.id };
  await client.call(askTouchpointAgain, { params, body: { remark: "It is the offer of May." } });
}

/** Lets the registrations become touchpoints, as the worker of a running installation does. */
export async function followRegistrations(world: World): Promise<void> {
  const { uuid } = world.vendors.nordwind;
  const nordwind = { ...world.vendors.nordwind, id: uuid };
  for (const one of touchpointHandlers()) {
    const events = await world.admin.query<{ id: string }>(
      "select id from event where vendor_id = $1 and type = $2 order by id",
      [uuid, one.type],
    );
    for (const event of events.rows) await handle(world.hanse.door, nordwind, one, event.id);
  }
}

/** Birch holds the registration of a sale that Cedar owns: a person has to decide whose the pay credit is. */
export async function disputeOne(world: World): Promise<void> {
  const manager = world.as("channel-manager");
  const deal = await submitOne(world, world.as("birch-admin"), "Disputed Docks");
  const body = { opportunityId: world.opportunities.cedarOpen.id };
  await manager.call(approveDeal, { params: { dealId: deal.id }, ifMatch: deal.version, body });
  await manager.call(tellDecision, { params: { dealId: deal.id } });
}

/**
 * Splits of pay credit: between Birch and Cedar one that nobody has signed and one that both have, between Fir and Elm
 * one that nobody has signed.
 */
export async function shareSome(world: World): Promise<void> {
  const { birch, cedar, elm, fir } = world.partners;
  const { birchOpen, cedarWon, firOpen } = world.opportunities;
  const propose = (opportunity: { id: string }, one: { id: string }, other: { id: string }) =>
    world.as("channel-manager").call(proposePaySplit, {
      params: { opportunityId: opportunity.id },
      body: {
        participants: [
          { partnerId: one.id, shareBasisPoints: 6000 },
          { partnerId: other.id, shareBasisPoints: 4000 },
        ],
        terms: "As agreed on the phone.",
      },
    });
  await propose(birchOpen, birch, cedar);
  await propose(firOpen, fir, elm);
  const signed = await propose(cedarWon, cedar, birch);
  for (const who of ["birch-admin", "cedar-admin"] as const)
    await world.as(who).call(signPaySplit, { params: { paySplitId: signed.id } });
}

/** Whom everybody asks for; who was first, nobody is told. */
export const contestedCustomer = "Contested Works AG";

const dealWith = (world: World, customerName: string) => ({
  customerName,
  customerCountry: "NO",
  expectedCloseOn: "2026-09-01",
  lines: [{ productId: world.products.gust.id, quantity: 3 }],
});

/** Submits a registration for a customer. */
export async function submitOne(world: World, client: Client, customerName: string): Promise<DealDetail> {
  const draft = await client.call(beginDeal, { body: dealWith(world, customerName) });
  const { deal } = await client.call(submitDeal, { params: { dealId: draft.id }, ifMatch: draft.version });
  return deal;
}

async function inviteSome(world: World): Promise<void> {
  await world.as("admin").call(invite, { body: { email: "nora@nordwind.example", roles: ["finance"] } });
  for (const partner of ["alpine", "birch", "cedar", "fir"] as const) {
    if (!world.present.active.includes(partner)) continue;
    await world
      .as(`${partner}-admin`)
      .call(invite, { body: { email: `new@${partner}.example`, roles: ["partner-seller"] } });
  }
  if (world.present.vendors.includes("suedstern"))
    await world
      .as("south-admin")
      .call(invite, { body: { email: "sol@suedstern.example", roles: ["finance"] } });
}

/** Hands the wins and losses of sales to the registrations that they close, as the worker would. */
export async function closeRegistrations(world: World): Promise<void> {
  const { vendor } = await world.principal("channel-manager");
  for (const one of deals.handlers()) {
    const found = await world.admin.query<{ id: string }>(
      "select id from event where vendor_id = $1 and type = $2 order by id",
      [vendor.id, one.type],
    );
    for (const { id } of found.rows) await handle(world.hanse.door, vendor, one, id);
  }
}
