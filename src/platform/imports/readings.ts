import type { CellReader, Readings } from "./cells.ts";
import { type DayOrder, type DecimalMark, type Evidence, readingOf } from "./evidence.ts";
import type { FieldSource, Mapping } from "./mapping.ts";

/** A column that a person has to explain, because its cells can be read in two ways. */
export interface Question {
  about: "decimal-mark" | "day-order";
  field: string;
  column: string;
  /** A cell that can be read in two ways. */
  example: string;
  /** Some cells of the column need the one reading and some the other. */
  contradicted: boolean;
}

/** How each column is to be read: as the person said, else as its own cells decide, else as the whole file does. */
export function readingsOf(learnt: Pick<CellReader, "numbers" | "days">, mapping: Mapping): Readings {
  const marks = [...learnt.numbers.values()];
  const orders = [...learnt.days.values()];
  return {
    marks: mapped(learnt.numbers, (own) => mapping.decimalMark ?? readingOf(own, marks)),
    orders: mapped(learnt.days, (own) => mapping.dayOrder ?? readingOf(own, orders)),
  };
}

export function sameReadings(a: Readings, b: Readings): boolean {
  return sameEntries(a.marks, b.marks) && sameEntries(a.orders, b.orders);
}

/** What has to be asked before the file can be taken: columns with cells that nothing decides. */
export function questionsOf(
  learnt: Pick<CellReader, "numbers" | "days">,
  readings: Readings,
  sources: readonly FieldSource[],
): Question[] {
  return sources.flatMap(({ field, column, index }) => {
    const question = (about: Question["about"], evidence: Evidence<string>): Question[] =>
      evidence.unclear === null
        ? []
        : [
            {
              about,
              field: field.key,
              column,
              example: evidence.unclear,
              contradicted: Object.values(evidence.counts).every((count) => count > 0),
            },
          ];
    const number = learnt.numbers.get(index);
    const day = learnt.days.get(index);
    if (number !== undefined && readings.marks.get(index) === null) return question("decimal-mark", number);
    if (day !== undefined && readings.orders.get(index) === null) return question("day-order", day);
    return [];
  });
}

function mapped<T, R>(from: ReadonlyMap<number, T>, reading: (own: T) => R): ReadonlyMap<number, R> {
  return new Map([...from].map(([index, own]) => [index, reading(own)]));
}

function sameEntries(
  a: ReadonlyMap<number, DecimalMark | DayOrder | null>,
  b: ReadonlyMap<number, DecimalMark | DayOrder | null>,
): boolean {
  return [...b].every(([index, reading]) => (a.get(index) ?? null) === reading);
}
