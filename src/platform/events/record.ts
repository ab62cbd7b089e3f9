import { sql } from "kysely";
import type { z } from "zod";
import { prepared, type Tx } from "../database/tx.ts";
import { newId } from "../ids.ts";
import type { EventType } from "./event.ts";

/** What an event is about, and for whom it matters. */
export interface EventAbout {
  subject: { kind: string; id: string };
  partnerId?: string | null;
  accountId?: string | null;
  /** The partner in whose place the actor acted. */
  onBehalfOf?: string | null;
  /** Who decided it, where it is written down later by somebody else. */
  actor?: { membershipId: string; name: string };
}

/** One event of many of a kind. */
export interface Happening<P extends z.ZodType> {
  about: EventAbout;
  payload: z.input<P>;
}

/** Writes the event of an act, in the act's own transaction, and puts it into the outbox for those who listen. */
export async function record<P extends z.ZodType>(
  tx: Tx,
  type: EventType<P>,
  about: EventAbout,
  payload: z.input<P>,
): Promise<void> {
  await recordAll(tx, type, [{ about, payload }]);
}

/** The same for an act that happens to many at once: one event each, all in one statement. */
export async function recordAll<P extends z.ZodType>(
  tx: Tx,
  type: EventType<P>,
  happenings: readonly Happening<P>[],
): Promise<void> {
  const given = happenings.map(({ about, payload }) => ({
    id: newId(),
    actor_id: about.actor?.membershipId ?? tx.actor.membershipId,
    actor_name: about.actor?.name ?? tx.actor.name,
    on_behalf_of: about.onBehalfOf ?? null,
    subject_kind: about.subject.kind,
    subject_id: about.subject.id,
    partner_id: about.partnerId ?? null,
    account_id: about.accountId ?? null,
    partner_reach: about.partnerId ? type.reach : null,
    payload: type.payload.parse(payload),
  }));
  await prepared(
    tx,
    sql`
    with given as (
      select * from jsonb_to_recordset(${JSON.stringify(given)}::jsonb) as x (id uuid, actor_id uuid, actor_name text, on_behalf_of uuid, subject_kind text,
        subject_id uuid, partner_id uuid, account_id uuid, partner_reach text, payload jsonb)
    ), written as (
      insert into event (vendor_id, id, type, version, actor_id, actor_name, on_behalf_of, subject_kind, subject_id,
        partner_id, account_id, partner_reach, payload, occurred_at)
      select ${tx.vendorId}::uuid, x.id, ${type.type}::text, ${type.version}::integer, x.actor_id, x.actor_name,
        x.on_behalf_of, x.subject_kind, x.subject_id, x.partner_id, x.account_id, x.partner_reach, x.payload,
        ${tx.now().toString()}::timestamptz
      from given x
    )
    insert into outbox (vendor_id, event_id, type) select ${tx.vendorId}::uuid, x.id, ${type.type}::text from given x`,
  );
}
