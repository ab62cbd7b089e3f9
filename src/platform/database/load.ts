import { createHash } from "node:crypto";
import type { Writable } from "node:stream";
import pg from "pg";
import { from as copyFrom, to as copyTo } from "pg-copy-streams";
import type { WaitingJob } from "./snapshot.ts";
import { copyOut, identifier, nameOf, plainText, quoted, type Table, tablesInOrder } from "./tables.ts";

/** An open transaction that fills the tables of an installation which holds nothing yet. */
export interface Load {
  /** Takes a table's rows as COPY's text; ended by the caller, it has checked every constraint. */
  into(table: string, columns: readonly string[]): Writable;
  /** What a table holds now: its rows and the SHA-256 of their text, as a snapshot would give them. */
  digestOf(table: string): Promise<{ rows: number; sha256: string }>;
  enqueue(jobs: readonly WaitingJob[]): Promise<void>;
  commit(): Promise<void>;
  rollback(): Promise<void>;
}

/**
 * Begins to fill the tables, whose owner the connection has to be. Rows that the migrations made are removed first.
 * While it goes on, nobody else can touch the tables: the owner is let past row-level security within this one
 * transaction, which COPY needs, and no longer.
 */
export async function beginLoad(connection: pg.ClientConfig): Promise<Load> {
  const client = new pg.Client({ ...connection, application_name: "hanse restore" });
  client.on("error", () => {});
  await client.connect();
  try {
    await client.query("begin");
    await client.query(plainText);
    const tables = await tablesInOrder(client);
    const forced = await forcedTables(client);
    for (const table of forced) await client.query(`alter table ${table} no force row level security`);
    await client.query(`truncate ${tables.map(quoted).join(", ")}`);
    return loading(client, tables, forced);
  } catch (error) {
    await client.end().catch(() => {});
    throw error;
  }
}

function loading(client: pg.Client, tables: readonly Table[], forced: readonly string[]): Load {
  const tableCalled = (name: string): Table => {
    const table = tables.find((one) => nameOf(one) === name);
    if (table === undefined) throw new Error(`This database has no table ${name}.`);
    return table;
  };
  return {
    into(name, columns) {
      const list = columns.map(identifier).join(", ");
      return client.query(copyFrom(`copy ${quoted(tableCalled(name))} (${list}) from stdin`));
    },
    async digestOf(name) {
      const hash = createHash("sha256");
      const stream = client.query(copyTo(copyOut(tableCalled(name))));
      for await (const chunk of stream) hash.update(chunk);
      return { rows: stream.rowCount, sha256: hash.digest("hex") };
    },
    async enqueue(jobs) {
      for (const { task, payload, key, runAt, attemptsLeft } of jobs) {
        await client.query(
          "select graphile_worker.add_job($1, payload => $2, run_at => $3, max_attempts => $4::int, job_key => $5)",
          [task, JSON.stringify(payload ?? {}), runAt, attemptsLeft, key],
        );
      }
    },
    async commit() {
      for (const table of forced) await client.query(`alter table ${table} force row level security`);
      await client.query("commit");
      await client.query("analyze");
      await client.end();
    },
    async rollback() {
      await client.end();
    },
  };
}

async function forcedTables(client: pg.Client): Promise<string[]> {
  const { rows } = await client.query<{ schema: string; name: string }>(
    `select n.nspname as schema, c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where c.relforcerowsecurity and n.nspname in ('public', 'auth') order by 1, 2`,
  );
  return rows.map(quoted);
}
