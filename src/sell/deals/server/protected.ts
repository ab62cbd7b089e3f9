import { sql } from "kysely";
import { readDomain } from "#ecosystem/matching/index.ts";
import { asSystem } from "#platform/database/rules.ts";
import { rows, type Tx } from "#platform/database/tx.ts";
import type { QueryOf } from "#platform/http/endpoint.ts";
import { containing, page } from "#platform/http/list.ts";
import { fromPublicId, toPublicId } from "#platform/ids.ts";
import type { listProtected, ProtectedAccount } from "../contract.ts";

/*
 * That an account is protected, and whom to ask: for those who sell for the vendor and see no partner's deal. Nothing
 * here depends on who holds it, on what, for how much or until when. Read as the system, since the asker may not see
 * registrations.
 */

interface AccountRow {
  id: string;
  name: string;
  sort_name: string;
  country: string | null;
}

export async function protectedAccounts(
  tx: Tx,
  query: QueryOf<typeof listProtected>,
): Promise<{ items: ProtectedAccount[]; nextCursor: string | null }> {
  const wanted = page<AccountRow>(
    [
      { expression: sql`a.sort_name`, type: "text", direction: "asc", value: (row) => row.sort_name },
      { expression: sql`a.id`, type: "uuid", direction: "asc", value: (row) => row.id },
    ],
    query,
  );
  const account =
    query.accountId === undefined
      ? sql`true`
      : sql`a.id = ${fromPublicId("acc", query.accountId, "account")}`;
  const found = await asSystem(tx, () =>
    rows(
      tx,
      sql<AccountRow>`select a.id, a.name, a.sort_name, a.country from account a
        where a.vendor_id = ${tx.vendorId} and ${account} and ${searched(query.search)} and ${wanted.after}
          and exists (select from registration d
            join opportunity o on o.vendor_id = d.vendor_id and o.id = d.opportunity_id
            where d.vendor_id = a.vendor_id and o.account_id = a.id and d.state = 'approved'
              and d.protected_until > ${tx.now().toString()}::timestamptz)
        order by ${wanted.orderBy} limit ${wanted.limit}`,
    ),
  );
  const done = wanted.finish(found);
  const ask = await whomToAsk(tx);
  return {
    items: done.rows.map((row) => ({
      id: toPublicId("acc", row.id),
      name: row.name,
      country: row.country,
      ask,
    })),
    nextCursor: done.nextCursor,
  };
}

/** By a part of its name, the same name in another spelling, or its domain. */
function searched(search: string | undefined) {
  if (search === undefined) return sql`true`;
  const reading = readDomain(search, []);
  const domain = reading.names === "company" ? reading.domain : null;
  return sql`(a.name ilike ${containing(search)} or a.name_key = app.name_key(${search}) or a.domain = ${domain})`;
}

/** The vendor's people who decide about registrations: the same for every account. */
async function whomToAsk(tx: Tx): Promise<ProtectedAccount["ask"]> {
  const found = await asSystem(tx, () =>
    rows(
      tx,
      sql<{ name: string }>`select name from membership where vendor_id = ${tx.vendorId} and side = 'vendor'
        and deactivated_at is null and 'channel-manager' = any (roles) order by name, id limit 5`,
    ),
  );
  return found.map(({ name }) => ({ name }));
}
