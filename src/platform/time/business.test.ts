import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  addBusinessMinutes,
  type BusinessCalendar,
  businessMinutesBetween,
  minutesOfDay,
} from "./business.ts";

const vienna: BusinessCalendar = {
  timezone: "Europe/Vienna",
  workdays: [1, 2, 3, 4, 5],
  from: "09:00",
  until: "17:00",
  holidays: ["2026-12-24", "2026-12-25", "2027-01-01"],
};
const day = minutesOfDay(vienna);
const at = (text: string) => Temporal.ZonedDateTime.from(`${text}[Europe/Vienna]`).toInstant();
const local = (instant: Temporal.Instant) =>
  instant.toZonedDateTimeISO("Europe/Vienna").toPlainDateTime().toString({ smallestUnit: "minute" });

describe("two business days from", () => {
  test.each([
    ["an hour of work", "2026-11-23T14:30", "2026-11-25T14:30"],
    ["before the first hour", "2026-11-23T03:00", "2026-11-24T17:00"],
    ["the first minute", "2026-11-23T09:00", "2026-11-24T17:00"],
    ["the last minute, which is over", "2026-11-23T17:00", "2026-11-25T17:00"],
    ["a Friday", "2026-11-20T12:00", "2026-11-24T12:00"],
    ["a Sunday", "2026-11-22T12:00", "2026-11-24T17:00"],
    ["the day before two holidays and a weekend", "2026-12-23T10:00", "2026-12-29T10:00"],
    ["the Friday before the clock goes forward", "2026-03-27T16:00", "2026-03-31T16:00"],
    ["the Friday before the clock goes back", "2026-10-23T16:00", "2026-10-27T16:00"],
  ])("%s", (_about, from, until) => {
    expect(local(addBusinessMinutes(vienna, at(from), 2 * day))).toBe(until);
  });
});

test("a night shift over the change of the clock is as long as it really is", () => {
  const always = { ...vienna, workdays: [1, 2, 3, 4, 5, 6, 7], from: "00:00", until: "24:00" };
  const hours = (from: string, until: string) => businessMinutesBetween(always, at(from), at(until)) / 60;
  expect(hours("2026-03-29T00:00", "2026-03-30T00:00")).toBe(23);
  expect(hours("2026-10-25T00:00", "2026-10-26T00:00")).toBe(25);
});

test("where nobody ever works nothing is due", () => {
  expect(() => addBusinessMinutes({ ...vienna, workdays: [] }, at("2026-11-23T09:00"), 1)).toThrow(
    "no working day",
  );
});

const instants = fc
  .integer({ min: 1_700_000_000, max: 1_900_000_000 })
  .map((seconds) => Temporal.Instant.fromEpochMilliseconds(seconds * 1000));
const calendars = fc.record({
  timezone: fc.constantFrom(
    "UTC",
    "Europe/Vienna",
    "America/New_York",
    "Asia/Kolkata",
    "Pacific/Kiritimati",
    "Etc/GMT+12",
  ),
  workdays: fc.uniqueArray(fc.integer({ min: 1, max: 7 }), { minLength: 1 }),
  from: fc.constantFrom("00:00", "07:30", "09:00"),
  until: fc.constantFrom("12:00", "17:00", "24:00"),
  holidays: fc.uniqueArray(
    fc
      .integer({ min: 0, max: 2300 })
      .map((days) => Temporal.PlainDate.from("2023-11-01").add({ days }).toString()),
    { maxLength: 40 },
  ),
});

test("what is added is what lies between, in any calendar", () => {
  fc.assert(
    fc.property(calendars, instants, fc.integer({ min: 0, max: 20_000 }), (calendar, start, minutes) => {
      const end = addBusinessMinutes(calendar, start, minutes);
      expect(businessMinutesBetween(calendar, start, end)).toBeCloseTo(minutes, 6);
    }),
    { numRuns: 200 },
  );
});

test("a stretch is as long as its two parts", () => {
  fc.assert(
    fc.property(calendars, fc.tuple(instants, instants, instants), (calendar, three) => {
      const [a, b, c] = three.toSorted(Temporal.Instant.compare) as typeof three;
      const between = (from: Temporal.Instant, until: Temporal.Instant) =>
        businessMinutesBetween(calendar, from, until);
      const near = (until: Temporal.Instant) =>
        Temporal.Instant.compare(until, a.add({ hours: 24 * 60 })) > 0 ? a.add({ hours: 24 * 60 }) : until;
      const [middle, end] = [near(b), near(c)];
      expect(between(a, middle) + between(middle, end)).toBeCloseTo(between(a, end), 6);
    }),
    { numRuns: 100 },
  );
});
