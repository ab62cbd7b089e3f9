import { mkdir, open, rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Writable } from "node:stream";
import { finished } from "node:stream/promises";
import type { PoolConfig } from "pg";
import { type Found, lookInto, recreate } from "#platform/database/emptiness.ts";
import { beginLoad, type Load } from "#platform/database/load.ts";
import { migrate, ownMigrations } from "#platform/database/migrate.ts";
import { prepareQueue } from "#platform/jobs/prepare.ts";
import { Problem } from "#platform/problem.ts";
import type { InstalledDatabase } from "../installation.ts";
import { readArchive, syncFolder, wholeOf } from "./archive.ts";
import { checkBackup, unpack } from "./check.ts";
import { entryNames, fileOfEntry, type Manifest, tableOfEntry } from "./manifest.ts";

export interface RestoreOptions {
  database: InstalledDatabase;
  dataFolder: string;
  path: string;
  progress: (line: string) => void;
}

const maxSmallBytes = 64 * 1024 * 1024;

/**
 * Puts a backup into an installation that holds nothing yet. The tables take the shape that the backup was made of,
 * are filled in one transaction under all their constraints, compared with what the backup says, and then brought to
 * this release's shape.
 * @throws Problem when the backup is damaged or newer than this release, or the installation is in use
 */
export async function restoreBackup({
  database,
  dataFolder,
  path,
  progress,
}: RestoreOptions): Promise<Manifest> {
  progress("Checking the backup …");
  const manifest = await checkBackup(path);
  await refuseNewer(manifest);
  await makeRoom(database, manifest);
  const { connection } = database;
  await migrate(connection, manifest.migrations.length);
  await prepareQueue(connection);
  const load = await beginLoad(connection);
  try {
    await fill(load, manifest, { dataFolder, path, progress });
    await compare(load, manifest, progress);
    await load.commit();
  } catch (error) {
    await load.rollback().catch(() => {});
    throw error;
  }
  progress("Bringing it to this release …");
  await migrate(connection);
  return manifest;
}

async function refuseNewer({ migrations, version }: Manifest): Promise<void> {
  const own = await ownMigrations();
  if (migrations.every((name, index) => own[index] === name)) return;
  throw refused(
    "newer-backup",
    `This backup was made by Hanse ${version}, which this release does not understand. Restore it with that release or a newer one.`,
  );
}

/** The tables of the backup's shape have to be made anew, so nobody may need those that are there. */
async function makeRoom({ connection, admin }: InstalledDatabase, { migrations }: Manifest): Promise<void> {
  const found = await lookInto(connection);
  if (found.kind === "fresh") return;
  if (found.kind === "in use") {
    throw refused(
      "not-empty",
      "This installation is in use. Restore into an empty one: another DATA_FOLDER, or another database.",
    );
  }
  if (admin !== null) await recreate(admin, nameOf(connection.database), nameOf(connection.user));
  else if (!sameShape(found, migrations)) {
    throw refused(
      "not-empty",
      "This database went through other migrations than the backup. Restore into a database that was made just now.",
    );
  }
}

function sameShape(found: Extract<Found, { kind: "empty" }>, migrations: readonly string[]): boolean {
  return (
    found.migrations.length === migrations.length &&
    migrations.every((name, index) => found.migrations[index] === name)
  );
}

function nameOf(value: PoolConfig["user"]): string {
  if (value === undefined) throw new Error("The embedded database's connection has no name.");
  return value;
}

/** The rows in the order of the archive, which is one in which they can be filled; files and secret beside them. */
async function fill(
  load: Load,
  manifest: Manifest,
  { dataFolder, path, progress }: Omit<RestoreOptions, "database">,
): Promise<void> {
  const filesDraft = join(dataFolder, "files.restoring");
  await rm(filesDraft, { recursive: true, force: true });
  await mkdir(filesDraft, { recursive: true, mode: 0o700 });
  const tables = new TableFiller(load, manifest);
  for await (const { name, content } of readArchive(path)) {
    const table = tableOfEntry(name);
    if (table !== null) {
      progress(`${table} …`);
      await tables.add(table, await unpack(content));
      continue;
    }
    await tables.end();
    const key = fileOfEntry(name);
    if (key !== null) await writeSynced(join(filesDraft, key), content);
    else if (name === entryNames.secret)
      await replaceSecret(dataFolder, await wholeOf(content, maxSmallBytes));
    else if (name === entryNames.queue) {
      await load.enqueue(JSON.parse((await wholeOf(content, maxSmallBytes)).toString("utf8")));
    }
  }
  await tables.end();
  await rm(join(dataFolder, "files"), { recursive: true, force: true });
  await rename(filesDraft, join(dataFolder, "files"));
  await syncFolder(dataFolder);
}

/** Fills one table after the other from the parts that come along. */
class TableFiller {
  private readonly load: Load;
  private readonly columns: ReadonlyMap<string, readonly string[]>;
  private current: { table: string; sink: Writable } | null = null;

  constructor(load: Load, { tables }: Manifest) {
    this.load = load;
    this.columns = new Map(tables.map(({ name, columns }) => [name, columns]));
  }

  async add(table: string, text: Buffer): Promise<void> {
    if (this.current?.table !== table) await this.end();
    this.current ??= { table, sink: this.load.into(table, this.columns.get(table) ?? []) };
    const { sink } = this.current;
    await new Promise<void>((resolve, reject) => {
      sink.once("error", reject);
      sink.write(text, (error) => {
        sink.off("error", reject);
        if (error) reject(error);
        else resolve();
      });
    });
  }

  /** The table is full; its constraints hold, or this throws. */
  async end(): Promise<void> {
    const { current } = this;
    this.current = null;
    if (current === null) return;
    current.sink.end();
    await finished(current.sink);
  }
}

async function writeSynced(path: string, content: AsyncIterable<Buffer>): Promise<void> {
  const file = await open(path, "wx", 0o600);
  try {
    for await (const chunk of content) await file.write(chunk);
    await file.sync();
  } finally {
    await file.close();
  }
}

async function replaceSecret(dataFolder: string, secret: Buffer): Promise<void> {
  const path = join(dataFolder, "secret");
  await writeFile(`${path}.restoring`, secret, { mode: 0o600, flush: true });
  await rename(`${path}.restoring`, path);
}

async function compare(load: Load, { tables }: Manifest, progress: (line: string) => void): Promise<void> {
  for (const { name, rows, sha256 } of tables) {
    progress(`Comparing ${name} …`);
    const is = await load.digestOf(name);
    if (is.rows === rows && is.sha256 === sha256) continue;
    throw new Error(`The table ${name} is not what the backup holds: ${is.rows} rows instead of ${rows}.`);
  }
}

function refused(type: string, detail: string): Problem {
  return new Problem({ status: 409, type, detail });
}
