import { Readable } from "node:stream";
import { listPartnerAccounts } from "#ecosystem/accounts/contract.ts";
import { type ManualClock, manualClock } from "#platform/time/clock.ts";
import * as deals from "#sell/deals/contract.ts";
import * as opportunities from "#sell/opportunities/contract.ts";
import * as touchpoints from "#sell/touchpoints/contract.ts";
import type { Caller, createCallers } from "../caller.ts";
import type { Hanse } from "../hanse.ts";
import { businessDay, businessMorning } from "./days.ts";
import { principal } from "./people.ts";

/*
 * What partners did for sales: a win that three of them had a part in, so that the models differ, and on deals that are
 * under way touchpoints in every state.
 */

type Who = "agent" | "rival" | "master";
type Kind = (typeof touchpoints.loggedKinds)[number];
type Target = { dealId: string } | { opportunityId: string } | { accountId: string };

interface Actors {
  /** Somebody on a day that lies so many days before another. */
  on: (who: Who | "manager", day: Temporal.PlainDate) => Caller;
  today: Temporal.PlainDate;
}

interface Told {
  kind: Kind;
  daysAgo: number;
  withWhom: string;
  purpose: string;
  link?: string;
}

export async function logTouchpoints(
  hanse: Hanse,
  callers: ReturnType<typeof createCallers>,
  today: Temporal.PlainDate,
): Promise<void> {
  const roles = { agent: "sub-agent", rival: "competing sub-agent", master: "master agent" } as const;
  const people = {
    agent: await principal(hanse, roles.agent),
    rival: await principal(hanse, roles.rival),
    master: await principal(hanse, roles.master),
    manager: await principal(hanse, "channel manager"),
  };
  const actors: Actors = { on: (who, day) => callers(people[who], clockOn(day, today)), today };
  await helpedWin(actors);
  await underWay(actors);
}

/** The largest of the sub-agent's late wins: its master opened the door, a neighbour knew the customer, it closed the sale itself. */
async function helpedWin(actors: Actors): Promise<void> {
  const { today } = actors;
  const { items: wins } = await actors.on("agent", today).call(opportunities.listOpportunities, {
    query: {
      meaning: "won",
      closedFrom: today.subtract({ days: 50 }).toString(),
      sort: "-closedOn",
      limit: 50,
    },
  });
  const shared = await neighbours(actors, wins);
  const amount = ({ value }: opportunities.OpportunityItem) => Number(value?.amount ?? 0);
  const [win = wins[0]] = wins
    .filter(({ account }) => account !== null && shared.has(account.id))
    .toSorted((one, other) => amount(other) - amount(one));
  if (win?.closedOn == null || win.account === null) return;
  const account = win.account;
  const closed = Temporal.PlainDate.from(win.closedOn);
  const ago = (days: number) => today.since(closed.subtract({ days }), { largestUnit: "days" }).days;
  const counting = async (who: Who, target: Target, told: Told) =>
    confirm(actors, await log(actors, who, target, told), told.daysAgo - 2, win.id);

  const referral = await refer(actors, account.name, ago(70));
  await counting(
    "master",
    { dealId: referral },
    {
      kind: "introduction",
      daysAgo: ago(68),
      withWhom: "Their chief financial officer",
      purpose: "Brought our agent and the board together",
    },
  );
  const own = { opportunityId: win.id };
  await counting("agent", own, {
    kind: "demo",
    daysAgo: ago(40),
    withWhom: "Head of IT and two engineers",
    purpose: "Showed the product with their own data",
    link: "https://notes.hanse.example/demo-recording",
  });
  if (shared.has(account.id))
    await counting(
      "rival",
      { accountId: account.id },
      {
        kind: "document",
        daysAgo: ago(25),
        withWhom: "Purchasing",
        purpose: "Migration plan from their old system",
      },
    );
  await counting("agent", own, {
    kind: "meeting",
    daysAgo: ago(9),
    withWhom: "Head of purchasing",
    purpose: "Terms and the date of delivery",
  });
}

/** Customers of some wins that the neighbour knows, too. */
async function neighbours(
  actors: Actors,
  wins: readonly opportunities.OpportunityItem[],
): Promise<ReadonlySet<string>> {
  const { items } = await actors
    .on("rival", actors.today)
    .call(listPartnerAccounts, { query: { limit: 200 } });
  const known = new Set(items.map(({ account }) => account.id));
  return new Set(
    wins.flatMap(({ account }) => (account !== null && known.has(account.id) ? [account.id] : [])),
  );
}

