import { type RawBuilder, sql } from "kysely";
import { countryOf } from "#ecosystem/accounts/index.ts";
import { assistedValue, recordFacts } from "#ecosystem/facts/index.ts";
import { events as importEvents } from "#ecosystem/imports/contract.ts";
import type { Tx } from "#platform/database/tx.ts";
import { type Handler, handler } from "#platform/events/handlers.ts";
import { events as opportunityEvents } from "../../opportunities/events.ts";
import { assistDays } from "../contract.ts";

/** Whatever changes a sale may change what it counts for those who helped. */
export function assists(): Handler[] {
  const ofSale = (tx: Tx, event: { subjectId: string }) => countAssists(tx, sql`o.id = ${event.subjectId}`);
  return [
    handler("assists.won", opportunityEvents.opportunityWon, ofSale),
    handler("assists.changed", opportunityEvents.opportunityChanged, ofSale),
    handler("assists.moved", opportunityEvents.opportunityMoved, ofSale),
    handler("assists.reversed", opportunityEvents.opportunityReversed, ofSale),
    handler("assists.imported", importEvents.importDone, async (tx, { payload }) => {
      if (payload.kind === "opportunities") await countAssists(tx, everTouched(tx));
    }),
  ];
}

/** Sales that somebody has touched, or that have counted as touched. */
function everTouched(tx: Tx): RawBuilder<boolean> {
  return sql`(o.id in (select x.opportunity_id from touchpoint_of_opportunity x where x.vendor_id = ${tx.vendorId})
    or o.id in (select w.opportunity_id from fact f join win w on w.vendor_id = f.vendor_id and w.id = f.source_id
      where f.vendor_id = ${tx.vendorId} and f.kind = ${assistedValue}))`;
}

/** The sales that touchpoints `t` are for. */
export function countAssistsOf(tx: Tx, which: RawBuilder<boolean>): Promise<void> {
  return countAssists(
    tx,
    sql`o.id in (select x.opportunity_id from touchpoint t
      join touchpoint_of_opportunity x on x.vendor_id = t.vendor_id and x.touchpoint_id = t.id
      where t.vendor_id = ${tx.vendorId} and ${which})`,
  );
}

/**
 * Brings the assisted value of sales `o` to what is so now: what a won sale holds, for each partner with a confirmed
 * touchpoint in the days before its close whose sale it is not. Only differences are recorded: the first counts on the
 * day of the close, what changes later on the day on which it is recorded, at the rates of that first day.
 */
async function countAssists(tx: Tx, which: RawBuilder<boolean>): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`assisted-value:${tx.vendorId}`}, 0))`.execute(
    tx.db,
  );
  await recordFacts(
    tx,
    { kind: assistedValue, sourceKind: "win" },
    sql`with wins as (
        select w.vendor_id, w.id, o.id as opportunity_id, o.closed_on, o.owner_partner_id, o.holder_partner_id, o.currency,
          ${countryOf("a")} as country,
          case when o.meaning = 'won' and w.reversed_at is null then o.value_minor - w.reversed_minor else 0 end as held
        from opportunity o join win w on w.vendor_id = o.vendor_id and w.opportunity_id = o.id
        left join account a on a.vendor_id = o.vendor_id and a.id = o.account_id
        where o.vendor_id = ${tx.vendorId} and ${which}
      ), wanted as (
        select distinct w.id as win_id, t.partner_id, w.held as amount, w.currency, w.country, w.closed_on
        from wins w join touchpoint_of_opportunity x on x.vendor_id = w.vendor_id and x.opportunity_id = w.opportunity_id
        join touchpoint t on t.vendor_id = x.vendor_id and t.id = x.touchpoint_id
        where w.held <> 0 and t.state = 'confirmed'
          and t.occurred_on <= w.closed_on and t.occurred_on >= w.closed_on - ${sql.lit(assistDays)}::int
          and t.partner_id is distinct from w.owner_partner_id and t.partner_id is distinct from w.holder_partner_id
      ), counted as (
        select f.source_id as win_id, f.partner_id, f.country, f.currency, sum(f.amount_minor) as amount
        from wins w join fact f on f.vendor_id = w.vendor_id and f.source_id = w.id and f.kind = ${assistedValue}
        group by f.source_id, f.partner_id, f.country, f.currency
      ), first as (
        select f.source_id as win_id, f.partner_id, min(f.counts_on) as day
        from wins w join fact f on f.vendor_id = w.vendor_id and f.source_id = w.id and f.kind = ${assistedValue}
        group by f.source_id, f.partner_id
      )
      select d.partner_id, case when first.day is null then d.closed_on else ${tx.today().toString()}::date end,
        d.amount, d.currency, d.win_id, d.country, first.day
      from (
        select coalesce(n.partner_id, c.partner_id) as partner_id, coalesce(n.win_id, c.win_id) as win_id, n.closed_on,
          coalesce(n.country, c.country) as country, coalesce(n.currency, c.currency) as currency,
          (coalesce(n.amount, 0) - coalesce(c.amount, 0))::bigint as amount
        from wanted n full join counted c on c.win_id = n.win_id and c.partner_id = n.partner_id
          and coalesce(c.country, '') = coalesce(n.country, '') and c.currency = n.currency
      ) d left join first on first.win_id = d.win_id and first.partner_id = d.partner_id
      where d.amount <> 0`,
  );
}
