import { closeSync, createReadStream, createWriteStream, openSync, readSync } from "node:fs";
import { stat, truncate } from "node:fs/promises";
import { pipeline } from "node:stream/promises";
import type { DataFolder } from "./embedded-folder.ts";

const maxLogBytes = 4 * 1024 * 1024;

/**
 * Keeps the server's log small, and one older part of it. The log is copied and emptied, not renamed: a living server
 * goes on writing to the file that it has open.
 */
export async function limitLog(folder: DataFolder): Promise<void> {
  const size = await logSize(folder);
  if (size <= maxLogBytes) return;
  const start = Math.max(0, size - maxLogBytes);
  await pipeline(
    createReadStream(folder.log, { start }),
    createWriteStream(`${folder.log}.1`, { mode: 0o600 }),
  );
  await truncate(folder.log);
}

export async function logSize(folder: DataFolder): Promise<number> {
  return stat(folder.log).then(
    ({ size }) => size,
    () => 0,
  );
}

/** Why a program gave up, in its own words: the last fatal line after `offset`; undefined when it left none. */
export function lastWords(folder: DataFolder, offset: number): string | undefined {
  const text = Buffer.alloc(64 * 1024);
  const file = openSync(folder.log, "r");
  try {
    const lines = text.toString("utf8", 0, readSync(file, text, 0, text.length, offset)).split("\n");
    const fatal = lines.findLast((line) => fatalLine.test(line));
    return fatal?.replace(fatalLine, "").replace(/\.$/, "");
  } finally {
    closeSync(file);
  }
}

/* Not those that merely turn our own greeting away while it starts. */
const fatalLine = /^.*?\b(FATAL|PANIC|error):\s*(?!\s|the database system is)/;
