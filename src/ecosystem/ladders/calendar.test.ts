import { describe, expect, test } from "vitest";
import {
  type LadderTwo,
  nextReview,
  reviewInForce,
  reviewsBetween,
  rulesOf,
  warnedOn,
  windowOf,
} from "./contract.ts";
import { serviceLadder } from "./ladders.fixture.ts";

const ruled = (reviews: Partial<LadderTwo["reviews"]>, fiscalYearStartMonth = 1) =>
  rulesOf({ ...serviceLadder, reviews: { ...serviceLadder.reviews, ...reviews } }, { fiscalYearStartMonth });

test("reviews are told with their three dates, and every second one takes away", () => {
  expect(reviewsBetween(ruled({ inForceAfterDays: 3 }), "2026-01-01", "2026-08-01")).toEqual([
    { on: "2026-01-01", decidedOn: "2026-01-15", inForceFrom: "2026-01-18", demotes: true },
    { on: "2026-04-01", decidedOn: "2026-04-15", inForceFrom: "2026-04-18", demotes: false },
    { on: "2026-07-01", decidedOn: "2026-07-15", inForceFrom: "2026-07-18", demotes: true },
  ]);
});

test("a review belongs to the days from which its level counts", () => {
  const rules = ruled({ decidedAfterDays: 90, inForceAfterDays: 90 });
  expect(reviewsBetween(rules, "2026-03-30", "2026-06-30").map(({ on }) => on)).toEqual(["2025-10-01"]);
  expect(reviewsBetween(rules, "2026-03-30", "2026-03-30")).toEqual([]);
});

test.each([
  [2, 3, ["2026-02-01", "2026-05-01", "2026-08-01", "2026-11-01"]],
  [4, 6, ["2026-04-01", "2026-10-01"]],
  [12, 12, ["2026-12-01"]],
] as const)("a fiscal year from month %s, reviewed every %s months", (start, everyMonths, days) => {
  const rules = ruled({ everyMonths, demoteEveryMonths: 12, decidedAfterDays: 0 }, start);
  expect(reviewsBetween(rules, "2026-01-01", "2027-01-01").map(({ on }) => on)).toEqual(days);
  const demoting = reviewsBetween(rules, "2026-01-01", "2027-01-01").filter(({ demotes }) => demotes);
  expect(demoting.map(({ on }) => Number(on.slice(5, 7)))).toEqual([start]);
});

test("which review is in force on a day, which comes next, and when one is warned", () => {
  const rules = ruled({});
  expect(reviewInForce(rules, "2026-04-14").on).toBe("2026-01-01");
  expect(reviewInForce(rules, "2026-04-15").on).toBe("2026-04-01");
  expect(nextReview(rules, "2026-04-15").on).toBe("2026-04-01");
  expect(nextReview(rules, "2026-04-16").on).toBe("2026-07-01");
  expect(warnedOn(rules, nextReview(rules, "2026-04-16"))).toBe("2026-06-15");
});

describe("windows", () => {
  const windowed = (window: LadderTwo["measures"][number]["window"], on: string, start: number) => {
    const [won] = serviceLadder.measures;
    if (won?.kind !== "fact") throw new Error("The first measure counts facts.");
    const rules = rulesOf(
      { ...serviceLadder, measures: [{ ...won, window }] },
      { fiscalYearStartMonth: start },
    );
    const { from, until } = windowOf(rules, "won", on);
    return [from, until];
  };
  test.each([
    [{ kind: "previous-quarter" }, "2026-04-01", 1, "2026-01-01", "2026-04-01"],
    [{ kind: "previous-quarter" }, "2026-06-01", 1, "2026-01-01", "2026-04-01"],
    [{ kind: "previous-quarter" }, "2026-04-01", 2, "2025-11-01", "2026-02-01"],
    [{ kind: "previous-quarter" }, "2026-01-01", 12, "2025-09-01", "2025-12-01"],
    [{ kind: "previous-year" }, "2026-01-01", 1, "2025-01-01", "2026-01-01"],
    [{ kind: "previous-year" }, "2026-01-01", 2, "2024-02-01", "2025-02-01"],
    [{ kind: "previous-year" }, "2026-02-01", 2, "2025-02-01", "2026-02-01"],
    [{ kind: "trailing-months", months: 12 }, "2024-03-01", 1, "2023-03-01", "2024-03-01"],
    [{ kind: "as-of" }, "2026-04-01", 1, null, "2026-04-01"],
  ] as const)(
    "%j at the review of %s, fiscal year from month %s: %s to %s",
    (window, on, start, from, until) => {
      expect(windowed(window, on, start)).toEqual([from, until]);
    },
  );
});
