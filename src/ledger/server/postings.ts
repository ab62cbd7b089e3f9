import { sql } from "kysely";
import { rows, type Tx } from "#platform/database/tx.ts";
import type { QueryOf, ResponseOf } from "#platform/http/endpoint.ts";
import { page } from "#platform/http/list.ts";
import { fromPublicId, toPublicId } from "#platform/ids.ts";
import { toJson } from "#platform/money/money.ts";
import { notFound } from "#platform/problem.ts";
import type * as contract from "../contract.ts";
import type { AccountKind, AccountPosting, Posting, TransactionKind } from "../contract.ts";
import { type Holders, presentHolder } from "./holders.ts";

/** What a posting of such a transaction refers to: a payment, or an earning. */
function referencePrefix(kind: TransactionKind): string {
  return kind.startsWith("payout") ? "pay" : "ern";
}

interface PostingRow {
  id: string;
  source_kind: AccountKind;
  source_holder: string | null;
  destination_kind: AccountKind;
  destination_holder: string | null;
  amount_minor: bigint;
  currency: string;
  reference_id: string;
}

export async function listPostings(
  tx: Tx,
  holders: Holders,
  params: { transactionId: string },
  query: QueryOf<typeof contract.listPostings>,
): Promise<ResponseOf<typeof contract.listPostings>> {
  const id = fromPublicId("ltx", params.transactionId, "transaction");
  const known = await rows<{ kind: TransactionKind }>(
    tx,
    sql`select kind from ledger_transaction where vendor_id = ${tx.vendorId} and id = ${id}`,
  );
  if (known[0] === undefined) throw notFound("transaction");
  const prefix = referencePrefix(known[0].kind);
  const wanted = page<PostingRow>(
    [{ expression: sql`p.id`, type: "uuid", direction: "asc", value: (row) => row.id }],
    query,
  );
  const found = wanted.finish(
    await rows(
      tx,
      sql<PostingRow>`select p.id, s.kind as source_kind, s.holder_id as source_holder, d.kind as destination_kind,
          d.holder_id as destination_holder, p.amount_minor, p.currency, p.reference_id
        from posting p
        join ledger_account s on s.vendor_id = p.vendor_id and s.id = p.source_id
        join ledger_account d on d.vendor_id = p.vendor_id and d.id = p.destination_id
        where p.vendor_id = ${tx.vendorId} and p.transaction_id = ${id} and ${wanted.after}
        order by ${wanted.orderBy} limit ${wanted.limit}`,
    ),
  );
  const names = await holders.names(
    tx,
    found.rows.flatMap((row) => [row.source_holder ?? [], row.destination_holder ?? []].flat()),
  );
  const items = found.rows.map(
    (row): Posting => ({
      id: toPublicId("pst", row.id),
      source: { kind: row.source_kind, holder: presentHolder(holders, names, row.source_holder) },
      destination: {
        kind: row.destination_kind,
        holder: presentHolder(holders, names, row.destination_holder),
      },
      amount: toJson({ minor: row.amount_minor, currency: row.currency }),
      reference: toPublicId(prefix, row.reference_id),
    }),
  );
  return { items, nextCursor: found.nextCursor };
}

interface AccountPostingRow {
  id: string;
  transaction_id: string;
  kind: TransactionKind;
  occurred_on: string;
  other_kind: AccountKind;
  other_holder: string | null;
  amount_minor: bigint;
  currency: string;
  reference_id: string;
}

/** What moved one account, the latest first. */
export async function listAccountPostings(
  tx: Tx,
  holders: Holders,
  params: { accountId: string },
  query: QueryOf<typeof contract.listAccountPostings>,
): Promise<ResponseOf<typeof contract.listAccountPostings>> {
  const id = fromPublicId("lac", params.accountId, "account");
  const known = await rows(
    tx,
    sql`select 1 from ledger_account where vendor_id = ${tx.vendorId} and id = ${id}`,
  );
  if (known.length === 0) throw notFound("account");
  const asOf = query.asOf === undefined ? sql`true` : sql`t.occurred_on <= ${query.asOf}`;
  const wanted = page<AccountPostingRow>(
    [
      { expression: sql`t.occurred_on`, type: "date", direction: "desc", value: (row) => row.occurred_on },
      { expression: sql`p.id`, type: "uuid", direction: "desc", value: (row) => row.id },
    ],
    query,
  );
  const found = wanted.finish(
    await rows(
      tx,
      sql<AccountPostingRow>`select p.id, p.transaction_id, t.kind, t.occurred_on, o.kind as other_kind, o.holder_id as other_holder,
          case when p.destination_id = ${id} then p.amount_minor else -p.amount_minor end as amount_minor, p.currency, p.reference_id
        from posting p
        join ledger_transaction t on t.vendor_id = p.vendor_id and t.id = p.transaction_id
        join ledger_account o on o.vendor_id = p.vendor_id and o.id = case when p.destination_id = ${id} then p.source_id else p.destination_id end
        where p.vendor_id = ${tx.vendorId} and (p.destination_id = ${id} or p.source_id = ${id}) and ${asOf} and ${wanted.after}
        order by ${wanted.orderBy} limit ${wanted.limit}`,
    ),
  );
  const names = await holders.names(
    tx,
    found.rows.flatMap((row) => row.other_holder ?? []),
  );
  const items = found.rows.map(
    (row): AccountPosting => ({
      id: toPublicId("pst", row.id),
      transaction: { id: toPublicId("ltx", row.transaction_id), kind: row.kind, occurredOn: row.occurred_on },
      other: { kind: row.other_kind, holder: presentHolder(holders, names, row.other_holder) },
      amount: toJson({ minor: row.amount_minor, currency: row.currency }),
      reference: toPublicId(referencePrefix(row.kind), row.reference_id),
    }),
  );
  return { items, nextCursor: found.nextCursor };
}
