import { sql } from "kysely";
import { maybe, rows, type Tx } from "#platform/database/tx.ts";
import { page } from "#platform/http/list.ts";
import { toPublicId } from "#platform/ids.ts";
import { toJson } from "#platform/money/money.ts";
import type { Payee, Payment, PayoutBatch } from "../contract.ts";

export interface BatchRow {
  id: string;
  number: bigint;
  currency: string;
  state: "made" | "released" | "withdrawn";
  made_by: string;
  made_by_name: string;
  made_at: Temporal.Instant;
  released_by_name: string | null;
  released_at: Temporal.Instant | null;
  version: number;
  payees: number;
  paid: number;
  returned: number;
  total_minor: bigint;
}

const batchColumns = sql`b.id, b.number, b.currency, b.state, b.made_by, m.name as made_by_name, b.made_at, r.name as released_by_name, b.released_at, b.version,
  p.payees, p.paid, p.returned, p.total_minor`;
const batchTables = sql`payout_batch b
  join membership m on m.vendor_id = b.vendor_id and m.id = b.made_by
  left join membership r on r.vendor_id = b.vendor_id and r.id = b.released_by
  cross join lateral (
    select count(*)::int as payees, count(*) filter (where state = 'paid')::int as paid, count(*) filter (where state = 'returned')::int as returned,
      coalesce(sum(amount_minor), 0)::bigint as total_minor
    from payout where vendor_id = b.vendor_id and batch_id = b.id
  ) as p`;

export async function findBatch(tx: Tx, id: string, lock = false): Promise<BatchRow | null> {
  return maybe(
    tx,
    sql<BatchRow>`select ${batchColumns} from ${batchTables} where b.vendor_id = ${tx.vendorId} and b.id = ${id} ${lock ? sql`for update of b` : sql``}`,
  );
}

export async function listBatches(tx: Tx, query: { state?: string; cursor?: string; limit?: number }) {
  const wanted = page<BatchRow>(
    [{ expression: sql`b.number`, type: "bigint", direction: "desc", value: (row) => row.number }],
    query,
  );
  const state = query.state === undefined ? sql`true` : sql`b.state = ${query.state}`;
  return wanted.finish(
    await rows(
      tx,
      sql<BatchRow>`select ${batchColumns} from ${batchTables} where b.vendor_id = ${tx.vendorId} and ${state} and ${wanted.after} order by ${wanted.orderBy} limit ${wanted.limit}`,
    ),
  );
}

export interface PayeeRow {
  id: string;
  partner_id: string;
  partner_name: string;
  statement_id: string;
  amount_minor: bigint;
  currency: string;
  state: Payee["state"];
  reference: string | null;
  paid_on: string | null;
  return_reason: string | null;
  returned_on: string | null;
}

export interface BatchPayeeRow extends PayeeRow {
  statement_number: number;
  statement_period: string;
}

const payeeColumns = sql`o.id, o.partner_id, p.name as partner_name, o.statement_id, o.amount_minor, o.currency, o.state, o.reference, o.paid_on, o.return_reason, o.returned_on`;
const payeeTables = sql`payout o join partner p on p.vendor_id = o.vendor_id and p.id = o.partner_id`;

export async function payeesOf(tx: Tx, batchId: string): Promise<BatchPayeeRow[]> {
  return rows(
    tx,
    sql<BatchPayeeRow>`select ${payeeColumns}, s.number as statement_number, s.period as statement_period
      from ${payeeTables} join statement s on s.vendor_id = o.vendor_id and s.id = o.statement_id where o.vendor_id = ${tx.vendorId} and o.batch_id = ${batchId} order by p.name, o.id`,
  );
}

