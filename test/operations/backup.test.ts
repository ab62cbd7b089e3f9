import { createHash } from "node:crypto";
import { mkdtemp, readdir, readFile, rm, truncate, writeFile } from "node:fs/promises";
import { join } from "node:path";
import pg from "pg";
import { afterAll, beforeAll, expect, inject, test } from "vitest";
import { checkBackup } from "#app/backup/check.ts";
import { restoreBackup } from "#app/backup/restore.ts";
import { writeBackup } from "#app/backup/write.ts";
import { auditBooks, linesToProve, proveLine } from "#app/cli/ledger-audit.ts";
import { createHttp } from "#app/server.ts";
import { migrate, ownMigrations } from "#platform/database/migrate.ts";
import { openSnapshot } from "#platform/database/snapshot.ts";
import { nameOf } from "#platform/database/tables.ts";
import { type DealReceipt, DealReceipt as Receipt } from "#sell/deals/contract.ts";
import { verifyDealReceipt } from "#sell/deals/index.ts";
import { createDatabase, type TestDatabase } from "../world/database.ts";
import { play } from "../world/played.ts";
import { assembled, createWorld, type World } from "../world/world.ts";

/*
 * A world that has lived through a spring is backed up while it stands, restored elsewhere, and compared table by
 * table. The embedded database is backed up by its superuser; so is this one.
 */

let world: World;
let source: pg.ClientConfig;
let folder: string;
let path: string;
const opened: TestDatabase[] = [];

beforeAll(async () => {
  world = await createWorld();
  await play(world);
  source = { ...inject("database").admin, database: await databaseOf(world.admin) };
  folder = await mkdtemp(join(inject("database").folder, "backup-"));
  path = join(folder, "spring.tar");
  await backUp(source, world.hanse.config.dataFolder, path);
}, 120_000);

afterAll(async () => {
  await world.close();
  for (const database of opened) await database.drop();
});

async function databaseOf(pool: pg.Pool): Promise<string> {
  return (await pool.query<{ name: string }>("select current_database() as name")).rows[0]?.name ?? "";
}

function backUp(connection: pg.ClientConfig, dataFolder: string, to: string) {
  return writeBackup({ connection, dataFolder, path: to, clock: world.clock, progress: () => {} });
}

async function emptyTarget() {
  const database = await createDatabase();
  opened.push(database);
  const admin = { ...inject("database").admin, database: database.connection.database };
  const dataFolder = await mkdtemp(join(folder, "restored-"));
  return { connection: database.connection, admin, dataFolder };
}

function restoreInto(
  target: { connection: pg.ClientConfig; admin: pg.ClientConfig | null; dataFolder: string },
  from = path,
) {
  const { connection, admin, dataFolder } = target;
  const database = { connection, admin, owns: false, close: async () => {} };
  return restoreBackup({ database, dataFolder, path: from, progress: () => {} });
}

/** SHA-256 of each table's rows, as a superuser sees them. */
async function digests(connection: pg.ClientConfig): Promise<Record<string, string>> {
  const snapshot = await openSnapshot(connection);
  try {
    const found: Record<string, string> = {};
    for (const table of snapshot.tables) {
      const hash = createHash("sha256");
      for await (const chunk of snapshot.rows(table)) hash.update(chunk);
      found[nameOf(table)] = hash.digest("hex");
    }
    return found;
  } finally {
    await snapshot.close();
  }
}

/** Tables whose owner row-level security lets pass. */
async function unforced(connection: pg.ClientConfig): Promise<string[]> {
  const client = new pg.Client(connection);
  await client.connect();
  const { rows } = await client.query<{ name: string }>(
    "select oid::regclass::text as name from pg_class where relrowsecurity and not relforcerowsecurity order by 1",
  );
  await client.end();
  return rows.map(({ name }) => name);
}

