import pg from "pg";
import { appliedMigrations } from "./migrate.ts";

/** What a database is found to be before something is loaded into it. */
export type Found =
  | { kind: "fresh" }
  /** It went through these migrations, and nobody has put anything into it. */
  | { kind: "empty"; migrations: readonly string[] }
  | { kind: "in use" };

/** Looks whether anybody has begun to use a database. */
export async function lookInto(connection: pg.ClientConfig): Promise<Found> {
  const client = new pg.Client(connection);
  client.on("error", () => {});
  await client.connect();
  try {
    const migrations = await appliedMigrations(client);
    if (migrations.length === 0) return { kind: "fresh" };
    // The role that finds out who asks may look across vendors, at who is who.
    await client.query("set role hanse_control");
    const { rows } = await client.query<{ used: boolean }>(
      `select exists (select from vendor) or exists (select from auth."user") as used`,
    );
    return rows[0]?.used ? { kind: "in use" } : { kind: "empty", migrations };
  } finally {
    await client.end();
  }
}

/** Puts a database of nothing in the place of one of which nobody needs anything. `admin` is a superuser. */
export async function recreate(admin: pg.ClientConfig, database: string, owner: string): Promise<void> {
  const client = new pg.Client({ ...admin, database: "postgres" });
  client.on("error", () => {});
  await client.connect();
  try {
    const name = pg.escapeIdentifier(database);
    await client.query(`drop database if exists ${name} with (force)`);
    await client.query(`create database ${name} owner ${pg.escapeIdentifier(owner)}`);
  } finally {
    await client.end();
  }
}