export async function listOwn(tx: Tx, partnerId: string, query: { cursor?: string; limit?: number }) {
  const wanted = page<PayeeRow>(
    [{ expression: sql`o.id`, type: "uuid", direction: "desc", value: (row) => row.id }],
    query,
  );
  return wanted.finish(
    await rows(
      tx,
      sql<PayeeRow>`select ${payeeColumns} from ${payeeTables} where o.vendor_id = ${tx.vendorId} and o.partner_id = ${partnerId}
        and o.state in ('released', 'paid', 'returned') and ${wanted.after} order by ${wanted.orderBy} limit ${wanted.limit}`,
    ),
  );
}

export interface PaymentRow extends BatchPayeeRow {
  batch_id: string;
  batch_number: bigint | null;
  released_at: Temporal.Instant | null;
}

/** One payment; the partner's side sees its own once it is released, and no batch. */
export async function findPayment(tx: Tx, id: string): Promise<PaymentRow | null> {
  const [columns, batch] =
    tx.actor.databaseRole === "hanse_partner"
      ? [sql`null::bigint as batch_number, null::timestamptz as released_at`, sql``]
      : [
          sql`b.number as batch_number, b.released_at`,
          sql`join payout_batch b on b.vendor_id = o.vendor_id and b.id = o.batch_id`,
        ];
  return maybe(
    tx,
    sql<PaymentRow>`select ${payeeColumns}, o.batch_id, s.number as statement_number, s.period as statement_period, ${columns}
      from ${payeeTables} ${batch} join statement s on s.vendor_id = o.vendor_id and s.id = o.statement_id
      where o.vendor_id = ${tx.vendorId} and o.id = ${id}`,
  );
}

export function presentPayment(row: PaymentRow): Payment {
  return {
    ...presentPayee(row),
    batch:
      row.batch_number === null
        ? null
        : { id: toPublicId("bat", row.batch_id), number: Number(row.batch_number) },
    statement: {
      id: toPublicId("sta", row.statement_id),
      number: row.statement_number,
      period: row.statement_period.slice(0, 7),
    },
    releasedAt: row.released_at?.toString() ?? null,
  };
}

/** What closed statements owe each partner and no batch has taken yet. */
export interface Balance {
  partner_id: string;
  partner_name: string;
  statement_id: string;
  currency: string;
  amount_minor: bigint;
  lines: number;
}

export async function balances(tx: Tx): Promise<Balance[]> {
  return rows(
    tx,
    sql<Balance>`select e.partner_id, p.name as partner_name, s.id as statement_id, e.currency, sum(e.amount_minor)::bigint as amount_minor, count(*)::int as lines
      from earning e join partner p on p.vendor_id = e.vendor_id and p.id = e.partner_id
      join lateral (
        select id from statement where vendor_id = e.vendor_id and partner_id = e.partner_id and currency = e.currency order by period desc limit 1
      ) as s on true
      where e.vendor_id = ${tx.vendorId} and e.status = 'on-statement' and e.payout_id is null
      group by e.partner_id, p.name, s.id, e.currency order by p.name, e.partner_id`,
  );
}

export function presentPayee(row: PayeeRow): Payee {
  return {
    id: toPublicId("pay", row.id),
    partner: { id: toPublicId("par", row.partner_id), name: row.partner_name },
    statementId: toPublicId("sta", row.statement_id),
    amount: toJson({ minor: row.amount_minor, currency: row.currency }),
    state: row.state,
    reference: row.reference,
    paidOn: row.paid_on,
    returnReason: row.return_reason,
    returnedOn: row.returned_on,
  };
}

export function presentBatch(row: BatchRow): PayoutBatch {
  return {
    id: toPublicId("bat", row.id),
    number: Number(row.number),
    state: row.state,
    payees: row.payees,
    paid: row.paid,
    returned: row.returned,
    total: toJson({ minor: row.total_minor, currency: row.currency }),
    madeBy: row.made_by_name,
    madeAt: row.made_at.toString(),
    releasedBy: row.released_by_name,
    releasedAt: row.released_at?.toString() ?? null,
    version: row.version,
  };
}
