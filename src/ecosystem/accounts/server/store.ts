import { type RawBuilder, sql } from "kysely";
import { maybe, one, rows, type Tx } from "#platform/database/tx.ts";
import { containing, page, type SortKey } from "#platform/http/list.ts";
import type { accountSorts } from "../contract.ts";

export interface AccountRow {
  id: string;
  name: string;
  sort_name: string;
  external_id: string | null;
  sector: string | null;
  country: string | null;
  year_established: number | null;
  employees: number | null;
  annual_revenue_millions: string | null;
  parent_id: string | null;
  parent_name: string | null;
  created_at: Temporal.Instant;
  version: number;
}

export interface AccountFilter {
  search?: string;
  sector?: string;
  country?: string;
  parentId?: string;
  sort?: (typeof accountSorts)[number];
  cursor?: string;
  limit?: number;
}

const columns = sql`a.id, a.name, a.sort_name, a.external_id, a.sector, a.country, a.year_established, a.employees,
  a.annual_revenue_millions, a.parent_id, above.name as parent_name, a.created_at, a.version`;
const tables = sql`account a left join account above on above.vendor_id = a.vendor_id and above.id = a.parent_id`;

export async function findAccountRow(tx: Tx, id: string): Promise<AccountRow | null> {
  return maybe(
    tx,
    sql<AccountRow>`select ${columns} from ${tables} where a.vendor_id = ${tx.vendorId} and a.id = ${id}`,
  );
}

export async function listAccountRows(tx: Tx, filter: AccountFilter) {
  const wanted = page(sortKeys(filter.sort ?? "name"), filter);
  const found = await rows(
    tx,
    sql<AccountRow>`select ${columns} from ${tables}
      where a.vendor_id = ${tx.vendorId} and ${matching(filter)} and ${wanted.after}
      order by ${wanted.orderBy} limit ${wanted.limit}`,
  );
  return wanted.finish(found);
}

/** Where nothing is known of a size, the account comes below those of none. */
const unknownSize = -1;

function sortKeys(sort: (typeof accountSorts)[number]): SortKey<AccountRow>[] {
  const direction = sort.startsWith("-") ? "desc" : "asc";
  const id: SortKey<AccountRow> = { expression: sql`a.id`, type: "uuid", direction, value: (row) => row.id };
  const key = (
    expression: RawBuilder<unknown>,
    type: SortKey<AccountRow>["type"],
    value: SortKey<AccountRow>["value"],
  ) => [{ expression, type, direction, value } as const, id];
  switch (sort) {
    case "name":
    case "-name":
      return key(sql`a.sort_name`, "text", (row) => row.sort_name);
    case "createdAt":
    case "-createdAt":
      return key(sql`a.created_at`, "timestamptz", (row) => row.created_at.toString());
    case "employees":
    case "-employees":
      return key(
        sql`coalesce(a.employees, ${unknownSize}::integer)`,
        "bigint",
        (row) => row.employees ?? unknownSize,
      );
    case "annualRevenueMillions":
    case "-annualRevenueMillions":
      return key(
        sql`coalesce(a.annual_revenue_millions * 100, ${unknownSize}::integer)::bigint`,
        "bigint",
        (row) =>
          row.annual_revenue_millions === null
            ? unknownSize
            : BigInt(row.annual_revenue_millions.replace(".", "")),
      );
  }
}

function matching(filter: AccountFilter): RawBuilder<boolean> {
  const conditions = [sql<boolean>`true`];
  if (filter.search !== undefined) {
    const pattern = containing(filter.search);
    conditions.push(sql`(a.sort_name like lower(${pattern}) or a.external_id ilike ${pattern})`);
  }
  if (filter.sector !== undefined) conditions.push(sql`a.sector = ${filter.sector}`);
  if (filter.country !== undefined) conditions.push(sql`a.country = ${filter.country}`);
  if (filter.parentId !== undefined) conditions.push(sql`a.parent_id = ${filter.parentId}`);
  return sql`(${sql.join(conditions, sql` and `)})`;
}

export async function countChildren(tx: Tx, id: string): Promise<number> {
  const { count } = await one(
    tx,
    sql<{
      count: number;
    }>`select count(*)::int as count from account where vendor_id = ${tx.vendorId} and parent_id = ${id}`,
  );
  return count;
}

export async function countPartners(tx: Tx, id: string): Promise<number> {
  const { count } = await one(
    tx,
    sql<{ count: number }>`select count(*)::int as count from partner_account
      where vendor_id = ${tx.vendorId} and account_id = ${id}`,
  );
  return count;
}

/** Whether `ancestorId` is the account itself or stands above it. */
export async function isWithin(tx: Tx, id: string, ancestorId: string): Promise<boolean> {
  const found = await maybe(
    tx,
    sql`with recursive above as (
        select ${id}::uuid as id
        union
        select a.parent_id from above join account a on a.vendor_id = ${tx.vendorId} and a.id = above.id
        where a.parent_id is not null
      )
      select 1 from above where id = ${ancestorId}`,
  );
  return found !== null;
}

/** One change of who belongs to whom at a time, until the transaction ends. */
export async function lockHierarchy(tx: Tx): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`account-hierarchy:${tx.vendorId}`}, 0))`.execute(
    tx.db,
  );
}

/** A column and the value that it gets. */
export type Assignment = readonly [column: string, value: string | number | null];

/** False when another account has the external id. */
export async function insertAccount(tx: Tx, id: string, values: readonly Assignment[]): Promise<boolean> {
  const done = await maybe(
    tx,
    sql`insert into account (vendor_id, id, created_at, ${sql.join(values.map(([column]) => sql.ref(column)))})
      values (${tx.vendorId}, ${id}, ${tx.now().toString()}, ${sql.join(values.map(([, value]) => sql`${value}`))})
      on conflict (vendor_id, external_id) do nothing returning id`,
  );
  return done !== null;
}

/** Writes if the version is still the one read; false when somebody else was quicker. */
export async function updateAccount(
  tx: Tx,
  id: string,
  version: number,
  values: readonly Assignment[],
): Promise<boolean> {
  const set = values.map(([column, value]) => sql`${sql.ref(column)} = ${value}`);
  const done = await maybe(
    tx,
    sql`update account set ${sql.join([...set, sql`version = version + 1`])}
      where vendor_id = ${tx.vendorId} and id = ${id} and version = ${version} returning id`,
  );
  return done !== null;
}
