import { sql } from "kysely";
import { maybe, type Tx } from "#platform/database/tx.ts";
import { type Handler, handler, type RecordedEvent } from "#platform/events/handlers.ts";
import { record } from "#platform/events/record.ts";
import { events as opportunityEvents } from "../../opportunities/events.ts";
import { events } from "../events.ts";
import { aboutOf, letNextMoveUp, namesOf } from "./about.ts";
import { releaseSeries } from "./claims.ts";
import * as store from "./store.ts";

/** What becomes of an opportunity closes the registration that it belongs to. */
export function closings(): Handler[] {
  return [
    handler("deals.won", opportunityEvents.opportunityWon, (tx, event) => close(tx, event, "won")),
    handler("deals.lost", opportunityEvents.opportunityLost, (tx, event) => close(tx, event, "lost")),
  ];
}

/** It counts what was so when the sale closed, however much later the event is handled. */
async function close(tx: Tx, event: RecordedEvent<unknown>, as: "won" | "lost"): Promise<void> {
  const at = event.occurredAt;
  const found = await maybe(
    tx,
    sql<{ id: string }>`select d.id from registration d where d.vendor_id = ${tx.vendorId}
      and d.opportunity_id = ${event.subjectId} and d.state in ('approved', 'expired')
      and d.protected_from <= ${at.toString()}::timestamptz and d.protected_until > ${at.toString()}::timestamptz
      and not exists (select from registration x where x.vendor_id = d.vendor_id and x.opportunity_id = d.opportunity_id
        and x.id <> d.id and x.state in ('approved', 'closed'))`,
  );
  if (found === null) return;
  await store.lockDeal(tx, found.id);
  const row = await store.findDeal(tx, found.id);
  if (row === null || (row.state !== "approved" && row.state !== "expired")) return;
  const set = { state: "closed", closed_as: as, ended_at: at.toString() };
  if (!(await store.updateDeal(tx, row, set))) return;
  await letNextMoveUp(tx, () => releaseSeries(tx, row.id, []));
  await record(tx, events.dealClosed, aboutOf(row), { ...namesOf(row), as });
}
