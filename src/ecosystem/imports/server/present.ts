import { toPublicId } from "#platform/ids.ts";
import type { Import, ImportProblem, ImportSummary } from "../contract.ts";
import { actsIn } from "../import.ts";
import type { ImportRow, ProblemRow } from "./store.ts";

const delimiterNames = { ",": "comma", ";": "semicolon", "\t": "tab" } as const;

export function presentSummary(row: ImportRow): ImportSummary {
  return {
    id: toPublicId("imp", row.id),
    number: Number(row.number),
    kind: row.kind,
    state: row.state,
    fileName: row.file_name,
    fileBytes: Number(row.file_bytes),
    opening: row.opening_reason !== null,
    progress: progressOf(row),
    result: row.result,
    failure: row.failure,
    startedBy: { id: toPublicId("mem", row.started_by), name: row.starter_name },
    createdAt: row.created_at.toString(),
    finishedAt: row.finished_at?.toString() ?? null,
    version: row.version,
  };
}

function progressOf(row: ImportRow): ImportSummary["progress"] {
  const { state, rows_done: rowsDone, rows_total: rowsTotal } = row;
  const bytes = Number(row.file_bytes);
  const share =
    state === "checking"
      ? Number(row.bytes_done) / bytes
      : state === "running"
        ? rowsDone / Math.max(1, rowsTotal ?? 1)
        : null;
  return { phase: row.phase, rowsDone, rowsTotal, share: share === null ? null : Math.min(1, share) };
}

export function presentImport(row: ImportRow, sameFile: ImportRow | null): Import {
  const guesses = new Map(row.head.guesses.map((guess) => [guess.column, guess]));
  return {
    ...presentSummary(row),
    file: {
      encoding: row.head.form.encoding,
      encodingNote: row.head.form.note,
      delimiter: delimiterNames[row.head.dialect.delimiter],
    },
    columns: row.columns.map((name) => {
      const guess = guesses.get(name);
      return {
        name,
        guess: { field: guess?.field ?? null, by: guess?.by ?? "nothing", why: guess?.why ?? "" },
      };
    }),
    sample: row.head.sample,
    sameFile:
      sameFile === null
        ? null
        : {
            id: toPublicId("imp", sameFile.id),
            number: Number(sameFile.number),
            state: sameFile.state,
            createdAt: sameFile.created_at.toString(),
          },
    mapping: mappingOf(row),
    findings: row.findings,
    undo: row.undo_result,
    acts: actsIn(row.state, row.mapping !== null),
  };
}

function mappingOf(row: ImportRow): Import["mapping"] {
  if (row.mapping === null) return null;
  return {
    ...row.mapping,
    values: row.values_mapping,
    opening: row.opening_reason === null ? null : { reason: row.opening_reason },
    options: row.options,
  };
}

export function presentProblem(row: ImportRow, problem: ProblemRow): ImportProblem {
  const columns = Object.entries(row.mapping?.columns ?? {});
  return {
    row: problem.row_no,
    field: problem.field === "" ? null : problem.field,
    column: columns.find(([, key]) => key === problem.field)?.[0] ?? null,
    severity: problem.severity,
    code: problem.code,
    message: problem.message,
    value: problem.value,
  };
}
