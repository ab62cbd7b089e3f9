import { describe, expect, test } from "vitest";
import { parseDay } from "./day.ts";
import { lastHeldDay, releaseDay, releaseInstant } from "./hold.ts";
import { daysOfMonth, monthOf } from "./month.ts";

describe("a hold counts the day of close as its first day", () => {
  test.each([
    ["2026-03-01", 30, "2026-03-30", "2026-03-31"],
    ["2024-02-01", 30, "2024-03-01", "2024-03-02"],
    ["2025-02-01", 30, "2025-03-02", "2025-03-03"],
    ["2025-12-15", 30, "2026-01-13", "2026-01-14"],
    ["2024-02-29", 1, "2024-02-29", "2024-03-01"],
  ])("closed on %s, held for %s days: through %s, released on %s", (close, days, heldThrough, released) => {
    expect(lastHeldDay(parseDay(close), days).toString()).toBe(heldThrough);
    expect(releaseDay(parseDay(close), days).toString()).toBe(released);
  });

  test("no hold is released on the day of close itself", () => {
    expect(releaseDay(parseDay("2026-03-01"), 0).toString()).toBe("2026-03-01");
  });

  test.each([
    ["UTC", "2026-03-31T00:00:00Z"],
    ["Europe/Berlin", "2026-03-30T22:00:00Z"],
    ["Pacific/Kiritimati", "2026-03-30T10:00:00Z"],
    ["Etc/GMT+12", "2026-03-31T12:00:00Z"],
  ])("in %s it is over at %s", (zone, instant) => {
    expect(releaseInstant(parseDay("2026-03-01"), 30, zone).toString()).toBe(instant);
  });
});

/*
 * Oracle 5, the locking calendar of impact.com: "0 months and 27 days after the end of the month", paid "20 days after
 * the end of the month they lock". Its page shows January's actions locking on 28 February, when day 27 has ended,
 * and paid on 20 March, on day 20 itself. The same words, counted in two ways; ours have two names.
 */
describe("the two ways to count days after the end of a month", () => {
  const afterJanuary = daysOfMonth("2026-01").until;

  test("27 days are over on 28 February", () => {
    expect(releaseDay(afterJanuary, 27).toString()).toBe("2026-02-28");
  });

  test("the 20th day after the end of the month of locking is 20 March", () => {
    const afterLocking = daysOfMonth(monthOf(releaseDay(afterJanuary, 27))).until;
    expect(lastHeldDay(afterLocking, 20).toString()).toBe("2026-03-20");
  });

  test("in a leap year day 27 ends on the same date", () => {
    expect(releaseDay(daysOfMonth("2024-01").until, 27).toString()).toBe("2024-02-28");
  });
});
