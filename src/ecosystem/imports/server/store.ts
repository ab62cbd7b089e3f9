import { type RawBuilder, sql } from "kysely";
import { maybe, one, rows, type Tx } from "#platform/database/tx.ts";
import type { StoredFile } from "#platform/files/files.ts";
import { page } from "#platform/http/list.ts";
import type { Dialect } from "#platform/imports/dialect.ts";
import type { TextForm } from "#platform/imports/encoding.ts";
import type { DayOrder, DecimalMark } from "#platform/imports/evidence.ts";
import type { Guess } from "#platform/imports/guess.ts";
import type { ApplyResult, ImportKind, Outcome, UndoResult } from "#platform/imports/kind.ts";
import type { ImportFindings } from "../contract.ts";
import { type Act, type State, statesFor } from "../import.ts";

/** What the upload has found out about a file. */
export interface Head {
  form: TextForm;
  dialect: Dialect;
  sample: string[][];
  guesses: Guess[];
}

export interface StoredMapping {
  columns: Record<string, string | null>;
  decimalMark: DecimalMark | null;
  dayOrder: DayOrder | null;
}

export type RunResult = ApplyResult & { skipped: number; outcomes?: Outcome[] };

export interface ImportRow {
  id: string;
  number: bigint;
  kind: ImportKind["kind"];
  state: State;
  file_name: string;
  file_key: string;
  file_bytes: bigint;
  file_sha256: Buffer;
  columns: string[];
  head: Head;
  mapping: StoredMapping | null;
  values_mapping: Record<string, Record<string, string>>;
  options: Record<string, string>;
  opening_reason: string | null;
  findings: ImportFindings | null;
  domains_digest: Buffer | null;
  rows_total: number | null;
  rows_done: number;
  bytes_done: bigint;
  phase: "waiting" | "reading" | "comparing" | "trying" | "writing" | null;
  result: RunResult | null;
  undo_result: UndoResult | null;
  failure: string | null;
  started_by: string;
  starter_name: string;
  acting_id: string | null;
  attempts: number;
  cancellation_requested: boolean;
  staged: boolean;
  created_at: Temporal.Instant;
  finished_at: Temporal.Instant | null;
  version: number;
}

const selected = sql`select i.id, i.number, i.kind, i.state, i.file_name, i.file_key, i.file_bytes, i.file_sha256, i.columns,
  i.head, i.mapping, i.values_mapping, i.options, i.opening_reason, i.findings, i.domains_digest, i.rows_total, i.rows_done,
  i.bytes_done, i.phase, i.result, i.undo_result, i.failure, i.started_by, m.name as starter_name, i.acting_id, i.attempts,
  i.cancellation_requested, i.staged, i.created_at, i.finished_at, i.version
  from import i join membership m on m.vendor_id = i.vendor_id and m.id = i.started_by`;

export function findImport(tx: Tx, id: string): Promise<ImportRow | null> {
  return maybe<ImportRow>(tx, sql`${selected} where i.vendor_id = ${tx.vendorId} and i.id = ${id}`);
}

/** The same, held until the transaction ends: whoever changes it meanwhile waits. */
export async function lockImport(tx: Tx, id: string): Promise<ImportRow | null> {
  await sql`select from import where vendor_id = ${tx.vendorId} and id = ${id} for update`.execute(tx.db);
  return findImport(tx, id);
}

/** The last import before this one of the same file; one that was undone or failed is none. */
export function findSameFile(tx: Tx, row: ImportRow): Promise<ImportRow | null> {
  return maybe<ImportRow>(
    tx,
    sql`${selected} where i.vendor_id = ${tx.vendorId} and i.file_sha256 = ${row.file_sha256} and i.kind = ${row.kind}
      and i.number < ${row.number} order by i.number desc limit 1`,
  );
}

export async function listImportRows(
  tx: Tx,
  query: { cursor?: string; limit?: number; kind?: string; state?: string },
): Promise<{ rows: ImportRow[]; nextCursor: string | null }> {
  const { after, orderBy, limit, finish } = page<ImportRow>(
    [
      {
        expression: sql`i.created_at`,
        type: "timestamptz",
        direction: "desc",
        value: (row) => row.created_at.toString(),
      },
      { expression: sql`i.id`, type: "uuid", direction: "desc", value: (row) => row.id },
    ],
    query,
  );
  return finish(
    await rows<ImportRow>(
      tx,
      sql`${selected} where i.vendor_id = ${tx.vendorId} and ${after}
        and (${query.kind ?? null}::text is null or i.kind = ${query.kind ?? null})
        and (${query.state ?? null}::text is null or i.state = ${query.state ?? null})
        order by ${orderBy} limit ${limit}`,
    ),
  );
}

