import { type DayReading, readDay } from "./days.ts";
import { type DayOrder, type DecimalMark, type Evidence, noEvidence } from "./evidence.ts";
import { Fault, type RowProblem, shown } from "./fault.ts";
import type { DomainValue, ImportField } from "./kind.ts";
import type { FieldSource, Mapping } from "./mapping.ts";
import { moneyReader, type NumberReading, readAmounts, readDecimal, readInteger } from "./numbers.ts";
import { maxCellCharacters, readText, tooLong } from "./text.ts";
import { createValueReader, type ValueReader } from "./values.ts";

/** How the columns of a file are read, as far as it is known: per column, by its place. */
export interface Readings {
  marks: ReadonlyMap<number, DecimalMark | null>;
  orders: ReadonlyMap<number, DayOrder | null>;
}

/** Turns rows of a file into canonical cells, and learns on the way how the file writes numbers and days. */
export interface CellReader {
  /**
   * The cells of a row in the order of the kind's fields, null where empty; the array is used again for the next row.
   * What is wrong is added to `problems`.
   */
  read(row: readonly string[], rowNo: number, problems: RowProblem[]): readonly (string | null)[];
  readonly numbers: ReadonlyMap<number, Evidence<DecimalMark>>;
  readonly days: ReadonlyMap<number, Evidence<DayOrder>>;
  readonly values: ReadonlyMap<string, { source: FieldSource; reader: ValueReader }>;
}

export interface CellReaderOptions {
  fields: readonly ImportField[];
  sources: readonly FieldSource[];
  mapping: Mapping;
  readings: Readings;
  domains: Readonly<Record<string, readonly DomainValue[]>>;
  /** Per field, what people have confirmed before: cell to value. */
  remembered: ReadonlyMap<string, ReadonlyMap<string, string>>;
  currency: string;
}

type ReadCell = (text: string, row: number) => string | Fault;

interface Column {
  /** Place of the cell in the file's row and of the field among the kind's. */
  from: number;
  to: number;
  field: ImportField;
  read: ReadCell;
}

export function createCellReader(options: CellReaderOptions): CellReader {
  const numbers = new Map<number, Evidence<DecimalMark>>();
  const days = new Map<number, Evidence<DayOrder>>();
  const values = new Map<string, { source: FieldSource; reader: ValueReader }>();
  const columns: Column[] = options.sources.map((source) => ({
    from: source.index,
    to: options.fields.indexOf(source.field),
    field: source.field,
    read: readerOf(source, options, { numbers, days, values }),
  }));
  const cells: (string | null)[] = options.fields.map(() => null);
  return {
    numbers,
    days,
    values,
    read(row, rowNo, problems) {
      for (const column of columns) {
        const text = (row[column.from] ?? "").trim();
        const result = text === "" ? emptyCell(column.field) : readBounded(column, text, rowNo);
        if (typeof result === "string") cells[column.to] = result;
        else {
          cells[column.to] = null;
          if (result !== null) problems.push(problemOf(result, rowNo, column.field.key, text));
        }
      }
      return cells;
    },
  };
}

const missing = new Map<ImportField, Fault>();

function emptyCell(field: ImportField): Fault | null {
  if (!field.required) return null;
  let fault = missing.get(field);
  if (fault === undefined) {
    fault = new Fault("missing", `${field.label} is empty.`);
    missing.set(field, fault);
  }
  return fault;
}

function readBounded(column: Column, text: string, rowNo: number): string | Fault {
  return text.length > maxCellCharacters ? tooLong(maxCellCharacters) : column.read(text, rowNo);
}

function problemOf(fault: Fault, row: number, field: string, text: string): RowProblem {
  return { row, field, code: fault.code, message: fault.message, value: text === "" ? null : shown(text) };
}

function readerOf(
  source: FieldSource,
  options: CellReaderOptions,
  learnt: {
    numbers: Map<number, Evidence<DecimalMark>>;
    days: Map<number, Evidence<DayOrder>>;
    values: Map<string, { source: FieldSource; reader: ValueReader }>;
  },
): ReadCell {
  const { field, index } = source;
  switch (field.type) {
    case "text": {
      const maxLength = Math.min(field.maxLength ?? maxCellCharacters, maxCellCharacters);
      return (text) => readText(text, maxLength);
    }
    case "integer":
    case "decimal":
    case "money":
    case "amounts": {
      const evidence = noEvidence<DecimalMark>(".", ",");
      learnt.numbers.set(index, evidence);
      const reading: NumberReading = { mark: options.readings.marks.get(index) ?? null, evidence };
      const read =
        field.type === "integer"
          ? readInteger
          : field.type === "decimal"
            ? readDecimal
            : field.type === "money"
              ? moneyReader(options.currency)
              : readAmounts;
      return (text) => read(text, reading);
    }
    case "day": {
      const evidence = noEvidence<DayOrder>("day-first", "month-first");
      learnt.days.set(index, evidence);
      const reading: DayReading = { order: options.readings.orders.get(index) ?? null, evidence };
      return (text) => readDay(text, reading);
    }
    case "choice":
    case "reference": {
      const reader = createValueReader({
        label: field.label,
        domain: options.domains[field.domain ?? ""] ?? [],
        mapped: new Map(Object.entries(options.mapping.values[field.key] ?? {})),
        remembered: options.remembered.get(field.key) ?? new Map(),
      });
      learnt.values.set(field.key, { source, reader });
      return (text, row) => reader.read(text, row);
    }
  }
}
