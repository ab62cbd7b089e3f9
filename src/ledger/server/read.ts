import { sql } from "kysely";
import { maybe, rows, type Tx } from "#platform/database/tx.ts";
import type { QueryOf, ResponseOf } from "#platform/http/endpoint.ts";
import { page } from "#platform/http/list.ts";
import { fromPublicId, toPublicId } from "#platform/ids.ts";
import { toJson } from "#platform/money/money.ts";
import { notFound } from "#platform/problem.ts";
import type * as contract from "../contract.ts";
import { type AccountKind, accountKinds, type LedgerAccount } from "../contract.ts";
import { type Holders, presentHolder } from "./holders.ts";

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

const rank = sql`array_position(array[${sql.join(accountKinds)}]::text[], b.kind) - 1`;
const magnitude = (minor: bigint) => (minor < 0n ? -minor : minor);

/** Accounts by kind, the largest balance first, so that what is settled comes last. */
export async function listAccounts(
  tx: Tx,
  holders: Holders,
  query: QueryOf<typeof contract.listAccounts>,
): Promise<ResponseOf<typeof contract.listAccounts>> {
  const wanted = page<AccountRow>(
    [
      {
        expression: sql`${rank}`,
        type: "bigint",
        direction: "asc",
        value: (row) => BigInt(accountKinds.indexOf(row.kind)),
      },
      {
        expression: sql`abs(b.balance)`,
        type: "bigint",
        direction: "desc",
        value: (row) => magnitude(row.balance),
      },
      { expression: sql`b.id`, type: "uuid", direction: "asc", value: (row) => row.id },
    ],
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
  return { items: await presentAccounts(tx, holders, found.rows), nextCursor: found.nextCursor };
}

async function presentAccounts(
  tx: Tx,
  holders: Holders,
  found: readonly AccountRow[],
): Promise<LedgerAccount[]> {
  const names = await holders.names(
    tx,
    found.flatMap((row) => row.holder_id ?? []),
  );
  return found.map((row) => ({
    id: toPublicId("lac", row.id),
    kind: row.kind,
    holder: presentHolder(holders, names, row.holder_id),
    balance: toJson({ minor: row.balance, currency: row.currency }),
  }));
}

export async function findAccount(
  tx: Tx,
  holders: Holders,
  publicId: string,
  query: QueryOf<typeof contract.getAccount>,
): Promise<LedgerAccount> {
  const row = await maybe<AccountRow>(
    tx,
    sql`select b.* from (${balances(tx, query.asOf ?? tx.today().toString())}) as b
      where b.id = ${fromPublicId("lac", publicId, "account")}`,
  );
  const [account] = row === null ? [] : await presentAccounts(tx, holders, [row]);
  if (account === undefined) throw notFound("account");
  return account;
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
  return {
    asOf,
    kinds: accountKinds.map((kind) => ({ kind, balance: toJson({ minor: of(kind), currency }) })),
    owed: toJson({ minor: of("held") + of("payable"), currency }),
    sum: toJson({ minor: accountKinds.reduce((sum, kind) => sum + of(kind), 0n), currency }),
  };
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
