import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { BusinessCalendar } from "#platform/time/business.ts";
import { callsOf, questionsUntil, type RunningClock, soonUntil } from "./reminders.ts";

const calendar: BusinessCalendar = {
  timezone: "Europe/Berlin",
  workdays: [1, 2, 3, 4, 5],
  from: "09:00",
  until: "17:00",
  holidays: ["2026-12-24", "2026-12-25"],
};
const at = (instant: string) => Temporal.Instant.from(instant);
const clock = (more: Partial<RunningClock>): RunningClock => ({
  dueAt: at("2026-12-23T11:00:00Z"),
  soonTold: false,
  escalatesAt: null,
  escalated: false,
  ...more,
});
const kinds = (of: RunningClock, now: string) => callsOf(of, calendar, at(now)).map(({ kind }) => kind);

describe("what the vendor owes", () => {
  test.each<[string, Partial<RunningClock>, string, string[]]>([
    ["far off: nothing", {}, "2026-12-22T10:00:00Z", []],
    ["a minute more than four hours of work before: nothing yet", {}, "2026-12-22T14:59:00Z", []],
    ["four hours of work before, over the night", {}, "2026-12-22T15:00:00Z", ["due-soon"]],
    ["told already", { soonTold: true }, "2026-12-23T10:59:59Z", []],
    ["due now, and nothing told before", {}, "2026-12-23T11:00:00Z", ["overdue"]],
    ["a business day later is after the holidays", {}, "2026-12-27T11:00:00Z", ["overdue"]],
    ["both at once, where the job paused", {}, "2026-12-28T11:00:00Z", ["overdue", "escalated"]],
    ["told that it is overdue", { escalatesAt: at("2026-12-28T11:00:00Z") }, "2026-12-28T10:59:59Z", []],
    [
      "a business day after that",
      { escalatesAt: at("2026-12-28T11:00:00Z") },
      "2026-12-28T11:00:00Z",
      ["escalated"],
    ],
    [
      "and never again",
      { escalatesAt: at("2026-12-28T11:00:00Z"), escalated: true },
      "2027-01-28T11:00:00Z",
      [],
    ],
  ])("%s", (_name, more, now, expected) => {
    expect(kinds(clock(more), now)).toEqual(expected);
  });

  test("is told once each, in order, however often and seldom the clock runs", () => {
    const minutes = fc.array(fc.integer({ min: 1, max: 6_000 }), { minLength: 1, maxLength: 40 });
    fc.assert(
      fc.property(minutes, (pauses) => {
        let state = clock({});
        let now = at("2026-12-21T08:00:00Z");
        const told: string[] = [];
        for (const pause of [...pauses, 30_000]) {
          now = now.add({ minutes: pause });
          for (const call of callsOf(state, calendar, now)) {
            told.push(call.kind);
            if (call.kind === "due-soon") state = { ...state, soonTold: true };
            if (call.kind === "overdue") state = { ...state, escalatesAt: call.escalatesAt };
            if (call.kind === "escalated") state = { ...state, escalated: true };
          }
        }
        expect(told.filter((kind) => kind !== "due-soon")).toEqual(["overdue", "escalated"]);
        expect(told.lastIndexOf("due-soon")).toBeLessThanOrEqual(0);
      }),
    );
  });
});

test("hours of work and days of work are looked ahead by the calendar", () => {
  expect(soonUntil(calendar, at("2026-12-23T14:00:00Z")).toString()).toBe("2026-12-28T10:00:00Z");
  expect(questionsUntil(calendar, at("2026-12-23T14:00:00Z")).toString()).toBe("2026-12-28T14:00:00Z");
});
