import { createHash } from "node:crypto";
import type { Role, VendorRole } from "#ecosystem/people/roles.ts";
import { toPublicId } from "#platform/ids.ts";
import type { VendorContext } from "#platform/principal.ts";

/*
 * Who is in the world: Nordwind Systems with its staff, two master agents with their sub-agents and one agent on its
 * own; and Südstern, a second vendor on the same installation. Every id follows from a name, so tests can write it.
 */

/** The moment at which the world stands still: a Monday morning in the second quarter. */
export const worldStart = "2026-06-15T09:00:00Z";

/** What everybody in the world signs in with. */
export const worldPassword = "wind from the north";
/** That password, hashed once, so that making people costs nothing. */
export const worldPasswordHash =
  "50a341ff3f89c12e440171e3af077212:4ec8be01e1c2013092243e9eed1036624d70ad0eb5902e549d1d275a319019c9ddb4f21fe906e9694c1ef1fdd943b646fab0dcab5d96772f2af444129bd15e38";

/** A row's id as the database knows it and as people see it. */
export interface Ids {
  uuid: string;
  id: string;
}

/** The id that belongs to a name: the same in every world. */
export function uuidOf(kind: string, name: string): string {
  const hash = createHash("sha256").update(`${kind}:${name}`).digest("hex");
  return `019b7000-${hash.slice(0, 4)}-7${hash.slice(4, 7)}-8${hash.slice(7, 10)}-${hash.slice(10, 22)}`;
}

export function idsOf(prefix: string, name: string): Ids {
  const uuid = uuidOf(prefix, name);
  return { uuid, id: toPublicId(prefix, uuid) };
}

export type VendorCast = Ids & VendorContext;

/** A vendor that counts its years from January and has every module. */
const vendorDefaults: Omit<VendorContext, "id" | "name"> = {
  timezone: "UTC",
  currency: "USD",
  fiscalYearStartMonth: 1,
  modulesOff: [],
};

export const vendors = {
  nordwind: { ...idsOf("ven", "nordwind"), name: "Nordwind Systems", ...vendorDefaults },
  suedstern: { ...idsOf("ven", "suedstern"), name: "Südstern", ...vendorDefaults },
} as const satisfies Record<string, VendorCast>;
export type VendorName = keyof typeof vendors;

export interface PartnerCast extends Ids {
  name: string;
  vendor: VendorName;
  /** The master agent above it. */
  master: string | null;
  type: "master-agent" | "sub-agent" | "direct-agent";
  territory: string;
}

const partner = (
  key: string,
  name: string,
  master: string | null,
  type: PartnerCast["type"],
  vendor: VendorName = "nordwind",
): PartnerCast => ({ ...idsOf("par", key), name, vendor, master, type, territory: `${name} territory` });

export const partners = {
  alpine: partner("alpine", "Alpine Trade", null, "master-agent"),
  birch: partner("birch", "Birch Sales", "alpine", "sub-agent"),
  cedar: partner("cedar", "Cedar Reps", "alpine", "sub-agent"),
  delta: partner("delta", "Delta Channels", null, "master-agent"),
  elm: partner("elm", "Elm Agency", "delta", "sub-agent"),
  fir: partner("fir", "Fir Direct", null, "direct-agent"),
  ginster: partner("ginster", "Ginster Vertrieb", null, "direct-agent", "suedstern"),
} satisfies Record<string, PartnerCast>;
export type PartnerName = keyof typeof partners;

export interface PersonCast extends Ids {
  /** The human, across vendors. */
  personUuid: string;
  name: string;
  email: string;
  vendor: VendorName;
  partner: PartnerName | null;
  roles: readonly Role[];
  /** An API key of theirs. */
  apiKey: string;
  deactivated: boolean;
}

function person(
  key: string,
  name: string,
  vendor: VendorName,
  partner: PartnerName | null,
  roles: readonly Role[],
  deactivated = false,
): PersonCast {
  return {
    ...idsOf("mem", key),
    personUuid: uuidOf("person", key),
    name,
    email: `${key}@${vendor}.example`,
    vendor,
    partner,
    roles,
    apiKey: apiKeyOf(key),
    deactivated,
  };
}

export function apiKeyOf(name: string): string {
  return `hanse_test-${name}`;
}

const staff = (key: string, name: string, role: VendorRole) => person(key, name, "nordwind", null, [role]);
const partnerRole = {
  admin: "partner-admin",
  seller: "partner-seller",
  earnings: "partner-earnings",
} as const;
const agent = (partner: PartnerName, label: keyof typeof partnerRole, name: string) =>
  person(`${partner}-${label}`, name, "nordwind", partner, [partnerRole[label]]);

export const people = {
  admin: staff("admin", "Ada Nordström", "vendor-admin"),
  "channel-manager": staff("channel-manager", "Carl Mensah", "channel-manager"),
  finance: staff("finance", "Fiona Ngata", "finance"),
  "finance-controller": staff("finance-controller", "Conrad Ferro", "finance-controller"),
  "direct-seller": staff("direct-seller", "Dina Sellner", "direct-seller"),
  former: person("former", "Frieda Weg", "nordwind", null, ["vendor-admin"], true),
  "alpine-admin": agent("alpine", "admin", "Anna Alpine"),
  "alpine-seller": agent("alpine", "seller", "Axel Alpine"),
  "alpine-earnings": agent("alpine", "earnings", "Arno Alpine"),
  "birch-admin": agent("birch", "admin", "Berta Birch"),
  "birch-seller": agent("birch", "seller", "Bruno Birch"),
  "birch-earnings": agent("birch", "earnings", "Bella Birch"),
  "cedar-admin": agent("cedar", "admin", "Clara Cedar"),
  "cedar-seller": agent("cedar", "seller", "Cyrus Cedar"),
  "cedar-earnings": agent("cedar", "earnings", "Cosmo Cedar"),
  "delta-admin": agent("delta", "admin", "Dora Delta"),
  "delta-seller": agent("delta", "seller", "Dario Delta"),
  "delta-earnings": agent("delta", "earnings", "Diego Delta"),
  "elm-admin": agent("elm", "admin", "Edith Elm"),
  "elm-seller": agent("elm", "seller", "Egon Elm"),
  "elm-earnings": agent("elm", "earnings", "Elias Elm"),
  "fir-admin": agent("fir", "admin", "Frida Fir"),
  "fir-seller": agent("fir", "seller", "Felix Fir"),
  "fir-earnings": agent("fir", "earnings", "Fabian Fir"),
  "south-admin": person("south-admin", "Sina Stern", "suedstern", null, ["vendor-admin"]),
  "south-finance": person("south-finance", "Sven Stern", "suedstern", null, ["finance"]),
  "ginster-admin": person("ginster-admin", "Gina Ginster", "suedstern", "ginster", ["partner-admin"]),
} satisfies Record<string, PersonCast>;
export type PersonName = keyof typeof people;

/** Keys that let nobody in: one that its holder ended, one that ran out. Both were the vendor admin's. */
export const deadKeys = { "revoked-key": apiKeyOf("revoked"), "expired-key": apiKeyOf("expired") } as const;
export type DeadKeyName = keyof typeof deadKeys;

/** The secret in the link of an invitation to Birch that waits for somebody new. */
export const invitationToken = "the-link-of-birchs-newcomer";
