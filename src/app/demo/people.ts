import { sql } from "kysely";
import { hashOfKey, insertKey, newApiKey, type Role } from "#ecosystem/people/index.ts";
import { addMember } from "#ecosystem/vendors/index.ts";
import { maybe } from "#platform/database/tx.ts";
import { newId, toPublicId } from "#platform/ids.ts";
import type { Principal, VendorContext } from "#platform/principal.ts";
import personas from "../../../sample/personas.json" with { type: "json" };
import type { Hanse } from "../hanse.ts";

/** Somebody whom a visitor of the demo can be. */
export interface Persona {
  role: string;
  email: string;
  password: string;
  apiKey: string;
  partnerId?: string;
}

const rolesOf: Record<string, readonly Role[]> = {
  "vendor admin": ["vendor-admin"],
  "channel manager": ["channel-manager"],
  finance: ["finance"],
  "finance controller": ["finance-controller"],
  "direct seller": ["direct-seller"],
  "master agent": ["partner-admin"],
  "sub-agent": ["partner-admin"],
  "competing sub-agent": ["partner-admin"],
  "service provider": ["partner-admin"],
  "service provider in Arabic": ["partner-admin"],
};

export function personaOf(role: string): (typeof personas)[number] {
  const found = personas.find((one) => one.role === role);
  if (found === undefined) throw new Error(`sample/personas.json has nobody for "${role}".`);
  return found;
}

/** Gives a persona of the sample its membership, and an API key; the first administrator has theirs already. */
export async function admit(
  hanse: Hanse,
  vendor: VendorContext,
  role: string,
  password: string,
): Promise<Persona> {
  const persona = personaOf(role);
  const partnerId = await hanse.door.withJob(vendor, async (tx) => {
    const partner = "partner" in persona ? await partnerCalled(tx, persona.partner ?? "") : null;
    const known = await maybe(
      tx,
      sql`select 1 from membership where vendor_id = ${tx.vendorId} and email = ${persona.email}`,
    );
    if (known === null) {
      await addMember(tx, {
        name: persona.name,
        email: persona.email,
        password,
        roles: rolesOf[role] ?? [],
        partnerId: partner,
      });
    }
    return partner;
  });
  const key = newApiKey();
  await hanse.door.withPrincipal(await principal(hanse, role), (tx) =>
    insertKey(tx, { id: newId(), name: "Demo", hash: hashOfKey(key), hint: key.slice(-4), expiresAt: null }),
  );
  return {
    role,
    email: persona.email,
    password,
    apiKey: key,
    ...(partnerId === null ? {} : { partnerId: toPublicId("par", partnerId) }),
  };
}

async function partnerCalled(
  tx: Parameters<typeof maybe>[0] & { vendorId: string },
  externalId: string,
): Promise<string> {
  const found = await maybe<{ id: string }>(
    tx,
    sql<{
      id: string;
    }>`select id from partner where vendor_id = ${tx.vendorId} and external_id = ${externalId}`,
  );
  if (found === null) throw new Error(`The sample has no partner ${externalId}.`);
  return found.id;
}

export async function principal(hanse: Hanse, role: string): Promise<Principal> {
  const found = await hanse.resolver.byEmail(personaOf(role).email);
  if (found === null) throw new Error(`The sample's ${role} has no access.`);
  return found;
}
