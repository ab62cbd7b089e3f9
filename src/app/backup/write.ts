import { createHash } from "node:crypto";
import { link, mkdir, readdir, readFile, rm, stat } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { gzip } from "node:zlib";
import { type NamedFile, openSnapshot, type Snapshot } from "#platform/database/snapshot.ts";
import { nameOf, type Table } from "#platform/database/tables.ts";
import { Problem } from "#platform/problem.ts";
import type { Clock } from "#platform/time/clock.ts";
import { version } from "../version.ts";
import { type ArchiveWriter, createArchive } from "./archive.ts";
import { entryNames, type Manifest } from "./manifest.ts";

export interface BackupOptions {
  /** A role that sees every row. */
  connection: Parameters<typeof openSnapshot>[0];
  /** Where the stored files and the secret lie. */
  dataFolder: string;
  /** The file to write; it must not exist yet. */
  path: string;
  clock: Clock;
  progress: (line: string) => void;
}

const compress = promisify(gzip);
/** Rows are packed in parts of about this size, so that no table has to fit into memory or on disk a second time. */
const partBytes = 4 * 1024 * 1024;

/** Writes everything that this installation knows, as of one moment, into one file. The product goes on meanwhile. */
export async function writeBackup(options: BackupOptions): Promise<Manifest> {
  const snapshot = await openSnapshot(options.connection);
  try {
    if (snapshot.migrations.length === 0) throw nothingThere();
    const madeAt = options.clock.now();
    const files = await holdFiles(options.dataFolder, await snapshot.storedFiles());
    const archive = createArchive(options.path, new Date(madeAt.epochMilliseconds));
    try {
      const manifest = await fill(archive, snapshot, files, options, madeAt.toString());
      await archive.finish();
      return manifest;
    } catch (error) {
      await archive.abandon();
      throw error;
    } finally {
      await files.letGo();
    }
  } finally {
    await snapshot.close();
  }
}

async function fill(
  archive: ArchiveWriter,
  snapshot: Snapshot,
  held: HeldFiles,
  { dataFolder, progress }: BackupOptions,
  madeAt: string,
): Promise<Manifest> {
  const tables: Manifest["tables"] = [];
  for (const table of snapshot.tables) {
    progress(`${nameOf(table)} …`);
    tables.push(await addTable(archive, snapshot, table));
  }
  const files: Manifest["files"] = [];
  const faults: Manifest["fileFaults"] = held.missing.map(({ key, name }) => ({
    key,
    name,
    fault: "missing",
  }));
  for (const { key, name, sha256: received } of held.files) {
    progress(`File ${files.length + 1} of ${held.files.length} …`);
    const path = join(held.folder, key);
    const { size } = await stat(path);
    const written = await archive.addFile(entryNames.file(key), path, size);
    files.push({ key, name, bytes: size, sha256: written });
    if (written !== received) faults.push({ key, name, fault: "damaged" });
  }
  const secret = await readFile(join(dataFolder, "secret"));
  await archive.add(entryNames.secret, secret);
  const queue = Buffer.from(JSON.stringify(await snapshot.waitingJobs()));
  await archive.add(entryNames.queue, queue);
  const manifest: Manifest = {
    format: "hanse-backup/1",
    madeAt,
    version,
    server: snapshot.server,
    migrations: [...snapshot.migrations],
    tables,
    files,
    missingFiles: held.missing.map(({ key }) => key),
    fileFaults: faults,
    secretSha256: sha256(secret),
    queueSha256: sha256(queue),
  };
  await archive.add(entryNames.manifest, Buffer.from(`${JSON.stringify(manifest, null, 2)}\n`));
  return manifest;
}

async function addTable(
  archive: ArchiveWriter,
  snapshot: Snapshot,
  table: Table,
): Promise<Manifest["tables"][number]> {
  const name = nameOf(table);
  const hash = createHash("sha256");
  let rows = 0;
  let parts = 0;
  for await (const part of inParts(snapshot.rows(table))) {
    hash.update(part);
    rows += linesIn(part);
    parts += 1;
    await archive.add(entryNames.part(name, parts), await compress(part));
  }
  return { name, columns: [...table.columns], rows, parts, sha256: hash.digest("hex") };
}

async function* inParts(text: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  let chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of text) {
    chunks.push(chunk);
    bytes += chunk.length;
    if (bytes < partBytes) continue;
    yield Buffer.concat(chunks);
    chunks = [];
    bytes = 0;
  }
  if (bytes > 0) yield Buffer.concat(chunks);
}

/** COPY ends each row with a line break and writes those within a value otherwise. */
export function linesIn(text: Buffer): number {
  let lines = 0;
  for (let at = text.indexOf(10); at !== -1; at = text.indexOf(10, at + 1)) lines += 1;
  return lines;
}

interface HeldFiles {
  folder: string;
  files: readonly NamedFile[];
  missing: readonly NamedFile[];
  letGo(): Promise<void>;
}

/**
 * Gives the stored files a second name each, so that one which is removed while the backup goes on is still there.
 * A stored file is never changed.
 */
async function holdFiles(dataFolder: string, files: readonly NamedFile[]): Promise<HeldFiles> {
  const prefix = "files.backup-";
  const folder = join(dataFolder, `${prefix}${process.pid}`);
  // What a backup that was killed left behind.
  const left = (await readdir(dataFolder)).filter((name) => name.startsWith(prefix));
  for (const name of left) await rm(join(dataFolder, name), { recursive: true, force: true });
  await mkdir(folder, { mode: 0o700 });
  const held: NamedFile[] = [];
  const missing: NamedFile[] = [];
  for (const file of files) {
    try {
      await link(join(dataFolder, "files", file.key), join(folder, file.key));
      held.push(file);
    } catch (error) {
      if (!(error instanceof Error && "code" in error && error.code === "ENOENT")) throw error;
      missing.push(file);
    }
  }
  return { folder, files: held, missing, letGo: () => rm(folder, { recursive: true, force: true }) };
}

function sha256(content: Buffer): string {
  return createHash("sha256").update(content).digest("hex");
}

function nothingThere(): Problem {
  return new Problem({
    status: 409,
    type: "nothing-to-back-up",
    detail: "This database holds no installation of Hanse, so there is nothing to back up.",
  });
}
