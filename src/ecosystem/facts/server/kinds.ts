import { sql } from "kysely";
import { rows, type Tx } from "#platform/database/tx.ts";
import { builtInKinds, type FactKindSpec } from "../kinds.ts";

/** All kinds of facts that the vendor has, by key: the product's and its own, retired ones included. */
export async function kindsOf(tx: Tx): Promise<Map<string, FactKindSpec>> {
  const own = await rows(
    tx,
    sql<FactKindSpec>`select key, label, unit, counts, 'people' as "recordedBy" from fact_kind
      where vendor_id = ${tx.vendorId} order by lower(label)`,
  );
  return new Map([...builtInKinds, ...own].map((kind) => [kind.key, kind]));
}