/** The master registers the customer as a referral, which comes too late to be protected. */
async function refer(actors: Actors, customerName: string, daysAgo: number): Promise<string> {
  const day = businessDay(actors.today.subtract({ days: daysAgo }));
  const master = actors.on("master", day);
  const { items } = await master.call(deals.listDeals, { query: { limit: 1 } });
  const known = items[0];
  const draft = await master.call(deals.beginDeal, {
    body: {
      customerName,
      customerCountry: "US",
      role: "refers",
      expectedCloseOn: day.add({ days: 90 }).toString(),
      source: "referral",
      lines: await linesLike(actors, known?.id),
    },
  });
  const { deal } = await master.call(deals.submitDeal, {
    params: { dealId: draft.id },
    ifMatch: draft.version,
  });
  const manager = actors.on("manager", day.add({ days: 1 }));
  await manager.call(deals.rejectDeal, {
    params: { dealId: deal.id },
    ifMatch: deal.version,
    body: {
      reasonKey: "vendor-engaged",
      reason: "We are in talks with them already. Your introduction helps all the same: log it.",
    },
  });
  await manager.call(deals.tellDecision, { params: { dealId: deal.id } });
  return deal.id;
}

/** The same products as in a registration that is known. */
async function linesLike(actors: Actors, dealId: string | undefined) {
  if (dealId === undefined) return [];
  const { lines } = await actors.on("manager", actors.today).call(deals.getDeal, { params: { dealId } });
  return lines.map(({ product }) => ({ productId: product.id, quantity: 1 }));
}

/** On deals that are under way: recorded with and without evidence, contested, asked again, withdrawn. */
async function underWay(actors: Actors): Promise<void> {
  const { today } = actors;
  const open = async (who: Who) => {
    const { items } = await actors.on(who, today).call(opportunities.listOpportunities, {
      query: { meaning: "open", sort: "-updatedAt", limit: 4 },
    });
    return items.map(({ id }) => ({ opportunityId: id }));
  };
  const [first, second] = await open("agent");
  const [third] = await open("rival");
  if (first === undefined || second === undefined || third === undefined) return;
  const demo = await log(actors, "agent", first, {
    kind: "demo",
    daysAgo: 4,
    withWhom: "Plant manager and her deputy",
    purpose: "Live demo of the dashboards they asked for",
  });
  const minutes =
    "Wanted: a trial on two lines, an offer by the end of the month. They decide as a team of three.\n";
  await actors.on("agent", today.subtract({ days: 3 })).call(touchpoints.addTouchpointFile, {
    params: { touchpointId: demo },
    file: { name: "Minutes of the demo.txt", content: Readable.from([minutes]) },
  });
  await log(actors, "agent", second, {
    kind: "meeting",
    daysAgo: 2,
    withWhom: "Their new head of sales",
    purpose: "Went through the open questions of the offer",
    link: "https://notes.hanse.example/meeting-notes",
  });
  await log(actors, "rival", third, {
    kind: "introduction",
    daysAgo: 3,
    withWhom: "Chief executive",
    purpose: "Introduced the vendor's solution architect",
  });
  const doubted = await log(actors, "agent", second, {
    kind: "document",
    daysAgo: 16,
    withWhom: "Purchasing",
    purpose: "Comparison with the system they have",
  });
  await contest(actors, doubted, 14, "There is no evidence of it.");
  const asked = await log(actors, "rival", third, {
    kind: "meeting",
    daysAgo: 13,
    withWhom: "Operations",
    purpose: "Walk through the warehouse",
  });
  await contest(actors, asked, 12, "The customer does not remember it.");
  await actors.on("rival", today.subtract({ days: 5 })).call(touchpoints.askTouchpointAgain, {
    params: { touchpointId: asked },
    body: { remark: "It was with the night shift: ask for Ms Okafor." },
  });
  const mistaken = await log(actors, "agent", first, {
    kind: "meeting",
    daysAgo: 8,
    withWhom: "Facility management",
    purpose: "Site visit",
  });
  await actors
    .on("agent", today.subtract({ days: 7 }))
    .call(touchpoints.withdrawTouchpoint, { params: { touchpointId: mistaken } });
}

/** Logs what happened on a business day, by the morning after. */
async function log(actors: Actors, who: Who, target: Target, told: Told): Promise<string> {
  const { daysAgo, ...rest } = told;
  const day = businessDay(actors.today.subtract({ days: daysAgo }));
  const { id } = await actors
    .on(who, day.add({ days: 1 }))
    .call(touchpoints.logTouchpoint, { body: { ...rest, ...target, occurredOn: day.toString() } });
  return id;
}

async function confirm(actors: Actors, touchpointId: string, daysAgo: number, opportunityId: string) {
  await actors.on("manager", actors.today.subtract({ days: daysAgo })).call(touchpoints.confirmTouchpoint, {
    params: { touchpointId },
    body: { opportunityId },
  });
}

async function contest(actors: Actors, touchpointId: string, daysAgo: number, reason: string) {
  await actors
    .on("manager", actors.today.subtract({ days: daysAgo }))
    .call(touchpoints.contestTouchpoint, { params: { touchpointId }, body: { reason } });
}

/** The morning of a business day; never after now. */
function clockOn(day: Temporal.PlainDate, today: Temporal.PlainDate): ManualClock {
  const isPast = Temporal.PlainDate.compare(day, today) < 0;
  return manualClock(isPast ? businessMorning(day) : today.toZonedDateTime("UTC").toInstant());
}
