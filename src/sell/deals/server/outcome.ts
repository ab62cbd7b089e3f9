import { sql } from "kysely";
import { maybe, type Tx } from "#platform/database/tx.ts";
import { type Handler, handler, type RecordedEvent } from "#platform/events/handlers.ts";
import { record } from "#platform/events/record.ts";
import { events as opportunityEvents } from "../../opportunities/events.ts";
import { events } from "../events.ts";
import { aboutOf, letNextMoveUp, namesOf } from "./about.ts";
import { releaseSeries } from "./claims.ts";
import { stateOf } from "./load.ts";
import * as store from "./store.ts";

/** What becomes of an opportunity closes the registration that it belongs to. */
export function closings(): Handler[] {
  return [
    handler("deals.won", opportunityEvents.opportunityWon, (tx, event) => close(tx, event, "won")),
    handler("deals.lost", opportunityEvents.opportunityLost, (tx, event) => close(tx, event, "lost")),
  ];
}

async function close(tx: Tx, event: RecordedEvent<unknown>, as: "won" | "lost"): Promise<void> {
  const found = await maybe(
    tx,
    sql<{ id: string }>`select id from registration where vendor_id = ${tx.vendorId}
      and opportunity_id = ${event.subjectId} and state = 'approved'`,
  );
  if (found === null) return;
  await store.lockDeal(tx, found.id);
  const row = await store.findDeal(tx, found.id);
  if (row === null || stateOf(tx, row) !== "approved") return;
  if (!(await store.updateDeal(tx, row, { state: "closed", closed_as: as, ended_at: tx.now().toString() })))
    return;
  await letNextMoveUp(tx, () => releaseSeries(tx, row.id, []));
  await record(tx, events.dealClosed, aboutOf(row), { ...namesOf(row), as });
}
