import * as partners from "#ecosystem/partners/contract.ts";
import * as people from "#ecosystem/people/contract.ts";
import * as places from "#ecosystem/places/contract.ts";
import { furtherPartners } from "../../../sample/further-partners.ts";
import type { Caller } from "../caller.ts";

/** Partners of the types that the export does not have, with where they are; answers their ids by name. */
export async function bringFurtherPartners(
  manager: Caller,
  since: string,
): Promise<ReadonlyMap<string, string>> {
  const ids = new Map<string, string>();
  for (const { name, types, territory, locations } of furtherPartners) {
    const { id } = await manager.call(partners.createPartner, {
      body: { name, externalId: name, types: [...types], territory, effectiveFrom: since },
    });
    ids.set(name, id);
    for (const location of locations) {
      await manager.call(places.addLocation, {
        params: { partnerId: id },
        body: { ...location, effectiveFrom: since },
      });
    }
  }
  return ids;
}

/** Somebody chooses the language that they are spoken to in. */
export async function speak(caller: Caller, locale: "de" | "ar"): Promise<void> {
  await caller.call(people.changeMe, { body: { locale } });
}
