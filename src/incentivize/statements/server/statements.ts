import { sql } from "kysely";
import { one, rows, type Tx } from "#platform/database/tx.ts";
import { recordAll } from "#platform/events/record.ts";
import type { ResponseOf } from "#platform/http/endpoint.ts";
import { fromPublicId, newId, toPublicId } from "#platform/ids.ts";
import { toJson } from "#platform/money/money.ts";
import { conflict, invalid } from "#platform/problem.ts";
import { daysOfMonth } from "#platform/time/month.ts";
import { releaseDue } from "../../earnings/index.ts";
import { lockMoney } from "../../runs/index.ts";
import type * as contract from "../contract.ts";
import { events, type OpenStatement } from "../contract.ts";
import { type Draft, earlierOpenMonth, openStatements } from "./compute.ts";

/**
 * Closes the statements of a month that is over, all partners' or one's, and publishes them. Holds that are over are
 * ended first, so that nothing that is due is left out.
 * @throws {Problem} `earlier-month-open` while a month before it waits: a statement tells of one month alone.
 */
export async function close(
  tx: Tx,
  wanted: { period: string; partnerId?: string },
): Promise<ResponseOf<typeof contract.closeStatements>> {
  await lockMoney(tx);
  const { from, until } = daysOfMonth(wanted.period);
  if (tx.today().toString() < until.toString())
    throw invalid("/period", "A month is closed only when it is over.");
  await releaseDue(tx);
  const partnerId =
    wanted.partnerId === undefined ? undefined : fromPublicId("par", wanted.partnerId, "partner");
  const earlier = await earlierOpenMonth(tx, wanted.period, partnerId);
  if (earlier !== null)
    throw conflict(
      "earlier-month-open",
      `Close ${earlier} first: a statement tells of one month, and that one is still open.`,
    );
  const drafts = await openStatements(tx, wanted.period, partnerId);
  if (drafts.length === 0)
    throw conflict(
      "nothing-to-close",
      `There is nothing to close for ${wanted.period}: its statements are closed, or no money moved.`,
    );
  await closeAll(tx, drafts, from.toString(), until.toString());
  const closing = drafts.reduce((sum, draft) => sum + draft.closing_minor, 0n);
  return {
    period: wanted.period,
    closed: drafts.length,
    closing: toJson({ minor: closing, currency: tx.vendor.currency }),
  };
}

/** Writes the statements and puts on each what it tells of: a few statements of SQL for any number of partners. */
async function closeAll(tx: Tx, drafts: readonly Draft[], from: string, until: string): Promise<void> {
  const given = drafts.map(({ partner_name: _, ...draft }) => ({ id: newId(), ...draft }));
  const closed = await rows(
    tx,
    sql<{ id: string; number: number; partner_id: string; closing_minor: bigint; currency: string }>`
      insert into statement (vendor_id, id, partner_id, number, currency, period, opening_minor, released_minor, adjusted_minor,
        paid_minor, closing_minor, earned_minor, held_minor, closed_by, closed_at)
      select ${tx.vendorId}::uuid, d.id, d.partner_id,
        coalesce((select max(s.number) from statement s where s.vendor_id = ${tx.vendorId} and s.partner_id = d.partner_id), 0)
          + row_number() over (partition by d.partner_id order by d.id),
        d.currency, ${from}::date, d.opening_minor, d.released_minor, d.adjusted_minor, d.paid_minor, d.closing_minor,
        d.earned_minor, d.held_minor, ${tx.actor.membershipId}::uuid, ${tx.now().toString()}::timestamptz
      from jsonb_to_recordset(${JSON.stringify(given, asText)}::jsonb) as d (id uuid, partner_id uuid, currency text,
        opening_minor bigint, released_minor bigint, adjusted_minor bigint, paid_minor bigint, closing_minor bigint,
        earned_minor bigint, held_minor bigint)
      order by d.id
      returning id, number, partner_id, closing_minor, currency`,
  );
  const ids = closed.map(({ id }) => id);
  const its = (table: string) => sql`s.vendor_id = ${tx.vendorId} and s.id = any (${ids}::uuid[])
    and ${sql.ref(table)}.vendor_id = s.vendor_id and ${sql.ref(table)}.partner_id = s.partner_id and ${sql.ref(table)}.currency = s.currency`;
  await sql`update earning e set status = 'on-statement', statement_id = s.id from statement s
    where ${its("e")} and e.status = 'approved' and e.released_on < ${until}`.execute(tx.db);
  await sql`update payout p set paid_statement_id = s.id from statement s
    where ${its("p")} and p.paid_on < ${until} and p.paid_statement_id is null`.execute(tx.db);
  await sql`update payout p set returned_statement_id = s.id from statement s
    where ${its("p")} and p.returned_on < ${until} and p.returned_statement_id is null`.execute(tx.db);
  await recordAll(
    tx,
    events.statementClosed,
    closed.map((one) => ({
      about: { subject: { kind: "statement", id: one.id }, partnerId: one.partner_id },
      payload: {
        number: one.number,
        period: from.slice(0, 7),
        closing: toJson({ minor: one.closing_minor, currency: one.currency }),
      },
    })),
  );
}

