import { randomBytes } from "node:crypto";
import pg from "pg";
import { inject } from "vitest";

/** A migrated database of one test file's own. */
export interface TestDatabase {
  /** As the product connects: the owner of the tables, under row-level security like everybody. */
  connection: pg.ClientConfig;
  /** A superuser's connections to it: for putting rows there and for seeing all that is there. */
  admin: pg.Pool;
  drop(): Promise<void>;
}

/** Copies the run's template: an empty installation. */
export async function createDatabase(): Promise<TestDatabase> {
  const access = inject("database");
  const name = `${access.prefix}_${randomBytes(6).toString("hex")}`;
  const owner = pg.escapeIdentifier(String(access.owner.user));
  await asAdmin(access.admin, `create database ${name} template ${access.template} owner ${owner}`);
  const admin = new pg.Pool({ ...access.admin, database: name, max: 2 });
  return {
    connection: { ...access.owner, database: name },
    admin,
    drop: async () => {
      await admin.end();
      // Without force PostgreSQL waits for those who are just leaving.
      await asAdmin(access.admin, `drop database if exists ${name}`).catch(() =>
        asAdmin(access.admin, `drop database if exists ${name} with (force)`),
      );
    },
  };
}

async function asAdmin(admin: pg.ClientConfig, statement: string): Promise<void> {
  const client = new pg.Client(admin);
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}
