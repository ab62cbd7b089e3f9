import { sql } from "kysely";
import { rows, type Tx } from "#platform/database/tx.ts";
import type { QueryOf, ResponseOf } from "#platform/http/endpoint.ts";
import { page } from "#platform/http/list.ts";
import { fromPublicId, toPublicId } from "#platform/ids.ts";
import { toJson } from "#platform/money/money.ts";
import { notFound } from "#platform/problem.ts";
import type * as contract from "../contract.ts";
import type { AccountKind, LedgerAccount, LedgerTransaction, Posting, TransactionKind } from "../contract.ts";

/** Who holders are: the ledger asks, whoever owns them answers. */
export interface Holders {
  prefix: string;
  names(tx: Tx, ids: readonly string[]): Promise<Map<string, string>>;
}

interface AccountRow {
  id: string;
  kind: AccountKind;
  holder_id: string | null;
  currency: string;
  balance: bigint;
}

/** Balances at the end of a day, summed from the postings that count up to it. */
function balances(tx: Tx, asOf: string) {
  return sql`select a.id, a.kind, a.holder_id, a.currency, coalesce(m.balance, 0)::bigint as balance
    from ledger_account a
    left join (
      select account_id, sum(amount) as balance from (
        select p.destination_id as account_id, p.amount_minor as amount, p.transaction_id from posting p where p.vendor_id = ${tx.vendorId}
        union all
        select p.source_id, -p.amount_minor, p.transaction_id from posting p where p.vendor_id = ${tx.vendorId}
      ) as side
      join ledger_transaction t on t.vendor_id = ${tx.vendorId} and t.id = side.transaction_id and t.occurred_on <= ${asOf}
      group by account_id
    ) as m on m.account_id = a.id
    where a.vendor_id = ${tx.vendorId}`;
}

export async function listAccounts(
  tx: Tx,
  holders: Holders,
  query: QueryOf<typeof contract.listAccounts>,
): Promise<ResponseOf<typeof contract.listAccounts>> {
  const wanted = page<AccountRow>(
    [{ expression: sql`b.id`, type: "uuid", direction: "asc", value: (row) => row.id }],
    query,
  );
  const kind = query.kind === undefined ? sql`true` : sql`b.kind = ${query.kind}`;
  const found = wanted.finish(
    await rows(
      tx,
      sql<AccountRow>`select b.* from (${balances(tx, query.asOf ?? tx.today().toString())}) as b
        where ${kind} and ${wanted.after} order by ${wanted.orderBy} limit ${wanted.limit}`,
    ),
  );
  const names = await holders.names(
    tx,
    found.rows.flatMap((row) => row.holder_id ?? []),
  );
  const items = found.rows.map(
    (row): LedgerAccount => ({
      id: toPublicId("lac", row.id),
      kind: row.kind,
      holder: presentHolder(holders, names, row.holder_id),
      balance: toJson({ minor: row.balance, currency: row.currency }),
    }),
  );
  return { items, nextCursor: found.nextCursor };
}

export async function controlSums(
  tx: Tx,
  query: QueryOf<typeof contract.controls>,
): Promise<ResponseOf<typeof contract.controls>> {
  const asOf = query.asOf ?? tx.today().toString();
  const found = await rows(
    tx,
    sql<{
      kind: AccountKind;
      balance: bigint;
    }>`select b.kind, sum(b.balance)::bigint as balance from (${balances(tx, asOf)}) as b
      where b.currency = ${tx.vendor.currency} group by b.kind`,
  );
  const of = (kind: AccountKind) => found.find((row) => row.kind === kind)?.balance ?? 0n;
  const currency = tx.vendor.currency;
  const kinds: AccountKind[] = ["expense", "held", "payable", "paid-out"];
  return {
    asOf,
    kinds: kinds.map((kind) => ({ kind, balance: toJson({ minor: of(kind), currency }) })),
    owed: toJson({ minor: of("held") + of("payable"), currency }),
  };
}

interface TransactionRow {
  id: string;
  kind: TransactionKind;
  occurred_on: string;
  recorded_at: Temporal.Instant;
  memo: string;
  currency: string;
  total: bigint;
  postings: number;
}

export async function listTransactions(
  tx: Tx,
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
      sql<TransactionRow>`select t.id, t.kind, t.occurred_on, t.recorded_at, t.memo, coalesce(p.currency, ${tx.vendor.currency}) as currency,
          coalesce(p.total, 0)::bigint as total, coalesce(p.postings, 0)::int as postings
        from (
          select * from ledger_transaction t where t.vendor_id = ${tx.vendorId} and ${kind} and ${from} and ${until} and ${wanted.after}
          order by ${wanted.orderBy} limit ${wanted.limit}
        ) as t
        left join lateral (
          select min(currency) as currency, sum(amount_minor) as total, count(*) as postings from posting
          where vendor_id = ${tx.vendorId} and transaction_id = t.id
        ) as p on true
        order by ${wanted.orderBy}`,
    ),
  );
  const items = found.rows.map(
    (row): LedgerTransaction => ({
      id: toPublicId("ltx", row.id),
      kind: row.kind,
      occurredOn: row.occurred_on,
      recordedAt: row.recorded_at.toString(),
      memo: row.memo,
      total: toJson({ minor: row.total, currency: row.currency }),
      postings: row.postings,
    }),
  );
  return { items, nextCursor: found.nextCursor };
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
  const prefix = known[0].kind.startsWith("payout") ? "pay" : "ern";
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

function presentHolder(
  holders: Holders,
  names: Map<string, string>,
  id: string | null,
): { id: string; name: string } | null {
  return id === null ? null : { id: toPublicId(holders.prefix, id), name: names.get(id) ?? "" };
}

/** The control accounts of what is owed, as of today: what must equal the lines. */
export async function controlBalances(tx: Tx): Promise<{ held: bigint; payable: bigint }> {
  const found = await rows(
    tx,
    sql<{
      kind: AccountKind;
      balance: bigint;
    }>`select b.kind, sum(b.balance)::bigint as balance from (${balances(tx, tx.today().toString())}) as b
      where b.kind in ('held', 'payable') group by b.kind`,
  );
  const of = (kind: AccountKind) => found.find((row) => row.kind === kind)?.balance ?? 0n;
  return { held: of("held"), payable: of("payable") };
}
