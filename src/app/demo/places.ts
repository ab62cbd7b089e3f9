import * as facts from "#ecosystem/facts/contract.ts";
import { listPartners } from "#ecosystem/partners/contract.ts";
import * as places from "#ecosystem/places/contract.ts";
import type { Caller } from "../caller.ts";

/** Towns where the sample's partners are, by their territory: each partner takes the next one. */
const towns: Readonly<Record<string, readonly string[]>> = {
  Central: ["Chicago", "Dallas", "Kansas City"],
  East: ["Boston", "New York", "Atlanta"],
  West: ["Denver", "Seattle", "San Diego"],
};

/** Gives the partners their locations, and writes down of some what the product does not see happen. */
export async function placePartners(
  people: { admin: Caller; manager: Caller },
  since: string,
  today: Temporal.PlainDate,
): Promise<void> {
  const { admin, manager } = people;
  await admin.call(places.beginUsualRegions, { body: {} });
  await admin.call(facts.createFactKind, {
    body: { label: "Support calls solved", unit: "number", counts: "sum" },
  });
  const { items } = await manager.call(listPartners, { query: { limit: 200 } });
  for (const [index, partner] of items.entries()) {
    const own = towns[partner.territory ?? ""] ?? ["Denver"];
    const name = own[index % own.length] ?? "Denver";
    const params = { partnerId: partner.id };
    await manager.call(places.addLocation, { params, body: { name, country: "US", effectiveFrom: since } });
  }
  const [first, second] = items.filter(({ types }) => types.includes("sub-agent"));
  const monthAgo = today.subtract({ months: 1 }).toString();
  for (const [partner, kind, value, note] of [
    [first, "satisfaction", "4.6", "Survey after installation"],
    [first, "certified_heads", "3", "Training platform"],
    [first, "agreement_signed", "1", "Signed agreement, filed by legal"],
    [second, "satisfaction", "3.9", "Survey after installation"],
    [second, "references", "2", "Letters of two customers"],
  ] as const) {
    if (partner === undefined) continue;
    const body = { partnerId: partner.id, kind, value, countsOn: monthAgo, note };
    await manager.call(facts.enterFact, { body });
  }
}
