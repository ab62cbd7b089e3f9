import { type PartnerName, type PersonName, partners, people, vendors } from "../world/cast.ts";
import { kinds, type Sample } from "./kinds.ts";
import { type Extent, policyTable } from "./policy.ts";

/** Whose requests the matrix sends on every change; nightly it sends everybody's. */
export const usualAskers: readonly PersonName[] = [
  "admin",
  "channel-manager",
  "finance",
  "finance-controller",
  "direct-seller",
  "alpine-admin",
  "alpine-seller",
  "birch-admin",
  "birch-seller",
  "birch-earnings",
  "fir-admin",
  "south-admin",
  "ginster-admin",
];
export const allAskers: readonly PersonName[] = (Object.keys(people) as PersonName[]).filter(
  (name) => !people[name].deactivated,
);

const widest: readonly Extent[] = ["all", "down", "own", "no"];

/** How far an act reaches for a person, by the reviewed table. */
export function extentFor(who: PersonName, act: string): Extent {
  const line = policyTable.get(act);
  if (line === undefined) throw new Error(`policy.csv has no line for ${act}.`);
  const held = people[who].roles.map((role) => line.get(role) ?? "no");
  return widest.find((extent) => held.includes(extent)) ?? "no";
}

/** How far a kind of row, or at least its id, is shown to a person by any act. */
export function sightOf(who: PersonName, prefix: string): Extent {
  const extents = (kinds[prefix]?.seenBy ?? []).map((act) => extentFor(who, act));
  return widest.find((extent) => extents.includes(extent)) ?? "no";
}

/** Whether somebody who may do an act as far as `extent` gets at this row with it. */
export function reaches(who: PersonName, extent: Extent, sample: Sample): boolean {
  const { uuid, vendor, partner } = people[who];
  if (extent === "no" || sample.vendor !== vendors[vendor].uuid) return false;
  if (extent === "all") return true;
  if (sample.member !== null) return sample.member === uuid;
  if (sample.partners === null) return true;
  const reach = partner === null ? [] : reachOf(partner, extent);
  return sample.partners.some((one) => reach.includes(one));
}

function reachOf(partner: PartnerName, extent: Extent): string[] {
  const own = [partners[partner].uuid];
  if (extent !== "down") return own;
  const below = Object.values(partners).filter((one) => one.master === partner);
  return [...own, ...below.map((one) => one.uuid)];
}
