import type { ChildProcess } from "node:child_process";
import { lchownSync, lstatSync, readdirSync, readFileSync } from "node:fs";
import { mkdtemp, open, readdir, rename, rm, writeFile } from "node:fs/promises";
import { basename, join } from "node:path";
import type pg from "pg";
import { holdsCluster, notStartable } from "./embedded-folder.ts";
import { lastWords, logSize } from "./embedded-log.ts";
import { endLeftovers, halfMade } from "./embedded-processes.ts";
import { ended, run } from "./embedded-run.ts";
import type { Server } from "./embedded-server.ts";

/**
 * Sees to it that the folder holds a cluster which this PostgreSQL can serve. A new one gets its name only when it is
 * complete and on disk, so that no interruption, at any moment, leaves a half cluster behind.
 */
export async function ensureCluster(server: Server, durable: boolean, signal: AbortSignal): Promise<void> {
  const { folder, user } = server;
  // What still runs here without a cluster is an interrupted initdb, or the server of a folder that was removed.
  if (!holdsCluster(folder)) await endLeftovers(folder);
  await removeHalfMade(server);
  if (holdsCluster(folder)) {
    refuseOtherMajor(server);
    if (lstatSync(folder.cluster).uid !== user.uid) give(folder.cluster, user.uid, user.gid);
    return;
  }
  server.log("Making the database, once.");
  const draft = await mkdtemp(folder.cluster + halfMade);
  try {
    lchownSync(draft, user.uid, user.gid);
    await initdb(server, draft, durable, signal);
    await rename(draft, folder.cluster);
  } catch (error) {
    await endLeftovers(folder);
    await removeHalfMade(server);
    throw error;
  }
  if (durable) await syncFolder(folder.path);
}

/** The role and the database that the product signs in to; made once, checked at every start. */
export async function ensureDatabase(admin: pg.Client, password: string | undefined): Promise<void> {
  const { rows } = await admin.query<{ role: boolean; database: boolean }>(
    `select exists (select from pg_roles where rolname = 'hanse') as role,
            exists (select from pg_database where datname = 'hanse') as database`,
  );
  if (!rows[0]?.role) {
    const secret = password === undefined ? "" : `password ${admin.escapeLiteral(password)}`;
    await admin.query(`create role hanse login createrole createdb ${secret}`);
  }
  if (!rows[0]?.database) await admin.query("create database hanse owner hanse");
}

/* As in the server's settings: one call for all files. */
const syncOnce = process.platform === "linux" ? ["--sync-method=syncfs"] : [];

async function initdb(server: Server, draft: string, durable: boolean, signal: AbortSignal): Promise<void> {
  const { folder, user, binaries, address } = server;
  const offset = await logSize(folder);
  const secret = `${draft}.password`;
  if (address.password !== undefined) await writeFile(secret, address.password, { mode: 0o600 });
  const child = run(folder, user, binaries.initdb, [
    "-D",
    draft,
    "--username=postgres",
    "--encoding=UTF8",
    "--locale-provider=builtin",
    ...(process.platform === "linux" ? ["--locale=C.UTF-8"] : ["--locale=C", "--builtin-locale=C.UTF-8"]),
    ...(address.password === undefined ? ["--auth=trust"] : ["--auth=scram-sha-256", `--pwfile=${secret}`]),
    ...(durable ? syncOnce : ["--no-sync"]),
    "--set=huge_pages=off",
  ]);
  const failure = await untilEnded(child, signal);
  await rm(secret, { force: true });
  signal.throwIfAborted();
  if (failure !== undefined) {
    throw notStartable(
      `The database cannot be made in ${folder.path}: ${lastWords(folder, offset) ?? failure}.`,
    );
  }
}

async function untilEnded(child: ChildProcess, signal: AbortSignal): Promise<string | undefined> {
  const end = () => child.kill("SIGKILL");
  signal.addEventListener("abort", end);
  if (signal.aborted) end();
  try {
    return await ended(child);
  } finally {
    signal.removeEventListener("abort", end);
  }
}

async function removeHalfMade({ folder }: Server): Promise<void> {
  const prefix = basename(folder.cluster) + halfMade;
  const drafts = (await readdir(folder.path)).filter((name) => name.startsWith(prefix));
  for (const name of drafts)
    await rm(join(folder.path, name), { recursive: true, maxRetries: 5, retryDelay: 100 });
}

function refuseOtherMajor({ folder, binaries }: Server): void {
  const written = readFileSync(join(folder.cluster, "PG_VERSION"), "utf8").trim();
  const [ours] = binaries.version.split(".");
  if (written === ours) return;
  throw notStartable(
    `The data in ${folder.path} was written by PostgreSQL ${written} and this release brings ${ours}: ` +
      "make a backup with the release that wrote it and restore it here.",
  );
}

/** Hands the files to the user as whom the server has to run on this machine. */
function give(path: string, uid: number, gid: number): void {
  lchownSync(path, uid, gid);
  if (!lstatSync(path).isDirectory()) return;
  for (const name of readdirSync(path)) give(join(path, name), uid, gid);
}

/** Puts the names within a folder on disk; Windows does so by itself. */
async function syncFolder(path: string): Promise<void> {
  if (process.platform === "win32") return;
  const folder = await open(path, "r");
  await folder.sync();
  await folder.close();
}
