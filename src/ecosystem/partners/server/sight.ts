import { type RawBuilder, sql } from "kysely";
import type { Tx } from "#platform/database/tx.ts";

/**
 * The partners whose company data the actor may see, said in the statement itself as the policies say it again: all on
 * the vendor's side, on a partner's side itself and those whose deals it may see.
 */
export function withinSight(tx: Tx, partnerId: RawBuilder<unknown>): RawBuilder<boolean> {
  const ids = partnersInSight(tx);
  return ids === null ? sql<boolean>`true` : sql<boolean>`${partnerId} = any (${ids}::uuid[])`;
}

/** Null: all of the vendor's partners. */
function partnersInSight({ actor }: Tx): string[] | null {
  if (actor.databaseRole !== "hanse_partner") return null;
  return [...new Set([...actor.reach.own, ...actor.reach.deals])];
}
