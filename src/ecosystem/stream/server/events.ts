import type { Tx } from "#platform/database/tx.ts";
import type { QueryOf } from "#platform/http/endpoint.ts";
import { fromPublicId, toPublicId, toPublicIdOrNull } from "#platform/ids.ts";
import { parseDay, startOfDay } from "#platform/time/day.ts";
import type { listEvents, StreamEvent } from "../contract.ts";
import { anyIdPattern, prefixOf } from "../prefixes.ts";
import * as store from "./store.ts";

/** What happened, as far as the actor may know of it, the newest first. */
export async function readEvents(tx: Tx, query: QueryOf<typeof listEvents>, untold: readonly string[] = []) {
  const { subjectId, partnerId, accountId, from, until, ...rest } = query;
  const { rows, nextCursor } = await store.listEventRows(tx, {
    ...rest,
    untold,
    subjectId: subjectId === undefined ? undefined : uuidOf(subjectId),
    partnerId: partnerId === undefined ? undefined : fromPublicId("par", partnerId, "partner"),
    accountId: accountId === undefined ? undefined : fromPublicId("acc", accountId, "account"),
    from: from === undefined ? undefined : startOf(tx, from, "?from"),
    until: until === undefined ? undefined : startOf(tx, until, "?until"),
  });
  const showsActors = tx.actor.databaseRole !== "hanse_partner";
  return { items: rows.map((row) => present(row, showsActors)), nextCursor };
}

function uuidOf(publicId: string): string {
  const prefix = anyIdPattern.exec(publicId)?.[1] ?? "";
  return fromPublicId(prefix, publicId, "record");
}

function startOf(tx: Tx, day: string, pointer: string): string {
  return startOfDay(parseDay(day, pointer), tx.vendor.timezone).toString();
}

function present(row: store.EventRow, showsActors: boolean): StreamEvent {
  return {
    id: toPublicId("evt", row.id),
    type: row.type,
    version: row.version,
    subject: { kind: row.subject_kind, id: toPublicId(prefixOf(row.subject_kind), row.subject_id) },
    partner: named("par", row.partner_id, row.partner_name),
    account: named("acc", row.account_id, row.account_name),
    actor: {
      id: showsActors ? toPublicIdOrNull("mem", row.actor_id) : null,
      name: row.actor_name,
      onBehalfOf: named("par", row.on_behalf_of, row.on_behalf_of_name),
    },
    payload: row.payload,
    occurredAt: row.occurred_at.toString(),
    recordedAt: row.recorded_at.toString(),
  };
}

/** Without a name it is not the reader's to see. */
function named(prefix: string, id: string | null, name: string | null): { id: string; name: string } | null {
  return id === null || name === null ? null : { id: toPublicId(prefix, id), name };
}
