import { sql } from "kysely";
import { changed, maybe, rows, type Tx } from "#platform/database/tx.ts";
import { page } from "#platform/http/list.ts";
import { newId } from "#platform/ids.ts";
import type { Asked, SpecializationApplication } from "../contract.ts";
import { within } from "./store.ts";

export interface ApplicationRow {
  id: string;
  specialization_id: string;
  key: string;
  version_id: string;
  version: number;
  label: string;
  requires: string;
  valid_months: number;
  partner_id: string;
  partner_name: string;
  note: string;
  state: "open" | "granted" | "declined";
  applied_by: string | null;
  applied_at: Temporal.Instant;
  withdrawn_at: Temporal.Instant | null;
  decided_by: string | null;
  decided_at: Temporal.Instant | null;
  decided_reason: string | null;
  evidence: Asked | null;
  award_id: string | null;
  renews: boolean;
}

function columns(tx: Tx) {
  const decider =
    tx.actor.databaseRole === "hanse_partner"
      ? sql`null`
      : sql`(select m.name from membership m where m.vendor_id = a.vendor_id and m.id = a.decided_by)`;
  return sql`a.id, a.specialization_id, s.key, a.version_id, v.version, v.label, v.requires, v.valid_months, a.partner_id,
    p.name as partner_name, a.note, a.state,
    (select m.name from membership m where m.vendor_id = a.vendor_id and m.id = a.applied_by) as applied_by, a.applied_at,
    a.withdrawn_at, ${decider} as decided_by, a.decided_at, a.decided_reason, a.evidence, w.id as award_id,
    exists (select from specialization_award h where h.vendor_id = a.vendor_id and h.specialization_id = a.specialization_id
      and h.partner_id = a.partner_id and h.awarded_at < a.applied_at
      and coalesce(h.revoked_at, (h.effective_until::timestamp at time zone ${tx.vendor.timezone})) > a.applied_at) as renews`;
}
const tables = sql`specialization_application a
  join specialization s on s.vendor_id = a.vendor_id and s.id = a.specialization_id
  join specialization_version v on v.vendor_id = a.vendor_id and v.id = a.version_id
  join partner p on p.vendor_id = a.vendor_id and p.id = a.partner_id
  left join specialization_award w on w.vendor_id = a.vendor_id and w.application_id = a.id`;

export async function findApplication(tx: Tx, id: string): Promise<ApplicationRow | null> {
  return maybe(
    tx,
    sql<ApplicationRow>`select ${columns(tx)} from ${tables}
      where a.vendor_id = ${tx.vendorId} and a.id = ${id} and ${within(tx, "a")}`,
  );
}

export async function listApplicationRows(
  tx: Tx,
  filter: {
    state?: SpecializationApplication["state"];
    specializationId?: string;
    partnerId?: string;
    cursor?: string;
    limit?: number;
  },
) {
  const wanted = page<ApplicationRow>(
    [
      {
        expression: sql`a.applied_at`,
        type: "timestamptz",
        direction: "desc",
        value: (row) => row.applied_at.toString(),
      },
      { expression: sql`a.id`, type: "uuid", direction: "desc", value: (row) => row.id },
    ],
    filter,
  );
  const of =
    filter.specializationId === undefined ? sql`true` : sql`a.specialization_id = ${filter.specializationId}`;
  const whose = filter.partnerId === undefined ? sql`true` : sql`a.partner_id = ${filter.partnerId}`;
  const state =
    filter.state === undefined
      ? sql`true`
      : filter.state === "withdrawn"
        ? sql`a.withdrawn_at is not null`
        : sql`(a.state = ${filter.state} and a.withdrawn_at is null)`;
  return wanted.finish(
    await rows(
      tx,
      sql<ApplicationRow>`select ${columns(tx)} from ${tables}
        where a.vendor_id = ${tx.vendorId} and ${within(tx, "a")} and ${of} and ${whose} and ${state} and ${wanted.after}
        order by ${wanted.orderBy} limit ${wanted.limit}`,
    ),
  );
}

/** The open applications of a company, by specialization. */
export async function openApplications(tx: Tx, partnerId: string): Promise<Map<string, string>> {
  const found = await rows(
    tx,
    sql<{
      id: string;
      specialization_id: string;
    }>`select a.id, a.specialization_id from specialization_application a
      where a.vendor_id = ${tx.vendorId} and a.partner_id = ${partnerId} and ${within(tx, "a")}
        and a.state = 'open' and a.withdrawn_at is null`,
  );
  return new Map(found.map(({ id, specialization_id }) => [specialization_id, id]));
}

/** Null where one of the company is open already. */
export async function insertApplication(
  tx: Tx,
  given: { specializationId: string; partnerId: string; versionId: string; note: string },
): Promise<string | null> {
  const done = await maybe(
    tx,
    sql<{
      id: string;
    }>`insert into specialization_application (vendor_id, id, specialization_id, partner_id, version_id, note,
        applied_by, applied_at)
      values (${tx.vendorId}, ${newId()}, ${given.specializationId}, ${given.partnerId}, ${given.versionId}, ${given.note},
        ${tx.actor.membershipId}, ${tx.now().toString()})
      on conflict (vendor_id, specialization_id, partner_id) where state = 'open' and withdrawn_at is null do nothing
      returning id`,
  );
  return done?.id ?? null;
}

/** False where it was decided or taken back meanwhile. */
export async function withdraw(tx: Tx, id: string): Promise<boolean> {
  const done = await changed(
    tx,
    sql`update specialization_application set withdrawn_at = ${tx.now().toString()}
      where vendor_id = ${tx.vendorId} and id = ${id} and state = 'open' and withdrawn_at is null`,
  );
  return done === 1;
}

/** Decides it with what was asked and what the company had; false where it was decided or taken back meanwhile. */
export async function decide(
  tx: Tx,
  id: string,
  { state, reason, evidence }: { state: "granted" | "declined"; reason: string | null; evidence: Asked },
): Promise<boolean> {
  const done = await changed(
    tx,
    sql`update specialization_application set state = ${state}, decided_by = ${tx.actor.membershipId},
        decided_at = ${tx.now().toString()}, decided_reason = ${reason}, evidence = ${JSON.stringify(evidence)}::jsonb
      where vendor_id = ${tx.vendorId} and id = ${id} and state = 'open' and withdrawn_at is null`,
  );
  return done === 1;
}
