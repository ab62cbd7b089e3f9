import { type RawBuilder, sql } from "kysely";
import { one, type Tx } from "../../database/tx.ts";
import type { ImportContext, ImportField } from "../kind.ts";

/*
 * What kinds of files have in common whose rows are records of one table, told apart by their external id: accounts,
 * partners, products. A row without an external id goes by its name.
 */

/** One column of the table and how it follows from a cell. */
export interface RecordColumn {
  column: string;
  /** Key of the field that fills it. */
  field: string;
  /** The column's value, given the cell as text. */
  value: (cell: RawBuilder<unknown>) => RawBuilder<unknown>;
}

/** A table of records that files fill, with `external_id`, `name`, `import_id`, `changed_by_import_id`, `imported`. */
export interface RecordTable {
  table: string;
  /** What people call one of its records, such as "account". */
  noun: string;
  /**
   * Has `external-id` and `name`. Cells are kept in this order with the record, so a new field goes to the end. Fields
   * that fill no column are the kind's own affair, once all rows are there.
   */
  fields: readonly ImportField[];
  columns(context: ImportContext): readonly RecordColumn[];
}

/** Rows `fromRow` (inclusive) to `toRow` (exclusive). */
export interface RowRange {
  fromRow: number;
  toRow: number;
}

/** A field's place in the array of cells, counted from 1. */
export function placeOf({ fields }: Pick<RecordTable, "fields">, field: string): number {
  const place = fields.findIndex((one) => one.key === field) + 1;
  if (place === 0) throw new Error(`There is no field "${field}" in this kind of file.`);
  return place;
}

/** A field's cell in an array of cells, as text. */
export function cellOf(
  of: Pick<RecordTable, "fields">,
  field: string,
  cells: RawBuilder<unknown>,
): RawBuilder<unknown> {
  return sql`${cells}[${sql.lit(placeOf(of, field))}]`;
}

/** The name that a row's record goes by in other systems. */
export function keyOf(of: Pick<RecordTable, "fields">, cells: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`coalesce(${cellOf(of, "external-id", cells)}, ${cellOf(of, "name", cells)})`;
}

/** The rows without an error: `row_no`, `cells` and the `key` that they go by. */
export function goodRows(
  tx: Tx,
  { importId }: ImportContext,
  of: RecordTable,
  range: RowRange | null = null,
): RawBuilder<unknown> {
  const within = range === null ? sql`true` : sql`s.row_no >= ${range.fromRow} and s.row_no < ${range.toRow}`;
  return sql`select s.row_no, s.cells, ${keyOf(of, sql`s.cells`)} as key from import_stage s
    where s.import_id = ${importId} and ${within}
      and not exists (select from import_problem p where p.vendor_id = ${tx.vendorId} and p.import_id = s.import_id
        and p.row_no = s.row_no and p.severity = 'error')`;
}

/** The beginning of a statement over all rows: `staged` has each good row and the record (`id`, `imported`) of its key. */
export function withStaged(tx: Tx, context: ImportContext, of: RecordTable): RawBuilder<unknown> {
  return sql`with recursive staged as (
      select s.row_no, s.cells, s.key, r.id, r.imported from (${goodRows(tx, context, of)}) s
      left join ${sql.table(of.table)} r on r.vendor_id = ${tx.vendorId} and r.external_id = s.key
    )`;
}

/** That a row `s` says something in a field that the last import of the same record did not. */
export function isNews(of: RecordTable, field: string): RawBuilder<boolean> {
  const said = cellOf(of, field, sql`s.cells`);
  return sql<boolean>`(${said} is not null and ${said} is distinct from ${cellOf(of, field, sql`s.imported`)})`;
}

/** Whether no row of the import comes after the range. */
export async function isLastRange(tx: Tx, { importId }: ImportContext, range: RowRange): Promise<boolean> {
  const { last } = await one(
    tx,
    sql<{ last: number | null }>`select max(row_no) as last from import_stage where import_id = ${importId}`,
  );
  return last === null || range.toRow > last;
}

/**
 * Statements that join whole tables. What the planner knows of them is from before the transaction filled them, and
 * looking rows up one by one in what it takes for empty would never end.
 */
export async function overAllRows<T>(tx: Tx, act: () => Promise<T>): Promise<T> {
  await sql`set local enable_nestloop = off`.execute(tx.db);
  const answer = await act();
  await sql`set local enable_nestloop = on`.execute(tx.db);
  return answer;
}
