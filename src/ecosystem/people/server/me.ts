import { sql } from "kysely";
import { maybe, one, type Tx } from "#platform/database/tx.ts";
import type { BodyOf } from "#platform/http/endpoint.ts";
import { toPublicId } from "#platform/ids.ts";
import { refuseUnknownZone } from "#platform/time/zone.ts";
import type { changeMe as changeMeEndpoint, Me } from "../contract.ts";
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
    timezone: string | null;
    version: number;
  }>(
    tx,
    sql`select name, email, locale, timezone, version from membership
      where vendor_id = ${tx.vendorId} and id = ${principal.membershipId}`,
  );
  const vendor = await one<{
    locale: string;
    accent_colour: string;
    accent_colour_dark: string | null;
    product_name: string | null;
    logo_light: string | null;
    logo_dark: string | null;
  }>(
    tx,
    // The address of a logo is its content's, under which app/brand.ts hands it out.
    sql`select locale, accent_colour, accent_colour_dark, product_name,
      (select '/brand/logos/' || sha256 || '.png' from vendor_logo where vendor_id = ${tx.vendorId} and scheme = 'light') as logo_light,
      (select '/brand/logos/' || sha256 || '.png' from vendor_logo where vendor_id = ${tx.vendorId} and scheme = 'dark') as logo_dark
      from vendor where vendor_id = ${tx.vendorId}`,
  );
  return {
    person: { name: own.name, email: own.email },
    membership: {
      id: toPublicId("mem", principal.membershipId),
      roles: [...principal.roles] as Role[],
      locale: own.locale,
      timezone: own.timezone,
      version: own.version,
    },
    memberships: await membershipsOf(principal.personId),
    side: principal.side,
    vendor: {
      id: toPublicId("ven", tx.vendorId),
      name: tx.vendor.name,
      timezone: tx.vendor.timezone,
      fiscalYearStartMonth: tx.vendor.fiscalYearStartMonth,
      currency: tx.vendor.currency,
      locale: vendor.locale,
      accentColour: vendor.accent_colour,
      accentColourDark: vendor.accent_colour_dark,
      productName: vendor.product_name,
      logos: { light: vendor.logo_light, dark: vendor.logo_dark },
      modulesOff: [...tx.vendor.modulesOff],
    },
    partner: await ownCompany(tx, principal.partnerId),
    can: [...principal.can].sort(),
  };
}

/** Direct sellers read no partner at all, so the name is asked for only where there is one. */
async function ownCompany(tx: Tx, partnerId: string | null): Promise<Me["partner"]> {
  if (partnerId === null) return null;
  const row = await maybe<{ name: string }>(
    tx,
    sql`select name from partner where vendor_id = ${tx.vendorId} and id = ${partnerId}`,
  );
  return { id: toPublicId("par", partnerId), name: row?.name ?? "" };
}

export async function changeMe(tx: Tx, change: BodyOf<typeof changeMeEndpoint>): Promise<void> {
  const { membershipId } = principalOf(tx);
  if (change.name !== undefined)
    await store.updateMembership(tx, membershipId, null, sql`name = ${change.name}`);
  if (change.locale !== undefined)
    await store.updateMembership(tx, membershipId, null, sql`locale = ${change.locale}`);
  if (change.timezone !== undefined) {
    if (change.timezone !== null) refuseUnknownZone(change.timezone);
    // Pages tell it by themselves, so it is no new version of what an administrator may be changing.
    await sql`update membership set timezone = ${change.timezone}
      where vendor_id = ${tx.vendorId} and id = ${membershipId}`.execute(tx.db);
  }
}
