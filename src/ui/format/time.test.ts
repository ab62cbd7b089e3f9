import { expect, test } from "vitest";
import { dayInZone, hourInZone } from "./now.ts";
import {
  formatDay,
  formatDistance,
  formatEnd,
  formatInstant,
  formatInstantFull,
  formatInstantOnPaper,
  formatMonth,
  formatQuarter,
  nextQuarterStart,
  parseDay,
  quarterStart,
} from "./time.ts";

const now = Date.UTC(2026, 2, 10, 12, 0);

test.each([
  ["2026-03-10T15:00:00Z", "Tue 15:00", "in 3 hr"],
  ["2026-03-09T11:00:00Z", "Mon 11:00", "yesterday"],
  ["2026-03-10T11:48:00Z", "Tue 11:48", "12 min ago"],
  ["2026-01-02T09:30:00Z", "2 Jan, 09:30", null],
  ["2024-03-03T09:30:00Z", "3 Mar 2024", null],
])("%s reads %s, %s", (instant, written, distance) => {
  expect(formatInstant("en-GB", instant, now, "UTC")).toBe(written);
  expect(formatDistance("en-GB", instant, now)).toBe(distance);
});

test("a sentence that ends with a distance ends with one stop", () => {
  expect(formatDistance("de", "2026-03-10T11:45:00Z", now)).toBe("vor 15 Min");
});

test.each([
  ["2027-07-02T22:00:00Z", "Europe/Berlin", "2 Jul 2027"],
  ["2026-10-25T00:00:00Z", "UTC", "24 Oct 2026"],
  ["2027-07-02T22:00:00Z", "UTC", "2 Jul 2027, 22:00"],
  ["never", "UTC", "never"],
])("what ends at %s is there in %s until %s", (instant, zone, written) => {
  expect(formatEnd("en-GB", instant, zone)).toBe(written);
});

test("twelve hours go without a leading nought", () => {
  expect(formatInstant("en", "2026-03-10T09:30:00Z", now, "UTC")).toMatch(/^Tue 9:30\sAM$/);
});

test("paper has the whole date", () => {
  expect(formatInstantOnPaper("en-GB", "2026-03-10T09:30:00Z", "UTC")).toBe("10 Mar 2026, 09:30");
});

test("on hover the zone has its name", () => {
  const full = formatInstantFull("en-GB", "2026-03-10T15:00:00Z", "Europe/Berlin");
  expect(full).toContain("16:00:00 Central European Standard Time");
});

test("days and months are the same in every zone", () => {
  expect(formatDay("en-GB", "2026-03-31")).toBe("31 Mar 2026");
  expect(formatDay("de", "2026-03-31", "long")).toBe("Dienstag, 31. März 2026");
  expect(formatMonth("de", "2026-03")).toBe("März 2026");
  expect(formatMonth("en", "2026-03", "axis")).toBe("Mar");
});

test("what is no date is shown as it came", () => {
  expect(formatDay("en", "soon")).toBe("soon");
  expect(formatInstant("en", "soon", now)).toBe("soon");
  expect(formatDistance("en", "soon", now)).toBeNull();
});

test.each([
  ["2026-01-01", "2026-01-01", "2026-04-01"],
  ["2026-06-30", "2026-04-01", "2026-07-01"],
  ["2017-12-31", "2017-10-01", "2018-01-01"],
])("the quarter of %s begins on %s, the next on %s", (day, start, next) => {
  expect(quarterStart(day)).toBe(start);
  expect(nextQuarterStart(day)).toBe(next);
});

test("in Arabic days are Gregorian, in Western figures, and read in either", () => {
  const locale = "ar-SA-u-ca-gregory-nu-latn";
  expect(formatDay(locale, "2026-03-31")).toMatch(/^31 مارس 2026/);
  expect(parseDay(locale, formatDay(locale, "2026-03-31"))).toBe("2026-03-31");
  expect(parseDay(locale, "٣١/٣/٢٠٢٦")).toBe("2026-03-31");
});

test.each([
  ["2026-07-01", 1, "Q3 2026"],
  ["2026-07-01", 4, "Jul – Sept 2026"],
  ["2025-11-01", 2, "Nov 2025 – Jan 2026"],
])("the quarter from %s, where years begin in month %i, is %s", (from, startMonth, written) => {
  expect(formatQuarter("en-GB", from, startMonth).replaceAll(/[\u2009\u00a0]/g, " ")).toBe(written);
});

test.each([
  ["2026-03-10T23:30:00Z", "UTC", "2026-03-10", 23],
  ["2026-03-10T23:30:00Z", "Asia/Tokyo", "2026-03-11", 8],
  ["2026-03-10T00:30:00Z", "America/New_York", "2026-03-09", 20],
])("at %s it is in %s the day %s and the hour %i", (instant, zone, day, hour) => {
  expect(dayInZone(Date.parse(instant), zone)).toBe(day);
  expect(hourInZone(Date.parse(instant), zone)).toBe(hour);
});
