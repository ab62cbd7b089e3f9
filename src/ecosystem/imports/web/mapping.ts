import type { BodyOf } from "#platform/http/endpoint.ts";
import type { Import, mapImport } from "../contract.ts";

/** What a person says about a file, as far as they have come. */
export type Draft = Required<BodyOf<typeof mapImport>>;

/** Where the draft begins: with what was said the last time, else with what was guessed. */
export function draftOf({ columns, mapping }: Pick<Import, "columns" | "mapping">): Draft {
  return {
    columns: Object.fromEntries(
      columns.map(({ name, guess }) => [name, mapping ? (mapping.columns[name] ?? null) : guess.field]),
    ),
    values: mapping?.values ?? {},
    decimalMark: mapping?.decimalMark ?? null,
    dayOrder: mapping?.dayOrder ?? null,
    opening: mapping?.opening ?? null,
    options: mapping?.options ?? {},
  };
}

/** The other column that fills the same field, where there is one. */
export function rivalOf(columns: Draft["columns"], column: string): string | undefined {
  const field = columns[column];
  if (!field) return undefined;
  return Object.keys(columns).find((other) => other !== column && columns[other] === field);
}

/** Keys of the required fields that no column fills yet. */
export function missingFields(
  fields: readonly { key: string; required: boolean }[],
  columns: Draft["columns"],
): string[] {
  const filled = new Set(Object.values(columns));
  return fields.filter((field) => field.required && !filled.has(field.key)).map((field) => field.key);
}

/** The values of a draft with what was chosen for cells beside what was said before. */
export function withMeanings(
  values: Draft["values"],
  chosen: Readonly<Record<string, Readonly<Record<string, string>>>>,
): Draft["values"] {
  const merged: Draft["values"] = { ...values };
  for (const [field, meanings] of Object.entries(chosen)) {
    const said = Object.entries(meanings).filter(([, target]) => target !== "");
    if (said.length > 0) merged[field] = { ...values[field], ...Object.fromEntries(said) };
  }
  return merged;
}

/** A few cells of a column, each once, for people to recognise it by. */
export function cellsOf(sample: Import["sample"], column: number, atMost: number): string[] {
  const cells = sample.map((row) => (row[column] ?? "").trim()).filter((cell) => cell !== "");
  return [...new Set(cells)].slice(0, atMost);
}

/** The file's column behind a pointer of a refusal, such as `/columns/close~1date`. */
export function columnOf(pointer: string): string | undefined {
  const [, part, step] = pointer.split("/");
  return part === "columns" ? step?.replaceAll("~1", "/").replaceAll("~0", "~") : undefined;
}
