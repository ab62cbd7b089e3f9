import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { isWithin, parseDay } from "./day.ts";
import { addMonths, daysOfMonth, lastYears, monthOf, nextMonth, parseMonth, previousMonth } from "./month.ts";
import { daysOfQuarter, fiscalQuarterOf, previousQuarter, quarterBefore, quarterOf } from "./quarter.ts";

const numRuns = process.env.SIZE === "nightly" ? 100_000 : 500;

const days = fc.integer({ min: 0, max: 60_000 }).map((count) => parseDay("1950-01-01").add({ days: count }));

describe("months", () => {
  test.each([
    ["2024-02", "2024-02-01", "2024-03-01"],
    ["2025-12", "2025-12-01", "2026-01-01"],
  ])("%s is %s up to but not including %s", (month, from, until) => {
    const range = daysOfMonth(month);
    expect([range.from.toString(), range.until.toString()]).toEqual([from, until]);
  });

  test("neighbours and last year's", () => {
    expect(nextMonth("2025-12")).toBe("2026-01");
    expect(previousMonth("2026-01")).toBe("2025-12");
    expect(lastYears("2026-02")).toBe("2025-02");
    expect(addMonths("2026-01", 14)).toBe("2027-03");
  });

  test.each(["2026-13", "2026-00", "2026-1", "2026", "2026-03-01", ""])('"%s" is not a month', (text) => {
    expect(() => parseMonth(text, "/period")).toThrow("Write year and month as 2026-03.");
  });

  test("a day lies in its own month and in no neighbour, and months sort as text", () => {
    fc.assert(
      fc.property(days, (day) => {
        const month = monthOf(day);
        expect(parseMonth(month)).toBe(month);
        expect(isWithin(daysOfMonth(month), day)).toBe(true);
        expect(isWithin(daysOfMonth(previousMonth(month)), day)).toBe(false);
        expect(isWithin(daysOfMonth(nextMonth(month)), day)).toBe(false);
        expect(previousMonth(month) < month && month < nextMonth(month)).toBe(true);
      }),
      { numRuns },
    );
  });
});

describe("quarters", () => {
  test.each([
    ["2026-01-01", "2026-Q1", "2025-Q4"],
    ["2026-03-31", "2026-Q1", "2025-Q4"],
    ["2026-04-01", "2026-Q2", "2026-Q1"],
    ["2026-12-31", "2026-Q4", "2026-Q3"],
  ])("%s lies in %s; the one before is %s", (day, quarter, before) => {
    expect(quarterOf(parseDay(day))).toBe(quarter);
    expect(previousQuarter(quarter)).toBe(before);
  });

  test("the first quarter of a leap year ends with March", () => {
    const { from, until } = daysOfQuarter("2024-Q1");
    expect([from.toString(), until.toString()]).toEqual(["2024-01-01", "2024-04-01"]);
  });

  test("what is no quarter is a mistake of the caller", () => {
    expect(() => daysOfQuarter("2026-Q5")).toThrow(RangeError);
  });

  test("a day lies in its own quarter, whose first day ends the one before", () => {
    fc.assert(
      fc.property(days, (day) => {
        const quarter = quarterOf(day);
        expect(isWithin(daysOfQuarter(quarter), day)).toBe(true);
        expect(daysOfQuarter(previousQuarter(quarter)).until.equals(daysOfQuarter(quarter).from)).toBe(true);
      }),
      { numRuns },
    );
  });
});

describe("a quarter of the vendor's year", () => {
  test.each([
    ["2026-01-31", 1, "2026-01-01", "2026-04-01"],
    ["2026-01-31", 2, "2025-11-01", "2026-02-01"],
    ["2026-02-01", 2, "2026-02-01", "2026-05-01"],
    ["2026-12-31", 4, "2026-10-01", "2027-01-01"],
    ["2026-03-15", 12, "2026-03-01", "2026-06-01"],
  ])("%s lies, where years begin in month %i, in %s up to %s", (day, startMonth, from, until) => {
    const found = fiscalQuarterOf(Temporal.PlainDate.from(day), startMonth);
    expect([found.from.toString(), found.until.toString()]).toEqual([from, until]);
    const before = quarterBefore(found);
    expect(before.until.toString()).toBe(from);
    expect(fiscalQuarterOf(before.from, startMonth).until.toString()).toBe(from);
  });
});
