import * as products from "#ecosystem/products/contract.ts";
import { type ManualClock, manualClock } from "#platform/time/clock.ts";
import * as deals from "#sell/deals/contract.ts";
import type { Caller, createCallers } from "../caller.ts";
import type { Hanse } from "../hanse.ts";
import { principal } from "./people.ts";

/*
 * Registrations of the demo's own, one in each state and each on its day: two that ask for the same customer, one that
 * meets a sale which the vendor knows, one that waits for too long, one whose protection is about to end.
 */

interface Actors {
  agent: (clock: ManualClock) => Caller;
  rival: (clock: ManualClock) => Caller;
  manager: (clock: ManualClock) => Caller;
  productId: string;
  today: Temporal.PlainDate;
}

export async function registerDeals(
  hanse: Hanse,
  callers: ReturnType<typeof createCallers>,
  today: Temporal.PlainDate,
): Promise<void> {
  const [agent, rival, manager] = await Promise.all(
    ["sub-agent", "competing sub-agent", "channel manager"].map((role) => principal(hanse, role)),
  );
  if (agent === undefined || rival === undefined || manager === undefined) return;
  const anyone = callers(manager, manualClock(morning(today)));
  const { items } = await anyone.call(products.listProducts, { query: { search: "GTX Pro" } });
  const people: Actors = {
    agent: (clock) => callers(agent, clock),
    rival: (clock) => callers(rival, clock),
    manager: (clock) => callers(manager, clock),
    productId: items[0]?.id ?? "",
    today,
  };
  await ended(people);
  await protectedOnes(people);
  await undecided(people);
}

/** What is over: expired, lost, revoked, rejected, withdrawn. */
async function ended(people: Actors): Promise<void> {
  await approve(people, "agent", "Larkspur Foods", 110);
  const lost = await approve(people, "agent", "Orchard Freight", 60);
  await people.agent(clockAt(people, 6)).call(deals.proposeOutcome, {
    params: { dealId: lost },
    body: {
      outcome: "lost",
      closedOn: people.today.subtract({ days: 6 }).toString(),
      reason: "No budget this year.",
    },
  });
  const refused = await submit(people, "agent", "Granite Peak Bank", 20);
  await people.manager(clockAt(people, 19)).call(deals.rejectDeal, {
    params: { dealId: refused.id },
    ifMatch: refused.version,
    body: { reasonKey: "vendor-engaged", reason: "We have been in talks with them directly since spring." },
  });
  await people.manager(clockAt(people, 19)).call(deals.tellDecision, { params: { dealId: refused.id } });
  const withdrawn = await submit(people, "agent", "Juniper Clinics", 15);
  await people.agent(clockAt(people, 13)).call(deals.withdrawDeal, {
    params: { dealId: withdrawn.id },
    body: { reason: "They postponed the project." },
  });
}

/** What is protected: one with much time left, one that is about to end. */
async function protectedOnes(people: Actors): Promise<void> {
  await approve(people, "agent", "Harbor & Sons", 86);
  await approve(people, "rival", "Bluefin Robotics", 20);
  await approve(people, "agent", "Meridian Transit", 9);
}

/** What waits: for the vendor, in time and too long; for the partner; for the one who was first. */
async function undecided(people: Actors): Promise<void> {
  await submit(people, "agent", "Silverline Studios", 12);
  const asked = await submit(people, "agent", "Cobalt Water", 4);
  await people.manager(clockAt(people, 3)).call(deals.askDeal, {
    params: { dealId: asked.id },
    body: { question: "Which of their plants is it for, and who decides there?" },
  });
  await submit(people, "agent", "Northgate Logistics", 2);
  await submit(people, "rival", "Northgate Logistics Ltd.", 1);
  await submit(people, "rival", "Isdom", 1, "US");
  const draft = await people.agent(clockAt(people, 0)).call(deals.beginDeal, {
    body: content(people, "Tamarind Hotels", 0),
  });
  await people.agent(clockAt(people, 0)).call(deals.changeDeal, {
    params: { dealId: draft.id },
    ifMatch: draft.version,
    body: { note: "Met at the fair; they want a proposal by the end of the month." },
  });
}

async function approve(
  people: Actors,
  who: "agent" | "rival",
  customer: string,
  daysAgo: number,
): Promise<string> {
  const deal = await submit(people, who, customer, daysAgo);
  const manager = people.manager(clockAt(people, daysAgo - 1));
  const params = { dealId: deal.id };
  await manager.call(deals.approveDeal, { params, ifMatch: deal.version, body: {} });
  await manager.call(deals.tellDecision, { params });
  return deal.id;
}

async function submit(
  people: Actors,
  who: "agent" | "rival",
  customer: string,
  daysAgo: number,
  country = "US",
): Promise<deals.DealDetail> {
  const caller = people[who](clockAt(people, daysAgo));
  const draft = await caller.call(deals.beginDeal, { body: content(people, customer, daysAgo, country) });
  const { deal } = await caller.call(deals.submitDeal, {
    params: { dealId: draft.id },
    ifMatch: draft.version,
  });
  return deal;
}

function content(people: Actors, customerName: string, daysAgo: number, customerCountry = "US") {
  return {
    customerName,
    customerCountry,
    expectedCloseOn: people.today.subtract({ days: daysAgo }).add({ days: 75 }).toString(),
    source: "own-prospecting" as const,
    lines: [{ productId: people.productId, quantity: 1 + (customerName.length % 4) }],
  };
}

function clockAt({ today }: Actors, daysAgo: number): ManualClock {
  // Today may not have come to its morning yet.
  return manualClock(
    daysAgo === 0 ? today.toZonedDateTime("UTC").toInstant() : morning(today.subtract({ days: daysAgo })),
  );
}

function morning(day: Temporal.PlainDate): Temporal.Instant {
  return day
    .toZonedDateTime({ timeZone: "UTC", plainTime: Temporal.PlainTime.from({ hour: 9, minute: 30 }) })
    .toInstant();
}
