import { expect, test } from "vitest";
import { builtInKinds } from "../facts/contract.ts";
import { isProgramShaped, programErrors } from "./check.ts";
import { defaultTrack, type ProgramDocument } from "./document.ts";
import { template } from "./templates/templates.ts";

const start = template("msp", "EUR").document;
const context = { kinds: builtInKinds, regions: ["emea"], specializations: ["security"] };
const track = (label: string, has: Partial<ProgramDocument["tracks"][number]>) => ({
  ...defaultTrack(),
  key: label.toLowerCase(),
  label,
  isDefault: false,
  ...has,
});
const tracks = (...more: ProgramDocument["tracks"]) => ({ tracks: [defaultTrack(), ...more] });
const benefit = (change: Partial<ProgramDocument["benefits"][number]>) => {
  const [first, ...others] = start.benefits;
  if (first === undefined) throw new Error("The template has benefits.");
  return { benefits: [{ ...first, ...change }, ...others] };
};
const ladder = (change: object) => ({ ladder: { ...start.ladder, ...change } as ProgramDocument["ladder"] });

test.each<[string, Partial<ProgramDocument>, string, string]>([
  [
    "no track",
    { tracks: [] },
    "/tracks",
    "A program needs a track. Add one, and make it the default: whoever fits no other is on it.",
  ],
  [
    "no default track",
    { tracks: [track("MSPs", { types: ["msp"] })] },
    "/tracks",
    "No track is the default, so a partner that fits none would be without one. Make one of them the default.",
  ],
  [
    "two defaults",
    tracks(track("Others", { isDefault: true })),
    "/tracks/1/isDefault",
    "Everyone and Others are both the default. Keep one of them.",
  ],
  [
    "a default that chooses",
    { tracks: [{ ...defaultTrack(), types: ["msp"] }] },
    "/tracks/0/types",
    "The default track is for whoever fits no other: name neither types, regions nor specializations in it.",
  ],
  [
    "a track for nobody",
    tracks(track("Ghosts", {})),
    "/tracks/1/types",
    "Nobody would ever be on Ghosts. Name a type, a region or a specialization, or make it the default.",
  ],
  [
    "two equally specific",
    tracks(
      track("A", { types: ["msp"], regions: ["emea"] }),
      track("B", { types: ["msp", "reseller"], regions: ["emea", "US"] }),
    ),
    "/tracks/2/types",
    "A and B are equally specific for msp with emea. Take it out of one of them, or name more in one.",
  ],
  [
    "one key twice",
    tracks(track("A", { key: "everyone", types: ["msp"] })),
    "/tracks/1/key",
    'Two tracks have the key "everyone". Give each its own.',
  ],
  [
    "an unknown region",
    tracks(track("A", { regions: ["apac"] })),
    "/tracks/1/regions/0",
    'There is no region "apac". Add it under the regions, or take it out here.',
  ],
  [
    "an unknown country",
    { criteria: { types: [], regions: ["QX"] } },
    "/criteria/regions/0",
    'There is no country "QX".',
  ],
  [
    "an unknown specialization",
    tracks(track("A", { specializations: ["cloud"] })),
    "/tracks/1/specializations/0",
    'There is no specialization "cloud". Add it under the specializations, or take it out here.',
  ],
  [
    "a tier of an unknown level",
    tracks(track("A", { types: ["msp"], tiers: { Gold: {} } })),
    "/tracks/1/tiers/Gold",
    'There is no level "Gold". The levels are Member, Advanced, Premier: give it to one of them, or take it out.',
  ],
  [
    "a tier with an unknown benefit",
    tracks(track("A", { types: ["msp"], tiers: { Premier: { benefits: ["cake"] } } })),
    "/tracks/1/tiers/Premier/benefits/0",
    'The program has no benefit "cake". Add it to the benefits, or take it out of A.',
  ],
  [
    "a reference of another kind",
    tracks(track("A", { types: ["msp"], agreements: [{ kind: "content", name: null }] })),
    "/tracks/1/agreements/0/kind",
    'Here stands a reference of the kind "agreement".',
  ],
  [
    "a benefit of an unknown level",
    benefit({ values: { Gold: "5" } }),
    "/benefits/0/values/Gold",
    'There is no level "Gold". The levels are Member, Advanced, Premier: give it to one of them, or take it out.',
  ],
  [
    "a benefit of no level",
    benefit({ values: {} }),
    "/benefits/0/values",
    "No level has Discount on monthly rates. Give it to a level, or take it out.",
  ],
  [
    "two benefits of one key",
    benefit({ key: "sandbox" }),
    "/benefits/1/key",
    'Two benefits have the key "sandbox". Give each its own.',
  ],
  [
    "more than the whole",
    benefit({ values: { Member: "101" } }),
    "/benefits/0/values/Member",
    "Write a percentage above 0, and of at most 100.",
  ],
  [
    "a count that is none",
    benefit({ unit: "count", values: { Member: "2.5" } }),
    "/benefits/0/values/Member",
    "Write a whole number such as 5.",
  ],
  [
    "an amount without a currency",
    benefit({ unit: "money", values: { Member: "5" } }),
    "/benefits/0/currency",
    "Amounts need a currency.",
  ],
  [
    "an amount with too many digits",
    benefit({ unit: "money", currency: "JPY", values: { Member: "5.5" } }),
    "/benefits/0/values/Member",
    "JPY has at most 0 digits after the point.",
  ],
  [
    "a requirement that cannot be read",
    ladder({ levels: [{ level: "Advanced", requires: "won >=" }] }),
    "/ladder/levels/0/requires",
    "At character 7: A number is missing at the end. Write plain digits, such as 60000 or 4.5.",
  ],
  [
    "levels by the customer's country that no country has",
    { counts: { ...start.counts, tiers: "customer-site" } },
    "/counts/tiers",
    "Levels count where the end customer is only if each country is measured by itself. Measure the ladder by country, or let the contracting company's place count.",
  ],
  ["an empty name", { label: "" }, "/label", "Write something."],
])("%s is refused with what to change and where", (_, change, pointer, message) => {
  expect(programErrors({ ...start, ...change }, context)).toContainEqual({ pointer, message });
});

test("contradictory and unreachable levels are refused at the level", () => {
  const at = (requires: string) =>
    programErrors({ ...start, ...ladder({ levels: [{ level: "Advanced", requires }] }) }, context)
      .filter(({ pointer }) => pointer === "/ladder/levels/0/requires")
      .map(({ message }) => message);
  expect(at("all(certified >= 5, satisfaction >= 4, satisfaction <= 3)").join()).toMatch(/satisfaction/);
  expect(at("points(90, 40: certified >= 3, 30: satisfaction >= 4)").join()).toMatch(
    /give 70 points, and it asks for 90/,
  );
});

test("a draft may be wrong, and must still be a program", () => {
  expect(isProgramShaped({ ...start, label: "", noticeDays: 9999, tracks: [] })).toBe(true);
  expect(isProgramShaped({ ...start, benefits: [{ ...start.benefits[0], values: { "": "" } }] })).toBe(true);
  expect(isProgramShaped({ ...start, noticeDays: "60" })).toBe(false);
  expect(isProgramShaped({ ...start, tracks: [{ key: "a" }] })).toBe(false);
  expect(isProgramShaped({ ...start, surplus: 1 })).toBe(false);
});
