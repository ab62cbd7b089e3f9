import { readFileSync } from "node:fs";
import { type RawBuilder, sql } from "kysely";

/** What a report is asked with: ids, days, texts and amounts, by the names that its file gives them. */
export type ReportValues = Readonly<Record<string, string | number | bigint | null | readonly string[]>>;

/** A report as a statement, ready to run. */
export type Report<Row> = (values: ReportValues) => RawBuilder<Row>;

/**
 * Reads a report: a file with one SQL statement, in which `:name` stands for a value that is passed at each call. The
 * file is read once, when the server starts, so that a missing one is noticed then.
 * @throws RangeError at a call that leaves out a value which the statement names
 */
export function report<Row>(file: URL): Report<Row> {
  const { parts, names } = split(readFileSync(file, "utf8"));
  const texts = Object.assign(parts, { raw: parts });
  return (values) => sql<Row>(texts, ...names.map((name) => valueNamed(values, name, file)));
}

/** The text between the values, and the names of the values in between. `::` is a cast, and `--` begins a comment. */
function split(text: string): { parts: string[]; names: string[] } {
  const pieces = text
    .replaceAll(/--.*$/gm, "")
    .trim()
    .split(/(?<!:):([a-z][a-z_]*)/);
  return {
    parts: pieces.filter((_, index) => index % 2 === 0),
    names: pieces.filter((_, index) => index % 2 === 1),
  };
}

function valueNamed(values: ReportValues, name: string, file: URL) {
  const value = values[name];
  if (value === undefined) throw new RangeError(`${file.pathname} needs a value for :${name}.`);
  return value;
}
