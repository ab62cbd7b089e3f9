import { readFile } from "node:fs/promises";
import { createInterface } from "node:readline/promises";
import { Writable } from "node:stream";
import { UsageError } from "./command.ts";

/** A password from a file, from the standard input (`-`), or typed without being shown. @throws UsageError */
export async function askPassword(file: string | null): Promise<string> {
  if (file === "-") return firstLine(await readAll(process.stdin));
  if (file !== null) return firstLine(await readFile(file, "utf8"));
  if (!process.stdin.isTTY)
    throw new UsageError("Give the password with --password-file FILE, or - for the input.");
  process.stderr.write("Password: ");
  const silent = new Writable({ write: (_chunk, _encoding, done) => done() });
  const terminal = createInterface({ input: process.stdin, output: silent, terminal: true });
  try {
    return await terminal.question("");
  } finally {
    terminal.close();
    process.stderr.write("\n");
  }
}

async function readAll(input: NodeJS.ReadStream): Promise<string> {
  let text = "";
  for await (const chunk of input.setEncoding("utf8")) text += chunk;
  return text;
}

/** A file made by an editor ends with a line break that belongs to no password. */
function firstLine(text: string): string {
  return text.split(/\r?\n/, 1)[0] ?? "";
}

/** A line that is replaced by the next one on a terminal, and left out elsewhere. */
export function showProgress(line: string): void {
  if (process.stderr.isTTY) process.stderr.write(`\r\u001b[K${line}`);
}

export function endProgress(): void {
  if (process.stderr.isTTY) process.stderr.write("\r\u001b[K");
}

/** Columns under each other; numbers, which stand in the columns named, to the right. */
export function table(
  rows: readonly (readonly string[])[],
  numeric: ReadonlySet<number> = new Set(),
): string[] {
  const widths = (rows[0] ?? []).map((_, column) =>
    Math.max(...rows.map((row) => (row[column] ?? "").length)),
  );
  return rows.map((row) =>
    row
      .map((cell, column) => {
        const width = widths[column] ?? 0;
        return numeric.has(column) ? cell.padStart(width) : cell.padEnd(width);
      })
      .join("  ")
      .trimEnd(),
  );
}
