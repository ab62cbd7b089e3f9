import { type RawBuilder, sql } from "kysely";
import { maybe, one, rows, type Tx } from "#platform/database/tx.ts";
import { containing, page, type SortKey } from "#platform/http/list.ts";
import { fiscalQuarterOf } from "#platform/time/quarter.ts";
import { sumsOf, wonValue } from "../../facts/index.ts";
import { type EdgeKind, edgeKinds, type PartnerType, type partnerSorts } from "../contract.ts";
import { withinSight } from "./sight.ts";

export interface PartnerRow {
  id: string;
  name: string;
  sort_name: string;
  external_id: string | null;
  territory: string | null;
  types: PartnerType[];
  parent_id: string | null;
  parent_name: string | null;
  parent_kind: EdgeKind | null;
  /** What it won this quarter, in minor units; 0 unless the list is ordered by it. */
  won_minor: bigint;
  created_at: Temporal.Instant;
  version: number;
}

export interface PartnerFilter {
  search?: string;
  type?: PartnerType;
  territory?: string;
  parentId?: string;
  /** Only these partners. */
  among?: readonly string[];
  /** None but these, whatever else is asked. */
  within?: readonly string[];
  sort?: (typeof partnerSorts)[number];
  cursor?: string;
  limit?: number;
}

/** That a dated row holds on a day. */
export function holdsOn(alias: RawBuilder<unknown>, day: string): RawBuilder<boolean> {
  return sql<boolean>`(${alias}.effective_from <= ${day}::date and (${alias}.effective_until is null or ${alias}.effective_until > ${day}::date))`;
}

/** The rows chosen first, alone; what is shown beside them is read for these only. */
function withDetails(chosen: RawBuilder<unknown>, today: string): RawBuilder<PartnerRow> {
  return sql<PartnerRow>`
    with chosen as (${chosen})
    select p.id, p.name, p.sort_name, p.external_id, p.territory, p.won_minor, p.created_at, p.version,
      array(select t.type from partner_type t where t.vendor_id = p.vendor_id and t.partner_id = p.id
        and ${holdsOn(sql`t`, today)} order by t.type) as types,
      above.parent_id, above.parent_name, above.parent_kind
    from chosen p
    left join lateral (
      select e.parent_id, m.name as parent_name, e.kind as parent_kind
      from partner_edge e join partner m on m.vendor_id = e.vendor_id and m.id = e.parent_id
      where e.vendor_id = p.vendor_id and e.child_id = p.id and ${holdsOn(sql`e`, today)}
      order by array_position(${edgeKinds}::text[], e.kind) limit 1) above on true`;
}

const columns = sql`p.vendor_id, p.id, p.name, p.sort_name, p.external_id, p.territory, p.created_at, p.version`;
const nothingWon = sql`0::bigint as won_minor`;

export async function findPartnerRow(tx: Tx, id: string): Promise<PartnerRow | null> {
  const chosen = sql`select ${columns}, ${nothingWon} from partner p
    where p.vendor_id = ${tx.vendorId} and p.id = ${id} and ${withinSight(tx, sql`p.id`)}`;
  return maybe(tx, withDetails(chosen, tx.today().toString()));
}

export async function listPartnerRows(tx: Tx, filter: PartnerFilter) {
  const today = tx.today().toString();
  const sort = filter.sort ?? "name";
  const wanted = page(sortKeys(sort), filter);
  const byWon = sort === "wonThisQuarter" || sort === "-wonThisQuarter";
  const source = byWon
    ? sql`(select ${columns}, coalesce(won.sum_minor, 0) as won_minor
        from partner p left join (${sumsOf(tx, wonThisQuarter(tx))}) as won on won.partner_id = p.id
        where p.vendor_id = ${tx.vendorId}) as p`
    : sql`(select ${columns}, ${nothingWon} from partner p where p.vendor_id = ${tx.vendorId}) as p`;
  const chosen = sql`select * from ${source}
    where p.vendor_id = ${tx.vendorId} and ${withinSight(tx, sql`p.id`)} and ${matching(tx, filter, today)} and ${wanted.after}
    order by ${wanted.orderBy} limit ${wanted.limit}`;
  const found = await rows(tx, sql<PartnerRow>`${withDetails(chosen, today)} order by ${wanted.orderBy}`);
  return wanted.finish(found);
}

function sortKeys(sort: (typeof partnerSorts)[number]): SortKey<PartnerRow>[] {
  const direction = sort.startsWith("-") ? "desc" : "asc";
  const id: SortKey<PartnerRow> = { expression: sql`p.id`, type: "uuid", direction, value: (row) => row.id };
  switch (sort) {
    case "name":
    case "-name":
      return [{ expression: sql`p.sort_name`, type: "text", direction, value: (row) => row.sort_name }, id];
    case "createdAt":
    case "-createdAt":
      return [
        {
          expression: sql`p.created_at`,
          type: "timestamptz",
          direction,
          value: (row) => row.created_at.toString(),
        },
        id,
      ];
    case "wonThisQuarter":
    case "-wonThisQuarter":
      return [{ expression: sql`p.won_minor`, type: "bigint", direction, value: (row) => row.won_minor }, id];
  }
}