test("what is restored is, table by table, what was backed up; its receipts hold and people sign in", async () => {
  const target = await emptyTarget();
  const manifest = await restoreInto(target);
  expect(manifest.tables.find(({ name }) => name === "public.earning")?.rows).toBeGreaterThan(0);
  expect(await digests(target.admin)).toEqual(await digests(source));
  expect(await readFile(join(target.dataFolder, "secret"))).toEqual(
    await readFile(join(world.hanse.config.dataFolder, "secret")),
  );

  const hanse = await assembled(target.connection, target.dataFolder, world.clock);
  try {
    const nordwind = { ...world.vendors.nordwind, id: world.vendors.nordwind.uuid };
    const proven = await hanse.door.withJob(nordwind, async (tx) => {
      const lines = await linesToProve(tx, null);
      const broken: string[] = [];
      for (const id of lines) broken.push(...[(await proveLine(tx, id)) ?? []].flat());
      return { lines: lines.length, broken: [...(await auditBooks(tx)), ...broken] };
    });
    expect(proven.lines).toBeGreaterThan(0);
    expect(proven.broken).toEqual([]);
    expect((await hanse.resolver.byEmail(world.people.finance.email))?.name).toBe(world.people.finance.name);
  } finally {
    await hanse.close();
  }
});

/** Every receipt of a registration that a database holds. */
async function dealReceipts(connection: pg.ClientConfig): Promise<DealReceipt[]> {
  const client = new pg.Client(connection);
  await client.connect();
  const { rows } = await client.query<{ receipt: string }>(
    "select receipt from registration where receipt is not null order by id",
  );
  await client.end();
  return rows.map(({ receipt }) => Receipt.parse(JSON.parse(receipt)));
}

test("registrations come back with their files, byte for byte, and their receipts hold", async () => {
  const target = await emptyTarget();
  const { files, fileFaults } = await restoreInto(target);
  expect(fileFaults).toEqual([]);
  expect(files.map(({ name }) => name)).toContain("notes.txt");
  const kept = join(world.hanse.config.dataFolder, "files");
  for (const { key } of files)
    expect(await readFile(join(target.dataFolder, "files", key))).toEqual(await readFile(join(kept, key)));
  expect((await readdir(join(target.dataFolder, "files"))).toSorted()).toEqual(files.map(({ key }) => key));
  const receipts = await dealReceipts(target.admin);
  expect(receipts.length).toBeGreaterThan(5);
  expect(receipts).toEqual(await dealReceipts(source));
  for (const receipt of receipts) expect(verifyDealReceipt(receipt)).toMatchObject({ ok: true });
});

test("where the secret is lost and becomes another, receipts of before still hold, and their key is known", async () => {
  const target = await emptyTarget();
  await restoreInto(target);
  const [before] = await dealReceipts(target.admin);
  await writeFile(join(target.dataFolder, "secret"), `${"another secret, made anew ".repeat(2)}\n`);
  const hanse = await assembled(target.connection, target.dataFolder, world.clock);
  const http = await createHttp(hanse, { pages: false });
  try {
    const { publicKey, earlier } = (await http.inject("/api/v1/deal-receipt-key")).json();
    expect(publicKey).not.toBe(before?.publicKey);
    expect(earlier).toEqual([before?.publicKey]);
    expect(verifyDealReceipt(before)).toMatchObject({ ok: true, publicKey: before?.publicKey });
  } finally {
    await http.close();
    await hanse.close();
  }
});

test("a stored file that is missing, or was changed on disk, is told by its name", async () => {
  const [notes, other] = (await checkBackup(path)).files.filter(({ name }) => name === "notes.txt");
  const target = await emptyTarget();
  await restoreInto(target);
  const fileOf = (key = "") => join(target.dataFolder, "files", key);
  await rm(fileOf(notes?.key));
  await writeFile(fileOf(other?.key), "They asked for four units.\n");
  const later = join(folder, "faulty.tar");
  const { fileFaults, missingFiles } = await backUp(target.admin, target.dataFolder, later);
  expect(missingFiles).toEqual([notes?.key]);
  expect(fileFaults.toSorted((a, b) => a.fault.localeCompare(b.fault))).toEqual([
    { key: other?.key, name: "notes.txt", fault: "damaged" },
    { key: notes?.key, name: "notes.txt", fault: "missing" },
  ]);
  expect(await checkBackup(later)).toMatchObject({ fileFaults });
});

