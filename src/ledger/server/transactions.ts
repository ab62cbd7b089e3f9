import { type RawBuilder, sql } from "kysely";
import { maybe, rows, type Tx } from "#platform/database/tx.ts";
import type { QueryOf, ResponseOf } from "#platform/http/endpoint.ts";
import { page } from "#platform/http/list.ts";
import { fromPublicId, toPublicId } from "#platform/ids.ts";
import { toJson } from "#platform/money/money.ts";
import { notFound } from "#platform/problem.ts";
import type * as contract from "../contract.ts";
import type { LedgerTransaction, TransactionKind } from "../contract.ts";
import { type Holders, presentHolder } from "./holders.ts";

interface TransactionRow {
  id: string;
  kind: TransactionKind;
  occurred_on: string;
  recorded_at: Temporal.Instant;
  memo: string;
  currency: string;
  total: bigint;
  postings: number;
  holder_id: string | null;
}

/** Transactions with what they move. */
function transactions(tx: Tx, chosen: RawBuilder<unknown>) {
  return sql`select t.id, t.kind, t.occurred_on, t.recorded_at, t.memo, coalesce(p.currency, ${tx.vendor.currency}) as currency,
      coalesce(p.total, 0)::bigint as total, coalesce(p.postings, 0)::int as postings, h.holder_id
    from (${chosen}) as t
    left join lateral (
      select min(currency) as currency, sum(amount_minor) as total, count(*) as postings from posting
      where vendor_id = ${tx.vendorId} and transaction_id = t.id
    ) as p on true
    left join lateral (
      select a.holder_id from posting o join ledger_account a on a.vendor_id = o.vendor_id and a.id in (o.source_id, o.destination_id)
      where o.vendor_id = ${tx.vendorId} and o.transaction_id = t.id and a.holder_id is not null limit 1
    ) as h on p.postings = 1`;
}

export async function listTransactions(
  tx: Tx,
  holders: Holders,
  query: QueryOf<typeof contract.listTransactions>,
): Promise<ResponseOf<typeof contract.listTransactions>> {
  const wanted = page<TransactionRow>(
    [
      { expression: sql`t.occurred_on`, type: "date", direction: "desc", value: (row) => row.occurred_on },
      { expression: sql`t.id`, type: "uuid", direction: "desc", value: (row) => row.id },
    ],
    query,
  );
  const kind = query.kind === undefined ? sql`true` : sql`t.kind = ${query.kind}`;
  const from = query.from === undefined ? sql`true` : sql`t.occurred_on >= ${query.from}`;
  const until = query.until === undefined ? sql`true` : sql`t.occurred_on < ${query.until}`;
  const found = wanted.finish(
    await rows(
      tx,
      sql<TransactionRow>`${transactions(
        tx,
        sql`select * from ledger_transaction t where t.vendor_id = ${tx.vendorId} and ${kind} and ${from} and ${until} and ${wanted.after}
          order by ${wanted.orderBy} limit ${wanted.limit}`,
      )} order by ${wanted.orderBy}`,
    ),
  );
  return { items: await presentTransactions(tx, holders, found.rows), nextCursor: found.nextCursor };
}

async function presentTransactions(
  tx: Tx,
  holders: Holders,
  found: readonly TransactionRow[],
): Promise<LedgerTransaction[]> {
  const names = await holders.names(
    tx,
    found.flatMap((row) => row.holder_id ?? []),
  );
  return found.map((row) => ({
    id: toPublicId("ltx", row.id),
    kind: row.kind,
    occurredOn: row.occurred_on,
    recordedAt: row.recorded_at.toString(),
    memo: row.memo,
    total: toJson({ minor: row.total, currency: row.currency }),
    postings: row.postings,
    holder: presentHolder(holders, names, row.holder_id),
  }));
}

export async function findTransaction(
  tx: Tx,
  holders: Holders,
  publicId: string,
): Promise<LedgerTransaction> {
  const id = fromPublicId("ltx", publicId, "transaction");
  const row = await maybe(
    tx,
    sql<TransactionRow>`${transactions(tx, sql`select * from ledger_transaction where vendor_id = ${tx.vendorId} and id = ${id}`)}`,
  );
  const [found] = row === null ? [] : await presentTransactions(tx, holders, [row]);
  if (found === undefined) throw notFound("transaction");
  return found;
}
