import { manualClock } from "#platform/time/clock.ts";
import * as deals from "#sell/deals/contract.ts";
import * as opportunities from "#sell/opportunities/contract.ts";
import * as splits from "#sell/splits/contract.ts";
import type { createCallers } from "../caller.ts";
import type { Hanse } from "../hanse.ts";
import { businessMorning } from "./days.ts";
import { principal } from "./people.ts";

type Callers = ReturnType<typeof createCallers>;

/** The two agents who work beside each other, and the channel manager. */
async function actors(hanse: Hanse, callers: Callers) {
  const [agent, rival, manager] = await Promise.all(
    ["sub-agent", "competing sub-agent", "channel manager"].map((role) => principal(hanse, role)),
  );
  if (agent?.partnerId === undefined || agent.partnerId === null)
    throw new Error("The agent has no company.");
  if (rival?.partnerId === undefined || rival.partnerId === null)
    throw new Error("The rival has no company.");
  if (manager === undefined) throw new Error("There is no channel manager.");
  return {
    agent: callers(agent),
    rival: callers(rival),
    manager: callers(manager),
    ids: { agent, rival, manager },
  };
}

/**
 * Two deals of one agent that another worked on too: a win that both have signed to share, and which the next
 * adjustment books so; and one in progress, where the agent has still to sign.
 */
export async function shareDeals(hanse: Hanse, callers: Callers, today: Temporal.PlainDate): Promise<void> {
  const { agent, rival, manager, ids } = await actors(hanse, callers);
  const me = await agent.call(opportunities.listOpportunities, {
    query: { meaning: "won", sort: "-closedOn", closedUntil: monthBefore(today), limit: 50 },
  });
  const won = me.items
    .filter(isImported)
    .toSorted((one, other) => Number(other.value?.amount ?? 0) - Number(one.value?.amount ?? 0))[0];
  const open = (
    await agent.call(opportunities.listOpportunities, {
      query: { meaning: "open", limit: 50 },
    })
  ).items.find(isImported);
  const other = (await rival.call(opportunities.listOpportunities, { query: { limit: 1 } })).items[0]?.owner;
  if (won?.owner == null || open === undefined || other == null) throw new Error("The agents have no deals.");
  const [first, second] = [won.owner.id, other.id];
  const propose = (opportunityId: string, share: number, terms: string) =>
    manager.call(splits.proposePaySplit, {
      params: { opportunityId },
      body: {
        participants: [
          { partnerId: first, shareBasisPoints: 10_000 - share },
          { partnerId: second, shareBasisPoints: share },
        ],
        terms,
      },
    });
  const agreed = await propose(
    won.id,
    4000,
    `${ids.agent.name} found the customer and closed; ${ids.rival.name} gave the demonstration and wrote the offer.`,
  );
  const params = { paySplitId: agreed.id };
  await agent.call(splits.signPaySplit, { params });
  await rival.call(splits.signPaySplit, { params });
  await manager.call(splits.confirmPaySplit, { params });
  const waiting = await propose(
    open.id,
    2500,
    `${ids.rival.name} knows the customer's purchasing and brings ${ids.agent.name} to the table.`,
  );
  await rival.call(splits.signPaySplit, { params: { paySplitId: waiting.id } });
}

/** A win of this month whose registration one agent holds and another owns: a person decides before a run books it. */
export async function disputeDeal(
  hanse: Hanse,
  callers: Callers,
  today: Temporal.PlainDate,
  productId: string,
): Promise<void> {
  const { rival, manager, ids } = await actors(hanse, callers);
  const registered = businessMorning(today.subtract({ days: 1 }));
  const agent = callers(ids.agent, manualClock(registered));
  const decider = callers(ids.manager, manualClock(registered.add({ hours: 1 })));
  const { items } = await rival.call(opportunities.listOpportunities, {
    query: { meaning: "open", sort: "-updatedAt", limit: 50 },
  });
  const sale = items.find((one) => isImported(one) && one.products.length > 0 && one.account !== null);
  if (sale?.account == null) throw new Error("The rival has nothing in progress.");
  const draft = await agent.call(deals.beginDeal, {
    body: {
      customerName: sale.account.name,
      customerCountry: "US",
      project: "Second site",
      expectedCloseOn: today.add({ days: 30 }).toString(),
      source: "customer-request",
      lines: [{ productId, quantity: 2 }],
    },
  });
  const { deal } = await agent.call(deals.submitDeal, {
    params: { dealId: draft.id },
    ifMatch: draft.version,
  });
  const params = { dealId: deal.id };
  await decider.call(deals.approveDeal, { params, ifMatch: deal.version, body: { opportunityId: sale.id } });
  await decider.call(deals.tellDecision, { params });
  const { version } = await manager.call(opportunities.getOpportunity, {
    params: { opportunityId: sale.id },
  });
  await manager.call(opportunities.moveOpportunity, {
    params: { opportunityId: sale.id },
    ifMatch: version,
    body: {
      stage: "won",
      value: sale.value ?? { amount: "9640.00", currency: "USD" },
      closedOn: today.toString(),
    },
  });
}

function monthBefore(today: Temporal.PlainDate): string {
  return today.with({ day: 1 }).subtract({ days: 1 }).toString();
}

/** The demo's own deals have a story each that is not to be changed. */
function isImported({ externalId }: { externalId: string | null }): boolean {
  return externalId !== null && !externalId.startsWith("DEMO");
}
