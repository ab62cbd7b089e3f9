import { setTimeout as sleep } from "node:timers/promises";
import { Problem } from "#platform/problem.ts";
import { dropAddress, listens, newAddress, readRecord, type ServerRecord } from "./embedded-address.ts";
import { findBinaries } from "./embedded-binaries.ts";
import { ensureCluster, ensureDatabase } from "./embedded-cluster.ts";
import { type DataFolder, notStartable, openDataFolder, reason } from "./embedded-folder.ts";
import { interruptible } from "./embedded-interrupt.ts";
import { type Server, serve, stopServer } from "./embedded-server.ts";
import { type Connection, connectionTo, greet } from "./embedded-session.ts";
import { serverSettings } from "./embedded-settings.ts";
import { chooseUser } from "./embedded-user.ts";
import { type Watch, watch } from "./embedded-watch.ts";
import { type OwnerLock, readOwner, takeOwnership } from "./owner-lock.ts";

export type { Connection } from "./embedded-session.ts";

export interface EmbeddedDatabase {
  /** For a pool: the role and database `hanse`. */
  connection: Connection;
  /** The bootstrap superuser `postgres`, in the database `postgres`. */
  admin: Connection;
  /** True when this process started or adopted the server and will stop it; false when it attached to another's. */
  owns: boolean;
  /** Stops the server if we own it; otherwise lets go of it. May be called again. */
  close(): Promise<void>;
}

export interface EmbeddedOptions {
  /** Holds everything of this installation; made if missing. */
  dataFolder: string;
  /** `own`: be the one process that runs the server. `attach-or-own`: use the living owner's, else become the owner. */
  mode: "own" | "attach-or-own";
  /** With `own`: how long to wait for another owner to leave. */
  waitMs?: number;
  log: (line: string) => void;
  /** False trades safety against a crash of the machine for speed: for tests. */
  durable?: boolean;
}

const attachWithinMs = 20_000;
const retryEveryMs = 50;

/**
 * Opens the embedded PostgreSQL of a data folder: makes it, starts it, adopts it from a killed owner or attaches to the
 * living one's. While we own it, it is brought back whenever it dies.
 *
 * A signal that ends the process during the opening first stops what was started.
 *
 * @throws Problem `already-running` when another process owns the folder, `not-startable` with the reason otherwise.
 */
export function openEmbedded(options: EmbeddedOptions): Promise<EmbeddedDatabase> {
  return interruptible(async (signal) => {
    try {
      const folder = openDataFolder(options.dataFolder);
      return options.mode === "own"
        ? await own(folder, options, signal)
        : await attachOrOwn(folder, options, signal);
    } catch (error) {
      if (signal.aborted || error instanceof Problem) throw error;
      throw notStartable(`The database in ${options.dataFolder} does not start: ${reason(error)}.`);
    }
  });
}

async function own(
  folder: DataFolder,
  options: EmbeddedOptions,
  signal: AbortSignal,
): Promise<EmbeddedDatabase> {
  const end = performance.now() + (options.waitMs ?? 0);
  for (;;) {
    const lock = await takeLock(folder);
    if (lock) return openOwned(folder, lock, options, signal);
    if (performance.now() >= end) throw await alreadyRunning(folder);
    await sleep(retryEveryMs, undefined, { signal });
  }
}

async function attachOrOwn(folder: DataFolder, options: EmbeddedOptions, signal: AbortSignal) {
  const end = performance.now() + attachWithinMs;
  for (;;) {
    const lock = await takeLock(folder);
    if (lock) return openOwned(folder, lock, options, signal);
    const attached = await attach(folder, signal);
    if (attached) return attached;
    if (performance.now() >= end) {
      throw notStartable(`${await whoOwns(folder)}, but its database does not answer.`);
    }
    await sleep(retryEveryMs, undefined, { signal });
  }
}

/** The living owner's database; undefined while it does not answer. */
async function attach(folder: DataFolder, signal: AbortSignal): Promise<EmbeddedDatabase | undefined> {
  const record = await readRecord(folder);
  if (!record) return undefined;
  const connection = connectionTo(record.address, "hanse", "hanse");
  const session = await greet(connection, 0, signal).catch(() => undefined);
  if (!session) return undefined;
  await session.client.end();
  const admin = connectionTo(record.address, "postgres", "postgres");
  return { connection, admin, owns: false, close: async () => {} };
}

async function openOwned(folder: DataFolder, lock: OwnerLock, options: EmbeddedOptions, signal: AbortSignal) {
  let server: Server | undefined;
  try {
    const last = await readRecord(folder);
    server = await planServer(folder, last, options);
    await ensureCluster(server, options.durable ?? true, signal);
    const session = await serve(server, last, signal);
    await ensureDatabase(session.client, server.address.password);
    signal.throwIfAborted();
    return owned(server, watch(server, session, lock), lock);
  } catch (error) {
    await shutDown(server, lock);
    throw error;
  }
}

async function planServer(
  folder: DataFolder,
  last: ServerRecord | undefined,
  options: EmbeddedOptions,
): Promise<Server> {
  const binaries = findBinaries();
  const user = chooseUser(folder, binaries.postgres);
  // An orphan listens where it was told to, which another TMPDIR, say, would not tell us.
  const orphaned = last !== undefined && (await listens(last.address));
  const address = orphaned ? last.address : await newAddress(folder, user, last?.address);
  const settings = serverSettings(folder, address, options.durable ?? true);
  return { folder, binaries, user, address, settings, log: options.log };
}

function owned(server: Server, guard: Watch, lock: OwnerLock): EmbeddedDatabase {
  let closing: Promise<void> | undefined;
  async function end(): Promise<void> {
    await guard.close();
    await shutDown(server, lock);
  }
  return {
    connection: connectionTo(server.address, "hanse", "hanse"),
    admin: connectionTo(server.address, "postgres", "postgres"),
    owns: true,
    close() {
      closing ??= end();
      return closing;
    },
  };
}

/** What stands in the place of a folder that was moved away is another owner's, and so is its server. */
async function shutDown(server: Server | undefined, lock: OwnerLock): Promise<void> {
  if (server && lock.state() !== "replaced") {
    await stopServer(server);
    await dropAddress(server.address);
  }
  await lock.release();
}

async function takeLock(folder: DataFolder): Promise<OwnerLock | undefined> {
  try {
    return await takeOwnership(folder.path);
  } catch (error) {
    throw notStartable(`This user may not use the data folder ${folder.path}: ${reason(error)}.`);
  }
}

async function alreadyRunning(folder: DataFolder): Promise<Problem> {
  const detail = `${await whoOwns(folder)}. Stop it first, or choose another data folder.`;
  return new Problem({ status: 409, type: "already-running", detail });
}

async function whoOwns(folder: DataFolder): Promise<string> {
  const owner = await readOwner(folder.path);
  return `Another process${owner ? ` (${owner.pid})` : ""} runs on the data folder ${folder.path}`;
}
