import { sql } from "kysely";
import { rows, type Tx } from "#platform/database/tx.ts";

/** What partners are called, for others that know them by id alone. */
export async function namesOf(tx: Tx, ids: readonly string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map();
  const found = await rows(
    tx,
    sql<{
      id: string;
      name: string;
    }>`select id, name from partner where vendor_id = ${tx.vendorId} and id = any (${[...new Set(ids)]}::uuid[])`,
  );
  return new Map(found.map((row) => [row.id, row.name]));
}
