import { type RawBuilder, sql } from "kysely";
import { maybe, one, rows, type Tx } from "#platform/database/tx.ts";
import { containing, page } from "#platform/http/list.ts";
import type { Invitation } from "../contract.ts";

export interface PersonRow {
  id: string;
  name: string;
  email: string;
  side: "vendor" | "partner";
  partner_id: string | null;
  partner_name: string | null;
  roles: string[];
  deactivated_at: Temporal.Instant | null;
  mail_failing_since: Temporal.Instant | null;
  mail_failure: string | null;
  created_at: Temporal.Instant;
  version: number;
}

const personColumns = sql`m.id, m.name, m.email, m.side, m.partner_id, p.name as partner_name, m.roles, m.deactivated_at, m.mail_failing_since,
  m.mail_failure, m.created_at, m.version`;
const personTables = sql`membership m left join partner p on p.vendor_id = m.vendor_id and p.id = m.partner_id`;

/** On the partner's side the policy lets only its own people through. */
export async function findPersonRow(tx: Tx, id: string): Promise<PersonRow | null> {
  return maybe(
    tx,
    sql<PersonRow>`select ${personColumns} from ${personTables} where m.vendor_id = ${tx.vendorId} and m.id = ${id}`,
  );
}

export interface PeopleFilter {
  search?: string;
  partnerId?: string;
  side?: "vendor" | "partner";
  state?: "active" | "deactivated";
  cursor?: string;
  limit?: number;
}

export async function listPersonRows(tx: Tx, filter: PeopleFilter) {
  const wanted = page<PersonRow>(
    [
      {
        expression: sql`lower(m.name)`,
        type: "text",
        direction: "asc",
        value: (row) => row.name.toLowerCase(),
      },
      { expression: sql`m.id`, type: "uuid", direction: "asc", value: (row) => row.id },
    ],
    filter,
  );
  const search =
    filter.search === undefined
      ? sql`true`
      : sql`(m.name ilike ${containing(filter.search)} or m.email ilike ${containing(filter.search)})`;
  const partner = filter.partnerId === undefined ? sql`true` : sql`m.partner_id = ${filter.partnerId}`;
  const side = filter.side === undefined ? sql`true` : sql`m.side = ${filter.side}`;
  const state =
    filter.state === undefined ? sql`true` : sql`(m.deactivated_at is null) = ${filter.state === "active"}`;
  const found = await rows(
    tx,
    sql<PersonRow>`select ${personColumns} from ${personTables}
      where m.vendor_id = ${tx.vendorId} and ${search} and ${partner} and ${side} and ${state} and ${wanted.after}
      order by ${wanted.orderBy} limit ${wanted.limit}`,
  );
  return wanted.finish(found);
}

/** Writes one change if the version is still the one read; null when somebody else was quicker. */
export async function updateMembership(
  tx: Tx,
  id: string,
  version: number | null,
  set: RawBuilder<unknown>,
): Promise<boolean> {
  const guard = version === null ? sql`true` : sql`version = ${version}`;
  const done = await maybe(
    tx,
    sql<{ id: string }>`update membership set ${set}, version = version + 1
      where vendor_id = ${tx.vendorId} and id = ${id} and ${guard} returning id`,
  );
  return done !== null;
}

/** The vendor's living administrators, locked, so that two people cannot remove each other at once. */
export async function lockAdmins(
  tx: Tx,
  side: "vendor" | "partner",
  partnerId: string | null,
): Promise<string[]> {
  const role = side === "vendor" ? "vendor-admin" : "partner-admin";
  const found = await rows(
    tx,
    sql<{ id: string }>`select id from membership where vendor_id = ${tx.vendorId} and side = ${side}
      and partner_id is not distinct from ${partnerId} and ${role} = any (roles) and deactivated_at is null
      order by id for update`,
  );
  return found.map((row) => row.id);
}

export interface InvitationRow {
  id: string;
  email: string;
  side: "vendor" | "partner";
  partner_id: string | null;
  partner_name: string | null;
  roles: string[];
  invited_by_name: string | null;
  expires_at: Temporal.Instant;
  accepted_at: Temporal.Instant | null;
  revoked_at: Temporal.Instant | null;
  created_at: Temporal.Instant;
}

