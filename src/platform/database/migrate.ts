import { fileURLToPath } from "node:url";
import { runner } from "node-pg-migrate";
import pg from "pg";

const folder = fileURLToPath(new URL("../../../db/migrations", import.meta.url));

/** Brings the database to this version's shape, under a lock; all files of a run or none. Answers how many ran. */
export async function migrate(connection: pg.ClientConfig): Promise<number> {
  const client = new pg.Client(connection);
  await client.connect();
  try {
    const applied = await runner({
      dbClient: client,
      dir: folder,
      migrationsTable: "schema_migration",
      direction: "up",
      count: Number.POSITIVE_INFINITY,
      advisoryLockMode: "wait",
      log: () => {},
    });
    return applied.length;
  } finally {
    await client.end();
  }
}
