import { sql } from "kysely";
import type { Tx } from "#platform/database/tx.ts";
import { record } from "#platform/events/record.ts";
import { fromPublicId, toPublicId } from "#platform/ids.ts";
import type { Principal } from "#platform/principal.ts";
import { conflict, forbidden, notFound } from "#platform/problem.ts";
import { events, type Person } from "../contract.ts";
import { partnerRoles, type Role, refusalOf, vendorRoles } from "../roles.ts";
import * as store from "./store.ts";

/** The person who acts; jobs do none of this. */
export function principalOf(tx: Tx): Principal {
  if (tx.actor.membershipId === null) throw forbidden();
  return tx.actor;
}

async function load(tx: Tx, publicId: string): Promise<store.PersonRow> {
  const row = await store.findPersonRow(tx, fromPublicId("mem", publicId, "person"));
  if (row === null) throw notFound("person");
  return row;
}

export async function readPerson(tx: Tx, publicId: string): Promise<Person> {
  return present(tx, await load(tx, publicId));
}

/** Gives a person other roles; the last administrator keeps theirs. */
export async function changeRoles(tx: Tx, publicId: string, roles: Role[], version: number): Promise<Person> {
  const row = await load(tx, publicId);
  refuseUnlessMayGrant(tx, row, roles);
  const admin = row.side === "vendor" ? "vendor-admin" : "partner-admin";
  if (row.roles.includes(admin) && !roles.some((role) => role === admin)) await keepAnAdmin(tx, row);
  if (!(await store.updateMembership(tx, row.id, version, sql`roles = ${[...new Set(roles)]}`))) {
    throw conflict("version-mismatch", `${row.name} was changed by somebody else meanwhile. Look again.`);
  }
  return afterChange(tx, row.id, events.membershipChanged);
}

/** Ends a person's access with the next request; what they did stays. */
export async function deactivate(tx: Tx, publicId: string): Promise<Person> {
  const row = await load(tx, publicId);
  refuseUnlessMayGrant(tx, row, row.roles);
  if (row.deactivated_at !== null) return present(tx, row);
  await keepAnAdmin(tx, row);
  await store.updateMembership(tx, row.id, null, sql`deactivated_at = ${tx.now().toString()}`);
  return afterChange(tx, row.id, events.membershipEnded);
}

export async function reactivate(tx: Tx, publicId: string): Promise<Person> {
  const row = await load(tx, publicId);
  refuseUnlessMayGrant(tx, row, row.roles);
  if (row.deactivated_at === null) return present(tx, row);
  await store.updateMembership(tx, row.id, null, sql`deactivated_at = null`);
  return afterChange(tx, row.id, events.membershipChanged);
}

function refuseUnlessMayGrant(tx: Tx, row: store.PersonRow, roles: readonly string[]): void {
  const principal = principalOf(tx);
  // A vendor administrator may end anybody's access, though giving a partner's people roles is the partner's own affair.
  if (principal.side === "vendor" && row.side === "partner" && roles === row.roles) return;
  const refusal = refusalOf(principal, { side: row.side, partnerId: row.partner_id, roles });
  if (refusal !== null) throw forbidden(refusal);
}

/** Whether every role of the person's side is this principal's to give. */
function mayGrantAny(principal: Principal, row: store.PersonRow): boolean {
  const roles = row.side === "vendor" ? vendorRoles : partnerRoles;
  return refusalOf(principal, { side: row.side, partnerId: row.partner_id, roles }) === null;
}

async function keepAnAdmin(tx: Tx, row: store.PersonRow): Promise<void> {
  const admins = await store.lockAdmins(tx, row.side, row.partner_id);
  if (admins.length === 1 && admins[0] === row.id) {
    throw conflict(
      "last-administrator",
      `${row.name} is the only administrator. Make somebody else one first.`,
    );
  }
}

async function afterChange(tx: Tx, id: string, type: (typeof events)["membershipChanged"]): Promise<Person> {
  const row = await store.findPersonRow(tx, id);
  if (row === null) throw notFound("person");
  await record(
    tx,
    type,
    { subject: { kind: "membership", id }, partnerId: row.partner_id },
    { name: row.name, roles: row.roles },
  );
  return present(tx, row);
}

export function present(tx: Tx, row: store.PersonRow): Person {
  const principal = principalOf(tx);
  return {
    id: toPublicId("mem", row.id),
    name: row.name,
    email: row.email,
    side: row.side,
    partner:
      row.partner_id === null
        ? null
        : { id: toPublicId("par", row.partner_id), name: row.partner_name ?? "" },
    roles: row.roles as Person["roles"],
    deactivatedAt: row.deactivated_at?.toString() ?? null,
    mailFailing:
      row.mail_failing_since === null
        ? null
        : { since: row.mail_failing_since.toString(), reason: row.mail_failure ?? "" },
    createdAt: row.created_at.toString(),
    version: row.version,
    you: row.id === principal.membershipId,
    can: {
      changeRoles: principal.can.has("people.manage") && mayGrantAny(principal, row),
      endAccess: principal.can.has("people.manage"),
    },
  };
}
