import * as earnings from "#incentivize/earnings/contract.ts";
import * as runs from "#incentivize/runs/contract.ts";
import * as opportunities from "#sell/opportunities/contract.ts";
import type { Caller } from "../caller.ts";

/**
 * Three wins that do not hold: one in part, one before it is paid (a deal of the demo's own), one after. Each is
 * reversed by the channel manager and booked by finance in the open month, commission and override alike; a win whose
 * month is not run yet simply counts for less there.
 */
export async function reverseThree(
  people: { manager: Caller; finance: Caller },
  planId: string,
): Promise<void> {
  const paid = await people.finance.call(earnings.listEarnings, {
    query: { status: "paid", kind: "commission", limit: 200 },
  });
  const byValue = [...paid.items].sort((a, b) => Number(b.amount.amount) - Number(a.amount.amount));
  const [inPart, afterPayment] = byValue;
  const own = (await people.manager.call(opportunities.listOpportunities, { query: { search: "DEMO-0002" } }))
    .items[0];
  if (inPart !== undefined)
    await reverse(people.manager, inPart.opportunityId, "A third of the units came back.", 3n);
  if (own !== undefined) await reverse(people.manager, own.id, "The customer withdrew before delivery.");
  if (afterPayment !== undefined)
    await reverse(people.manager, afterPayment.opportunityId, "The customer returned the whole order.");
  await bookChanges(people.finance, planId);
}

async function reverse(manager: Caller, opportunityId: string, reason: string, part?: bigint): Promise<void> {
  const { value } = await manager.call(opportunities.getOpportunity, { params: { opportunityId } });
  const amount =
    part === undefined || value === null
      ? undefined
      : { currency: value.currency, amount: dollars(value.amount, part) };
  await manager.call(opportunities.reverseWin, {
    params: { opportunityId },
    body: { reason, ...(amount === undefined ? {} : { amount }) },
  });
}

/** A whole number of dollars, one part of an amount. */
function dollars(amount: string, part: bigint): string {
  return `${BigInt(amount.split(".")[0] ?? "0") / part}.00`;
}

async function bookChanges(finance: Caller, planId: string): Promise<void> {
  const { items } = await finance.call(runs.openMonths, { params: { planId } });
  for (const { period, run, changes } of items) {
    if (run === null || changes === 0) continue;
    const preview = await finance.call(runs.previewRun, { body: { planId, period, adjusts: run.id } });
    await finance.call(runs.postRun, { params: { runId: preview.id } });
  }
}
