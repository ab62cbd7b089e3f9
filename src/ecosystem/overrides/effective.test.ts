import fc from "fast-check";
import { expect, test } from "vitest";
import type { Scope } from "../places/contract.ts";
import {
  effective,
  heldThroughout,
  inForceOn,
  type Override,
  type ProgramDays,
  protectionDays,
  thresholdsIn,
} from "./index.ts";

const parameters = ["protection-days", "threshold:Gold:won"] as const;
const places = [
  { kind: "country", key: "DE" },
  { kind: "country", key: "FR" },
  { kind: "region", key: "dach" },
  { kind: "region", key: "emea" },
] as const;
const germany: Scope[] = [
  { kind: "country", key: "DE" },
  { kind: "region", key: "dach" },
  { kind: "region", key: "emea" },
  { kind: "global", key: "" },
];

const day = fc.integer({ min: 1, max: 28 }).map((n) => `2026-02-${String(n).padStart(2, "0")}`);
const anOverride: fc.Arbitrary<Override> = fc.record({
  id: fc.uuid(),
  scope: fc.constantFrom(...places),
  scopeLabel: fc.constant("DACH"),
  parameter: fc.constantFrom(...parameters),
  value: fc.integer({ min: 1, max: 730 }).map((days) => ({ kind: "days" as const, days })),
  reason: fc.constant("Sales take longer."),
  approvedBy: fc.constant("Ada"),
  from: day,
  until: day,
});

/** As the database holds it: one place says one thing of a parameter on any day. */
const someOverrides = fc
  .array(anOverride, { maxLength: 30 })
  .map((all) =>
    all.filter(
      (one, index) =>
        one.from < one.until &&
        !all
          .slice(0, index)
          .some(
            (before) =>
              before.scope === one.scope &&
              before.parameter === one.parameter &&
              before.from < one.until &&
              one.from < before.until,
          ),
    ),
  );

/** The other way round: from the program's word to the nearest place, each that says something replaces what was said. */
function naively(
  parameter: string,
  globalDays: number,
  chain: readonly Scope[],
  all: Override[],
  on: string,
) {
  let days = globalDays;
  let from = "";
  for (let place = chain.length - 1; place >= 0; place--) {
    for (const one of all) {
      if (one.parameter !== parameter || one.scope.key !== chain[place]?.key) continue;
      if (one.from > on || one.until <= on || one.value.kind !== "days") continue;
      days = one.value.days;
      from = one.scope.key;
    }
  }
  return { days, from };
}

test("the nearest place that says something wins, else the program's own word stands", () => {
  fc.assert(
    fc.property(
      someOverrides,
      fc.constantFrom(...parameters),
      day,
      fc.integer({ min: 0, max: 4 }),
      (all, parameter, on, skip) => {
        const chain = germany.slice(Math.min(skip, 3));
        const found = effective(parameter, { kind: "days", days: 90 }, chain, inForceOn(all, on));
        const naive = naively(parameter, 90, chain, all, on);
        expect(found.value).toEqual({ kind: "days", days: naive.days });
        expect(found.scope.key).toBe(naive.from);
        expect(found.override === null).toBe(found.scope.kind === "global");
      },
    ),
  );
});

test("a day's end is half-open: on its last day something else holds already", () => {
  const one = {
    id: "1",
    scope: { kind: "region", key: "dach" } as const,
    scopeLabel: "DACH",
    parameter: "protection-days",
    value: { kind: "days", days: 120 } as const,
    reason: "Sales take longer.",
    approvedBy: "Ada",
    from: "2026-02-01",
    until: "2026-03-01",
  };
  const daysOn = (on: string) =>
    effective("protection-days", null, germany, inForceOn([one], on)).value === one.value;
  expect(["2026-01-31", "2026-02-01", "2026-02-28", "2026-03-01"].map(daysOn)).toEqual([
    false,
    true,
    true,
    false,
  ]);
});

