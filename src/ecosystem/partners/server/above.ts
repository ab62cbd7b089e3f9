import { sql } from "kysely";
import { withRules } from "#platform/database/rules.ts";
import { rows, type Tx } from "#platform/database/tx.ts";
import { type EdgeKind, edgeKinds } from "../contract.ts";
import { holdsOn } from "./store.ts";

/** Who stands directly above a partner. */
export interface Above {
  name: string;
  kind: EdgeKind;
}

const maxAbove = 10;

/**
 * The partners directly above one today, by name alone: with whom somebody contracts is theirs to know, the record of
 * the company above is not. Ask for the actor's own partner only.
 */
export function directlyAbove(tx: Tx, partnerId: string): Promise<Above[]> {
  return withRules(tx, () =>
    rows(
      tx,
      sql<Above>`select p.name, e.kind from partner_edge e
        join partner p on p.vendor_id = e.vendor_id and p.id = e.parent_id
        where e.vendor_id = ${tx.vendorId} and e.child_id = ${partnerId} and ${holdsOn(sql`e`, tx.today().toString())}
        order by array_position(${edgeKinds}::text[], e.kind), p.sort_name limit ${maxAbove}`,
    ),
  );
}

/**
 * The distributors that a partner buys from today, to be named in what it sends to the vendor. Ask for a partner that
 * the actor acts for.
 */
export function distributorsOf(tx: Tx, partnerId: string): Promise<{ id: string; name: string }[]> {
  return withRules(tx, () =>
    rows(
      tx,
      sql<{ id: string; name: string }>`select p.id, p.name from partner_edge e
        join partner p on p.vendor_id = e.vendor_id and p.id = e.parent_id
        where e.vendor_id = ${tx.vendorId} and e.child_id = ${partnerId} and e.kind = 'distributes to'
          and ${holdsOn(sql`e`, tx.today().toString())}
        order by p.sort_name limit ${maxAbove}`,
    ),
  );
}
