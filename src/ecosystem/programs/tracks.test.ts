import { expect, test } from "vitest";
import { chainOf, treeOf } from "../places/contract.ts";
import { defaultTrack, type Track } from "./document.ts";
import { meetsCriteria, tieBetween, trackOf, type Who } from "./tracks.ts";

const tree = treeOf([
  { key: "emea", name: "EMEA", parent: null, countries: ["FR"] },
  { key: "dach", name: "DACH", parent: "emea", countries: ["DE", "CH"] },
]);

function who(types: string[], country: string | null = null, specializations: string[] = []): Who {
  return { types, country, specializations, chain: chainOf(tree, country) };
}
function track(key: string, by: Partial<Pick<Track, "types" | "regions" | "specializations">>): Track {
  return { ...defaultTrack(), key, label: key, isDefault: false, ...by };
}

const tracks = [
  defaultTrack(),
  track("msp", { types: ["msp"] }),
  track("msp-emea", { types: ["msp"], regions: ["emea"] }),
  track("msp-dach", { types: ["msp"], regions: ["dach"] }),
  track("msp-swiss", { types: ["msp"], regions: ["CH"] }),
  track("security", { specializations: ["security"] }),
  track("msp-emea-security", { types: ["msp"], regions: ["emea"], specializations: ["security"] }),
  track("reseller", { types: ["reseller"] }),
  track("dach", { regions: ["dach"] }),
];

test.each([
  [who([]), "everyone"],
  [who(["distributor"], "FR"), "everyone"],
  [who(["msp"]), "msp"],
  [who(["msp"], "US"), "msp"],
  [who(["msp"], "FR"), "msp-emea"],
  [who(["msp"], "DE"), "msp-dach"],
  [who(["msp"], "CH"), "msp-swiss"],
  // More named goes before nearer: three against two.
  [who(["msp"], "CH", ["security"]), "msp-emea-security"],
  // One named each: the region first, then the specialization, then the type.
  [who(["reseller"], "DE", ["security"]), "dach"],
  [who(["reseller"], "US", ["security"]), "security"],
  // Through different types: the one written first.
  [who(["reseller", "msp"], "US"), "msp"],
])("%o is on the track %s", (one, key) => {
  expect(trackOf({ tracks }, one)?.key).toBe(key);
});

test("two tracks tie where they name the same and share of each", () => {
  const tie = (one: Parameters<typeof track>[1], other: Parameters<typeof track>[1]) =>
    tieBetween(track("a", one), track("b", other));
  expect(tie({ types: ["msp", "reseller"] }, { types: ["msp"] })).toEqual({ types: ["msp"] });
  expect(tie({ types: ["msp"] }, { types: ["reseller"] })).toBeNull();
  expect(tie({ types: ["msp"] }, { types: ["msp"], regions: ["emea"] })).toBeNull();
  expect(tie({ regions: ["emea"] }, { regions: ["dach"] })).toBeNull();
  expect(tie({ types: ["msp"], regions: ["dach", "FR"] }, { types: ["msp"], regions: ["FR"] })).toEqual({
    types: ["msp"],
    regions: ["FR"],
  });
  expect(tie({}, {})).toEqual({});
  expect(tieBetween(defaultTrack(), track("b", {}))).toBeNull();
});

test("criteria let in whoever has one of the types and is in one of the places; none named: everybody", () => {
  const criteria = { types: ["msp" as const, "reseller" as const], regions: ["emea"] };
  expect(meetsCriteria(criteria, who(["msp"], "DE"))).toBe(true);
  expect(meetsCriteria(criteria, who(["msp"], "US"))).toBe(false);
  expect(meetsCriteria(criteria, who(["msp"]))).toBe(false);
  expect(meetsCriteria(criteria, who(["affiliate"], "FR"))).toBe(false);
  expect(meetsCriteria({ types: [], regions: [] }, who([]))).toBe(true);
});
