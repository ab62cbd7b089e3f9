import { sql } from "kysely";
import { rows, type Tx } from "#platform/database/tx.ts";
import type { DomainValue } from "#platform/imports/kind.ts";

/**
 * What the cells of references and choices can mean. A record goes by its external id, or by its name where it has
 * none; a name that two such records share means neither.
 */
export async function domains(tx: Tx): Promise<Record<string, DomainValue[]>> {
  return {
    partners: await byKey(tx, "partner"),
    accounts: await byKey(tx, "account"),
    products: await byKey(tx, "product"),
    sellers: await rows(
      tx,
      sql<DomainValue>`select email as value, name as label from membership
        where vendor_id = ${tx.vendorId} and side = 'vendor' and 'direct-seller' = any (roles) and deactivated_at is null
        order by name, email`,
    ),
    stages: await rows(
      tx,
      sql<DomainValue>`select key as value, label from opportunity_stage where vendor_id = ${tx.vendorId}
        order by position, key`,
    ),
  };
}

async function byKey(tx: Tx, table: "partner" | "account" | "product"): Promise<DomainValue[]> {
  return rows(
    tx,
    sql<DomainValue>`select external_id as value, name as label from ${sql.table(table)}
        where vendor_id = ${tx.vendorId} and external_id is not null
      union all
      select name, name from ${sql.table(table)}
        where vendor_id = ${tx.vendorId} and external_id is null group by name having count(*) = 1
      order by 2, 1`,
  );
}
