import { type RawBuilder, sql } from "kysely";
import type { Tx } from "#platform/database/tx.ts";
import type { ImportContext } from "#platform/imports/kind.ts";
import { placeOf } from "../../import-fields.ts";

/** Rows `fromRow` (inclusive) to `toRow` (exclusive) of a file; all of it where there is none. */
export interface RowRange {
  fromRow: number;
  toRow: number;
}

/** Rows without an error that differ from what the last import said of the same opportunity. */
function differing(tx: Tx, context: ImportContext, range: RowRange | null): RawBuilder<unknown> {
  const within = range === null ? sql`true` : sql`s.row_no >= ${range.fromRow} and s.row_no < ${range.toRow}`;
  return sql`
    from import_stage s
    left join opportunity o on o.vendor_id = ${tx.vendorId} and o.external_id = s.cells[${place("external-id")}]
    where s.import_id = ${context.importId} and ${within} and s.cells is distinct from o.imported
      and not exists (select from import_problem e where e.vendor_id = ${tx.vendorId}
        and e.import_id = s.import_id and e.row_no = s.row_no and e.severity = 'error')`;
}

/**
 * The common beginning of every statement over the rows: `staged` has each row that says something new, with only the
 * cells that the source has changed since it was last imported, so that what people changed here meanwhile stays. A
 * new stage brings its value and its day of close along. `o_…` is the opportunity as it stands; null for a new one.
 */
export function withStaged(tx: Tx, context: ImportContext, range: RowRange | null): RawBuilder<unknown> {
  return sql`with said as materialized (
      select s.row_no, s.cells, o.id as opportunity_id, o.meaning as o_meaning, o.value_minor as o_value,
        o.closed_on as o_closed_on, o.engaged_on as o_engaged_on,
        ${news("name")} as name, ${news("owner")} as owner, ${news("seller")} as seller, ${news("account")} as account,
        ${news("product")} as product, ${news("quantity")}::integer as quantity, ${news("stage")} as stage,
        ${newsWithStage("value")}::bigint as value_minor, ${news("engaged-on")}::date as engaged_on,
        ${newsWithStage("closed-on")}::date as closed_on
      ${differing(tx, context, range)}
    ),
    staged as materialized (
      select said.*, st.key as stage_key, st.meaning, coalesce(st.meaning, said.o_meaning, 'open') as meaning_after,
        coalesce(p.id, pn.id) as owner_id, m.id as seller_id, coalesce(a.id, an.id) as account_id,
        coalesce(d.id, dn.id) as product_id, coalesce(a.name, an.name) as account_name,
        coalesce(d.name, dn.name) as product_name
      from said
      left join opportunity_stage st on st.vendor_id = ${tx.vendorId} and st.key = said.stage
      left join membership m on m.vendor_id = ${tx.vendorId} and m.email = said.seller and m.side = 'vendor'
        and 'direct-seller' = any (m.roles) and m.deactivated_at is null
      left join partner p on p.vendor_id = ${tx.vendorId} and p.external_id = said.owner
      left join ${byName(tx, "partner")} pn on p.id is null and pn.name = said.owner
      left join account a on a.vendor_id = ${tx.vendorId} and a.external_id = said.account
      left join ${byName(tx, "account")} an on a.id is null and an.name = said.account
      left join product d on d.vendor_id = ${tx.vendorId} and d.external_id = said.product
      left join ${byName(tx, "product")} dn on d.id is null and dn.name = said.product
    )`;
}

/** Locks the opportunities that rows of the file may change, until the file is taken over or the check is done. */
export async function lockChanging(tx: Tx, context: ImportContext): Promise<void> {
  await sql`select ${differing(tx, context, null)} and o.id is not null order by o.id for update of o`.execute(
    tx.db,
  );
}

/** The rows of a range in work, resolved once, with ids for what they make. */
export const inWork = sql`pg_temp.opportunities_in_work`;

/** Puts the rows of a range into work, and counts them: what follows is planned for as many as there are. */
export async function takeIntoWork(tx: Tx, context: ImportContext, range: RowRange): Promise<void> {
  await sql`drop table if exists ${inWork}`.execute(tx.db);
  await sql`create temporary table opportunities_in_work on commit drop as
    ${withStaged(tx, context, range)}
    select staged.*, app.next_id() as new_id, app.next_id() as win_id,
      case when meaning_after = 'lost' then null else value_minor end as value
    from staged order by row_no`.execute(tx.db);
  await sql`analyze ${inWork}`.execute(tx.db);
}

/** Records without an external id go by their name, where no two share it. */
function byName(tx: Tx, table: "partner" | "account" | "product"): RawBuilder<unknown> {
  return sql`(select name, (array_agg(id))[1] as id from ${sql.table(table)}
    where vendor_id = ${tx.vendorId} and external_id is null group by name having count(*) = 1)`;
}

const place = (key: string) => sql.raw(String(placeOf(key)));
const isNews = (key: string) => sql`s.cells[${place(key)}] is distinct from o.imported[${place(key)}]`;
const news = (key: string) => sql`(case when ${isNews(key)} then s.cells[${place(key)}] end)`;
const newsWithStage = (key: string) =>
  sql`(case when ${isNews(key)} or ${isNews("stage")} then s.cells[${place(key)}] end)`;
