import { readdir } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { runner } from "node-pg-migrate";
import pg from "pg";
import { Problem } from "../problem.ts";

const folder = fileURLToPath(new URL("../../../db/migrations", import.meta.url));

/**
 * Brings the database to this version's shape, under a lock; all files of a run or none. Answers how many ran.
 * `most` stops after so many files, which is how a database takes the shape that an older backup was made of.
 */
export async function migrate(connection: pg.ClientConfig, most = Number.POSITIVE_INFINITY): Promise<number> {
  const client = new pg.Client(connection);
  await client.connect();
  try {
    await refuseNewer(client);
    const applied = await runner({
      dbClient: client,
      dir: folder,
      migrationsTable: "schema_migration",
      direction: "up",
      count: most,
      advisoryLockMode: "wait",
      log: () => {},
    });
    return applied.length;
  } finally {
    await client.end();
  }
}

/** The names of this release's migrations, in order. */
export async function ownMigrations(): Promise<string[]> {
  const files = await readdir(folder);
  return files
    .filter((name) => name.endsWith(".sql"))
    .map((name) => name.slice(0, -".sql".length))
    .sort();
}

/** The names of the migrations that a database has gone through, in order; empty where there was none. */
export async function appliedMigrations(client: pg.ClientBase): Promise<string[]> {
  const there = await client.query<{ there: boolean }>(
    "select to_regclass('public.schema_migration') is not null as there",
  );
  if (!there.rows[0]?.there) return [];
  const { rows } = await client.query<{ name: string }>(
    "select name from public.schema_migration order by id",
  );
  return rows.map(({ name }) => name);
}

/** What a newer release wrote, this one would misread. */
async function refuseNewer(client: pg.ClientBase): Promise<void> {
  const own = new Set(await ownMigrations());
  const unknown = (await appliedMigrations(client)).find((name) => !own.has(name));
  if (unknown === undefined) return;
  throw new Problem({
    status: 503,
    type: "newer-data",
    detail: `A newer release of Hanse has worked on this database (${unknown}). Start that release, or restore a backup.`,
  });
}
