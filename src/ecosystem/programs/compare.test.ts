import { expect, test } from "vitest";
import { comparePrograms, isNothing, takenAway } from "./compare.ts";
import { defaultTrack, type ProgramDocument, type Track } from "./document.ts";
import { template } from "./templates/templates.ts";
import { programYearOf } from "./year.ts";

const before = template("msp", "EUR").document;
const [rate, ...otherBenefits] = before.benefits;
if (rate === undefined) throw new Error("The template has benefits.");
const main = before.tracks[0] ?? defaultTrack();
const rates = (values: Record<string, string>) => ({ benefits: [{ ...rate, values }, ...otherBenefits] });
const changed = (change: Partial<Track>) => ({ tracks: [{ ...main, ...change }] });
const security: Track = {
  ...defaultTrack(),
  key: "security",
  label: "Security",
  isDefault: false,
  types: ["msp"],
};

test("nothing changes between a program and itself", () => {
  expect(isNothing(comparePrograms(before, structuredClone(before)))).toBe(true);
  const sameNumber = { ...rate.values, Member: "10.0" };
  expect(isNothing(comparePrograms(before, { ...before, ...rates(sameNumber) }))).toBe(true);
});

test("a level that asks for more says both numbers, and takes something away", () => {
  if (before.ladder?.format !== "hanse-ladder/2") throw new Error("The template has a ladder.");
  const levels = before.ladder.levels.map(({ level, requires }) => ({
    level,
    requires: requires.replace("managed >= 100000", "managed >= 120000"),
  }));
  const { ladder } = comparePrograms(before, { ...before, ladder: { ...before.ladder, levels } });
  expect(ladder).toMatchObject([
    {
      code: "threshold-changed",
      takesAway: true,
      level: "Advanced",
      measure: "managed",
      before: { EUR: "100000.00" },
      after: { EUR: "120000.00" },
    },
  ]);
});

test.each<[string, Partial<ProgramDocument>, object[]]>([
  [
    "a lower benefit",
    rates({ Member: "10", Advanced: "15", Premier: "30" }),
    [{ code: "benefit-value-changed", takesAway: true, level: "Advanced", before: "20", after: "15" }],
  ],
  [
    "a higher benefit",
    rates({ Member: "10", Advanced: "20", Premier: "35" }),
    [{ code: "benefit-value-changed", takesAway: false, level: "Premier", before: "30", after: "35" }],
  ],
  [
    "a benefit gone from a level",
    rates({ Advanced: "20", Premier: "30" }),
    [{ code: "benefit-value-changed", takesAway: true, level: "Member", before: "10", after: null }],
  ],
  [
    "a benefit gone",
    { benefits: otherBenefits },
    [{ code: "benefit-removed", takesAway: true, benefit: rate.label }],
  ],
  [
    "a benefit that is asked for now",
    { benefits: [{ ...rate, onRequest: true }, ...otherBenefits] },
    [{ code: "benefit-request-changed", takesAway: true, onRequest: true }],
  ],
  [
    "a benefit counted otherwise",
    { benefits: [{ ...rate, period: "year" as const }, ...otherBenefits] },
    [{ code: "benefit-counted-otherwise", takesAway: true }],
  ],
  [
    "narrower criteria",
    { criteria: { types: ["msp"], regions: ["emea"] } },
    [{ code: "criteria-changed", takesAway: true, by: "regions", before: [], after: ["emea"] }],
  ],
  [
    "wider criteria",
    { criteria: { types: ["msp", "reseller"], regions: [] } },
    [{ code: "criteria-changed", takesAway: false, by: "types" }],
  ],
  ["less notice", { noticeDays: 30 }, [{ code: "notice-changed", takesAway: true, before: 60, after: 30 }]],
  [
    "another region counts",
    { counts: { ...before.counts, funds: "place-of-activity" as const } },
    [{ code: "counts-changed", takesAway: true, rule: "funds" }],
  ],
  [
    "a new track",
    { tracks: [main, security] },
    [{ code: "track-added", takesAway: false, track: "Security" }],
  ],
  [
    "a new agreement",
    changed({ agreements: [...main.agreements, { kind: "agreement", name: "Audit terms" }] }),
    [{ code: "track-names-changed", takesAway: true, what: "agreement" }],
  ],
  [
    "more content",
    changed({ content: [...main.content, { kind: "content", name: "Films" }] }),
    [{ code: "track-names-changed", takesAway: false, what: "content" }],
  ],
  [
    "a benefit off a track",
    changed({ tiers: { Premier: { benefits: ["rate"] } } }),
    [{ code: "track-benefits-changed", takesAway: true, level: "Premier", gained: [] }],
  ],
  [
    "shorter protection",
    changed({ tiers: { Premier: { protectionDays: 60 } } }),
    [{ code: "track-protection-changed", takesAway: true, before: null, after: 60 }],
  ],
  [
    "other words",
    { label: "MSPs", summary: "Short." },
    [
      { code: "label-changed", takesAway: false },
      { code: "summary-changed", takesAway: false },
    ],
  ],
])("%s", (_, change, expected) => {
  const changes = comparePrograms(before, { ...before, ...change });
  expect(changes.terms).toMatchObject(expected);
  expect(changes.terms).toHaveLength(expected.length);
  expect(takenAway(changes).terms).toEqual(changes.terms.filter(({ takesAway }) => takesAway));
});

test("the program year is the vendor's, named by the year in which it begins", () => {
  const year = (day: string, start: number) => programYearOf(Temporal.PlainDate.from(day), start);
  expect(year("2026-03-31", 4)).toEqual({ year: 2025, from: "2025-04-01", until: "2026-04-01" });
  expect(year("2026-04-01", 4)).toEqual({ year: 2026, from: "2026-04-01", until: "2027-04-01" });
  expect(year("2026-12-31", 1)).toEqual({ year: 2026, from: "2026-01-01", until: "2027-01-01" });
});
