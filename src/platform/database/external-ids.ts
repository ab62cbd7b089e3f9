import { sql } from "kysely";
import { toPublicId } from "../ids.ts";
import { Problem } from "../problem.ts";
import { maybe, type Tx } from "./tx.ts";

/** A noun whose records carry the ids of other systems, each id once per vendor. */
export interface Named {
  table: "partner" | "account" | "product";
  prefix: string;
}

/** @throws Problem 409 when another record than `id` has the external id */
export async function refuseTaken(
  tx: Tx,
  named: Named,
  externalId: string | null,
  id: string,
): Promise<void> {
  const holder = await findHolder(tx, named, externalId);
  if (holder !== null && holder.id !== id) throw taken(named, externalId, holder);
}

/** What to answer when the database has just refused a second record of the same external id. */
export async function externalIdTaken(tx: Tx, named: Named, externalId: string | null): Promise<Problem> {
  return taken(named, externalId, await findHolder(tx, named, externalId));
}

async function findHolder(tx: Tx, { table }: Named, externalId: string | null) {
  if (externalId === null) return null;
  return maybe(
    tx,
    sql<{ id: string; name: string }>`select id, name from ${sql.table(table)}
      where vendor_id = ${tx.vendorId} and external_id = ${externalId}`,
  );
}

function taken(
  { table, prefix }: Named,
  externalId: string | null,
  holder: { id: string; name: string } | null,
): Problem {
  const message = `${holder?.name ?? `Another ${table}`} has the external id "${externalId}" already.`;
  return new Problem({
    status: 409,
    type: "external-id-taken",
    detail: message,
    errors: [{ pointer: "/externalId", message }],
    extra: holder === null ? {} : { [`${table}Id`]: toPublicId(prefix, holder.id) },
  });
}
