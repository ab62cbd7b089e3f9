import { sql } from "kysely";
import { rows, type Tx } from "#platform/database/tx.ts";

/**
 * The months of a plan that have wins or had some when they were posted, with what became of each: a month whose only
 * win was taken back or moved elsewhere since has something to book.
 */
export async function monthsOf(tx: Tx, planId: string) {
  return rows(
    tx,
    sql<{
      period: string;
      wins: number;
      value_minor: bigint;
      run_id: string | null;
      run_number: bigint | null;
      run_state: "previewed" | "posted" | null;
      changes: number;
      plan_changed: boolean;
    }>`
      with earning_wins as (
        select w.id, date_trunc('month', o.closed_on)::date as period, o.value_minor - w.reversed_minor as net_minor, w.changed_at
        from win w join opportunity o on o.vendor_id = w.vendor_id and o.id = w.opportunity_id
        where w.vendor_id = ${tx.vendorId} and w.reversed_at is null and o.owner_partner_id is not null and o.pay_basis is not null
      ),
      booked as (
        select distinct on (e.win_id) e.win_id, coalesce(r.adjusts_run_id, r.id) as run_id from earning e
        join run r on r.vendor_id = e.vendor_id and r.id = e.run_id
        where e.vendor_id = ${tx.vendorId} and e.plan_id = ${planId}
      ),
      family as (
        select coalesce(adjusts_run_id, id) as run_id, max(posting_recorded_at) as recorded_at, max(posted_at) as posted_at from run
        where vendor_id = ${tx.vendorId} and plan_id = ${planId} and state = 'posted' group by 1
      ),
      month as (
        select period, sum(wins)::int as wins, sum(value_minor)::bigint as value_minor from (
          select period, count(*) as wins, sum(net_minor) as value_minor from earning_wins group by period
          union all select period, 0, 0 from run
          where vendor_id = ${tx.vendorId} and plan_id = ${planId} and state = 'posted' and adjusts_run_id is null
        ) as each group by period
      ),
      moved as (
        select b.run_id, max(o.closed_on) as last_close from booked b join win w on w.vendor_id = ${tx.vendorId} and w.id = b.win_id
        join opportunity o on o.vendor_id = w.vendor_id and o.id = w.opportunity_id group by b.run_id
      ),
      changed as (
        select r.period, count(*)::int as changes
        from win w join booked b on b.win_id = w.id join family f on f.run_id = b.run_id
        join run r on r.vendor_id = w.vendor_id and r.id = b.run_id
        where w.vendor_id = ${tx.vendorId} and w.changed_at > f.recorded_at group by r.period
      ),
      late as (
        select e.period, count(*)::int as late from earning_wins e left join booked b on b.win_id = e.id
        where b.win_id is null group by e.period
      )
      select m.period, m.wins, m.value_minor, r.id as run_id, r.number as run_number, r.state as run_state,
        case when r.state = 'posted' then coalesce(c.changes, 0) + coalesce(l.late, 0) else 0 end as changes,
        coalesce(r.state = 'posted', false) and exists (
          select 1 from plan_version v where v.vendor_id = ${tx.vendorId} and v.plan_id = ${planId} and v.published_at > rf.posted_at
            and (v.effective_from < m.period + interval '1 month' or v.effective_from <= moved.last_close)
        ) as plan_changed
      from month m
      left join lateral (
        select id, number, state from run where vendor_id = ${tx.vendorId} and plan_id = ${planId} and period = m.period
          and adjusts_run_id is null and state in ('posted', 'previewed') order by (state = 'posted') desc, number desc limit 1
      ) as r on true
      left join family rf on rf.run_id = r.id
      left join moved on moved.run_id = r.id
      left join changed c on c.period = m.period
      left join late l on l.period = m.period
      order by m.period desc`,
  );
}
