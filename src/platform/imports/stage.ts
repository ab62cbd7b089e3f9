import { sql } from "kysely";
import { copyBytes } from "../database/copy.ts";
import { one, rows as rowsOf, type Tx } from "../database/tx.ts";
import type { RowProblem } from "./fault.ts";

/** Empties what an earlier reading of the same file has left. */
export async function emptyStage(tx: Tx, importId: string): Promise<void> {
  await sql`delete from import_stage where import_id = ${importId}`.execute(tx.db);
}

export async function forgetProblems(tx: Tx, importId: string): Promise<void> {
  await sql`delete from import_problem where vendor_id = ${tx.vendorId} and import_id = ${importId}`.execute(
    tx.db,
  );
}

/** Sends bytes in the format of `createStageBytes` into the stage; answers how many rows they were. */
export function copyIntoStage(tx: Tx, bytes: AsyncIterable<Buffer>): Promise<number> {
  const statement = "copy import_stage (import_id, row_no, cells, problems) from stdin with (format binary)";
  return copyBytes(tx, statement, bytes);
}

/** Problems as they lie beside their row in the stage. */
export function packProblems(problems: readonly RowProblem[]): string | null {
  return problems.length === 0 ? null : JSON.stringify(problems);
}

/** Turns the problems that came along with the rows into rows of their own; all of them are errors. */
export async function unpackProblems(tx: Tx, importId: string): Promise<void> {
  await sql`insert into import_problem (vendor_id, import_id, row_no, field, code, message, value, severity, phase)
    select ${tx.vendorId}::uuid, ${importId}::uuid, p."row", p.field, p.code, p.message, p.value, 'error', 'reading'
    from import_stage s, jsonb_to_recordset(s.problems) as p ("row" integer, field text, code text, message text, value text)
    where s.import_id = ${importId} and s.problems is not null
    on conflict do nothing`.execute(tx.db);
}

/**
 * Marks every row whose cell says what a cell above says already. `place` is the field's place among the kind's
 * fields, counted from 1.
 */
export async function markDuplicates(
  tx: Tx,
  importId: string,
  field: { key: string; label: string; place: number },
): Promise<void> {
  await sql`insert into import_problem (vendor_id, import_id, row_no, field, code, message, value, severity, phase)
    select ${tx.vendorId}::uuid, ${importId}::uuid, s.row_no, ${field.key}, 'duplicate',
      'Row ' || first.row_no || ' has the same ' || ${field.label}::text || '.', left(s.cells[${field.place}::integer], 200), 'error', 'reading'
    from (
      select cells[${field.place}::integer] as cell, min(row_no) as row_no from import_stage
      where import_id = ${importId} and cells[${field.place}::integer] is not null group by 1 having count(*) > 1
    ) first
    join import_stage s on s.import_id = ${importId} and s.cells[${field.place}::integer] = first.cell and s.row_no > first.row_no
    on conflict do nothing`.execute(tx.db);
}

/** What the kind itself has found, to be found anew. */
export async function forgetFindings(tx: Tx, importId: string): Promise<void> {
  await sql`delete from import_problem where vendor_id = ${tx.vendorId} and import_id = ${importId} and phase = 'kind'`.execute(
    tx.db,
  );
}

export interface ProblemCounts {
  /** Rows that have at least one. */
  rowsWithErrors: number;
  rowsWithWarnings: number;
}

export async function countProblems(tx: Tx, importId: string): Promise<ProblemCounts> {
  const found = await one<{ errors: bigint; warnings: bigint }>(
    tx,
    sql`select count(distinct row_no) filter (where severity = 'error') as errors,
        count(distinct row_no) filter (where severity = 'warning') as warnings
      from import_problem where vendor_id = ${tx.vendorId} and import_id = ${importId}`,
  );
  return { rowsWithErrors: Number(found.errors), rowsWithWarnings: Number(found.warnings) };
}

/** How many rows lie in the stage, and the last of their numbers; a database that crashed has lost them all. */
export async function stagedRows(tx: Tx, importId: string): Promise<{ count: number; lastRow: number }> {
  const found = await one<{ count: bigint; last: number | null }>(
    tx,
    sql`select count(*) as count, max(row_no) as last from import_stage where import_id = ${importId}`,
  );
  return { count: Number(found.count), lastRow: found.last ?? 0 };
}

/** The distinct values of one field that rows in the stage have. */
export async function stagedValues(tx: Tx, importId: string, place: number): Promise<string[]> {
  const found = await rowsOf<{ cell: string }>(
    tx,
    sql`select distinct cells[${place}::integer] as cell from import_stage where import_id = ${importId} and cells[${place}::integer] is not null`,
  );
  return found.map((row) => row.cell);
}
