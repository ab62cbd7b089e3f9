import { type RawBuilder, sql } from "kysely";
import type { Tx } from "../../database/tx.ts";
import type { ImportContext } from "../kind.ts";
import { cellOf, isNews, keyOf, overAllRows, type RecordTable, withStaged } from "./records.ts";

/** A parent further up than this is taken for a circle. */
const maxLevels = 50;

/** A table of records that stand below others of the same table; a cell names the parent by external id or name. */
export interface ParentedTable extends RecordTable {
  /** The field that names the parent. */
  parentField: string;
  /** The parents that there are already, as `(child_id, parent_id)`. */
  parents(tx: Tx, context: ImportContext): RawBuilder<unknown>;
}

/**
 * Continues `withStaged` by `named`: for each row that says anew whose child it is, the parent as a `node` (external id,
 * or id where it has none), and how many it could be. Rows of the file itself may be parents, wherever they stand in it.
 */
function withNamed(tx: Tx, { importId }: ImportContext, of: ParentedTable): RawBuilder<unknown> {
  const said = cellOf(of, of.parentField, sql`s.cells`);
  const name = cellOf(of, "name", sql`s.cells`);
  const table = sql.table(of.table);
  return sql`, everyone as (
      select row_no, ${keyOf(of, sql`s.cells`)} as key, lower(${name}) as folded
      from import_stage s where s.import_id = ${importId}
    ), wanted as (
      select s.row_no, s.key, ${said} as said, lower(${said}) as folded from staged s where ${isNews(of, of.parentField)}
    ), keys as (
      select key as said from everyone where key in (select said from wanted)
      union select external_id from ${table} where vendor_id = ${tx.vendorId} and external_id in (select said from wanted)
    ), names as (
      select n.folded, count(distinct n.node) as nodes, min(n.node) as node from (
        select folded, key as node from everyone
        union all
        select r.sort_name, coalesce(r.external_id, r.id::text) from ${table} r where r.vendor_id = ${tx.vendorId}
      ) n where n.folded in (select folded from wanted) group by n.folded
    ), named as (
      select w.row_no, w.key, w.said, coalesce(k.said, case when n.nodes = 1 then n.node end) as node,
        case when k.said is not null then 1 else coalesce(n.nodes, 0) end as nodes
      from wanted w left join keys k on k.said = w.said left join names n on k.said is null and n.folded = w.folded
    )`;
}

/**
 * Reports rows whose parent is not known, is not the only one of its name, is the row itself or stands below it, and
 * rows whose parent is a row that cannot be taken over itself.
 */
export async function checkParents(tx: Tx, context: ImportContext, of: ParentedTable): Promise<void> {
  await overAllRows(tx, async () => {
    await reportUnknown(tx, context, of);
    await reportCircles(tx, context, of);
    await reportLeftOut(tx, context, of);
  });
}

async function reportUnknown(tx: Tx, context: ImportContext, of: ParentedTable): Promise<void> {
  await sql`${withStaged(tx, context, of)}${withNamed(tx, context, of)}
    insert into import_problem (vendor_id, import_id, row_no, field, code, message, value, severity)
    select ${tx.vendorId}::uuid, ${context.importId}::uuid, row_no, ${of.parentField}, f.code, f.message, left(said, 200), 'error'
    from named cross join lateral (values
      ('unknown-parent', ${`There is no ${of.noun} of this id or name, here or in the file.`}::text, nodes = 0),
      ('ambiguous-parent', 'This is the name of more than one. Write its id.', nodes > 1),
      ('own-parent', 'It cannot stand above itself.', node = key)) as f (code, message, applies)
    where f.applies on conflict do nothing`.execute(tx.db);
}

