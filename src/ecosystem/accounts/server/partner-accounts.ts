import { type RawBuilder, sql } from "kysely";
import { changed, rows, type Tx } from "#platform/database/tx.ts";
import { containing, page } from "#platform/http/list.ts";
import { fromPublicId, toPublicId } from "#platform/ids.ts";
import type { PartnerAccount } from "../contract.ts";

interface PartnerAccountRow {
  partner_id: string;
  partner_name: string;
  account_id: string;
  name: string;
  sort_name: string;
  country: string | null;
  created_at: Temporal.Instant;
}

export interface PartnerAccountFilter {
  search?: string;
  partnerId?: string;
  accountId?: string;
  country?: string;
  cursor?: string;
  limit?: number;
}

/** What partners may see of end customers: all to the vendor's staff, to a partner what lies within its deals. */
export async function listPartnerAccounts(tx: Tx, filter: PartnerAccountFilter) {
  const wanted = page<PartnerAccountRow>(
    [
      { expression: sql`pa.sort_name`, type: "text", direction: "asc", value: (row) => row.sort_name },
      { expression: sql`pa.partner_id`, type: "uuid", direction: "asc", value: (row) => row.partner_id },
      { expression: sql`pa.account_id`, type: "uuid", direction: "asc", value: (row) => row.account_id },
    ],
    filter,
  );
  const found = await rows(
    tx,
    sql<PartnerAccountRow>`select pa.partner_id, p.name as partner_name, pa.account_id, pa.name, pa.sort_name, pa.country, pa.created_at
      from partner_account pa join partner p on p.vendor_id = pa.vendor_id and p.id = pa.partner_id
      where pa.vendor_id = ${tx.vendorId} and ${withinDeals(tx)} and ${matching(filter)} and ${wanted.after}
      order by ${wanted.orderBy} limit ${wanted.limit}`,
  );
  const { rows: shown, nextCursor } = wanted.finish(found);
  return { items: shown.map(present), nextCursor };
}

function withinDeals({ actor }: Tx): RawBuilder<boolean> {
  if (actor.databaseRole !== "hanse_partner") return sql`true`;
  return sql`pa.partner_id = any (${[...actor.reach.deals]}::uuid[])`;
}

function matching(filter: PartnerAccountFilter): RawBuilder<boolean> {
  const conditions = [sql<boolean>`true`];
  if (filter.search !== undefined)
    conditions.push(sql`pa.sort_name like lower(${containing(filter.search)})`);
  if (filter.country !== undefined) conditions.push(sql`pa.country = ${filter.country}`);
  if (filter.partnerId !== undefined)
    conditions.push(sql`pa.partner_id = ${fromPublicId("par", filter.partnerId, "partner")}`);
  if (filter.accountId !== undefined)
    conditions.push(sql`pa.account_id = ${fromPublicId("acc", filter.accountId, "account")}`);
  return sql`(${sql.join(conditions, sql` and `)})`;
}

function present(row: PartnerAccountRow): PartnerAccount {
  return {
    partner: { id: toPublicId("par", row.partner_id), name: row.partner_name },
    account: { id: toPublicId("acc", row.account_id), name: row.name },
    country: row.country,
    createdAt: row.created_at.toString(),
  };
}

/**
 * Lets partners see accounts, by name and country: one row for each pair that `pairs` selects and that was not shared
 * before. Answers how many are new.
 */
export async function shareAccounts(
  tx: Tx,
  pairs: RawBuilder<{ partner_id: string; account_id: string }>,
  importId: string | null = null,
): Promise<number> {
  return changed(
    tx,
    sql`insert into partner_account (vendor_id, partner_id, account_id, name, country, import_id, created_at)
      select distinct on (pair.partner_id, a.id) ${tx.vendorId}::uuid, pair.partner_id, a.id, a.name, a.country, ${importId}::uuid, ${tx.now().toString()}::timestamptz
      from (${pairs}) as pair (partner_id, account_id)
      join account a on a.vendor_id = ${tx.vendorId} and a.id = pair.account_id
      on conflict do nothing`,
  );
}

/** Partners see an account by its present name and country; `which` tells the accounts `a` that were changed. */
export async function renameForPartners(tx: Tx, which: RawBuilder<unknown>): Promise<void> {
  await changed(
    tx,
    sql`update partner_account pa set name = a.name, country = a.country from account a
      where pa.vendor_id = ${tx.vendorId} and ${which} and a.vendor_id = pa.vendor_id and a.id = pa.account_id
        and (pa.name, pa.country) is distinct from (a.name, a.country)`,
  );
}
