import Papa from "papaparse";
import { unreadable } from "./unreadable.ts";

/** How a file separates cells and rows. */
export interface Dialect {
  delimiter: "," | ";" | "\t";
  newline: "\n" | "\r";
  /** The row that holds the names of the columns; 2 where a spreadsheet wrote `sep=;` into the first. */
  headerRow: 1 | 2;
}

export const maxColumns = 200;
export const maxColumnNameCharacters = 200;
const delimiters: Dialect["delimiter"][] = [",", ";", "\t"];

/** Concludes the dialect from the beginning of a file. */
export function findDialect(head: string): Dialect {
  // A carriage return before the line feed goes with the blanks around the last cell.
  const newline = head.includes("\n") || !head.includes("\r") ? "\n" : "\r";
  const told = /^sep=([,;\t])\r?(?:\n|\r)/i.exec(head)?.[1];
  const delimiter = delimiters.find((one) => one === told);
  if (delimiter !== undefined) return { delimiter, newline, headerRow: 2 };
  return { delimiter: likeliestDelimiter(head, newline), newline, headerRow: 1 };
}

/** The delimiter under which most rows have as many cells as the first one; the most cells among equals. */
function likeliestDelimiter(head: string, newline: Dialect["newline"]): Dialect["delimiter"] {
  const ranked = delimiters.map((delimiter) => {
    const { data } = Papa.parse<string[]>(head, { delimiter, newline, preview: 50, skipEmptyLines: true });
    const cells = data[0]?.length ?? 0;
    const alike = data.filter((row) => row.length === cells).length / Math.max(1, data.length);
    return { delimiter, cells, fit: cells > 1 ? alike : 0 };
  });
  ranked.sort((a, b) => b.fit - a.fit || b.cells - a.cells);
  return ranked[0]?.fit ? ranked[0].delimiter : ",";
}

/**
 * The names of the columns, each once: a column without a name is called by its place, a second of the same name gets
 * a number.
 * @throws Problem 422 `unreadable-file` when this cannot be a row of names
 */
export function nameColumns(header: readonly string[]): string[] {
  if (header.every((cell) => cell.trim() === "")) {
    throw unreadable("The first row is empty. It has to hold the names of the columns.");
  }
  if (header.length > maxColumns) {
    throw unreadable(`The file has ${header.length} columns; at most ${maxColumns} can be read.`);
  }
  const names: string[] = [];
  for (const [index, cell] of header.entries()) {
    const name = cell.trim() || `Column ${index + 1}`;
    if (name.length > maxColumnNameCharacters) {
      throw unreadable(
        `The name of column ${index + 1} is longer than ${maxColumnNameCharacters} characters. The first row has to hold the names of the columns.`,
      );
    }
    names.push(firstFree(name, names));
  }
  return names;
}

function firstFree(name: string, taken: readonly string[]): string {
  if (!taken.includes(name)) return name;
  let number = 2;
  while (taken.includes(`${name} (${number})`)) number += 1;
  return `${name} (${number})`;
}
