import { type RawBuilder, sql } from "kysely";
import { one, rows, type Tx } from "#platform/database/tx.ts";
import { daysOfMonth } from "#platform/time/month.ts";

/** A statement as it would be closed now. */
export interface Draft {
  partner_id: string;
  partner_name: string;
  currency: string;
  opening_minor: bigint;
  released_minor: bigint;
  adjusted_minor: bigint;
  paid_minor: bigint;
  closing_minor: bigint;
  earned_minor: bigint;
  held_minor: bigint;
}

/**
 * The open statements of a month, for all partners in one statement: what was released up to its end and stands on no
 * statement, and what was paid or returned up to its end and is shown on none. A partner appears when something moved
 * or a balance is carried.
 */
export async function openStatements(tx: Tx, period: string, partnerId?: string): Promise<Draft[]> {
  const { from, until } = daysOfMonth(period);
  const only = (column: RawBuilder<unknown>) =>
    partnerId === undefined ? sql`true` : sql`${column} = ${partnerId}`;
  return rows(
    tx,
    sql<Draft>`
      with line as (
        select partner_id, currency,
          coalesce(sum(amount_minor) filter (where status = 'approved' and released_on < ${until.toString()} and line_kind = 'first'), 0) as released,
          coalesce(sum(amount_minor) filter (where status = 'approved' and released_on < ${until.toString()} and line_kind <> 'first'), 0) as adjusted,
          count(*) filter (where status = 'approved' and released_on < ${until.toString()}) as moved,
          coalesce(sum(amount_minor) filter (where period = ${from.toString()}), 0) as earned,
          coalesce(sum(amount_minor) filter (where occurred_on < ${until.toString()} and (released_on is null or released_on >= ${until.toString()})), 0) as held
        from earning where vendor_id = ${tx.vendorId} and ${only(sql`partner_id`)} group by partner_id, currency
      ),
      payment as (
        select partner_id, currency,
          coalesce(sum(amount_minor) filter (where paid_on < ${until.toString()} and paid_statement_id is null), 0)
            - coalesce(sum(amount_minor) filter (where returned_on < ${until.toString()} and returned_statement_id is null), 0) as paid,
          count(*) filter (where (paid_on < ${until.toString()} and paid_statement_id is null) or (returned_on < ${until.toString()} and returned_statement_id is null)) as moved
        from payout where vendor_id = ${tx.vendorId} and state in ('paid', 'returned') and ${only(sql`partner_id`)} group by partner_id, currency
      ),
      before as (
        select distinct on (partner_id, currency) partner_id, currency, closing_minor, period from statement
        where vendor_id = ${tx.vendorId} and ${only(sql`partner_id`)} order by partner_id, currency, period desc
      ),
      draft as (
        select coalesce(l.partner_id, b.partner_id) as partner_id, coalesce(l.currency, b.currency) as currency,
          coalesce(b.closing_minor, 0)::bigint as opening_minor, coalesce(l.released, 0)::bigint as released_minor,
          coalesce(l.adjusted, 0)::bigint as adjusted_minor, coalesce(p.paid, 0)::bigint as paid_minor,
          coalesce(l.earned, 0)::bigint as earned_minor, coalesce(l.held, 0)::bigint as held_minor,
          coalesce(l.moved, 0) + coalesce(p.moved, 0) as moved, b.period as last_period
        from line l full join before b on b.partner_id = l.partner_id and b.currency = l.currency
        left join payment p on p.partner_id = coalesce(l.partner_id, b.partner_id) and p.currency = coalesce(l.currency, b.currency)
      )
      select d.partner_id, pa.name as partner_name, d.currency, d.opening_minor, d.released_minor, d.adjusted_minor, d.paid_minor,
        d.opening_minor + d.released_minor + d.adjusted_minor - d.paid_minor as closing_minor, d.earned_minor, d.held_minor
      from draft d join partner pa on pa.vendor_id = ${tx.vendorId} and pa.id = d.partner_id
      where (d.last_period is null or d.last_period < ${from.toString()}) and (d.moved > 0 or d.opening_minor <> 0)
      order by pa.name, d.partner_id`,
  );
}

/**
 * The earliest month before `period` whose releases still wait for their close, or null. Closed over it, a statement
 * would tell of two months as if they were one.
 */
export async function earlierOpenMonth(tx: Tx, period: string, partnerId?: string): Promise<string | null> {
  const only = partnerId === undefined ? sql`true` : sql`e.partner_id = ${partnerId}`;
  const { month } = await one<{ month: string | null }>(
    tx,
    sql<{ month: string | null }>`select date_trunc('month', min(e.released_on))::date as month from earning e
      where e.vendor_id = ${tx.vendorId} and e.status = 'approved' and e.released_on < ${daysOfMonth(period).from.toString()} and ${only}
        and not exists (
          select from statement s where s.vendor_id = e.vendor_id and s.partner_id = e.partner_id and s.currency = e.currency
            and s.period >= date_trunc('month', e.released_on)
        )`,
  );
  return month?.slice(0, 7) ?? null;
}
