import type { Pool } from "pg";

/**
 * Tells the planner what bulk work has just filled. The server would find out by itself within a minute; until then it
 * takes the tables for empty and joins them row by row. Table names are our own, never input.
 */
export async function refreshStatistics(ownerPool: Pool, tables: readonly string[]): Promise<void> {
  await ownerPool.query(`analyze ${tables.join(", ")}`);
}