export async function insertImport(
  tx: Tx,
  wanted: { id: string; kind: string; file: StoredFile; columns: string[]; head: Head; startedBy: string },
): Promise<void> {
  const { value } = await one<{ value: bigint }>(
    tx,
    sql`insert into counter (vendor_id, scope, name, value) values (${tx.vendorId}, ${tx.vendorId}, 'import', 1)
      on conflict (vendor_id, scope, name) do update set value = counter.value + 1 returning value`,
  );
  await sql`insert into import (vendor_id, id, number, kind, state, file_name, file_key, file_bytes, file_sha256, columns,
      head, started_by, created_at)
    values (${tx.vendorId}, ${wanted.id}, ${value}, ${wanted.kind}, 'uploaded', ${wanted.file.fileName}, ${wanted.file.key},
      ${wanted.file.bytes}, ${wanted.file.sha256}, ${wanted.columns}, ${JSON.stringify(wanted.head)}::jsonb,
      ${wanted.startedBy}, ${tx.now().toString()})`.execute(tx.db);
}

/** Changes an import if the act is open in its state now; answers whether it was. */
export async function changeIfOpen(
  tx: Tx,
  id: string,
  act: Act | "go-on",
  assignments: RawBuilder<unknown>,
): Promise<boolean> {
  const from: readonly State[] = act === "go-on" ? ["checking", "running"] : statesFor(act);
  const done = await maybe(
    tx,
    sql`update import set ${assignments}, version = version + 1
      where vendor_id = ${tx.vendorId} and id = ${id} and state = any(${[...from]}) returning id`,
  );
  return done !== null;
}

export async function deleteImport(tx: Tx, id: string): Promise<void> {
  await sql`delete from import where vendor_id = ${tx.vendorId} and id = ${id}`.execute(tx.db);
}

export interface ProblemRow {
  row_no: number;
  field: string;
  code: string;
  message: string;
  value: string | null;
  severity: "error" | "warning";
}

export async function listProblemRows(
  tx: Tx,
  importId: string,
  query: { cursor?: string; limit?: number; severity?: string; field?: string; code?: string },
): Promise<{ rows: ProblemRow[]; nextCursor: string | null }> {
  const { after, orderBy, limit, finish } = page<ProblemRow>(
    [
      { expression: sql`row_no`, type: "integer", direction: "asc", value: (row) => row.row_no },
      { expression: sql`field`, type: "text", direction: "asc", value: (row) => row.field },
      { expression: sql`code`, type: "text", direction: "asc", value: (row) => row.code },
    ],
    query,
  );
  return finish(
    await rows<ProblemRow>(
      tx,
      sql`select row_no, field, code, message, value, severity from import_problem
        where vendor_id = ${tx.vendorId} and import_id = ${importId} and ${after}
          and (${query.severity ?? null}::text is null or severity = ${query.severity ?? null})
          and (${query.field ?? null}::text is null or field = ${query.field ?? null})
          and (${query.code ?? null}::text is null or code = ${query.code ?? null})
        order by ${orderBy} limit ${limit}`,
    ),
  );
}

/** Problems of the same kind together, each with its first row. */
export function groupProblems(
  tx: Tx,
  importId: string,
  limit: number,
): Promise<(ProblemRow & { count: bigint })[]> {
  return rows<ProblemRow & { count: bigint }>(
    tx,
    sql`select g.count, p.* from (
        select field, code, severity, count(*) as count, min(row_no) as first from import_problem
        where vendor_id = ${tx.vendorId} and import_id = ${importId} group by field, code, severity
        order by count(*) desc limit ${limit}
      ) g
      cross join lateral (
        select row_no, field, code, message, value, severity from import_problem
        where vendor_id = ${tx.vendorId} and import_id = ${importId} and row_no = g.first and field = g.field and code = g.code
      ) p order by g.count desc, p.row_no`,
  );
}
