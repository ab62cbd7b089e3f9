import { expect, test } from "vitest";
import type { Measure } from "./ladder.ts";
import { calendarYear } from "./rules.ts";
import { silence } from "./silence.ts";

const deals: Measure = {
  kind: "fact",
  key: "deals",
  label: "Deals won",
  fact: "deals_won",
  window: { kind: "trailing-months", months: 12 },
};
const heads: Measure = { ...deals, key: "heads", fact: "certified_heads", window: { kind: "as-of" } };
const rate = { points: "1", per: "1", currency: null, from: "2026-01-01" };
const points: Measure = {
  kind: "points",
  key: "points",
  label: "Points",
  window: { kind: "previous-quarter" },
  rates: [
    { ...rate, fact: "deals_won" },
    { ...rate, fact: "registrations_approved" },
  ],
  markets: [],
};

test.each<[string, Measure, Record<string, string>, { lastOn: string | null } | null]>([
  ["nothing at all is recorded", deals, {}, { lastOn: null }],
  ["the last is older than the window", deals, { deals_won: "2025-06-14" }, { lastOn: "2025-06-14" }],
  ["the last lies on the window's first day", deals, { deals_won: "2025-06-15" }, null],
  ["what is so was recorded once, however long ago", heads, { certified_heads: "2019-01-01" }, null],
  ["none of what gives points is recorded", points, {}, { lastOn: null }],
  ["one of what gives points is recent", points, { registrations_approved: "2026-02-01" }, null],
  [
    "what gives points lies before the quarter",
    points,
    { registrations_approved: "2025-12-31", deals_won: "2025-03-01" },
    { lastOn: "2025-12-31" },
  ],
])("where %s", (_where, measure, last, expected) => {
  const why = silence(measure, (fact) => last[fact] ?? null, { calendar: calendarYear, on: "2026-06-15" });
  expect(why).toEqual(expected);
});
