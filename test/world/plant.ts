import pg from "pg";
import type { Seed } from "./rows.ts";

/** Puts rows straight into the database, all or none, in the order in which the seed names the tables. */
export async function plant(admin: pg.Pool, seed: Seed): Promise<void> {
  const client = await admin.connect();
  try {
    await client.query("begin");
    for (const [table, rows] of Object.entries(seed)) {
      if (rows.length > 0) await insertAll(client, table, rows);
    }
    await client.query("commit");
  } catch (error) {
    await client.query("rollback");
    throw error;
  } finally {
    client.release();
  }
}

/** One statement for all rows; a column that a row leaves out takes its default. */
async function insertAll(client: pg.PoolClient, table: string, rows: readonly object[]): Promise<void> {
  const columns = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  const values: unknown[] = [];
  const tuples = rows.map((row) => {
    const given = new Map<string, unknown>(Object.entries(row));
    const cells = columns.map((column) => {
      const value = given.get(column);
      return value === undefined ? "default" : `$${values.push(value)}`;
    });
    return `(${cells.join(", ")})`;
  });
  const names = columns.map(pg.escapeIdentifier).join(", ");
  const target = table.split(".").map(pg.escapeIdentifier).join(".");
  await client.query(`insert into ${target} (${names}) values ${tuples.join(", ")}`, values);
}
