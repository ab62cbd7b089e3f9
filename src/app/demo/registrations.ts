import * as products from "#ecosystem/products/contract.ts";
import type { BodyOf } from "#platform/http/endpoint.ts";
import { type ManualClock, manualClock } from "#platform/time/clock.ts";
import * as deals from "#sell/deals/contract.ts";
import * as engagement from "#sell/engagement/contract.ts";
import type { Caller, createCallers } from "../caller.ts";
import type { Hanse } from "../hanse.ts";
import { businessDay, businessMorning } from "./days.ts";
import { addEvidence } from "./evidence.ts";
import { principal } from "./people.ts";
import { disputeDeal } from "./shared.ts";

/*
 * Registrations of the demo's own, in each state and each on a business day: one won and one lost, two pairs that ask for the same customer, one that
 * meets a sale which the vendor knows, one after a public tender, one that waits for too long, one whose protection is
 * about to end.
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
  const anyone = callers(manager, manualClock(businessMorning(today)));
  const { items } = await anyone.call(products.listProducts, { query: { search: "GTX Pro" } });
  const people: Actors = {
    agent: (clock) => callers(agent, clock),
    rival: (clock) => callers(rival, clock),
    manager: (clock) => callers(manager, clock),
    productId: items[0]?.id ?? "",
    today,
  };
  await publishRules(hanse, callers, today);
  await noteTender(people);
  for (const { who, customer, daysAgo: when, country, next } of stories) {
    const daysAgo = typeof when === "number" ? when : when(today);
    const deal = await submit(people, who, customer, daysAgo, country);
    await next?.(people, deal, daysAgo);
  }
  await beginDraft(people);
  await disputeDeal(hanse, callers, today, people.productId);
}

/** A registration and what became of it, each step on its own day. */
interface Story {
  who: "agent" | "rival";
  customer: string;
  country?: string;
  daysAgo: number | ((today: Temporal.PlainDate) => number);
  next?: (people: Actors, deal: deals.DealDetail, daysAgo: number) => Promise<void>;
}

/** Told in the order in which they were received, so that each partner's numbers rise with the days. */
export const stories: readonly Story[] = [
  // Over: expired, rejected for several reasons, withdrawn, lost, won.
  { who: "rival", customer: "Ferndale Ceramics", daysAgo: 320, next: approvedAfter(1) },
  { who: "agent", customer: "Pinecrest Dairies", daysAgo: 291, next: rejectedAfter(2, "not-eligible") },
  { who: "rival", customer: "Lakeshore Imaging", daysAgo: 262, next: approvedAfter(4) },
  { who: "agent", customer: "Redwood Credit Union", daysAgo: 233, next: approvedAfter(1) },
  { who: "rival", customer: "Copperfield Mills", daysAgo: 204, next: rejectedAfter(3, "incomplete") },
  { who: "agent", customer: "Westbrook Optics", daysAgo: 176, next: approvedAfter(2) },
  { who: "rival", customer: "Halcyon Theatres", daysAgo: 148, next: rejectedAfter(1, "already-protected") },
  { who: "agent", customer: "Ashgrove Hotels", daysAgo: 134, next: lost },
  { who: "agent", customer: "Larkspur Foods", daysAgo: 110, next: approvedAfter(1) },
  { who: "agent", customer: "Harbor & Sons", daysAgo: 86, next: approvedAfter(1) },
  { who: "agent", customer: "Orchard Freight", daysAgo: 60, next: saidLost },
  { who: "rival", customer: "Tidewater Marine", daysAgo: beforeTheWin, next: won },
  { who: "agent", customer: "Granite Peak Bank", daysAgo: 20, next: rejectedAfter(1, "vendor-engaged") },
  // Decided when more than the promised days had passed: a breach that is over.
  { who: "rival", customer: "Bluefin Robotics", daysAgo: 20, next: approvedAfter(11) },
  { who: "agent", customer: "Juniper Clinics", daysAgo: 15, next: withdrawnAfter(2) },
  // Not answered for twelve days: a breach that runs.
  { who: "agent", customer: "Silverline Studios", daysAgo: 12 },
  { who: "agent", customer: "Meridian Transit", daysAgo: 9, next: approvedAfter(1) },
  { who: "agent", customer: "Cobalt Water", daysAgo: 4, next: asked },
  // Registered after its customer had put it out to tender.
  { who: "rival", customer: "Summit County Schools", daysAgo: 3 },
  // Two pairs that ask for the same customer.
  { who: "rival", customer: "Cascade Hospitals", daysAgo: 3 },
  { who: "agent", customer: "Northgate Logistics", daysAgo: 2, next: evidenced },
  { who: "agent", customer: "Cascade Hospitals Inc.", daysAgo: 2 },
  { who: "rival", customer: "Northgate Logistics Ltd.", daysAgo: 1 },
  // At this one another partner has an open sale already; nobody has the two below.
  { who: "rival", customer: "Silis", country: "US", daysAgo: 1 },
  { who: "agent", customer: "Amberley Printworks", daysAgo: 1 },
  { who: "rival", customer: "Quill & Lantern Books", daysAgo: 1 },
];

function approvedAfter(days: number): NonNullable<Story["next"]> {
  return async (people, deal, daysAgo) => {
    const manager = people.manager(clockAt(people, daysAgo - days));
    const params = { dealId: deal.id };
    await manager.call(deals.approveDeal, { params, ifMatch: deal.version, body: {} });
    await manager.call(deals.tellDecision, { params });
  };
}

const refusals = {
  "not-eligible": "Their kind of project is not part of the programme.",
  incomplete: "We asked for the site and the products and could not find out.",
  "already-protected": "Another registration for this customer was received before yours.",
  "vendor-engaged": "We have been in talks with them directly since spring.",
} as const;

