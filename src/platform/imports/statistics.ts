import type { Pool } from "pg";

/*
 * What the planner knows of tables, renewed at once where many rows have just come: until the server does it by itself,
 * statements and the checks of foreign keys go by what the tables were before. Only their owner may do it.
 */

export async function renewStageStatistics(ownerPool: Pool): Promise<void> {
  await ownerPool.query("analyze import_stage");
}

/** Of all tables: whoever brings rows in does not know what else they lead to. */
export async function renewStatistics(ownerPool: Pool): Promise<void> {
  const found = await ownerPool.query<{ tables: string }>(
    `select string_agg(oid::regclass::text, ', ') as tables from pg_class
     where relnamespace = 'public'::regnamespace and relkind = 'r' and pg_get_userbyid(relowner) = current_user`,
  );
  await ownerPool.query(`analyze ${found.rows[0]?.tables ?? ""}`);
}