test("a level asks at a place for what the nearest scope says, and remembers which that was", () => {
  const one: Override = {
    id: "1",
    scope: { kind: "region", key: "dach" },
    scopeLabel: "DACH",
    parameter: "threshold:Gold:won",
    value: { kind: "threshold", amounts: [{ number: "45000", currency: "EUR" }] },
    reason: "A young market.",
    approvedBy: "Ada",
    from: "2026-02-01",
    until: "2026-03-01",
  };
  const thresholds = thresholdsIn(germany, [one]);
  expect(thresholds("Gold", "won")).toEqual({ amounts: { EUR: 4_500_000n }, scope: germany[1] });
  expect(thresholds("Platinum", "won")).toBeNull();
});

const said = (kind: "country" | "region", key: string, days: number): Override => ({
  id: "",
  scope: { kind, key },
  scopeLabel: key,
  parameter: "protection-days",
  value: { kind: "days", days },
  reason: "Sales take longer.",
  approvedBy: "Ada",
  from: "2026-01-01",
  until: "2027-01-01",
});
const inProgram = (name: string, more: Partial<ProgramDays>): ProgramDays => ({
  name,
  level: null,
  days: 90,
  counts: "customer-site",
  chain: germany,
  overrides: [],
  ...more,
});

test.each<
  [string, ProgramDays[], { days: number; says: string | null; place: string | null; over?: number[] }]
>([
  ["no program: the rules", [], { days: 90, says: null, place: null }],
  ["a program that says nothing: the rules", [inProgram("A", {})], { days: 90, says: null, place: null }],
  ["a level", [inProgram("A", { level: "Gold", days: 150 })], { days: 150, says: "A", place: null }],
  [
    "a region over a level, though that gives more",
    [inProgram("A", { level: "Gold", days: 150, overrides: [said("region", "emea", 120)] })],
    { days: 120, says: "A", place: "emea" },
  ],
  [
    "a country over its region",
    [inProgram("A", { overrides: [said("region", "dach", 120), said("country", "DE", 60)] })],
    { days: 60, says: "A", place: "DE" },
  ],
  [
    "of two programs the nearest place",
    [
      inProgram("A", { overrides: [said("region", "emea", 200)] }),
      inProgram("B", { overrides: [said("region", "dach", 120)] }),
    ],
    { days: 120, says: "B", place: "dach", over: [200] },
  ],
  [
    "of two levels the most days",
    [inProgram("A", { level: "Gold", days: 120 }), inProgram("B", { level: "Silver", days: 150 })],
    { days: 150, says: "B", place: null, over: [120] },
  ],
  [
    "of equally near places the most days",
    [
      inProgram("A", { overrides: [said("country", "DE", 100)] }),
      inProgram("B", { overrides: [said("country", "DE", 110)] }),
    ],
    { days: 110, says: "B", place: "DE", over: [100] },
  ],
])("days of protection: %s", (_what, programs, { days, says, place, over = [] }) => {
  const given = protectionDays(programs, 90);
  expect([given.days, given.program?.name ?? null, given.place?.key ?? null]).toEqual([days, says, place]);
  expect(given.passedOver.map((one) => one.days)).toEqual(over);
});

test("a draft is tried with what is to come as if it had held, in place of what its place said before", () => {
  fc.assert(
    fc.property(someOverrides, day, day, (all, since, from) => {
      const sorted = all.toSorted((a, b) => (a.from < b.from ? -1 : 1));
      const { overrides, assumed } = heldThroughout(sorted, { since, from });
      for (const { scope, parameter } of sorted) {
        const same = (one: Override) => one.scope === scope && one.parameter === parameter;
        const coming = sorted.find((one) => same(one) && one.from >= since && one.from > from);
        const held = inForceOn(overrides, from).filter(same);
        if (coming) expect(held).toEqual([{ ...coming, from }]);
        else expect(held).toEqual(inForceOn(sorted, from).filter(same));
      }
      const ids = new Set(sorted.map(({ id }) => id));
      expect(overrides.every(({ id }) => ids.has(id))).toBe(true);
      expect(assumed).toBe(overrides.filter((one) => !sorted.includes(one)).length);
    }),
  );
});
