import Papa from "papaparse";
import type { Dialect } from "./dialect.ts";
import { unreadable } from "./unreadable.ts";

/** Rows of a file that follow each other. */
export interface RowBatch {
  /** The number of the first of them in the file, where the names of the columns are row 1. */
  firstRow: number;
  rows: string[][];
  /** What is wrong with the quotes of a row, by its place in `rows`. */
  broken: ReadonlyMap<number, string>;
}

/** More than any real row; a quote that never closes makes the rest of the file one row. */
export const maxRowCharacters = 1_000_000;

const brokenQuotes =
  "A quote stands in the middle of a quoted cell. Double it, or take the quotes away; the row is read up to the next proper quote.";

/**
 * Reads text as a table: the row of names first, then the others, as they come. Memory holds one piece of the text.
 * @throws Problem 422 `unreadable-file` when a quote never closes
 */
export async function* readRows(text: AsyncIterable<string>, dialect: Dialect): AsyncGenerator<RowBatch> {
  const parser = new Papa.Parser({ delimiter: dialect.delimiter, newline: dialect.newline });
  let rest = "";
  let row = 1;
  const batchOf = (parsed: Papa.ParseResult<string[]>): RowBatch => {
    const batch = toBatch(parsed, row, dialect.headerRow);
    row += parsed.data.length;
    return batch;
  };
  for await (const piece of text) {
    const read = rest + piece;
    const parsed: Papa.ParseResult<string[]> = parser.parse(read, 0, true);
    rest = read.slice(parsed.meta.cursor);
    const batch = batchOf(parsed);
    if (rest.length > maxRowCharacters) throw endlessRow(rest, row);
    if (batch.rows.length > 0) yield batch;
  }
  if (rest === "") return;
  const parsed: Papa.ParseResult<string[]> = parser.parse(rest.replace(/\r$/, ""), 0, false);
  const open = parsed.errors.find((error) => error.code === "MissingQuotes");
  if (open !== undefined) throw openQuote(row + (open.row ?? 0));
  const batch = batchOf(parsed);
  if (batch.rows.length > 0) yield batch;
}

/** A spreadsheet's `sep=` line above the names is no row; its number stays. */
function toBatch(parsed: Papa.ParseResult<string[]>, firstRow: number, headerRow: number): RowBatch {
  const skipped = firstRow < headerRow ? 1 : 0;
  const broken = new Map<number, string>();
  for (const error of parsed.errors) {
    // The parser also stumbles over a row that is not all there yet; that one is read again with the next piece.
    if (error.code === "InvalidQuotes" && error.row !== undefined && error.row < parsed.data.length) {
      broken.set(error.row - skipped, brokenQuotes);
    }
  }
  return { firstRow: firstRow + skipped, rows: parsed.data.slice(skipped), broken };
}

function endlessRow(rest: string, row: number) {
  return rest.includes('"')
    ? openQuote(row)
    : unreadable(`Row ${row} is longer than ${maxRowCharacters} characters. Is this a CSV file?`);
}

function openQuote(row: number) {
  return unreadable(
    `A quote that opens in row ${row} never closes, so nothing from there on can be read. Close it or take it away, and upload the file again.`,
  );
}
