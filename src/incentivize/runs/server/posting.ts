import { sql } from "kysely";
import { standTiers as stand } from "#ecosystem/tiers/index.ts";
import { book } from "#ledger/index.ts";
import { rows, type Tx } from "#platform/database/tx.ts";
import type { RunContext } from "./context.ts";
import { dropLines, type RunRow } from "./store.ts";

/**
 * Makes a preview's lines into earnings and books them, set-based. A first line is held until its hold ends, or is
 * approved at once where that is past; a later line goes the way its first line has gone, or should have: a hold that
 * is over is not waited for, however late whoever ends holds comes by.
 */
export async function postLines(tx: Tx, run: RunRow, context: RunContext): Promise<void> {
  const today = tx.today().toString();
  await sql`update run set state = 'posted', posted_by = ${tx.actor.membershipId}, posted_at = ${tx.now().toString()}, posting_recorded_at = now()
    where vendor_id = ${tx.vendorId} and id = ${run.id} and state = 'previewed'`.execute(tx.db);
  await sql`
    insert into earning (vendor_id, id, run_id, plan_id, plan_version_id, win_id, opportunity_id, component, partner_id, partner_name, line_kind,
      adjusts_id, period, closed_on, hold_until, amount_minor, currency, booked_minor, reversed_minor, ladder_version_id, facts, digest,
      vendor_name, vendor_zone, occurred_on, status, released_on)
    select l.vendor_id, l.id, l.run_id, ${run.plan_id}::uuid, l.plan_version_id, l.win_id, l.opportunity_id, l.component, l.partner_id, l.partner_name, l.line_kind,
      l.adjusts_id, ${run.booked_in}::date, l.closed_on, coalesce(root.hold_until, l.hold_until), l.amount_minor, l.currency, l.booked_minor, l.reversed_minor,
      l.ladder_version_id, l.facts, l.digest,
      ${tx.vendor.name}, ${tx.vendor.timezone}, ${today}::date,
      case when held.still then 'held' else 'approved' end, case when held.still then null else ${today}::date end
    from run_line l
    left join earning root on root.vendor_id = l.vendor_id and root.id = l.adjusts_id
    cross join lateral (
      select coalesce(root.hold_until, l.hold_until) > ${today}::date and coalesce(root.status, 'held') = 'held' as still
    ) as held
    where l.vendor_id = ${tx.vendorId} and l.run_id = ${run.id}`.execute(tx.db);
  await standTiers(tx, run, context);
  const leg = (condition: ReturnType<typeof sql>) =>
    sql`select partner_id as holder_id, abs(amount_minor) as amount_minor, currency, id as reference_id from earning
      where vendor_id = ${tx.vendorId} and run_id = ${run.id} and ${condition}`;
  await book(tx, {
    kind: "run-posted",
    sourceId: run.id,
    occurredOn: tx.today(),
    memo: `${run.plan_name} ${run.period.slice(0, 7)}`,
    moves: [
      { from: "expense", to: "held", legs: leg(sql`amount_minor > 0`) },
      { from: "held", to: "payable", legs: leg(sql`amount_minor > 0 and status = 'approved'`) },
      { from: "held", to: "expense", legs: leg(sql`amount_minor < 0 and status = 'held'`) },
      { from: "payable", to: "expense", legs: leg(sql`amount_minor < 0 and status = 'approved'`) },
    ],
  });
  await dropLines(tx, run.id);
}

/**
 * The tiers that these lines used stand for their quarter; what already stands is left as it is. A line used the tier
 * of whom the pay credit is: the owner, whom a person decided for, or the participants of a split.
 */
async function standTiers(tx: Tx, run: RunRow, context: RunContext): Promise<void> {
  const used = await rows(
    tx,
    sql<{ partner_id: string; closed_on: string }>`select distinct h.partner_id, l.closed_on
      from run_line l
      join pay_split_confirmation f on f.vendor_id = l.vendor_id and f.opportunity_id = l.opportunity_id and f.replaced_at is null
      join pay_split_share h on h.vendor_id = f.vendor_id and h.split_id = f.split_id
      where l.vendor_id = ${tx.vendorId} and l.run_id = ${run.id} and l.ladder_version_id is not null
        and (h.partner_id = l.partner_id or not exists (select from pay_split_share x
          where x.vendor_id = h.vendor_id and x.split_id = h.split_id and x.partner_id = l.partner_id))
      union
      select coalesce(c.partner_id, o.owner_partner_id), l.closed_on
      from run_line l join opportunity o on o.vendor_id = l.vendor_id and o.id = l.opportunity_id
      left join opportunity_pay_credit c on c.vendor_id = o.vendor_id and c.opportunity_id = o.id
        and c.partner_id in (o.owner_partner_id, o.holder_partner_id)
      where l.vendor_id = ${tx.vendorId} and l.run_id = ${run.id} and l.ladder_version_id is not null and o.owner_partner_id is not null
        and not exists (select from pay_split_confirmation f where f.vendor_id = o.vendor_id and f.opportunity_id = o.id and f.replaced_at is null)`,
  );
  for (const { partner_id, closed_on } of used) {
    const version = context.versionFor(closed_on);
    if (version !== null) await context.tierOf(partner_id, version, closed_on);
  }
  await stand(
    tx,
    context.usedTiers().map((tier) => ({ ...tier, runId: run.id })),
  );
}
