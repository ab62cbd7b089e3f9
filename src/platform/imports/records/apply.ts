import { type RawBuilder, sql } from "kysely";
import { changed, one, type Tx } from "../../database/tx.ts";
import type { ApplyResult, ImportContext } from "../kind.ts";
import { cellOf, isNews, type RecordTable, type RowRange, withStaged } from "./records.ts";

/**
 * Takes over a range of rows: records that are not there are created, of those that are there only what the file says
 * anew is changed. `also` tells, for a row `s` and its record `r`, that something outside of the columns changes too.
 */
export async function applyRecords(
  tx: Tx,
  context: ImportContext,
  of: RecordTable,
  range: RowRange,
  also: RawBuilder<boolean> = sql`false`,
): Promise<ApplyResult> {
  const created = await create(tx, context, of, range);
  const updated = await update(tx, context, of, range, also);
  const { total } = await one(
    tx,
    sql<{ total: number }>`${withStaged(tx, context, of, range)} select count(*)::int as total from staged`,
  );
  return { created, updated, unchanged: total - created - updated };
}

async function create(tx: Tx, context: ImportContext, of: RecordTable, range: RowRange): Promise<number> {
  const columns = of.columns(context);
  const names = columns.map(({ column }) => sql.ref(column));
  const values = columns.map(({ field, value }) => value(cellOf(of, field, sql`s.cells`)));
  return changed(
    tx,
    sql`${withStaged(tx, context, of, range)}
      insert into ${sql.table(of.table)} (vendor_id, id, external_id, ${sql.join(names)}, import_id, imported, created_at)
      select ${tx.vendorId}::uuid, app.next_id(), s.key, ${sql.join(values)}, ${context.importId}::uuid, s.cells,
        ${tx.now().toString()}::timestamptz
      from staged s where s.id is null order by s.row_no
      on conflict (vendor_id, external_id) do nothing`,
  );
}

async function update(
  tx: Tx,
  context: ImportContext,
  of: RecordTable,
  range: RowRange,
  also: RawBuilder<boolean>,
): Promise<number> {
  const columns = of.columns(context);
  const after = columns.map(({ column, field, value }) => {
    const told = value(cellOf(of, field, sql`s.cells`));
    return sql`case when ${isNews(of, field)} then ${told} else r.${sql.ref(column)} end as ${sql.ref(column)}`;
  });
  const before = sql.join(columns.map(({ column }) => sql`r.${sql.ref(column)}`));
  const told = sql.join(columns.map(({ column }) => sql`n.${sql.ref(column)}`));
  const set = sql.join(columns.map(({ column }) => sql`${sql.ref(column)} = w.${sql.ref(column)}`));
  return changed(
    tx,
    sql`${withStaged(tx, context, of, range)},
      wanted as (
        select r.id, n.* from staged s
        join ${sql.table(of.table)} r on r.vendor_id = ${tx.vendorId} and r.id = s.id
        cross join lateral (select ${sql.join(after)}) n
        where s.cells is distinct from s.imported and (row(${before}) is distinct from row(${told}) or ${also})
      )
      update ${sql.table(of.table)} r set ${set}, version = r.version + 1, changed_by_import_id = ${context.importId}::uuid
      from wanted w where r.vendor_id = ${tx.vendorId} and r.id = w.id`,
  );
}

/** Keeps what the file said, once all of its rows are taken over, so that the same file changes nothing again. */
export async function rememberRows(tx: Tx, context: ImportContext, of: RecordTable): Promise<void> {
  await changed(
    tx,
    sql`${withStaged(tx, context, of)}
      update ${sql.table(of.table)} r set imported = s.cells from staged s
      where r.vendor_id = ${tx.vendorId} and r.id = s.id and s.imported is distinct from s.cells`,
  );
}
