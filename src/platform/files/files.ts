import { createHash, randomBytes } from "node:crypto";
import { createReadStream, createWriteStream } from "node:fs";
import { access, mkdir, open, rm } from "node:fs/promises";
import { join } from "node:path";
import type { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { Problem } from "../problem.ts";
import { shownName } from "./names.ts";

/** A file as it was received. `key` is random, so nothing can be read by guessing a name. */
export interface StoredFile {
  key: string;
  /** The name the sender gave it; for showing only, never a path. */
  fileName: string;
  bytes: number;
  sha256: Buffer;
  /** Further text fields that came in the same form. */
  fields: Record<string, string>;
}

export interface FileStore {
  /** Writes a stream durably; refuses what is larger than `maxBytes` and leaves nothing of it. */
  receive(source: Readable, fileName: string, maxBytes: number): Promise<StoredFile>;
  read(key: string): Readable;
  has(key: string): Promise<boolean>;
  remove(key: string): Promise<void>;
  folder: string;
}

const keyPattern = /^[0-9a-f]{32}$/;

/** Files in a folder of their own, below the data folder. */
export function createFileStore(dataFolder: string): FileStore {
  const folder = join(dataFolder, "files");
  const pathOf = (key: string) => {
    if (!keyPattern.test(key)) throw new Error("A file key that we did not make.");
    return join(folder, key);
  };
  return {
    folder,
    async receive(source, fileName, maxBytes) {
      await mkdir(folder, { recursive: true, mode: 0o700 });
      const key = randomBytes(16).toString("hex");
      const hash = createHash("sha256");
      let bytes = 0;
      try {
        await pipeline(
          source,
          async function* (chunks: AsyncIterable<Buffer>) {
            for await (const chunk of chunks) {
              bytes += chunk.length;
              if (bytes > maxBytes) throw tooLarge(maxBytes);
              hash.update(chunk);
              yield chunk;
            }
          },
          createWriteStream(pathOf(key), { mode: 0o600 }),
        );
        await syncToDisk(pathOf(key));
      } catch (error) {
        await rm(pathOf(key), { force: true });
        throw error;
      }
      return { key, fileName: shownName(fileName), bytes, sha256: hash.digest(), fields: {} };
    },
    read: (key) => createReadStream(pathOf(key)),
    has: (key) =>
      access(pathOf(key)).then(
        () => true,
        () => false,
      ),
    remove: (key) => rm(pathOf(key), { force: true }),
  };
}

async function syncToDisk(path: string): Promise<void> {
  const handle = await open(path, "r");
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** What is told to whoever sends more than is taken. */
export function tooLarge(maxBytes: number): Problem {
  const message = `The file is larger than ${maxBytes / 1024 / 1024} MB. Send the part that matters.`;
  return new Problem({
    status: 413,
    type: "file-too-large",
    detail: message,
    errors: [{ pointer: "/file", message }],
  });
}
