import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { parseDay } from "#platform/time/day.ts";
import { type BenefitTerms, entitlements, type Situation } from "./entitlement.ts";
import { stateAt } from "./grant.ts";
import { periodOn, validUntil } from "./period.ts";
import { allowanceOf, quantityText, readQuantity } from "./quantity.ts";

const discount: BenefitTerms = {
  key: "discount",
  label: "Discount",
  unit: "percent",
  values: { Silver: "10", Gold: "12", Platinum: "20" },
};
const licences: BenefitTerms = {
  key: "nfr",
  label: "Demo licences",
  unit: "count",
  values: { Gold: "5", Platinum: "9" },
};
const sandbox: BenefitTerms = { key: "sandbox", label: "Sandbox", unit: "none", values: { Platinum: "yes" } };

const base: Situation<BenefitTerms, string> = {
  benefits: [discount, licences, sandbox],
  track: { tiers: {} },
  levels: ["Silver", "Gold", "Platinum"],
  level: "Silver",
  inGoodStanding: true,
  resolve: (_key, _level, programSays) => ({ value: programSays, from: "program" }),
};

describe("what a partner is entitled to", () => {
  test("follows from its level, and says which level gives more", () => {
    const found = entitlements(base).map(({ benefit, value, next }) => [benefit.key, value, next]);
    expect(found).toEqual([
      ["discount", "10", { level: "Gold", value: "12" }],
      ["nfr", null, { level: "Gold", value: "5" }],
      ["sandbox", null, { level: "Platinum", value: "yes" }],
    ]);
    expect(entitlements({ ...base, level: "Platinum" }).map(({ next }) => next)).toEqual([null, null, null]);
  });

  test("follows the region that says otherwise, and tells what the program says", () => {
    const resolve: typeof base.resolve = (key, level, programSays) =>
      key === "discount" && level === "Silver"
        ? { value: "15", from: "DACH" }
        : { value: programSays, from: "program" };
    expect(entitlements({ ...base, resolve })[0]).toMatchObject({
      value: "15",
      from: "DACH",
      programSays: "10",
      // Gold's 12 is something else, if less: the page says so rather than leave it out.
      next: { level: "Gold", value: "12" },
    });
  });

  test("follows the track, which may give fewer at a level", () => {
    const track = { tiers: { Gold: { benefits: ["discount"] } } };
    const found = entitlements({ ...base, level: "Gold", track });
    expect(found.map(({ value }) => value)).toEqual(["12", null, null]);
  });

  test("rests while the partner is not in good standing, as far as there is anything", () => {
    const found = entitlements({ ...base, level: "Gold", inGoodStanding: false });
    expect(found.map(({ rests }) => rests)).toEqual([true, true, false]);
  });
});

describe("how much", () => {
  test.each([
    [licences, "5", 5n, "5"],
    [sandbox, "yes", 1n, "1"],
    [{ label: "Launch fund", unit: "money" as const, currency: "EUR" }, "1500.00", 150_000n, "1500.00"],
    [licences, null, 0n, "0"],
    [licences, "many", 0n, "0"],
  ])("%o gives of %s %s", (benefit, value, allowance, text) => {
    expect(allowanceOf(benefit, value)).toBe(allowance);
    expect(quantityText(allowance, benefit.unit === "money" ? "EUR" : "pieces")).toBe(text);
  });

  test.each([
    [discount, "5", "A percentage is not counted: leave the number out."],
    [sandbox, "1", "It is not counted: leave the number out."],
    [licences, undefined, "Say how much."],
    [licences, "1.5", "That is no whole number."],
    [licences, "0", "It must be at least 1."],
    [licences, "-2", "It must be at least 1."],
    [
      { label: "Launch fund", unit: "money" as const, currency: "EUR" },
      "-5",
      "It must be more than nothing.",
    ],
  ])("of %o is never %s", (benefit, text, sentence) => {
    expect(() => readQuantity(benefit, text, "/quantity")).toThrow(
      expect.objectContaining({ errors: [{ pointer: "/quantity", message: sentence }] }),
    );
  });
});

describe("days", () => {
  test.each([
    ["year", "2026-06-15", 1, "2026-01-01", "2027-01-01"],
    ["year", "2026-06-15", 7, "2025-07-01", "2026-07-01"],
    ["year", "2026-07-01", 7, "2026-07-01", "2027-07-01"],
    ["quarter", "2026-06-15", 1, "2026-04-01", "2026-07-01"],
    ["quarter", "2026-06-15", 2, "2026-05-01", "2026-08-01"],
    ["quarter", "2026-01-31", 2, "2025-11-01", "2026-02-01"],
  ] as const)("the %s of %s in a calendar that begins in month %i", (kind, day, month, from, until) => {
    const period = periodOn(kind, parseDay(day), month);
    expect([period.from.toString(), period.until?.toString()]).toEqual([from, until]);
  });

  test("periods follow each other without a gap, whatever the calendar", () => {
    const anyDay = fc.integer({ min: 0, max: 20_000 }).map((days) => parseDay("2000-01-01").add({ days }));
    fc.assert(
      fc.property(
        anyDay,
        fc.integer({ min: 1, max: 12 }),
        fc.constantFrom("year", "quarter"),
        (day, month, kind) => {
          const { from, until } = periodOn(kind, day, month);
          expect(from.toString() <= day.toString()).toBe(true);
          expect(until !== null && day.toString() < until.toString()).toBe(true);
          if (until !== null) expect(periodOn(kind, until, month).from.equals(until)).toBe(true);
        },
      ),
    );
  });

  test("a grant is over from its end on, the end included", () => {
    const end = validUntil(parseDay("2026-03-28"), 2, "Europe/Berlin");
    // The night between has an hour less.
    expect(end?.toString()).toBe("2026-03-29T22:00:00Z");
    const granted = { state: "granted", validUntil: end } as const;
    expect(stateAt(granted, Temporal.Instant.from("2026-03-29T21:59:59Z"))).toBe("granted");
    expect(stateAt(granted, Temporal.Instant.from("2026-03-29T22:00:00Z"))).toBe("expired");
    expect(validUntil(parseDay("2026-03-28"), null, "UTC")).toBeNull();
  });
});
