import type { DayOrder, DecimalMark } from "./evidence.ts";
import type { ImportField, ImportKind } from "./kind.ts";

/** What a person has said about a file: which column fills which field, and what its values mean. */
export interface Mapping {
  /** Column's name to the field it fills; null or absent: the column is left out. */
  columns: Readonly<Record<string, string | null>>;
  /** Per field, what a cell says to the value it means. */
  values: Readonly<Record<string, Readonly<Record<string, string>>>>;
  /** How the file writes numbers and days, where its cells do not decide it; null: they do. */
  decimalMark: DecimalMark | null;
  dayOrder: DayOrder | null;
}

/** Where a field's cells come from. */
export interface FieldSource {
  field: ImportField;
  /** The column's name, and its place in a row. */
  column: string;
  index: number;
}

/** Something about a mapping that does not go; `pointer` is where in the mapping. */
export interface MappingProblem {
  pointer: string;
  message: string;
}

/** The fields that get something, in the order of the kind. */
export function sourcesOf(kind: ImportKind, columns: readonly string[], mapping: Mapping): FieldSource[] {
  return kind.fields.flatMap((field) => {
    const index = columns.findIndex((column) => mapping.columns[column] === field.key);
    const column = columns[index];
    return column === undefined ? [] : [{ field, column, index }];
  });
}

/** What is wrong with a mapping's columns: names that the file or the kind does not have, doubles, and gaps. */
export function columnProblems(
  kind: ImportKind,
  columns: readonly string[],
  mapping: Pick<Mapping, "columns">,
): MappingProblem[] {
  const problems: MappingProblem[] = [];
  const filledBy = new Map<string, string>();
  for (const [column, key] of Object.entries(mapping.columns)) {
    const pointer = `/columns/${escaped(column)}`;
    if (!columns.includes(column)) {
      problems.push({ pointer, message: `The file has no column “${column}”.` });
    } else if (key !== null) {
      const other = filledBy.get(key);
      if (!kind.fields.some((field) => field.key === key)) {
        problems.push({ pointer, message: `There is no field “${key}” in files of this kind.` });
      } else if (other !== undefined) {
        problems.push({ pointer, message: `“${other}” fills this field already. Choose one column.` });
      }
      filledBy.set(key, other ?? column);
    }
  }
  for (const field of kind.fields) {
    if (field.required && !filledBy.has(field.key)) {
      problems.push({ pointer: "/columns", message: `Choose the column that holds “${field.label}”.` });
    }
  }
  return problems;
}

/** What is wrong with a mapping's values: fields that have none, and targets that are not known. */
export function valueProblems(
  kind: ImportKind,
  domains: Readonly<Record<string, readonly { value: string }[]>>,
  values: Mapping["values"],
): MappingProblem[] {
  return Object.entries(values).flatMap(([key, meanings]) => {
    const field = kind.fields.find((one) => one.key === key);
    const pointer = `/values/${escaped(key)}`;
    if (field?.domain === undefined) {
      return [{ pointer, message: `“${key}” is no field whose values can be mapped.` }];
    }
    const known = new Set((domains[field.domain] ?? []).map((one) => one.value));
    return Object.entries(meanings)
      .filter(([, target]) => !known.has(target))
      .map(([cell, target]) => ({
        pointer: `${pointer}/${escaped(cell)}`,
        message: `“${target}” is not known as ${field.label}.`,
      }));
  });
}

function escaped(step: string): string {
  return step.replaceAll("~", "~0").replaceAll("/", "~1");
}
