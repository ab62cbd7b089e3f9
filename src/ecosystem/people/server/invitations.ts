import { createHash } from "node:crypto";
import { sql } from "kysely";
import { derive } from "#platform/auth/secret.ts";
import { createPerson, findPerson } from "#platform/auth/sign-in.ts";
import { maybe, rows, type Tx } from "#platform/database/tx.ts";
import { record } from "#platform/events/record.ts";
import { fromPublicId, newId, toPublicId } from "#platform/ids.ts";
import { conflict, forbidden, invalid, notFound } from "#platform/problem.ts";
import { events, type Invitation } from "../contract.ts";
import { type Role, refusalOf } from "../roles.ts";
import { principalOf } from "./people.ts";
import * as store from "./store.ts";

const validDays = 7;

/**
 * The secret in an invitation's link. It is made from the installation's secret and the invitation's id, so that the
 * mail can be written later without keeping the link anywhere; stored is its hash.
 */
export function tokenOf(secret: string, invitationId: string): string {
  return derive(secret, "invitation", invitationId).toString("base64url");
}

export function hashOfToken(token: string): Buffer {
  return createHash("sha256").update(token).digest();
}

/** Invites a person to the vendor's side or to a partner; an older living invitation to the address ends. */
export async function invite(
  tx: Tx,
  secret: string,
  wanted: { email: string; roles: Role[]; partnerId?: string },
): Promise<{ invitation: Invitation; token: string; replaces: boolean }> {
  const principal = principalOf(tx);
  const given = wanted.partnerId === undefined ? null : fromPublicId("par", wanted.partnerId, "partner");
  const partnerId = given ?? principal.partnerId;
  const side = partnerId === null ? "vendor" : "partner";
  const refusal = refusalOf(principal, { side, partnerId, roles: wanted.roles });
  if (refusal !== null) throw forbidden(refusal);
  if (partnerId !== null) await refuseUnknownPartner(tx, partnerId);
  const email = wanted.email.toLowerCase();
  await refuseMember(tx, email, partnerId);
  const older = await rows<{ expires_at: Temporal.Instant }>(
    tx,
    sql`update invitation set revoked_at = ${tx.now().toString()}
      where vendor_id = ${tx.vendorId} and email = ${email} and partner_id is not distinct from ${partnerId}
        and accepted_at is null and revoked_at is null returning expires_at`,
  );
  const id = newId();
  const token = tokenOf(secret, id);
  await sql`insert into invitation (vendor_id, id, side, partner_id, email, roles, token_hash, invited_by, expires_at, created_at)
    values (${tx.vendorId}, ${id}, ${side}, ${partnerId}, ${email}, ${[...new Set(wanted.roles)]}, ${hashOfToken(token)},
      ${principal.membershipId}, ${tx
        .now()
        .add({ hours: 24 * validDays })
        .toString()}, ${tx.now().toString()})`.execute(tx.db);
  await record(
    tx,
    events.personInvited,
    { subject: { kind: "invitation", id }, partnerId },
    { email, roles: wanted.roles },
  );
  const replaces = older.some((one) => Temporal.Instant.compare(one.expires_at, tx.now()) > 0);
  return { invitation: await presentById(tx, id), token, replaces };
}

async function refuseUnknownPartner(tx: Tx, partnerId: string): Promise<void> {
  const found = await maybe(
    tx,
    sql`select 1 from partner where vendor_id = ${tx.vendorId} and id = ${partnerId}`,
  );
  if (found === null) throw notFound("partner");
}

async function refuseMember(tx: Tx, email: string, partnerId: string | null): Promise<void> {
  const member = await maybe<{ name: string }>(
    tx,
    sql`select name from membership where vendor_id = ${tx.vendorId} and email = ${email} and partner_id is not distinct from ${partnerId}`,
  );
  if (member !== null) throw invalid("/email", `${member.name} has access already, under this address.`);
}

