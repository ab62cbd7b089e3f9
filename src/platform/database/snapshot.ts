import type { Readable } from "node:stream";
import pg from "pg";
import { to as copyTo } from "pg-copy-streams";
import { Problem } from "../problem.ts";
import { appliedMigrations } from "./migrate.ts";
import { copyOut, identifier, plainText, quoted, type Table, tablesInOrder } from "./tables.ts";

/** A job that waits in the queue. */
export interface WaitingJob {
  task: string;
  payload: unknown;
  key: string | null;
  runAt: string;
  attemptsLeft: number;
}

/** A stored file as its row knows it. */
export interface NamedFile {
  key: string;
  /** What people call it. */
  name: string;
  sha256: string;
}

/** All that a database holds, as of one moment, while the product goes on working on it. */
export interface Snapshot {
  /** In an order in which they can be filled. */
  tables: readonly Table[];
  migrations: readonly string[];
  /** The server's release, such as 18.4. */
  server: string;
  /** Everything in a table as COPY's text, in the order of its key. */
  rows(table: Table): Readable;
  /** The files that rows refer to. */
  storedFiles(): Promise<NamedFile[]>;
  waitingJobs(): Promise<WaitingJob[]>;
  close(): Promise<void>;
}

/** By convention a column of this name holds the key of a stored file; `file_name` and `file_sha256` stand beside it. */
const fileColumn = "file_key";

/** @throws Problem `backup-blind` when row-level security would hide rows from this role */
export async function openSnapshot(connection: pg.ClientConfig): Promise<Snapshot> {
  const client = new pg.Client({ ...connection, application_name: "hanse backup" });
  client.on("error", () => {});
  try {
    await client.connect();
    await client.query("begin isolation level repeatable read read only");
    await client.query(plainText);
    await refuseBlindRole(client);
    const migrations = await appliedMigrations(client);
    const { rows } = await client.query<{ server: string }>(
      "select current_setting('server_version') as server",
    );
    const tables = await tablesInOrder(client);
    return {
      tables,
      migrations,
      server: rows[0]?.server.split(" ")[0] ?? "",
      rows: (table) => client.query(copyTo(copyOut(table))),
      storedFiles: () => storedFiles(client, tables),
      waitingJobs: () => waitingJobs(client),
      close: () => client.end(),
    };
  } catch (error) {
    await client.end().catch(() => {});
    throw error;
  }
}

async function refuseBlindRole(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ sees: boolean; role: string }>(
    "select rolsuper or rolbypassrls as sees, rolname as role from pg_roles where rolname = current_user",
  );
  if (rows[0]?.sees) return;
  throw new Problem({
    status: 403,
    type: "backup-blind",
    detail:
      `Row-level security hides the vendors' rows from the database role ${rows[0]?.role}, so its backup would be empty. ` +
      "Name a role with BYPASSRLS in BACKUP_DATABASE_URL; docs/operating.md shows how to make one.",
  });
}

async function storedFiles(client: pg.Client, tables: readonly Table[]): Promise<NamedFile[]> {
  const files = new Map<string, NamedFile>();
  for (const table of tables.filter(({ columns }) => columns.includes(fileColumn))) {
    const { rows } = await client.query<NamedFile>(
      `select ${identifier(fileColumn)} as key, file_name as name, encode(file_sha256, 'hex') as sha256
       from ${quoted(table)} where ${identifier(fileColumn)} is not null`,
    );
    for (const file of rows) files.set(file.key, file);
  }
  return [...files.values()].sort((one, other) => (one.key < other.key ? -1 : 1));
}

async function waitingJobs(client: pg.Client): Promise<WaitingJob[]> {
  const there = await client.query<{ there: boolean }>(
    "select to_regclass('graphile_worker._private_jobs') is not null as there",
  );
  if (!there.rows[0]?.there) return [];
  const { rows } = await client.query<WaitingJob>(
    `select t.identifier as task, j.payload, j.key, to_json(j.run_at) #>> '{}' as "runAt",
       (j.max_attempts - j.attempts)::int as "attemptsLeft"
     from graphile_worker._private_jobs j join graphile_worker._private_tasks t on t.id = j.task_id
     where j.attempts < j.max_attempts order by j.id`,
  );
  return rows;
}
