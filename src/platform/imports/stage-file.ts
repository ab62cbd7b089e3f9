import type { Readable } from "node:stream";
import type { Tx } from "../database/tx.ts";
import { type CellReader, createCellReader, type Readings } from "./cells.ts";
import { createStageBytes } from "./copy-format.ts";
import type { Dialect } from "./dialect.ts";
import { decoded, type TextForm } from "./encoding.ts";
import type { RowProblem } from "./fault.ts";
import type { DomainValue, ImportKind } from "./kind.ts";
import { type FieldSource, type Mapping, sourcesOf } from "./mapping.ts";
import { type Question, questionsOf, readingsOf, sameReadings } from "./readings.ts";
import { type RowBatch, readRows } from "./rows.ts";
import { copyIntoStage, emptyStage, packProblems } from "./stage.ts";
import { unreadable } from "./unreadable.ts";
import type { TranslatedValue, UnknownValue } from "./values.ts";

export const maxRows = 5_000_000;
/** Problems that are listed one by one; what is beyond is counted and its rows are left out. */
export const maxListedProblems = 1_000_000;

export interface StageInput {
  importId: string;
  /** Opens the file from its beginning. */
  open: () => Readable;
  form: TextForm;
  dialect: Dialect;
  columns: readonly string[];
  kind: ImportKind;
  mapping: Mapping;
  domains: Readonly<Record<string, readonly DomainValue[]>>;
  /** Per field, what people have confirmed before: cell to value. */
  remembered: ReadonlyMap<string, ReadonlyMap<string, string>>;
  currency: string;
  /** Told as the reading goes on; it may throw to end it. */
  onProgress: (done: { rows: number; bytes: number }) => void;
}

export interface StageReport {
  /** Rows that are not empty. */
  rows: number;
  emptyRows: number;
  /** Rows with problems that are too many to be listed. */
  unlistedRows: number;
  /** What has to be asked before the file can be taken. */
  questions: Question[];
  unknownValues: { field: string; column: string; values: UnknownValue[]; more: number }[];
  translatedValues: ({ field: string } & TranslatedValue)[];
}

/**
 * Reads a file into the stage: canonical cells, and beside them what is wrong with the row. How numbers and days are
 * written is concluded from the beginning; where a later row proves that wrong, the file is read a second time.
 * @throws Problem 422 `unreadable-file` when it cannot be read to its end
 */
export async function stageFile(tx: Tx, input: StageInput): Promise<StageReport> {
  const sources = sourcesOf(input.kind, input.columns, input.mapping);
  let readings = await firstReadings(input, sources);
  for (;;) {
    const reader = cellReader(input, sources, readings);
    const pass = newPass();
    await emptyStage(tx, input.importId);
    await copyIntoStage(tx, stageBytes(input, reader, pass));
    const proven = readingsOf(reader, input.mapping);
    if (sameReadings(readings, proven)) return reportOf(pass, reader, sources, readings);
    readings = proven;
  }
}

interface Pass {
  rows: number;
  emptyRows: number;
  unlistedRows: number;
  problems: number;
  bytes: number;
}

function newPass(): Pass {
  return { rows: 0, emptyRows: 0, unlistedRows: 0, problems: 0, bytes: 0 };
}

function cellReader(input: StageInput, sources: readonly FieldSource[], readings: Readings): CellReader {
  return createCellReader({ ...input, fields: input.kind.fields, sources, readings });
}

async function firstReadings(input: StageInput, sources: readonly FieldSource[]): Promise<Readings> {
  const reader = cellReader(input, sources, { marks: new Map(), orders: new Map() });
  for await (const batch of readRows(decoded(input.open(), input.form), input.dialect)) {
    for (const row of batch.rows.slice(1)) reader.read(row, 0, []);
    break;
  }
  return readingsOf(reader, input.mapping);
}

async function* stageBytes(input: StageInput, reader: CellReader, pass: Pass): AsyncGenerator<Buffer> {
  const bytes = createStageBytes(input.importId);
  const nothing: readonly null[] = input.kind.fields.map(() => null);
  yield bytes.header;
  for await (const batch of readRows(decoded(counted(input.open(), pass), input.form), input.dialect)) {
    for (const [at, row] of batch.rows.entries()) {
      const rowNo = batch.firstRow + at;
      if (rowNo <= input.dialect.headerRow) continue;
      if (isEmpty(row)) {
        pass.emptyRows += 1;
        continue;
      }
      pass.rows += 1;
      const whole = wholeRowProblem(row, at, batch, input.columns.length);
      const problems: RowProblem[] = whole === null ? [] : [whole];
      const cells = whole === null ? reader.read(row, rowNo, problems) : nothing;
      if (isListed(pass, problems)) bytes.add(rowNo, cells, packProblems(problems));
      if (bytes.full()) yield bytes.take();
    }
    if (pass.rows > maxRows)
      throw unreadable(`The file has more than ${maxRows} rows. Split it and import the parts.`);
    input.onProgress(pass);
  }
  yield bytes.take();
  yield bytes.trailer;
}

async function* counted(source: Readable, pass: Pass): AsyncGenerator<Buffer> {
  for await (const chunk of source) {
    pass.bytes += chunk.length;
    yield chunk;
  }
}

function isEmpty(row: readonly string[]): boolean {
  for (const cell of row) if (cell !== "" && cell.trim() !== "") return false;
  return true;
}

/** What makes the cells of a row unreliable, so that none of them is read. */
function wholeRowProblem(
  row: readonly string[],
  at: number,
  batch: RowBatch,
  columns: number,
): RowProblem | null {
  const broken = batch.broken.size > 0 ? batch.broken.get(at) : undefined;
  const problem = { row: batch.firstRow + at, field: "", value: null };
  if (broken !== undefined) return { ...problem, code: "broken-quotes", message: broken };
  if (row.length === columns || (row.length > columns && isEmpty(row.slice(columns)))) return null;
  return {
    ...problem,
    code: "cell-count",
    message: `The row has ${row.length} cells, the first row has ${columns}.`,
  };
}

/** A row without problems always is; one with problems until there are too many. */
function isListed(pass: Pass, problems: readonly RowProblem[]): boolean {
  if (problems.length === 0) return true;
  if (pass.problems + problems.length > maxListedProblems) {
    pass.unlistedRows += 1;
    return false;
  }
  pass.problems += problems.length;
  return true;
}

function reportOf(
  pass: Pass,
  reader: CellReader,
  sources: readonly FieldSource[],
  readings: Readings,
): StageReport {
  const values = [...reader.values].map(([field, { source, reader: one }]) => ({ field, source, one }));
  return {
    rows: pass.rows,
    emptyRows: pass.emptyRows,
    unlistedRows: pass.unlistedRows,
    questions: questionsOf(reader, readings, sources),
    unknownValues: values
      .map(({ field, source, one }) => ({ field, column: source.column, ...one.unknown() }))
      .filter(({ values }) => values.length > 0),
    translatedValues: values.flatMap(({ field, one }) =>
      one.translated().map((value) => ({ field, ...value })),
    ),
  };
}
