import { sql } from "kysely";
import { maybe, rows, type Tx } from "#platform/database/tx.ts";
import { page } from "#platform/http/list.ts";
import { fromPublicId, toPublicId } from "#platform/ids.ts";
import { toJson } from "#platform/money/money.ts";
import { notFound } from "#platform/problem.ts";
import type { Statement, StatementRecord } from "../contract.ts";

/* Statements that are closed: they never change. */

interface StatementRow {
  id: string;
  number: number;
  partner_id: string;
  partner_name: string;
  currency: string;
  period: string;
  opening_minor: bigint;
  released_minor: bigint;
  adjusted_minor: bigint;
  paid_minor: bigint;
  closing_minor: bigint;
  earned_minor: bigint;
  held_minor: bigint;
  closed_at: Temporal.Instant;
  payout_id: string | null;
  payout_state: "released" | "paid" | "returned" | null;
  paid_on: string | null;
  reference: string | null;
}

const columns = sql`s.id, s.number, s.partner_id, p.name as partner_name, s.currency, s.period, s.opening_minor, s.released_minor, s.adjusted_minor,
  s.paid_minor, s.closing_minor, s.earned_minor, s.held_minor, s.closed_at, o.id as payout_id, o.state as payout_state, o.paid_on, o.reference`;

const tables = sql`statement s join partner p on p.vendor_id = s.vendor_id and p.id = s.partner_id
  left join lateral (
    select id, state, paid_on, reference from payout where vendor_id = s.vendor_id and statement_id = s.id and state in ('released', 'paid', 'returned')
    order by id desc limit 1
  ) as o on true`;

export async function listStatements(
  tx: Tx,
  query: { partnerId?: string; period?: string; cursor?: string; limit?: number },
) {
  const wanted = page<StatementRow>(
    [
      { expression: sql`s.period`, type: "date", direction: "desc", value: (row) => row.period },
      { expression: sql`s.id`, type: "uuid", direction: "desc", value: (row) => row.id },
    ],
    query,
  );
  const partner =
    query.partnerId === undefined
      ? sql`true`
      : sql`s.partner_id = ${fromPublicId("par", query.partnerId, "partner")}`;
  const period = query.period === undefined ? sql`true` : sql`s.period = ${`${query.period}-01`}`;
  const found = wanted.finish(
    await rows(
      tx,
      sql<StatementRow>`select ${columns} from ${tables} where s.vendor_id = ${tx.vendorId} and ${partner} and ${period} and ${wanted.after}
        order by ${wanted.orderBy} limit ${wanted.limit}`,
    ),
  );
  return { items: found.rows.map(present), nextCursor: found.nextCursor };
}

export async function findStatement(tx: Tx, publicId: string): Promise<StatementRecord> {
  const row = await maybe(
    tx,
    sql<StatementRow>`select ${columns} from ${tables} where s.vendor_id = ${tx.vendorId} and s.id = ${fromPublicId("sta", publicId, "statement")}`,
  );
  if (row === null) throw notFound("statement");
  return {
    ...present(row),
    vendor: { name: tx.vendor.name },
    closedBy: await closerOf(tx, row.id),
    previous: await previousOf(tx, row),
    payments: await paymentsOn(tx, row),
  };
}

/** Who closed it; whom of the vendor's people, the partner's side does not learn. */
async function closerOf(tx: Tx, id: string): Promise<string | null> {
  if (tx.actor.databaseRole === "hanse_partner") return null;
  const found = await maybe<{ name: string }>(
    tx,
    sql`select m.name from statement s join membership m on m.vendor_id = s.vendor_id and m.id = s.closed_by
      where s.vendor_id = ${tx.vendorId} and s.id = ${id}`,
  );
  return found?.name ?? null;
}

async function previousOf(tx: Tx, row: StatementRow): Promise<StatementRecord["previous"]> {
  const found = await maybe<{ id: string; number: number; period: string }>(
    tx,
    sql`select id, number, period from statement where vendor_id = ${tx.vendorId} and partner_id = ${row.partner_id}
      and currency = ${row.currency} and period < ${row.period} order by period desc limit 1`,
  );
  return found && { id: toPublicId("sta", found.id), number: found.number, period: found.period.slice(0, 7) };
}

interface PaymentRow {
  id: string;
  direction: "paid" | "returned";
  day: string;
  amount_minor: bigint;
  currency: string;
  reference: string | null;
  reason: string | null;
}

/** The payments that the statement shows, and those that came back. */
async function paymentsOn(tx: Tx, { id }: StatementRow): Promise<StatementRecord["payments"]> {
  const found = await rows(
    tx,
    sql<PaymentRow>`select id, 'paid' as direction, paid_on as day, amount_minor, currency, reference, null as reason
      from payout where vendor_id = ${tx.vendorId} and paid_statement_id = ${id}
      union all
      select id, 'returned', returned_on, -amount_minor, currency, reference, return_reason
      from payout where vendor_id = ${tx.vendorId} and returned_statement_id = ${id}
      order by day, direction`,
  );
  return found.map(({ id: paymentId, direction, day, amount_minor, currency, reference, reason }) => ({
    id: toPublicId("pay", paymentId),
    direction,
    day,
    amount: toJson({ minor: amount_minor, currency }),
    reference,
    reason,
  }));
}

function present(row: StatementRow): Statement {
  const money = (minor: bigint) => toJson({ minor, currency: row.currency });
  return {
    id: toPublicId("sta", row.id),
    number: row.number,
    partner: { id: toPublicId("par", row.partner_id), name: row.partner_name },
    period: row.period.slice(0, 7),
    opening: money(row.opening_minor),
    released: money(row.released_minor),
    adjusted: money(row.adjusted_minor),
    paid: money(row.paid_minor),
    closing: money(row.closing_minor),
    earned: money(row.earned_minor),
    held: money(row.held_minor),
    payout:
      row.payout_id === null || row.payout_state === null
        ? null
        : {
            id: toPublicId("pay", row.payout_id),
            state: row.payout_state,
            paidOn: row.paid_on,
            reference: row.reference,
          },
    closedAt: row.closed_at.toString(),
  };
}