test("a backup in which a file was changed is refused, and says which", async () => {
  const changed = join(folder, "changed-file.tar");
  const bytes = Buffer.from(await readFile(path));
  const at = bytes.indexOf("They asked for three units.");
  bytes.write("forty", at + 15);
  await writeFile(changed, bytes);
  await expect(checkBackup(changed)).rejects.toMatchObject({
    type: "damaged-backup",
    message: expect.stringContaining('the file "notes.txt"'),
  });
});

test("a role without a superuser's rights restores as well, into a database that was made just now", async () => {
  const target = await emptyTarget();
  await restoreInto({ ...target, admin: null });
  expect(await digests(target.admin)).toEqual(await digests(source));
  expect(await unforced(target.admin)).toEqual(await unforced(source));
});

test("jobs that wait are still waiting afterwards", async () => {
  await world.hanse.enqueue("release-holds", world.vendors.nordwind.uuid, {}, "the-one-that-waits");
  const later = join(folder, "with-a-job.tar");
  await backUp(source, world.hanse.config.dataFolder, later);
  const target = await emptyTarget();
  await restoreInto(target, later);
  const snapshot = await openSnapshot(target.admin);
  const jobs = await snapshot.waitingJobs();
  await snapshot.close();
  expect(jobs).toContainEqual(expect.objectContaining({ task: "release-holds", key: "the-one-that-waits" }));
});

test("an installation that is in use is not overwritten", async () => {
  const before = await digests(source);
  const target = {
    connection: world.hanse.ownerPool.options,
    admin: source,
    dataFolder: world.hanse.config.dataFolder,
  };
  await expect(restoreInto(target)).rejects.toMatchObject({ type: "not-empty" });
  expect(await digests(source)).toEqual(before);
});

test("a backup of an older release is brought to this one", async () => {
  const own = await ownMigrations();
  const old = await emptyTarget();
  await world.admin.query(`drop database ${old.connection.database}`);
  await world.admin.query(
    `create database ${old.connection.database} owner ${inject("database").owner.user}`,
  );
  await migrate(old.connection, own.length - 1);
  await writeFile(join(old.dataFolder, "secret"), `${"s".repeat(43)}\n`);
  const olderPath = join(folder, "older.tar");
  await backUp(old.admin, old.dataFolder, olderPath);
  const target = await emptyTarget();
  const manifest = await restoreInto(target, olderPath);
  expect(manifest.migrations).toEqual(own.slice(0, -1));
  const snapshot = await openSnapshot(target.admin);
  expect(snapshot.migrations).toEqual(own);
  await snapshot.close();
});

test("a backup that was cut off, or changed in a single byte, is refused and changes nothing", async () => {
  const whole = await readFile(path);
  const cut = join(folder, "cut.tar");
  await writeFile(cut, whole);
  await truncate(cut, whole.length - 40_000);
  await expect(checkBackup(cut)).rejects.toMatchObject({ type: "damaged-backup" });
  const changed = join(folder, "changed.tar");
  const bytes = Buffer.from(whole);
  const at = bytes.indexOf(Buffer.from([0x1f, 0x8b])) + 40;
  bytes[at] = (bytes[at] ?? 0) ^ 1;
  await writeFile(changed, bytes);
  const target = await emptyTarget();
  await expect(restoreInto(target, changed)).rejects.toMatchObject({ type: "damaged-backup" });
  const found = await digests(target.admin);
  expect(found["public.vendor"]).toBe(createHash("sha256").digest("hex"));
});

test("a role that row-level security holds back is told so, instead of writing an empty backup", async () => {
  const blind = { ...inject("database").owner, database: await databaseOf(world.admin) };
  await expect(backUp(blind, world.hanse.config.dataFolder, join(folder, "blind.tar"))).rejects.toMatchObject(
    { type: "backup-blind" },
  );
});
