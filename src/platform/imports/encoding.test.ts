import { Readable } from "node:stream";
import { expect, test } from "vitest";
import { Problem } from "../problem.ts";
import { decoded, findEncoding } from "./encoding.ts";

/** A file that arrives in pieces of `size` bytes, so that letters are cut in two. */
function file(bytes: Buffer, size = 3): () => Readable {
  const pieces = Array.from({ length: Math.ceil(bytes.length / size) }, (_, at) =>
    bytes.subarray(at * size, (at + 1) * size),
  );
  return () => Readable.from(pieces);
}

async function read(bytes: Buffer): Promise<{ encoding: string; note: string | null; text: string }> {
  const open = file(bytes);
  const form = await findEncoding(open);
  let text = "";
  for await (const piece of decoded(open(), form)) text += piece;
  return { ...form, text };
}

async function refusal(bytes: Buffer, size?: number): Promise<string> {
  const error = await findEncoding(file(bytes, size)).catch((caught: unknown) => caught);
  if (!(error instanceof Problem)) throw new Error("It was read.");
  expect(error).toMatchObject({ status: 422, type: "unreadable-file" });
  return error.message;
}

const words = "name,city\nJörg Größe,Łódź 東京 🚢\n";
const utf16be = Buffer.from(words, "utf16le").swap16();

test.each([
  ["UTF-8", "utf-8", Buffer.from(words)],
  ["UTF-8 with a mark", "utf-8", Buffer.from(`\ufeff${words}`)],
  ["UTF-16, low byte first", "utf-16le", Buffer.from(`\ufeff${words}`, "utf16le")],
  ["UTF-16, high byte first", "utf-16be", Buffer.concat([Buffer.from([0xfe, 0xff]), utf16be])],
])("%s is read as it was written, without the mark", async (_name, encoding, bytes) => {
  expect(await read(bytes)).toEqual({ encoding, note: null, text: words });
});

test("what is not UTF-8 is read as Windows-1252, and that is said with the line", async () => {
  const bytes = Buffer.concat([
    Buffer.from("name\nBlue\nCaf"),
    Buffer.from([0xe9, 0x20, 0x80]),
    Buffer.from("5\n"),
  ]);
  const { encoding, note, text } = await read(bytes);
  expect(encoding).toBe("windows-1252");
  expect(text).toBe("name\nBlue\nCafé €5\n");
  expect(note).toContain("Line 3 is not valid UTF-8");
});

test.each([
  ["an empty file", Buffer.alloc(0), "The file is empty."],
  ["a workbook", Buffer.from("PK\x03\x04rest"), "Excel workbook"],
  ["an old workbook", Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1]), "old Excel"],
  ["a compressed file", Buffer.from([0x1f, 0x8b, 8, 0]), "compressed"],
  ["a PDF", Buffer.from("%PDF-1.7"), "PDF"],
  ["a web page", Buffer.from("\n<!DOCTYPE html><table>"), "web page"],
  ["zero bytes", Buffer.from("name\nA\0B\n"), "bytes that no text has"],
  [
    "broken UTF-8 behind a mark",
    Buffer.concat([Buffer.from("\ufeffname\nok\n"), Buffer.from([0xe9, 10])]),
    "line 3",
  ],
  ["half a letter of UTF-16", Buffer.from([0xff, 0xfe, 65, 0, 66]), "UTF-16"],
  [
    "letters of no encoding",
    Buffer.concat([Buffer.from("name\n"), Buffer.from([0x81, 10])]),
    "line 2 is neither",
  ],
])("%s is refused with the reason", async (_name, bytes, reason) => {
  expect(await refusal(bytes, 64)).toContain(reason);
});

test("a letter cut off by the end of the file counts as broken", async () => {
  expect(await read(Buffer.concat([Buffer.from("name\nA"), Buffer.from([0xc3])]))).toMatchObject({
    encoding: "windows-1252",
    text: "name\nAÃ",
  });
});
