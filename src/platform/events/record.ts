import { sql } from "kysely";
import type { z } from "zod";
import type { Tx } from "../database/tx.ts";
import { newId } from "../ids.ts";
import type { EventType } from "./event.ts";

/** What an event is about, and for whom it matters. */
export interface EventAbout {
  subject: { kind: string; id: string };
  partnerId?: string | null;
  accountId?: string | null;
  /** The partner in whose place the actor acted. */
  onBehalfOf?: string | null;
}

/** Writes the event of an act, in the act's own transaction, and puts it into the outbox for those who listen. */
export async function record<P extends z.ZodType>(
  tx: Tx,
  type: EventType<P>,
  about: EventAbout,
  payload: z.input<P>,
): Promise<string> {
  const id = newId();
  await sql`
    with written as (
      insert into event (vendor_id, id, type, version, actor_id, actor_name, on_behalf_of, subject_kind, subject_id,
        partner_id, account_id, partner_reach, payload, occurred_at)
      values (${tx.vendorId}, ${id}, ${type.type}, ${type.version}, ${tx.actor.membershipId}, ${tx.actor.name},
        ${about.onBehalfOf ?? null}, ${about.subject.kind}, ${about.subject.id}, ${about.partnerId ?? null},
        ${about.accountId ?? null}, ${about.partnerId ? type.reach : null},
        ${JSON.stringify(type.payload.parse(payload))}::jsonb, ${tx.now().toString()})
    )
    insert into outbox (vendor_id, event_id, type) values (${tx.vendorId}, ${id}, ${type.type})`.execute(
    tx.db,
  );
  return id;
}