function rejectedAfter(days: number, reasonKey: keyof typeof refusals): NonNullable<Story["next"]> {
  return async (people, deal, daysAgo) => {
    const manager = people.manager(clockAt(people, daysAgo - days));
    const params = { dealId: deal.id };
    const body = { reasonKey, reason: refusals[reasonKey] };
    await manager.call(deals.rejectDeal, { params, ifMatch: deal.version, body });
    await manager.call(deals.tellDecision, { params });
  };
}

function withdrawnAfter(days: number): NonNullable<Story["next"]> {
  return async (people, deal, daysAgo) => {
    const agent = people.agent(clockAt(people, daysAgo - days));
    const body = { reason: "They postponed the project." };
    await agent.call(deals.withdrawDeal, { params: { dealId: deal.id }, body });
  };
}

async function saidLost(people: Actors, deal: deals.DealDetail, daysAgo: number): Promise<void> {
  await approvedAfter(1)(people, deal, daysAgo);
  await people.agent(clockAt(people, 6)).call(deals.proposeOutcome, {
    params: { dealId: deal.id },
    body: {
      outcome: "lost",
      closedOn: businessDay(people.today.subtract({ days: 6 })).toString(),
      reason: "No budget this year.",
    },
  });
}

/** What the partner said became of it is taken over on the day after. */
async function lost(people: Actors, deal: deals.DealDetail, daysAgo: number): Promise<void> {
  await approvedAfter(2)(people, deal, daysAgo);
  const lostAgo = daysAgo - 56;
  await closed(people, "agent", deal, lostAgo, {
    outcome: "lost",
    closedOn: businessDay(people.today.subtract({ days: lostAgo })).toString(),
    reason: "They stay with the system they have.",
  });
}

/** Won in the month before this one, whose run then books it; the agent whose money the journeys follow has no part. */
async function won(people: Actors, deal: deals.DealDetail, daysAgo: number): Promise<void> {
  await approvedAfter(1)(people, deal, daysAgo);
  const wonOn = winDay(people.today);
  await closed(people, "rival", deal, wonOn.until(people.today, { largestUnit: "day" }).days, {
    outcome: "won",
    closedOn: wonOn.toString(),
    value: { amount: "9640.00", currency: "USD" },
  });
}

/** In the middle of the month before, so that the answer comes in that month too. */
function winDay(today: Temporal.PlainDate): Temporal.PlainDate {
  return businessDay(today.subtract({ months: 1 }).with({ day: 14 }));
}

function beforeTheWin(today: Temporal.PlainDate): number {
  return winDay(today).subtract({ days: 33 }).until(today, { largestUnit: "day" }).days;
}

async function closed(
  people: Actors,
  who: "agent" | "rival",
  deal: deals.DealDetail,
  daysAgo: number,
  body: BodyOf<typeof deals.proposeOutcome>,
): Promise<void> {
  const params = { dealId: deal.id };
  const { outcomes } = await people[who](clockAt(people, daysAgo)).call(deals.proposeOutcome, {
    params,
    body,
  });
  await people.manager(clockAt(people, daysAgo - 1)).call(deals.decideOutcome, {
    params: { ...params, outcomeId: outcomes[0]?.id ?? "" },
    body: { accepted: true },
  });
}

async function evidenced(people: Actors, deal: deals.DealDetail, daysAgo: number): Promise<void> {
  await addEvidence(people.agent(clockAt(people, daysAgo)), deal.id);
}

async function asked(people: Actors, deal: deals.DealDetail): Promise<void> {
  await people.manager(clockAt(people, 3)).call(deals.askDeal, {
    params: { dealId: deal.id },
    body: { question: "Which of their plants is it for, and who decides there?" },
  });
}

/** Two earlier versions of the rules, so that what changed can be read: answers came slower until half a year ago. */
async function publishRules(
  hanse: Hanse,
  callers: ReturnType<typeof createCallers>,
  today: Temporal.PlainDate,
): Promise<void> {
  const admin = await principal(hanse, "vendor admin");
  if (admin === undefined) return;
  const publish = async (daysAgo: number, firstAnswerDays: number, note: string) => {
    const caller = callers(admin, manualClock(businessMorning(today.subtract({ days: daysAgo }))));
    const { settings, version } = await caller.call(engagement.getEngagementRules, { query: {} });
    const body = { settings: { ...settings, firstAnswerDays }, note, basedOn: version };
    await caller.call(engagement.publishEngagementRules, { body });
  };
  await publish(340, 3, "The programme opens: a first answer comes within three business days.");
  await publish(180, 2, "First answers come a day earlier: within two business days.");
}

/** What a customer has put out to tender, noted by the channel manager on the day after. */
async function noteTender(people: Actors): Promise<void> {
  await people.manager(clockAt(people, 4)).call(engagement.enterPublicTender, {
    body: {
      customer: "Summit County Schools",
      country: "US",
      publishedOn: businessDay(people.today.subtract({ days: 5 })).toString(),
      source: "County procurement notice 2214",
    },
  });
}

/** A draft that its agent has begun and not submitted. */
async function beginDraft(people: Actors): Promise<void> {
  const draft = await people.agent(clockAt(people, 0)).call(deals.beginDeal, {
    body: content(people, "Tamarind Hotels", 0),
  });
  await people.agent(clockAt(people, 0)).call(deals.changeDeal, {
    params: { dealId: draft.id },
    ifMatch: draft.version,
    body: { note: "Met at the fair; they want a proposal by the end of the month." },
  });
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
    daysAgo === 0
      ? today.toZonedDateTime("UTC").toInstant()
      : businessMorning(today.subtract({ days: daysAgo })),
  );
}