/** JSON has no 64-bit integers; the database reads them from text. */
function asText(_key: string, value: unknown): unknown {
  return typeof value === "bigint" ? value.toString() : value;
}

export async function previewClose(
  tx: Tx,
  query: { period: string; partnerId?: string },
): Promise<ResponseOf<typeof contract.openStatements>> {
  const partnerId =
    query.partnerId === undefined ? undefined : fromPublicId("par", query.partnerId, "partner");
  const drafts = await openStatements(tx, query.period, partnerId);
  const earlier = await earlierOpenMonth(tx, query.period, partnerId);
  const closed = await one<{ count: number }>(
    tx,
    sql<{
      count: number;
    }>`select count(*)::int as count from statement where vendor_id = ${tx.vendorId} and period = ${`${query.period}-01`}`,
  );
  const total = (part: (draft: Draft) => bigint) =>
    toJson({ minor: drafts.reduce((sum, draft) => sum + part(draft), 0n), currency: tx.vendor.currency });
  return {
    period: query.period,
    over: tx.today().toString() >= daysOfMonth(query.period).until.toString(),
    earlier,
    items: drafts.map((draft) => presentOpen(draft, query.period)),
    closed: closed.count,
    totals: {
      opening: total((draft) => draft.opening_minor),
      released: total((draft) => draft.released_minor),
      adjusted: total((draft) => draft.adjusted_minor),
      paid: total((draft) => draft.paid_minor),
      closing: total((draft) => draft.closing_minor),
    },
  };
}

function presentOpen(draft: Draft, period: string): OpenStatement {
  const money = (minor: bigint) => toJson({ minor, currency: draft.currency });
  return {
    partner: { id: toPublicId("par", draft.partner_id), name: draft.partner_name },
    period,
    opening: money(draft.opening_minor),
    released: money(draft.released_minor),
    adjusted: money(draft.adjusted_minor),
    paid: money(draft.paid_minor),
    closing: money(draft.closing_minor),
    earned: money(draft.earned_minor),
    held: money(draft.held_minor),
  };
}

/** Months in which money was released, with how many statements are closed and how many a close would still make. */
export async function monthsToState(tx: Tx): Promise<ResponseOf<typeof contract.statementMonths>> {
  const found = await rows(
    tx,
    sql<{ period: string; closed: number; open: number }>`
      select coalesce(s.period, w.period) as period, coalesce(s.closed, 0)::int as closed, coalesce(w.open, 0)::int as open
      from (select period, count(*) as closed from statement where vendor_id = ${tx.vendorId} group by period) as s
      full join (select date_trunc('month', released_on)::date as period, count(distinct partner_id) as open from earning
        where vendor_id = ${tx.vendorId} and status = 'approved' group by 1) as w on w.period = s.period
      order by 1 desc`,
  );
  const today = tx.today().toString();
  const items = [];
  for (const row of found) {
    const period = row.period.slice(0, 7);
    // Who carries a balance or was paid gets a statement too, though nothing was released to them.
    const open = row.open === 0 ? 0 : (await openStatements(tx, period)).length;
    items.push({ period, closed: row.closed, open, over: today >= daysOfMonth(period).until.toString() });
  }
  return { items };
}
