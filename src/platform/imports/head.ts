import type { Readable } from "node:stream";
import { type Dialect, findDialect, nameColumns } from "./dialect.ts";
import { decoded, findEncoding, type TextForm } from "./encoding.ts";
import { shown } from "./fault.ts";
import { readRows } from "./rows.ts";
import { unreadable } from "./unreadable.ts";

/** What the beginning of a file tells. */
export interface FileHead {
  form: TextForm;
  dialect: Dialect;
  columns: string[];
  /** The first rows as they stand in the file, cells cut to a length that can be shown. */
  sample: string[][];
}

const sampleRows = 20;
/** How much of a file is looked at to find its delimiter and names, in characters. */
const headCharacters = 256 * 1024;

/**
 * Finds out how a file is written and what its columns are called. All of it is read once, for its encoding.
 * @throws Problem 422 `unreadable-file`, saying what is wrong and what to do
 */
export async function readHead(open: () => Readable): Promise<FileHead> {
  const form = await findEncoding(open);
  const text = await beginning(open(), form);
  if (text.trim() === "") throw unreadable("The file is empty.");
  const dialect = findDialect(text);
  const { header, sample } = await firstRows(decoded(open(), form), dialect);
  const columns = nameColumns(header);
  if (sample.length === 0) throw unreadable("The file has the names of columns and no rows below them.");
  return { form, dialect, columns, sample: sample.map((row) => row.map(shown)) };
}

/** The names of the columns, and the first rows that are not empty. */
async function firstRows(
  text: AsyncIterable<string>,
  dialect: Dialect,
): Promise<{ header: string[]; sample: string[][] }> {
  let header: string[] | undefined;
  const sample: string[][] = [];
  for await (const { rows } of readRows(text, dialect)) {
    for (const row of rows) {
      if (header === undefined) header = row;
      else if (sample.length < sampleRows && row.some((cell) => cell.trim() !== "")) sample.push(row);
    }
    if (sample.length === sampleRows) break;
  }
  return { header: header ?? [], sample };
}

/** Enough of a file to see how it separates cells and rows. */
async function beginning(source: AsyncIterable<Buffer>, form: TextForm): Promise<string> {
  let text = "";
  for await (const piece of decoded(source, form)) {
    text += piece;
    if (text.length >= headCharacters) break;
  }
  return text;
}
