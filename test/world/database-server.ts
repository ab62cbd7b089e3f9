import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { runMigrations } from "graphile-worker";
import pg from "pg";
import { migrate } from "#platform/database/migrate.ts";
import { createPool } from "#platform/database/pool.ts";

/** How test files reach the run's server; plain data, since it crosses processes. */
export interface DatabaseAccess {
  /** The role that owns the product's tables. Whoever connects names a database of the run. */
  owner: pg.ClientConfig;
  /** A superuser: makes and drops databases, and looks behind row-level security for assertions. */
  admin: pg.ClientConfig;
  /** The migrated database that the others are copied from. */
  template: string;
  /** Begins the names of all databases of this run. */
  prefix: string;
  /** For files of the run; it goes with the run. */
  folder: string;
}

declare module "vitest" {
  interface ProvidedContext {
    database: DatabaseAccess;
  }
}

interface Server {
  owner: pg.ClientConfig;
  admin: pg.ClientConfig;
  folder: string;
  stop: () => Promise<void>;
}

/**
 * Starts PostgreSQL for a run, or uses the server that HANSE_TEST_DATABASE names, as words such as
 * `host=/run/db user=hanse admin=postgres`: `user` owns the product's tables, `admin` is a superuser.
 */
export async function startDatabase(): Promise<{ access: DatabaseAccess; end: () => Promise<void> }> {
  const given = process.env.HANSE_TEST_DATABASE ?? "";
  const { stop, ...server } = given === "" ? await ownServer() : await namedServer(given);
  const prefix = `hanse_test_${process.pid}`;
  const access = { ...server, template: `${prefix}_template`, prefix };
  const end = async () => {
    await dropAll(access);
    await stop();
  };
  try {
    await makeTemplate(access);
    return { access, end };
  } catch (error) {
    await end();
    throw error;
  }
}

async function namedServer(words: string): Promise<Server> {
  const named = new Map(words.split(/\s+/).map((word) => [word.split("=")[0], word.split("=")[1]]));
  const port = named.get("port");
  const reach = {
    host: named.get("host"),
    ...(port === undefined ? {} : { port: Number(port) }),
    password: named.get("password"),
  };
  const folder = await mkdtemp(join(tmpdir(), "hanse-test-"));
  return {
    owner: { ...reach, user: named.get("user") ?? "hanse" },
    admin: { ...reach, user: named.get("admin") ?? "postgres", database: "postgres" },
    folder,
    stop: () => rm(folder, { recursive: true, force: true }),
  };
}

async function ownServer(): Promise<Server> {
  const keeper = spawn(
    process.execPath,
    [fileURLToPath(new URL("./database-keeper.ts", import.meta.url))],
    // In a process group of its own: Ctrl-C at the terminal does not reach it, the end of the run does.
    { detached: true, stdio: ["pipe", "pipe", "inherit"] },
  );
  const opened = JSON.parse(await firstLine(keeper)) as Omit<Server, "stop">;
  return {
    ...opened,
    stop: async () => {
      keeper.stdin?.end();
      if (keeper.exitCode === null) await once(keeper, "exit");
    },
  };
}

function firstLine(keeper: ChildProcess): Promise<string> {
  const { promise, resolve, reject } = Promise.withResolvers<string>();
  keeper.once("exit", () => reject(new Error("The database of the tests did not start.")));
  if (keeper.stdout !== null) createInterface(keeper.stdout).once("line", resolve);
  return promise;
}

/** The product's migrations and the queue's, run once; everything else is a copy of it. */
async function makeTemplate(access: DatabaseAccess): Promise<void> {
  await asAdmin(access, async (admin) => {
    await admin.query(
      `create database ${access.template} owner ${pg.escapeIdentifier(String(access.owner.user))}`,
    );
  });
  const connection = { ...access.owner, database: access.template };
  await migrate(connection);
  const pool = createPool({ connection, max: 1, onError: console.error });
  try {
    await runMigrations({ pgPool: pool });
  } finally {
    await pool.end();
  }
}

async function dropAll(access: DatabaseAccess): Promise<void> {
  await asAdmin(access, async (admin) => {
    const left = await admin.query<{ datname: string }>(
      "select datname from pg_database where starts_with(datname, $1)",
      [`${access.prefix}_`],
    );
    for (const { datname } of left.rows) await admin.query(`drop database if exists ${datname} with (force)`);
  });
}

async function asAdmin(access: DatabaseAccess, act: (client: pg.Client) => Promise<void>): Promise<void> {
  const client = new pg.Client(access.admin);
  await client.connect();
  try {
    await act(client);
  } finally {
    await client.end();
  }
}
