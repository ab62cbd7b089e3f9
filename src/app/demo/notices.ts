import { sql } from "kysely";
import { handlers as noticeHandlers } from "#ecosystem/notices/index.ts";
import { rows } from "#platform/database/tx.ts";
import { type Handler, handle } from "#platform/events/handlers.ts";
import { createMailer } from "#platform/mail/mail.ts";
import type { VendorContext } from "#platform/principal.ts";
import { manualClock } from "#platform/time/clock.ts";
import * as deals from "#sell/deals/index.ts";
import { noticeBook } from "../features.ts";
import type { Hanse } from "../hanse.ts";

/** As far back as anything waits in the demo. */
const daysBack = 21;
/** What is younger has not been read yet. */
const unreadDays = 4;

/**
 * What the demo's people were told meanwhile: each day's reminders on their day, and notices of all that happened. They
 * have read what is older, and what they did themselves. Nothing is mailed.
 */
export async function tellEverybody(
  hanse: Hanse,
  vendor: VendorContext,
  today: Temporal.PlainDate,
): Promise<void> {
  await closeRegistrations(hanse, vendor);
  for (let ago = daysBack; ago > 0; ago--) {
    const at = today.subtract({ days: ago }).toZonedDateTime({ timeZone: "UTC", plainTime: "18:00" });
    for (const clock of deals.jobs({ door: hanse.door.at(manualClock(at.toInstant())) }))
      await clock.run?.(vendor, {});
  }
  const silent = createMailer({ smtpUrl: null, from: "" });
  await handOver(hanse, vendor, noticeHandlers(noticeBook, { ...hanse, mailer: silent }));
  await hanse.door.withJob(vendor, async (tx) => {
    const since = tx.now().subtract({ hours: 24 * unreadDays });
    await sql`update notice set read_at = least(occurred_at + interval '3 hours', ${tx.now().toString()}::timestamptz)
      where vendor_id = ${tx.vendorId} and (occurred_at < ${since.toString()}::timestamptz or kind = 'deal.received')`.execute(
      tx.db,
    );
  });
}

/** Gives the events of the past to handlers, each once. */
export async function handOver(
  hanse: Hanse,
  vendor: VendorContext,
  handlers: readonly Handler[],
): Promise<void> {
  const listeners = new Map(handlers.map((one) => [one.type, one]));
  for (const { id, type } of await happened(hanse, vendor, [...listeners.keys()])) {
    const listener = listeners.get(type);
    if (listener !== undefined) await handle(hanse.door, vendor, listener, id);
  }
}

/** What became of a sale closes its registration on that day, before anybody is reminded of an end that does not come. */
async function closeRegistrations(hanse: Hanse, vendor: VendorContext): Promise<void> {
  const closing = new Map(deals.handlers().map((one) => [one.type, one]));
  for (const { id, type, at } of await happened(hanse, vendor, [...closing.keys()])) {
    const handler = closing.get(type);
    if (handler !== undefined) await handle(hanse.door.at(manualClock(at)), vendor, handler, id);
  }
}

/** Events of some types in the order in which they happened. */
function happened(hanse: Hanse, vendor: VendorContext, types: readonly string[]) {
  return hanse.door.withJob(vendor, (tx) =>
    rows(
      tx,
      sql<{ id: string; type: string; at: Temporal.Instant }>`select id, type, occurred_at as at from event
        where vendor_id = ${tx.vendorId} and type = any (${[...types]}) order by occurred_at, id`,
    ),
  );
}
