import { expect, test } from "vitest";
import { minutesLate, minutesTaken } from "./pace.ts";

const calendar = {
  timezone: "Europe/Oslo",
  workdays: [1, 2, 3, 4, 5],
  from: "09:00",
  until: "17:00",
  holidays: ["2026-06-18"],
};
const at = (text: string) => Temporal.Instant.from(`${text}+02:00`);
const received = at("2026-06-15T16:00:00");

test.each([
  ["the same afternoon", "2026-06-15T16:30:00", [], 30],
  ["over night", "2026-06-16T09:10:00", [], 70],
  ["over a holiday", "2026-06-19T09:00:00", [], 60 + 2 * 480],
  [
    "while the partner had the ball from 10 to 12",
    "2026-06-16T13:00:00",
    [["2026-06-16T10:00:00", "2026-06-16T12:00:00"]],
    60 + 120,
  ],
  ["while the partner has it still", "2026-06-17T13:00:00", [["2026-06-16T10:00:00", null]], 60 + 60],
] as const)("time taken: %s", (_what, until, pauses, minutes) => {
  const given = pauses.map(([from, end]) => ({ from: at(from), until: end === null ? null : at(end) }));
  expect(minutesTaken(calendar, received, at(until), given)).toBe(minutes);
});

test("late begins a millisecond after it was due, and counts working hours only", () => {
  const due = at("2026-06-15T17:00:00");
  expect(minutesLate(calendar, due, due)).toBeNull();
  expect(minutesLate(calendar, due, due.add({ milliseconds: 1 }))).toBe(0);
  expect(minutesLate(calendar, due, at("2026-06-16T11:00:00"))).toBe(120);
  expect(minutesLate(calendar, null, due)).toBeNull();
});
