import { sql } from "kysely";
import { maybe, type Tx } from "#platform/database/tx.ts";
import { type Handler, handler } from "#platform/events/handlers.ts";
import { newId } from "#platform/ids.ts";
import { events as dealEvents } from "../../deals/events.ts";
import { countAssistsOf } from "./assists.ts";
import { insertTouchpoint } from "./store.ts";

/**
 * A registration is a touchpoint by itself: recorded by its submission, confirmed by its approval, withdrawn with it.
 * Each event leads to the same look at the registration as it stands, so the order in which they come does not matter.
 * What happened is told by the registration's own events; telling it again would only fill the streams.
 */
export function registrations(): Handler[] {
  return [
    handler("touchpoints.submitted", dealEvents.dealSubmitted, (tx, event) => follow(tx, event.subjectId)),
    handler("touchpoints.approved", dealEvents.dealApproved, (tx, event) => follow(tx, event.subjectId)),
    handler("touchpoints.withdrawn", dealEvents.dealWithdrawn, (tx, event) => follow(tx, event.subjectId)),
  ];
}

interface Followed {
  partner_id: string;
  about: string;
  submitted_at: Temporal.Instant;
  was_approved: boolean;
  is_withdrawn: boolean;
}

async function follow(tx: Tx, registrationId: string): Promise<void> {
  const deal = await maybe(
    tx,
    sql<Followed>`select partner_id, customer_name as about, submitted_at, protected_from is not null as was_approved,
        state = 'withdrawn' as is_withdrawn
      from registration where vendor_id = ${tx.vendorId} and id = ${registrationId} and submitted_at is not null`,
  );
  if (deal === null) return;
  const occurredOn = deal.submitted_at.toZonedDateTimeISO(tx.vendor.timezone).toPlainDate().toString();
  await insertTouchpoint(tx, {
    id: newId(),
    partnerId: deal.partner_id,
    kind: "registration",
    registrationId,
    opportunityId: null,
    accountId: null,
    about: deal.about,
    occurredOn,
    withWhom: null,
    purpose: null,
    link: null,
  });
  if (deal.was_approved) await move(tx, registrationId, "confirmed");
  if (deal.was_approved) await countAssistsOf(tx, sql`t.registration_id = ${registrationId}`);
  if (deal.is_withdrawn) await move(tx, registrationId, "withdrawn");
}

async function move(tx: Tx, registrationId: string, state: "confirmed" | "withdrawn"): Promise<void> {
  const decidedAt = state === "confirmed" ? tx.now().toString() : null;
  await sql`update touchpoint set state = ${state}, decided_at = ${decidedAt}::timestamptz where vendor_id = ${tx.vendorId}
    and registration_id = ${registrationId} and kind = 'registration' and state = 'recorded'`.execute(tx.db);
}
