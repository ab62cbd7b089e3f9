import { isUtf8 } from "node:buffer";
import type { Readable } from "node:stream";
import { StringDecoder } from "node:string_decoder";
import { unreadable } from "./unreadable.ts";

/** How the bytes of a file stand for letters. */
export interface TextForm {
  encoding: "utf-8" | "utf-16le" | "utf-16be" | "windows-1252";
  /** What a person should know about it, because it was concluded rather than told; otherwise null. */
  note: string | null;
}

const zip = "This is an Excel workbook or another zip archive. Save the sheet as CSV and upload that.";
const oldExcel = "This is a workbook of an old Excel. Save the sheet as CSV and upload that.";

/** What other kinds of files begin with, as Latin-1. */
const signatures: readonly (readonly [string, string])[] = [
  ["PK\x03\x04", zip],
  ["PK\x05\x06", zip],
  ["\xd0\xcf\x11\xe0", oldExcel],
  ["%PDF", "This is a PDF. Export the table as CSV and upload that."],
  ["\x1f\x8b", "This is a compressed file. Unpack it and upload the CSV."],
  ["{\\rtf", "This is a text document with formatting. Export the table as CSV and upload that."],
  ["<!doctype", "This is a web page. Export the table as CSV and upload that."],
  ["<html", "This is a web page. Export the table as CSV and upload that."],
  ["<?xml", "This is an XML file. Export the table as CSV and upload that."],
];

const byteOrderMarks = [
  { encoding: "utf-8", mark: "\xef\xbb\xbf" },
  { encoding: "utf-16le", mark: "\xff\xfe" },
  { encoding: "utf-16be", mark: "\xfe\xff" },
] as const;

/**
 * Reads the whole file once to find out its encoding: what its first bytes declare, otherwise UTF-8 where all of it is
 * valid, otherwise Windows-1252. `open` may be called twice.
 * @throws Problem 422 `unreadable-file` when it is empty, no text, or broken in its declared encoding
 */
export async function findEncoding(open: () => Readable): Promise<TextForm> {
  const start = await firstBytes(open());
  if (start.length === 0) throw unreadable("The file is empty.");
  const latin = start.toString("latin1").toLowerCase();
  const other = signatures.find(([signature]) => latin.trimStart().startsWith(signature.toLowerCase()));
  if (other !== undefined) throw unreadable(other[1]);
  const declared = byteOrderMarks.find(({ mark }) => latin.startsWith(mark))?.encoding;
  if (declared === "utf-16le" || declared === "utf-16be") {
    await readThrough(open(), declared);
    return { encoding: declared, note: null };
  }
  const brokenLine = await firstBrokenLine(open());
  if (brokenLine === null) return { encoding: "utf-8", note: null };
  if (declared === "utf-8") {
    throw unreadable(
      `The file says that it is UTF-8, but line ${brokenLine} is not. Export it again as UTF-8.`,
    );
  }
  await refuseUndefinedLetters(open());
  return {
    encoding: "windows-1252",
    note: `Line ${brokenLine} is not valid UTF-8, so the file is read as Windows-1252. Look at names with accents before you go on.`,
  };
}

/** The text of a file, piece by piece, without a byte order mark. */
export async function* decoded(
  source: AsyncIterable<Buffer>,
  { encoding }: TextForm,
): AsyncGenerator<string> {
  if (encoding !== "utf-8") {
    const decoder = new TextDecoder(encoding, { fatal: true });
    for await (const chunk of source) yield decoder.decode(chunk, { stream: true });
    yield decoder.decode();
    return;
  }
  const decoder = new StringDecoder("utf8");
  let first = true;
  for await (const chunk of source) {
    const text = decoder.write(chunk);
    yield first && text.charCodeAt(0) === 0xfeff ? text.slice(1) : text;
    if (text.length > 0) first = false;
  }
  yield decoder.end();
}

async function firstBytes(source: AsyncIterable<Buffer>): Promise<Buffer> {
  for await (const chunk of source) return chunk;
  return Buffer.alloc(0);
}

async function readThrough(source: AsyncIterable<Buffer>, encoding: "utf-16le" | "utf-16be"): Promise<void> {
  try {
    for await (const text of decoded(source, { encoding, note: null })) {
      if (text.includes("\0")) throw unreadable(noText);
    }
  } catch (error) {
    if (error instanceof TypeError)
      throw unreadable("The file says that it is UTF-16, but it is not. Export it again as UTF-8.");
    throw error;
  }
}

const noText =
  "The file holds bytes that no text has, so it is no CSV. Export the table as CSV in UTF-8 and upload that.";

/** The number of the first line that is not UTF-8; null when all of them are. */
async function firstBrokenLine(source: AsyncIterable<Buffer>): Promise<number | null> {
  let line = 1;
  let rest: Buffer = Buffer.alloc(0);
  for await (const chunk of source) {
    const text = Buffer.concat([rest, chunk]);
    if (text.includes(0)) throw unreadable(noText);
    const whole = text.subarray(0, endOfWhole(text));
    if (!isUtf8(whole)) return line + linesBeforeBreak(whole);
    line += countLines(whole);
    rest = text.subarray(whole.length);
  }
  return isUtf8(rest) ? null : line;
}

/** Where the last letter that is all there ends; a letter has at most four bytes. */
function endOfWhole(bytes: Buffer): number {
  for (let back = 1; back <= Math.min(4, bytes.length); back++) {
    const byte = bytes[bytes.length - back] ?? 0;
    if (byte < 0x80) return bytes.length - back + 1;
    const needed = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : byte >= 0xc0 ? 2 : 0;
    if (needed > 0) return needed > back ? bytes.length - back : bytes.length;
  }
  return bytes.length;
}

function countLines(bytes: Buffer): number {
  let count = 0;
  for (let at = bytes.indexOf(10); at !== -1; at = bytes.indexOf(10, at + 1)) count += 1;
  return count;
}

function linesBeforeBreak(bytes: Buffer): number {
  let lines = 0;
  let start = 0;
  for (let end = bytes.indexOf(10); end !== -1; end = bytes.indexOf(10, start)) {
    if (!isUtf8(bytes.subarray(start, end))) return lines;
    start = end + 1;
    lines += 1;
  }
  return lines;
}

/** Five bytes mean nothing in Windows-1252: a file that has them is in neither encoding. */
async function refuseUndefinedLetters(source: AsyncIterable<Buffer>): Promise<void> {
  let line = 1;
  for await (const chunk of source) {
    for (const byte of chunk) {
      if (byte === 10) line += 1;
      else if (byte === 0x81 || byte === 0x8d || byte === 0x8f || byte === 0x90 || byte === 0x9d) {
        throw unreadable(
          `The letters of the file cannot be read: line ${line} is neither UTF-8 nor Windows-1252. Export it again as UTF-8.`,
        );
      }
    }
  }
}
