import type { Tx } from "#platform/database/tx.ts";
import { toPublicId } from "#platform/ids.ts";
import { compareDays, type Day, parseDay } from "#platform/time/day.ts";
import type { Partner, PartnerSummary } from "../contract.ts";
import { figuresOf } from "./figures.ts";
import * as store from "./store.ts";

/** The partners of a page; what stands beside their records is read for all of them at once. */
export async function presentAll(tx: Tx, rows: readonly store.PartnerRow[]): Promise<PartnerSummary[]> {
  const figures = await figuresOf(
    tx,
    rows.map((row) => row.id),
  );
  return rows.map((row) => ({
    id: toPublicId("par", row.id),
    name: row.name,
    externalId: row.external_id,
    types: row.types,
    territory: row.territory,
    parent: parentOf(row),
    ...figures(row.id),
    createdAt: row.created_at.toString(),
    version: row.version,
  }));
}

export async function present(tx: Tx, row: store.PartnerRow): Promise<Partner> {
  const [summary] = await presentAll(tx, [row]);
  if (summary === undefined) throw new Error("One row makes one summary.");
  const types = await store.listTypeRows(tx, row.id);
  const counts = await store.countsOf(tx, row.id);
  return {
    ...summary,
    typeHistory: types.map((one) => ({
      id: toPublicId("pty", one.id),
      type: one.type,
      effectiveFrom: one.effective_from,
      effectiveUntil: one.effective_until,
      state: stateOn(tx.today(), one),
    })),
    counts: { ...counts, people: seesPeopleOf(tx, row.id) ? counts.people : null },
  };
}

function stateOn(today: Day, type: store.TypeRow): Partner["typeHistory"][number]["state"] {
  if (compareDays(parseDay(type.effective_from), today) > 0) return "coming";
  const isOver = type.effective_until !== null && compareDays(parseDay(type.effective_until), today) <= 0;
  return isOver ? "ended" : "current";
}

function parentOf(row: store.PartnerRow): PartnerSummary["parent"] {
  if (row.parent_id === null || row.parent_name === null || row.parent_kind === null) return null;
  return { id: toPublicId("par", row.parent_id), name: row.parent_name, kind: row.parent_kind };
}

function seesPeopleOf({ actor }: Tx, partnerId: string): boolean {
  return actor.databaseRole !== "hanse_partner" || actor.reach.people.includes(partnerId);
}