export async function revoke(tx: Tx, publicId: string): Promise<Invitation> {
  const id = fromPublicId("inv", publicId, "invitation");
  const row = await maybe<{ email: string; partner_id: string | null }>(
    tx,
    sql`update invitation set revoked_at = ${tx.now().toString()} where vendor_id = ${tx.vendorId} and id = ${id}
      and accepted_at is null and revoked_at is null returning email, partner_id`,
  );
  if (row !== null) {
    await record(
      tx,
      events.invitationRevoked,
      { subject: { kind: "invitation", id }, partnerId: row.partner_id },
      { email: row.email },
    );
  }
  return presentById(tx, id);
}

async function presentById(tx: Tx, id: string): Promise<Invitation> {
  const row = await store.findInvitationRow(tx, id);
  if (row === null) throw notFound("invitation");
  return present(row, tx.now());
}

export function present(row: store.InvitationRow, now: Temporal.Instant): Invitation {
  const expired = Temporal.Instant.compare(row.expires_at, now) <= 0;
  return {
    id: toPublicId("inv", row.id),
    email: row.email,
    side: row.side,
    partner:
      row.partner_id === null
        ? null
        : { id: toPublicId("par", row.partner_id), name: row.partner_name ?? "" },
    roles: row.roles as Role[],
    state:
      row.accepted_at !== null
        ? "accepted"
        : row.revoked_at !== null
          ? "revoked"
          : expired
            ? "expired"
            : "pending",
    invitedBy: row.invited_by_name ?? "",
    expiresAt: row.expires_at.toString(),
    createdAt: row.created_at.toString(),
  };
}

export interface PendingInvitation {
  vendor_id: string;
  id: string;
  side: "vendor" | "partner";
  partner_id: string | null;
  email: string;
  roles: Role[];
  vendor_name: string;
  partner_name: string | null;
  invited_by_name: string;
  expires_at: Temporal.Instant;
}

/**
 * Turns an invitation into a membership, once, and answers its id. Whoever has no sign-in yet gets one; whoever has one must be signed in
 * as the invited address, and their password is not touched.
 */
export async function accept(
  tx: Tx,
  invitation: PendingInvitation,
  newcomer: { name?: string; password?: string },
  signedInAs: string | null,
): Promise<string> {
  const taken = await maybe(
    tx,
    sql`update invitation set accepted_at = ${tx.now().toString()} where vendor_id = ${tx.vendorId} and id = ${invitation.id}
      and accepted_at is null and revoked_at is null and expires_at > ${tx.now().toString()} returning id`,
  );
  if (taken === null) throw goneInvitation();
  const person = await personFor(tx, invitation, newcomer, signedInAs);
  const id = newId();
  await sql`insert into membership (vendor_id, id, person_id, side, partner_id, roles, name, email, created_at)
    values (${tx.vendorId}, ${id}, ${person.id}, ${invitation.side}, ${invitation.partner_id}, ${invitation.roles},
      ${person.name}, ${invitation.email}, ${tx.now().toString()})`.execute(tx.db);
  await record(
    tx,
    events.membershipAccepted,
    { subject: { kind: "membership", id }, partnerId: invitation.partner_id },
    { name: person.name, roles: invitation.roles },
  );
  return id;
}

async function personFor(
  tx: Tx,
  invitation: PendingInvitation,
  newcomer: { name?: string; password?: string },
  signedInAs: string | null,
): Promise<{ id: string; name: string }> {
  const known = await maybe<{ id: string; name: string }>(
    tx,
    sql`select id, name from auth."user" where email = ${invitation.email}`,
  );
  if (known !== null) {
    if (signedInAs === known.id) return known;
    throw conflict(
      "sign-in-first",
      `${invitation.email} has a sign-in already. Sign in with it, then open the link again.`,
    );
  }
  if (newcomer.name === undefined) throw invalid("/name", "Write your name.");
  if (newcomer.password === undefined)
    throw invalid("/password", "Choose a password of at least 10 characters.");
  const id = await createPerson(tx, {
    email: invitation.email,
    name: newcomer.name,
    password: newcomer.password,
  });
  return { id, name: newcomer.name };
}

export async function hasSignIn(tx: Tx, email: string): Promise<boolean> {
  return (await findPerson(tx, email)) !== null;
}

export function goneInvitation() {
  return conflict(
    "invitation-gone",
    "This invitation was used, taken back or has expired. Ask for a new one.",
  );
}
