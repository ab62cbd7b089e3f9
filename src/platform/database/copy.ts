import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { from as copyFrom } from "pg-copy-streams";
import type { Tx } from "./tx.ts";

export type CopyValue = string | number | bigint | null;

/** About this many characters go to the server at a time. */
const chunkCharacters = 64 * 1024;

/**
 * Writes rows by COPY, the fastest way in. It is refused on tables with row-level security, so it is for stages alone.
 * Table and columns are our own names, never input.
 */
export async function copyRows(
  tx: Pick<Tx, "client">,
  table: string,
  columns: readonly string[],
  rows: Iterable<readonly CopyValue[]> | AsyncIterable<readonly CopyValue[]>,
): Promise<void> {
  const stream = tx.client.query(copyFrom(`copy ${table} (${columns.join(", ")}) from stdin`));
  await pipeline(Readable.from(chunks(rows)), stream);
}

/** Sends bytes that are in COPY's own format already; answers how many rows they were. The statement is our own text. */
export async function copyBytes(
  tx: Pick<Tx, "client">,
  statement: string,
  bytes: AsyncIterable<Buffer>,
): Promise<number> {
  const copy = tx.client.query(copyFrom(statement));
  await pipeline(Readable.from(bytes, { objectMode: false, highWaterMark: 1 << 18 }), copy);
  return copy.rowCount;
}

async function* chunks(rows: Iterable<readonly CopyValue[]> | AsyncIterable<readonly CopyValue[]>) {
  let text = "";
  for await (const row of rows) {
    text += `${row.map(encode).join("\t")}\n`;
    if (text.length >= chunkCharacters) {
      yield text;
      text = "";
    }
  }
  if (text !== "") yield text;
}

const special = /[\\\t\n\r]/g;
const escapes: Record<string, string> = { "\\": "\\\\", "\t": "\\t", "\n": "\\n", "\r": "\\r" };

/** COPY's text format: `\N` for null, control characters escaped. */
function encode(value: CopyValue): string {
  if (value === null) return "\\N";
  return String(value).replace(special, (character) => escapes[character] ?? character);
}
