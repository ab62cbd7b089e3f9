import { createHash } from "node:crypto";
import type { Insertable } from "kysely";
import type { DB } from "#platform/database/schema.gen.ts";
import {
  deadKeys,
  invitationToken,
  type PartnerName,
  partners,
  people,
  uuidOf,
  type VendorName,
  vendors,
  worldPasswordHash,
} from "./cast.ts";
import { type Seed, sinceInstant } from "./rows.ts";

/** Everybody who is there, with a sign-in, a membership and a key. */
export function peopleOf(vendorNames: readonly VendorName[], partnerNames: readonly PartnerName[]): Seed {
  const cast = Object.values(people).filter(
    (one) => vendorNames.includes(one.vendor) && (one.partner === null || partnerNames.includes(one.partner)),
  );
  const deadKey = (name: keyof typeof deadKeys, ended: { revoked_at?: string; expires_at?: string }) => ({
    ...keyRow(people.admin, uuidOf("key", name), deadKeys[name]),
    ...ended,
  });
  return {
    "auth.user": cast.map((one) => ({
      id: one.personUuid,
      name: one.name,
      email: one.email,
      emailVerified: true,
      createdAt: sinceInstant,
    })),
    "auth.account": cast.map((one) => ({
      id: uuidOf("sign-in", one.email),
      accountId: one.personUuid,
      providerId: "credential",
      userId: one.personUuid,
      password: worldPasswordHash,
    })),
    membership: cast.map((one) => ({
      vendor_id: vendors[one.vendor].uuid,
      id: one.uuid,
      person_id: one.personUuid,
      side: one.partner === null ? "vendor" : "partner",
      partner_id: one.partner === null ? null : partners[one.partner].uuid,
      roles: [...one.roles],
      name: one.name,
      email: one.email,
      deactivated_at: one.deactivated ? "2026-01-05T08:00:00Z" : null,
      created_at: sinceInstant,
    })),
    invitation: partnerNames.includes("birch") ? [invitationRow()] : [],
    api_key: [
      ...cast.map((one) => keyRow(one, uuidOf("key", one.email), one.apiKey)),
      ...(vendorNames.includes("nordwind")
        ? [
            deadKey("revoked-key", { revoked_at: "2026-02-01T08:00:00Z" }),
            deadKey("expired-key", { expires_at: "2026-06-01T00:00:00Z" }),
          ]
        : []),
    ],
  };
}

function invitationRow(): Insertable<DB["invitation"]> {
  return {
    vendor_id: vendors.nordwind.uuid,
    id: uuidOf("inv", "birchs newcomer"),
    side: "partner",
    partner_id: partners.birch.uuid,
    email: "newcomer@birch.example",
    roles: ["partner-seller"],
    token_hash: createHash("sha256").update(invitationToken).digest(),
    invited_by: people["birch-admin"].uuid,
    expires_at: "2026-06-20T09:00:00Z",
    created_at: "2026-06-13T09:00:00Z",
  };
}

function keyRow(holder: { vendor: VendorName; uuid: string }, id: string, key: string) {
  return {
    vendor_id: vendors[holder.vendor].uuid,
    id,
    membership_id: holder.uuid,
    name: "Reporting",
    key_hash: createHash("sha256").update(key).digest(),
    hint: key.slice(-4),
    created_at: sinceInstant,
  };
}