const invitationColumns = sql`i.id, i.email, i.side, i.partner_id, p.name as partner_name, i.roles, m.name as invited_by_name,
  i.expires_at, i.accepted_at, i.revoked_at, i.created_at`;
const invitationTables = sql`invitation i left join partner p on p.vendor_id = i.vendor_id and p.id = i.partner_id
  left join membership m on m.vendor_id = i.vendor_id and m.id = i.invited_by`;

export async function findInvitationRow(tx: Tx, id: string): Promise<InvitationRow | null> {
  return maybe(
    tx,
    sql<InvitationRow>`select ${invitationColumns} from ${invitationTables} where i.vendor_id = ${tx.vendorId} and i.id = ${id}`,
  );
}

export async function listInvitationRows(
  tx: Tx,
  filter: { partnerId?: string; state?: Invitation["state"]; cursor?: string; limit?: number },
) {
  const wanted = page<InvitationRow>(
    [{ expression: sql`i.id`, type: "uuid", direction: "desc", value: (row) => row.id }],
    filter,
  );
  const partner = filter.partnerId === undefined ? sql`true` : sql`i.partner_id = ${filter.partnerId}`;
  const found = await rows(
    tx,
    sql<InvitationRow>`select ${invitationColumns} from ${invitationTables}
      where i.vendor_id = ${tx.vendorId} and ${partner} and ${inState(tx, filter.state)} and ${wanted.after}
      order by ${wanted.orderBy} limit ${wanted.limit}`,
  );
  return wanted.finish(found);
}

/** A state as a condition; expiry is the clock's, the others are written down. */
function inState(tx: Tx, state: Invitation["state"] | undefined): RawBuilder<unknown> {
  const open = sql`i.accepted_at is null and i.revoked_at is null`;
  const now = tx.now().toString();
  if (state === "accepted") return sql`i.accepted_at is not null`;
  if (state === "revoked") return sql`i.revoked_at is not null`;
  if (state === "pending") return sql`${open} and i.expires_at > ${now}`;
  if (state === "expired") return sql`${open} and i.expires_at <= ${now}`;
  return sql`true`;
}

export interface ApiKeyRow {
  id: string;
  name: string;
  hint: string;
  created_at: Temporal.Instant;
  expires_at: Temporal.Instant | null;
  revoked_at: Temporal.Instant | null;
}

const keyColumns = sql`id, name, hint, created_at, expires_at, revoked_at`;

export async function listKeyRows(tx: Tx, filter: { cursor?: string; limit?: number }) {
  const wanted = page<ApiKeyRow>(
    [{ expression: sql`id`, type: "uuid", direction: "desc", value: (row) => row.id }],
    filter,
  );
  const found = await rows(
    tx,
    sql<ApiKeyRow>`select ${keyColumns} from api_key where vendor_id = ${tx.vendorId} and membership_id = ${tx.actor.membershipId}
      and ${wanted.after} order by ${wanted.orderBy} limit ${wanted.limit}`,
  );
  return wanted.finish(found);
}

export async function insertKey(
  tx: Tx,
  key: { id: string; name: string; hash: Buffer; hint: string; expiresAt: string | null },
): Promise<ApiKeyRow> {
  return one(
    tx,
    sql<ApiKeyRow>`insert into api_key (vendor_id, id, membership_id, name, key_hash, hint, expires_at, created_at)
      values (${tx.vendorId}, ${key.id}, ${tx.actor.membershipId}, ${key.name}, ${key.hash}, ${key.hint}, ${key.expiresAt}, ${tx.now().toString()})
      returning ${keyColumns}`,
  );
}

export async function endKey(tx: Tx, id: string): Promise<ApiKeyRow | null> {
  return maybe(
    tx,
    sql<ApiKeyRow>`update api_key set revoked_at = coalesce(revoked_at, ${tx.now().toString()})
      where vendor_id = ${tx.vendorId} and membership_id = ${tx.actor.membershipId} and id = ${id} returning ${keyColumns}`,
  );
}
