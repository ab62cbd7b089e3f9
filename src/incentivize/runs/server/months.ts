import { sql } from "kysely";
import { rows, type Tx } from "#platform/database/tx.ts";

/** The months of a plan that have wins, with what became of each. */
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
        select coalesce(adjusts_run_id, id) as run_id, max(posting_recorded_at) as recorded_at from run
        where vendor_id = ${tx.vendorId} and plan_id = ${planId} and state = 'posted' group by 1
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
          select 1 from plan_version v where v.vendor_id = ${tx.vendorId} and v.plan_id = ${planId} and v.published_at > rf.recorded_at
            and v.effective_from < m.period + interval '1 month'
        ) as plan_changed
      from (select period, count(*)::int as wins, sum(net_minor)::bigint as value_minor from earning_wins group by period) as m
      left join lateral (
        select id, number, state from run where vendor_id = ${tx.vendorId} and plan_id = ${planId} and period = m.period
          and adjusts_run_id is null and state in ('posted', 'previewed') order by (state = 'posted') desc, number desc limit 1
      ) as r on true
      left join family rf on rf.run_id = r.id
      left join changed c on c.period = m.period
      left join late l on l.period = m.period
      order by m.period desc`,
  );
}
