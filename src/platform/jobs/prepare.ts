import { runMigrations } from "graphile-worker";
import type { PoolConfig } from "pg";
import { createPool } from "../database/pool.ts";

/** Makes the queue's own tables where they are missing. */
export async function prepareQueue(connection: PoolConfig): Promise<void> {
  const pool = createPool({ connection, max: 1, driverTypes: true, onError: () => {} });
  try {
    await runMigrations({ pgPool: pool });
  } finally {
    await pool.end();
  }
}
