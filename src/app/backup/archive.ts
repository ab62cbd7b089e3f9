import { createHash } from "node:crypto";
import { createReadStream, createWriteStream } from "node:fs";
import { open, rename, rm } from "node:fs/promises";
import { dirname } from "node:path";
import { pipeline } from "node:stream/promises";
import { extract, pack } from "tar-stream";

/** A backup that is being written. It gets its name when it is complete and on disk. */
export interface ArchiveWriter {
  add(name: string, content: Buffer): Promise<void>;
  /** Copies a file of this many bytes; answers its SHA-256. */
  addFile(name: string, path: string, bytes: number): Promise<string>;
  finish(): Promise<void>;
  abandon(): Promise<void>;
}

/** Begins an archive (tar) at `path`, for its owner's eyes only: it holds the secret and the hashes of passwords. */
export function createArchive(path: string, modified: Date): ArchiveWriter {
  const draft = `${path}.partial`;
  const tar = pack();
  const file = createWriteStream(draft, { mode: 0o600, flush: true });
  const written = pipeline(tar, file);
  // Whoever waits for an entry or for the end hears of it.
  written.catch((error: Error) => tar.destroy(error));
  const entry = (name: string, size: number, content?: Buffer) => {
    const { promise, resolve, reject } = Promise.withResolvers<void>();
    const done = (error?: Error | null) => (error ? reject(error) : resolve());
    const header = { name, size, mode: 0o600, mtime: modified };
    const sink = content === undefined ? tar.entry(header, done) : tar.entry(header, content, done);
    return { sink, done: promise };
  };
  return {
    add: (name, content) => entry(name, content.length, content).done,
    async addFile(name, source, bytes) {
      const hash = createHash("sha256");
      const { sink, done } = entry(name, bytes);
      for await (const chunk of createReadStream(source)) {
        hash.update(chunk);
        const drained = new Promise<void>((resolve) => sink.once("drain", () => resolve()));
        if (!sink.write(chunk)) await Promise.race([drained, done]);
      }
      sink.end(undefined);
      await done;
      return hash.digest("hex");
    },
    async finish() {
      tar.finalize();
      await written;
      await rename(draft, path);
      await syncFolder(dirname(path));
    },
    async abandon() {
      tar.destroy();
      await written.catch(() => {});
      await rm(draft, { force: true });
    },
  };
}

/** One entry of an archive that is being read; its content has to be read to its end. */
export interface ArchiveEntry {
  name: string;
  content: AsyncIterable<Buffer>;
}

/** The entries of an archive, in order. */
export async function* readArchive(path: string): AsyncGenerator<ArchiveEntry> {
  const tar = extract();
  const source = createReadStream(path);
  const fed = pipeline(source, tar);
  fed.catch(() => {});
  try {
    for await (const entry of tar) {
      if (entry.header.type === "file") yield { name: entry.header.name, content: bytesOf(entry) };
      entry.resume();
    }
    await fed;
  } finally {
    source.destroy();
  }
}

async function* bytesOf(entry: AsyncIterable<unknown>): AsyncGenerator<Buffer> {
  for await (const chunk of entry) yield chunk as Buffer;
}

/** The whole of an entry that is known to be small. */
export async function wholeOf(content: AsyncIterable<Buffer>, maxBytes: number): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of content) {
    bytes += chunk.length;
    if (bytes > maxBytes) throw new Error("An entry of the archive is larger than any that a backup has.");
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

/** Puts the names within a folder on disk; Windows does so by itself. */
export async function syncFolder(path: string): Promise<void> {
  if (process.platform === "win32") return;
  const folder = await open(path, "r");
  await folder.sync();
  await folder.close();
}
