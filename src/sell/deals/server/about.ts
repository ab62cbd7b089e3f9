import { sql } from "kysely";
import { asSystem } from "#platform/database/rules.ts";
import { rows, type Tx } from "#platform/database/tx.ts";
import { type EventAbout, record } from "#platform/events/record.ts";
import { events } from "../events.ts";
import type * as store from "./store.ts";

export function aboutOf(row: Pick<store.DealRow, "id" | "partner_id">): EventAbout {
  return { subject: { kind: "deal", id: row.id }, partnerId: row.partner_id };
}

export function namesOf(row: store.DealRow): { number: number; customer: string } {
  return { number: row.number ?? 0, customer: row.customer_name ?? "" };
}

/** Gives up places and tells the vendor's stream who moved up; nobody on the partners' side reads it. */
export async function letNextMoveUp(tx: Tx, release: () => Promise<string[]>): Promise<void> {
  const next = await release();
  if (next.length === 0) return;
  await asSystem(tx, async () => {
    const found = await rows(
      tx,
      sql<{
        id: string;
        number: number;
        customer_name: string;
      }>`select id, number, customer_name from registration
        where vendor_id = ${tx.vendorId} and id = any (${next}::uuid[]) order by id`,
    );
    for (const row of found) {
      const names = { number: row.number, customer: row.customer_name };
      await record(tx, events.dealMovedUp, { subject: { kind: "deal", id: row.id } }, names);
    }
  });
}
