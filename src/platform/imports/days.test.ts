import fc from "fast-check";
import { expect, test } from "vitest";
import { readDay } from "./days.ts";
import { type DayOrder, noEvidence } from "./evidence.ts";
import { Fault } from "./fault.ts";

function told(text: string, order: DayOrder | null): string {
  const result = readDay(text, { order, evidence: noEvidence<DayOrder>("day-first", "month-first") });
  return result instanceof Fault ? result.code : result;
}

test.each<[string, DayOrder | null, string]>([
  ["2026-03-31", null, "2026-03-31"],
  ["2026/3/1", null, "2026-03-01"],
  ["2026-03-31T00:00:00.000Z", null, "2026-03-31"],
  ["2026-03-31 00:00:00", null, "2026-03-31"],
  ["2026-03-31 13:30:00", null, "not-a-day"],
  ["31.3.2026", null, "2026-03-31"],
  ["3.4.2026", "month-first", "2026-04-03"],
  ["31/03/2026", null, "2026-03-31"],
  ["03/31/2026", null, "2026-03-31"],
  ["03/31/2026", "day-first", "no-such-day"],
  ["03/04/2026", null, "ambiguous-day"],
  ["03/04/2026", "day-first", "2026-04-03"],
  ["03/04/2026", "month-first", "2026-03-04"],
  ["03-04-2026", "month-first", "2026-03-04"],
  ["04/04/2026", null, "2026-04-04"],
  ["2026-02-30", null, "no-such-day"],
  ["2025-02-29", null, "no-such-day"],
  ["2024-02-29", null, "2024-02-29"],
  ["1900-02-29", null, "no-such-day"],
  ["2000-02-29", null, "2000-02-29"],
  ["31.04.2026", null, "no-such-day"],
  ["2026-13-01", null, "no-such-day"],
  ["0026-01-01", null, "no-such-day"],
  ["13/14/2026", null, "no-such-day"],
  ["31.12.26", null, "not-a-day"],
  ["46112", null, "not-a-day"],
  ["tomorrow", null, "not-a-day"],
  ["2026-0a-01", null, "not-a-day"],
])("%s with %s is %s", (text, order, expected) => {
  expect(told(text, order)).toBe(expected);
});

test("every day is read as it was written, in every way to write it", () => {
  const day = fc
    .integer({ min: 0, max: 109_572 })
    .map((days) => Temporal.PlainDate.from("1900-01-01").add({ days }));
  fc.assert(
    fc.property(day, (date) => {
      const [y, m, d] = [
        String(date.year),
        String(date.month).padStart(2, "0"),
        String(date.day).padStart(2, "0"),
      ];
      expect(told(`${y}-${m}-${d}`, null)).toBe(date.toString());
      expect(told(`${date.day}.${date.month}.${y}`, null)).toBe(date.toString());
      expect(told(`${d}/${m}/${y}`, "day-first")).toBe(date.toString());
      expect(told(`${m}/${d}/${y}`, "month-first")).toBe(date.toString());
    }),
  );
});