/** What counts in the quarter of the vendor's year that is running, in the vendor's currency. */
export function wonThisQuarter(tx: Tx) {
  return {
    kind: wonValue,
    days: fiscalQuarterOf(tx.today(), tx.vendor.fiscalYearStartMonth),
    currency: tx.vendor.currency,
  } as const;
}

function matching(tx: Tx, filter: PartnerFilter, today: string): RawBuilder<boolean> {
  const conditions = [sql<boolean>`true`];
  if (filter.search !== undefined) {
    const pattern = containing(filter.search);
    conditions.push(sql`(p.sort_name like lower(${pattern}) or p.external_id ilike ${pattern})`);
  }
  if (filter.territory !== undefined) conditions.push(sql`p.territory = ${filter.territory}`);
  if (filter.type !== undefined) {
    conditions.push(sql`exists (select from partner_type t where t.vendor_id = ${tx.vendorId} and t.partner_id = p.id
      and t.type = ${filter.type} and ${holdsOn(sql`t`, today)})`);
  }
  if (filter.parentId !== undefined) {
    conditions.push(sql`exists (select from partner_edge e where e.vendor_id = ${tx.vendorId} and e.child_id = p.id
      and e.parent_id = ${filter.parentId} and ${withinSight(tx, sql`e.parent_id`)} and ${holdsOn(sql`e`, today)})`);
  }
  if (filter.among !== undefined) {
    conditions.push(sql`p.id = any (${[...filter.among]}::uuid[])`);
  }
  if (filter.within !== undefined) conditions.push(sql`p.id = any (${[...filter.within]}::uuid[])`);
  return sql`(${sql.join(conditions, sql` and `)})`;
}

export interface TypeRow {
  id: string;
  type: PartnerType;
  effective_from: string;
  effective_until: string | null;
}

export async function listTypeRows(tx: Tx, partnerId: string): Promise<TypeRow[]> {
  return rows(
    tx,
    sql<TypeRow>`select id, type, effective_from, effective_until from partner_type
      where vendor_id = ${tx.vendorId} and partner_id = ${partnerId} order by effective_from, type`,
  );
}

/** What hangs on a partner, counted as far as the actor may see it. */
export async function countsOf(tx: Tx, partnerId: string) {
  return one(
    tx,
    sql<{ children: number; accounts: number; people: number }>`select
      (select count(distinct e.child_id)::int from partner_edge e
        where e.vendor_id = ${tx.vendorId} and e.parent_id = ${partnerId} and ${withinSight(tx, sql`e.child_id`)}
          and ${holdsOn(sql`e`, tx.today().toString())}) as children,
      (select count(*)::int from partner_account a
        where a.vendor_id = ${tx.vendorId} and a.partner_id = ${partnerId}) as accounts,
      (select count(*)::int from membership m
        where m.vendor_id = ${tx.vendorId} and m.partner_id = ${partnerId} and m.deactivated_at is null) as people`,
  );
}

/** False when another partner has the external id. */
export async function insertPartner(
  tx: Tx,
  partner: { id: string; name: string; externalId: string | null; territory: string | null },
): Promise<boolean> {
  const done = await maybe(
    tx,
    sql`insert into partner (vendor_id, id, name, external_id, territory, created_at)
      values (${tx.vendorId}, ${partner.id}, ${partner.name}, ${partner.externalId}, ${partner.territory}, ${tx.now().toString()})
      on conflict (vendor_id, external_id) do nothing returning id`,
  );
  return done !== null;
}

/** Writes if the version is still the one read; false when somebody else was quicker. */
export async function updatePartner(
  tx: Tx,
  id: string,
  version: number,
  set: readonly RawBuilder<unknown>[],
): Promise<boolean> {
  const done = await maybe(
    tx,
    sql`update partner set ${sql.join([...set, sql`version = version + 1`])}
      where vendor_id = ${tx.vendorId} and id = ${id} and version = ${version} returning id`,
  );
  return done !== null;
}

/** On the partner's side the policy and `withinSight` leave only what its own hierarchy uses. */
export async function listTerritoryRows(tx: Tx, filter: { cursor?: string; limit?: number }) {
  type Row = { name: string; partners: number };
  const wanted = page<Row>(
    [{ expression: sql`p.territory`, type: "text", direction: "asc", value: (row) => row.name }],
    filter,
  );
  const found = await rows(
    tx,
    sql<Row>`select p.territory as name, count(*)::int as partners from partner p
      where p.vendor_id = ${tx.vendorId} and p.territory is not null and ${withinSight(tx, sql`p.id`)} and ${wanted.after}
      group by p.territory order by ${wanted.orderBy} limit ${wanted.limit}`,
  );
  return wanted.finish(found);
}
