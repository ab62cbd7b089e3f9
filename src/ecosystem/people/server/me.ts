import { sql } from "kysely";
import { one, type Tx } from "#platform/database/tx.ts";
import { toPublicId } from "#platform/ids.ts";
import type { Me } from "../contract.ts";
import type { Role } from "../roles.ts";
import { principalOf } from "./people.ts";
import * as store from "./store.ts";

/** All memberships of a person, across vendors; the resolver's connections answer it. */
export type MembershipsOf = (personId: string) => Promise<Me["memberships"]>;

export async function presentMe(tx: Tx, membershipsOf: MembershipsOf): Promise<Me> {
  const principal = principalOf(tx);
  const own = await one<{
    name: string;
    email: string;
    locale: string | null;
    version: number;
    partner_name: string | null;
  }>(
    tx,
    sql`select m.name, m.email, m.locale, m.version, p.name as partner_name from membership m
      left join partner p on p.vendor_id = m.vendor_id and p.id = m.partner_id
      where m.vendor_id = ${tx.vendorId} and m.id = ${principal.membershipId}`,
  );
  const vendor = await one<{ locale: string; accent_colour: string }>(
    tx,
    sql`select locale, accent_colour from vendor where vendor_id = ${tx.vendorId}`,
  );
  return {
    person: { name: own.name, email: own.email },
    membership: {
      id: toPublicId("mem", principal.membershipId),
      roles: [...principal.roles] as Role[],
      locale: own.locale,
      version: own.version,
    },
    memberships: await membershipsOf(principal.personId),
    side: principal.side,
    vendor: {
      id: toPublicId("ven", tx.vendorId),
      name: tx.vendor.name,
      timezone: tx.vendor.timezone,
      currency: tx.vendor.currency,
      locale: vendor.locale,
      accentColour: vendor.accent_colour,
    },
    partner:
      principal.partnerId === null
        ? null
        : { id: toPublicId("par", principal.partnerId), name: own.partner_name ?? "" },
    can: [...principal.can].sort(),
  };
}

export async function changeMe(tx: Tx, change: { name?: string; locale?: string | null }): Promise<void> {
  const { membershipId } = principalOf(tx);
  if (change.name !== undefined)
    await store.updateMembership(tx, membershipId, null, sql`name = ${change.name}`);
  if (change.locale !== undefined)
    await store.updateMembership(tx, membershipId, null, sql`locale = ${change.locale}`);
}
