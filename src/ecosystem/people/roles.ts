import type { Side } from "#platform/principal.ts";

/** What a person may be on the vendor's side. */
export const vendorRoles = [
  "vendor-admin",
  "channel-manager",
  "finance",
  "finance-controller",
  "direct-seller",
] as const;
/** What a person may be in a partner company. `partner-earnings` adds sight of the money to a seller. */
export const partnerRoles = ["partner-admin", "partner-seller", "partner-earnings"] as const;

export type VendorRole = (typeof vendorRoles)[number];
export type PartnerRole = (typeof partnerRoles)[number];
export type Role = VendorRole | PartnerRole;

/** Which roles hold an act. Each feature writes one such table in its `policy.ts`. */
export type Policy = Readonly<Record<string, readonly Role[]>>;

/** The vendor's people who steer the programme or its money; not its direct sellers. */
export const vendorStaff = [
  "vendor-admin",
  "channel-manager",
  "finance",
  "finance-controller",
] as const satisfies readonly Role[];
export const partnerPeople = partnerRoles;
/** Roles that see a partner's own money. */
export const partnerMoney = ["partner-admin", "partner-earnings"] as const satisfies readonly Role[];

/** The acts that a set of roles holds, by the policies of all features. */
export function actsOf(roles: readonly string[], policies: readonly Policy[]): Set<string> {
  const held = new Set<string>();
  for (const policy of policies) {
    for (const [act, holders] of Object.entries(policy)) {
      if (holders.some((role) => roles.includes(role))) held.add(act);
    }
  }
  return held;
}

/** Whom somebody wants to give roles to. */
export interface Grant {
  side: Side;
  partnerId: string | null;
  roles: readonly string[];
}

/**
 * Why a person may not give these roles; null when they may. Vendor admins give the vendor's people any role;
 * vendor admins and channel managers make a partner's first administrators; partner admins give their own people any
 * partner role.
 */
export function refusalOf(
  giver: { side: Side; partnerId: string | null; roles: readonly string[] },
  grant: Grant,
): string | null {
  const known: readonly string[] = grant.side === "vendor" ? vendorRoles : partnerRoles;
  const unknown = grant.roles.find((role) => !known.includes(role));
  if (unknown !== undefined) return `"${unknown}" is not a role of this side.`;
  if (giver.side === "partner") {
    const own = grant.side === "partner" && grant.partnerId === giver.partnerId;
    return own && giver.roles.includes("partner-admin")
      ? null
      : "You may only invite people of your own company.";
  }
  if (grant.side === "vendor") {
    return giver.roles.includes("vendor-admin")
      ? null
      : "Only a vendor administrator gives roles on the vendor's side.";
  }
  if (grant.roles.some((role) => role !== "partner-admin")) {
    return "The vendor's side makes a partner's administrators; they invite their own people.";
  }
  return null;
}
