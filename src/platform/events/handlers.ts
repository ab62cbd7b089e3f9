import { sql } from "kysely";
import type { z } from "zod";
import type { Door } from "../database/door.ts";
import { maybe, type Tx } from "../database/tx.ts";
import type { Owned } from "../modules.ts";
import type { VendorContext } from "../principal.ts";
import type { EventType } from "./event.ts";

/** An event as a handler receives it. */
export interface RecordedEvent<Payload> {
  id: string;
  type: string;
  subjectId: string;
  partnerId: string | null;
  /** The membership that acted; null for the system's own acts. */
  actorId: string | null;
  payload: Payload;
  occurredAt: Temporal.Instant;
}

/**
 * What a feature does when something has happened elsewhere. It runs at least once, after the act's transaction; its
 * writes happen once, since they and the note that the event is dealt with are one transaction. An effect outside of
 * the database, such as a mail, can happen twice after a crash.
 */
export interface Handler extends Owned {
  name: string;
  type: string;
  run: (tx: Tx, event: RecordedEvent<unknown>) => Promise<void>;
  /** Runs after that is committed, such as waking a worker. It may be missed, so nothing may rest on it alone. */
  afterCommit?: (vendor: VendorContext) => Promise<void>;
}

export function handler<P extends z.ZodType>(
  name: string,
  type: EventType<P>,
  run: (tx: Tx, event: RecordedEvent<z.infer<P>>) => Promise<void>,
): Handler {
  return {
    name,
    type: type.type,
    run: (tx, event) => run(tx, { ...event, payload: type.payload.parse(event.payload) }),
  };
}

/** Runs one handler for one event, unless it has been dealt with. */
export async function handle(
  door: Door,
  vendor: VendorContext,
  one: Handler,
  eventId: string,
): Promise<void> {
  await door.withJob(vendor, async (tx) => {
    const fresh = await maybe<{ handler: string }>(
      tx,
      sql`insert into handled (vendor_id, event_id, handler) values (${vendor.id}, ${eventId}, ${one.name})
          on conflict do nothing returning handler`,
    );
    if (fresh === null) return;
    const event = await maybe<{
      type: string;
      subject_id: string;
      partner_id: string | null;
      actor_id: string | null;
      payload: unknown;
      occurred_at: Temporal.Instant;
    }>(
      tx,
      sql`select type, subject_id, partner_id, actor_id, payload, occurred_at from event where vendor_id = ${vendor.id} and id = ${eventId}`,
    );
    if (event === null) return;
    await one.run(tx, {
      id: eventId,
      type: event.type,
      subjectId: event.subject_id,
      partnerId: event.partner_id,
      actorId: event.actor_id,
      payload: event.payload,
      occurredAt: event.occurred_at,
    });
  });
  await one.afterCommit?.(vendor);
}
