import { sql } from "kysely";
import { asSystem } from "#platform/database/rules.ts";
import { maybe, one, prepared, rows, type Tx } from "#platform/database/tx.ts";
import { containing, page } from "#platform/http/list.ts";
import { type EngagementSettings, standardSettings } from "../rules.ts";

export interface RulesRow {
  id: string;
  version: number;
  settings: EngagementSettings;
  note: string | null;
  published_by: string | null;
  published_at: Temporal.Instant;
}

const columns = sql`r.id, r.version, r.settings, r.note, r.published_at, m.name as published_by`;
/** Who published is shown to those who may see the vendor's people. */
const tables = sql`engagement_rules r
  left join membership m on m.vendor_id = r.vendor_id and m.id = r.published_by and m.side = 'vendor'`;

/** The version in force: the standard ones, until a vendor publishes its own. Reading writes nothing. */
export async function currentRules(tx: Tx): Promise<RulesRow> {
  return (await findNewest(tx)) ?? (await standardOf(tx));
}

/** The version in force, as a row that others can refer to. */
export async function standingRules(tx: Tx): Promise<RulesRow> {
  const found = await findNewest(tx);
  if (found !== null) return found;
  const standard = await standardOf(tx);
  await asSystem(tx, () =>
    insertRules(tx, { ...standard, publishedBy: null, publishedAt: standard.published_at }),
  );
  return standard;
}

/**
 * A vendor's first version goes by the vendor's own id, so that it is the same before and after it is written. It is
 * never later than what goes by it: a history that is brought in begins before the vendor does.
 */
async function standardOf(tx: Tx): Promise<RulesRow> {
  const vendor = await one(
    tx,
    sql<{
      created_at: Temporal.Instant;
    }>`select least(created_at, ${tx.now().toString()}::timestamptz) as created_at
      from vendor where vendor_id = ${tx.vendorId}`,
  );
  return {
    id: tx.vendorId,
    version: 1,
    settings: standardSettings,
    note: null,
    published_by: null,
    published_at: vendor.created_at,
  };
}

async function findNewest(tx: Tx): Promise<RulesRow | null> {
  const found = await prepared(
    tx,
    sql<RulesRow>`select ${columns} from ${tables} where r.vendor_id = ${tx.vendorId} order by r.version desc limit 1`,
  );
  return found[0] ?? null;
}

export async function findRules(tx: Tx, version: number): Promise<RulesRow | null> {
  return maybe(
    tx,
    sql<RulesRow>`select ${columns} from ${tables} where r.vendor_id = ${tx.vendorId} and r.version = ${version}`,
  );
}

/** @throws Error when a registration names rules that are not there */
export async function rulesById(tx: Tx, id: string): Promise<RulesRow> {
  return one(
    tx,
    sql<RulesRow>`select ${columns} from ${tables} where r.vendor_id = ${tx.vendorId} and r.id = ${id}`,
  );
}

export async function listRulesRows(tx: Tx, filter: { cursor?: string; limit?: number }) {
  const wanted = page<RulesRow>(
    [{ expression: sql`r.version`, type: "integer", direction: "desc", value: (row) => row.version }],
    filter,
  );
  const found = await rows(
    tx,
    sql<RulesRow>`select ${columns} from ${tables} where r.vendor_id = ${tx.vendorId} and ${wanted.after}
      order by ${wanted.orderBy} limit ${wanted.limit}`,
  );
  return wanted.finish(found);
}

/** False when somebody else has published that version. */
export async function insertRules(
  tx: Tx,
  rules: Pick<RulesRow, "id" | "version" | "settings" | "note"> & {
    publishedBy: string | null;
    publishedAt: Temporal.Instant;
  },
): Promise<boolean> {
  const done = await maybe(
    tx,
    sql`insert into engagement_rules (vendor_id, id, version, settings, note, published_by, published_at)
      values (${tx.vendorId}, ${rules.id}, ${rules.version}, ${JSON.stringify(rules.settings)}::jsonb, ${rules.note},
        ${rules.publishedBy}, ${rules.publishedAt.toString()})
      on conflict (vendor_id, version) do nothing returning id`,
  );
  return done !== null;
}

export interface NamedRow {
  id: string;
  account_id: string;
  account_name: string;
  sort_name: string;
  seller_id: string | null;
  seller_name: string | null;
  published_by: string;
  published_at: Temporal.Instant;
}

const namedColumns = sql`n.id, n.account_id, a.name as account_name, a.sort_name, n.seller_id, s.name as seller_name,
  p.name as published_by, n.published_at`;
const namedTables = sql`named_account n
  join account a on a.vendor_id = n.vendor_id and a.id = n.account_id
  join membership p on p.vendor_id = n.vendor_id and p.id = n.published_by
  left join membership s on s.vendor_id = n.vendor_id and s.id = n.seller_id`;

export async function listNamedRows(
  tx: Tx,
  filter: { search?: string; accountId?: string; cursor?: string; limit?: number },
) {
  const wanted = page<NamedRow>(
    [
      { expression: sql`a.sort_name`, type: "text", direction: "asc", value: (row) => row.sort_name },
      { expression: sql`n.id`, type: "uuid", direction: "asc", value: (row) => row.id },
    ],
    filter,
  );
  const search = filter.search === undefined ? sql`true` : sql`a.name ilike ${containing(filter.search)}`;
  const account = filter.accountId === undefined ? sql`true` : sql`n.account_id = ${filter.accountId}`;
  const found = await rows(
    tx,
    sql<NamedRow>`select ${namedColumns} from ${namedTables}
      where n.vendor_id = ${tx.vendorId} and n.ended_at is null and ${search} and ${account} and ${wanted.after}
      order by ${wanted.orderBy} limit ${wanted.limit}`,
  );
  return wanted.finish(found);
}

export async function findNamed(tx: Tx, id: string): Promise<NamedRow | null> {
  return maybe(
    tx,
    sql<NamedRow>`select ${namedColumns} from ${namedTables}
      where n.vendor_id = ${tx.vendorId} and n.id = ${id} and n.ended_at is null`,
  );
}

/** False when the account is kept already. */
export async function insertNamed(
  tx: Tx,
  named: { id: string; accountId: string; sellerId: string | null },
): Promise<boolean> {
  const done = await maybe(
    tx,
    sql`insert into named_account (vendor_id, id, account_id, seller_id, published_by, published_at)
      values (${tx.vendorId}, ${named.id}, ${named.accountId}, ${named.sellerId}, ${tx.actor.membershipId}, ${tx.now().toString()})
      on conflict (vendor_id, account_id) where ended_at is null do nothing returning id`,
  );
  return done !== null;
}

export async function endNamed(tx: Tx, id: string): Promise<boolean> {
  const done = await maybe(
    tx,
    sql`update named_account set ended_at = greatest(${tx.now().toString()}::timestamptz, published_at + interval '1 microsecond')
      where vendor_id = ${tx.vendorId} and id = ${id} and ended_at is null returning id`,
  );
  return done !== null;
}
