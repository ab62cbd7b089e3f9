import { sql } from "kysely";
import { withRules } from "#platform/database/rules.ts";
import { rows, type Tx } from "#platform/database/tx.ts";
import { toPublicId } from "#platform/ids.ts";
import { evaluate } from "../../plans/engine.ts";
import type { plansStore } from "../../plans/index.ts";
import { fullFacts, loadContext, undecidedCredit, winsStore } from "../../runs/index.ts";

/** Most wins that are looked at; a partner with more is told by the next run. */
const maxWins = 5000;

/** A line that a win would earn a partner, were its month run today. */
export interface ComingLine {
  opportunityId: string;
  name: string;
  ownerId: string | null;
  /** What the plan calls it. */
  label: string;
  closedOn: string;
  amountMinor: bigint;
}

/**
 * What a partner's wins that no run has booked yet would earn it today, by the engine that will book them. It reads
 * with the vendor's eyes the wins of the partner and of those whose deals it may see, and tells its own lines alone, the last closed first.
 */
export function comingOf(tx: Tx, partnerId: string): Promise<ComingLine[]> {
  return withRules(tx, async () => {
    const plans = await rows(
      tx,
      sql<plansStore.PlanRow>`select id, name from plan where vendor_id = ${tx.vendorId}`,
    );
    const coming: ComingLine[] = [];
    for (const plan of plans) await add(tx, plan, partnerId, coming);
    return coming.sort((one, other) => other.closedOn.localeCompare(one.closedOn));
  });
}

async function add(tx: Tx, plan: plansStore.PlanRow, partnerId: string, coming: ComingLine[]): Promise<void> {
  const context = await loadContext(tx, plan);
  const family = sql`select ${partnerId}::uuid union all select child_id from partner_edge
    where vendor_id = ${tx.vendorId} and parent_id = ${partnerId}`;
  const scope: winsStore.Scope = {
    planId: plan.id,
    candidates: sql<boolean>`w.reversed_at is null and o.pay_basis is not null and o.closed_on is not null
      and (o.owner_partner_id in (${family}) or o.holder_partner_id in (${family}) or o.id in
        (select f.opportunity_id from pay_split_confirmation f
          join pay_split_share h on h.vendor_id = f.vendor_id and h.split_id = f.split_id
          where f.vendor_id = ${tx.vendorId} and f.replaced_at is null and h.partner_id in (${family})))`,
    settled: sql<boolean>`false`,
  };
  const own = toPublicId("par", partnerId);
  for (const row of await rows(tx, sql<winsStore.WinRow>`${winsStore.winsOf(tx, scope)} limit ${maxWins}`)) {
    const version = context.versionFor(row.closed_on);
    if (version === null || undecidedCredit(row) !== null) continue;
    for (const earning of evaluate(version.plan, await fullFacts(context, version, row)).earnings) {
      if (earning.beneficiary.id !== own || earning.amountMinor === 0n) continue;
      coming.push({
        opportunityId: row.opportunity_id,
        name: row.name,
        ownerId: row.owner_id,
        label: version.plan.components.get(earning.component)?.rule.label ?? earning.component,
        closedOn: row.closed_on,
        amountMinor: earning.amountMinor,
      });
    }
  }
}
