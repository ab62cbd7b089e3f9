import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { Problem } from "#platform/problem.ts";
import { manualClock } from "./clock.ts";
import { compareDays, dayIn, isWithin, lastDayOf, parseDay, startOfDay } from "./day.ts";

const numRuns = process.env.SIZE === "nightly" ? 200_000 : 500;

/** Far east, far west, half hours, clocks that change at midnight or by half an hour, a zone that skipped a day. */
const zones = [
  "UTC",
  "Pacific/Kiritimati",
  "Etc/GMT+12",
  "Asia/Kathmandu",
  "America/Sao_Paulo",
  "Africa/Cairo",
  "Australia/Lord_Howe",
  "Pacific/Apia",
  "Europe/Berlin",
];
const instants = fc
  .integer({ min: 0, max: 90 * 366 * 86_400 })
  .map((seconds) => Temporal.Instant.from("1970-01-01T00:00:00Z").add({ seconds }));

describe("reading days", () => {
  test.each(["2024-02-29", "2000-02-29", "2026-12-31"])("%s exists", (text) => {
    expect(parseDay(text).toString()).toBe(text);
  });

  test.each([
    "2026-02-30",
    "2025-02-29",
    "1900-02-29",
    "2026-13-01",
    "2026-04-31",
    "2026-00-10",
    "2026-01-00",
  ])("%s does not exist and is refused in a sentence", (text) => {
    expect(() => parseDay(text, "/closedOn")).toThrow(`The calendar has no day ${text}.`);
  });

  test.each(["2026-2-3", "31.03.2026", "2026-03-31T00:00", "20260331", "", "today", "+002026-03-31"])(
    '"%s" is not written as a day',
    (text) => {
      expect(() => parseDay(text, "/closedOn")).toThrow(Problem);
      expect(() => parseDay(text)).toThrow("Write year, month and day as 2026-03-31.");
    },
  );
});

describe("ranges", () => {
  const march = { from: parseDay("2026-03-01"), until: parseDay("2026-04-01") };

  test.each([
    ["2026-02-28", false],
    ["2026-03-01", true],
    ["2026-03-31", true],
    ["2026-04-01", false],
  ])("%s lies in March: %s", (text, expected) => {
    expect(isWithin(march, parseDay(text))).toBe(expected);
  });

  test("the last day is the one before the end", () => {
    expect(lastDayOf(march).toString()).toBe("2026-03-31");
  });
});

describe("days in a zone", () => {
  test.each([
    ["2026-01-01T00:00:00Z", "UTC", "2026-01-01"],
    ["2025-12-31T23:59:59.999Z", "UTC", "2025-12-31"],
    ["2025-12-31T10:00:00Z", "Pacific/Kiritimati", "2026-01-01"],
    ["2026-01-01T11:59:59Z", "Etc/GMT+12", "2025-12-31"],
  ])("%s in %s is %s", (instant, zone, day) => {
    expect(dayIn(zone, Temporal.Instant.from(instant)).toString()).toBe(day);
  });

  test.each([
    ["2026-03-29", "Europe/Berlin", "2026-03-28T23:00:00Z"],
    ["2026-03-30", "Europe/Berlin", "2026-03-29T22:00:00Z"],
    // The clocks went from 00:00 to 01:00: the day began an hour late.
    ["2018-11-04", "America/Sao_Paulo", "2018-11-04T03:00:00Z"],
    // Midnight came twice: the day began at the first.
    ["2018-02-18", "America/Sao_Paulo", "2018-02-18T03:00:00Z"],
    ["2026-01-01", "Pacific/Kiritimati", "2025-12-31T10:00:00Z"],
  ])("%s begins in %s at %s", (day, zone, instant) => {
    expect(startOfDay(parseDay(day), zone).toString()).toBe(instant);
  });

  test("every instant belongs to exactly one day of a zone, and days come in order", () => {
    fc.assert(
      fc.property(instants, fc.constantFrom(...zones), (instant, zone) => {
        const day = dayIn(zone, instant);
        const start = startOfDay(day, zone);
        const end = startOfDay(day.add({ days: 1 }), zone);
        expect(Temporal.Instant.compare(start, instant)).toBeLessThanOrEqual(0);
        expect(Temporal.Instant.compare(instant, end)).toBeLessThan(0);
        expect(compareDays(day, day.add({ days: 1 }))).toBeLessThan(0);
      }),
      { numRuns },
    );
  });
});

test("a clock that is moved by hand stands still in between", () => {
  const clock = manualClock("2026-03-31T12:00:00Z");
  expect(clock.now().toString()).toBe("2026-03-31T12:00:00Z");
  clock.advance({ hours: 12 });
  expect(clock.now().toString()).toBe("2026-04-01T00:00:00Z");
  clock.set("2017-03-01T00:00:00Z");
  expect(clock.now().toString()).toBe("2017-03-01T00:00:00Z");
});