/** Walks up from every row through the parents that will then be, those of the file before those that there are. */
async function reportCircles(tx: Tx, context: ImportContext, of: ParentedTable): Promise<void> {
  const table = sql.table(of.table);
  await sql`${withStaged(tx, context, of)}${withNamed(tx, context, of)}, edges as materialized (
      select key as child, node as parent from named
      union all
      select coalesce(c.external_id, c.id::text), coalesce(p.external_id, p.id::text)
      from (${of.parents(tx, context)}) as e (child_id, parent_id)
      join ${table} c on c.vendor_id = ${tx.vendorId} and c.id = e.child_id
      join ${table} p on p.vendor_id = ${tx.vendorId} and p.id = e.parent_id
      where not exists (select from named where named.key = c.external_id)
    ), above as (
      select row_no, key, node, 1 as level from named
      union all
      select a.row_no, a.key, e.parent, a.level + 1 from above a join edges e on e.child = a.node
      where a.node <> a.key and a.level < ${maxLevels}
    )
    insert into import_problem (vendor_id, import_id, row_no, field, code, message, value, severity)
    select ${tx.vendorId}::uuid, ${context.importId}::uuid, a.row_no, ${of.parentField},
      case when bool_or(a.node = a.key) then 'hierarchy-cycle' else 'endless-parents' end,
      case when bool_or(a.node = a.key) then 'Through its parents it would stand above itself.'
        else ${`Its parents have no end within ${maxLevels} levels.`}::text end,
      left(min(n.said), 200), 'error'
    from above a join named n on n.row_no = a.row_no
    where a.node = a.key or a.level = ${maxLevels} group by a.row_no
    on conflict do nothing`.execute(tx.db);
}

/** A row that has an error and no record yet will not be there for the rows below it, nor they for those below them. */
async function reportLeftOut(tx: Tx, context: ImportContext, of: ParentedTable): Promise<void> {
  await sql`${withStaged(tx, context, of)}${withNamed(tx, context, of)}, absent as (
      select e.key, min(e.row_no) as row_no from everyone e
      where not exists (select from staged g where g.key = e.key)
        and not exists (select from ${sql.table(of.table)} r where r.vendor_id = ${tx.vendorId} and r.external_id = e.key)
      group by e.key
    ), cut as (
      select n.row_no, n.key, n.said, a.row_no as parent_row from named n join absent a on a.key = n.node
      union
      select n.row_no, n.key, n.said, c.row_no from cut c join named n on n.node = c.key
    )
    insert into import_problem (vendor_id, import_id, row_no, field, code, message, value, severity)
    select ${tx.vendorId}::uuid, ${context.importId}::uuid, c.row_no, ${of.parentField}, 'parent-left-out',
      'Its parent, row ' || c.parent_row || ', has a problem itself.', left(c.said, 200), 'error'
    from cut c where not exists (select from ${sql.table(of.table)} r where r.vendor_id = ${tx.vendorId} and r.external_id = c.key)
    on conflict do nothing`.execute(tx.db);
}

/**
 * For every row that says anew whose child it is: the record and its parent, as `(child_id, parent_id)`. To be asked once
 * all rows are there, and before the kind's own fields are remembered.
 */
export function linkedRows(tx: Tx, context: ImportContext, of: ParentedTable): RawBuilder<unknown> {
  const said = cellOf(of, of.parentField, sql`s.cells`);
  const table = sql.table(of.table);
  return sql`${withStaged(tx, context, of)}, wanted as (
      select s.id, ${said} as said from staged s where s.id is not null and ${isNews(of, of.parentField)}
    ), names as (
      select r.sort_name, (array_agg(r.id))[1] as id from ${table} r
      where r.vendor_id = ${tx.vendorId} and r.sort_name in (select lower(said) from wanted) group by r.sort_name having count(*) = 1
    )
    select w.id as child_id, coalesce(k.id, n.id) as parent_id from wanted w
    left join ${table} k on k.vendor_id = ${tx.vendorId} and k.external_id = w.said
    left join names n on k.id is null and n.sort_name = lower(w.said)
    where coalesce(k.id, n.id) is not null`;
}
