import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { products } from "./boundary.ts";
import { decimal, roundHalfEven } from "./fraction.ts";
import { type Adjustment, type Book, naiveAdjustment } from "./naive-adjustment.ts";
import { type Change, naiveEarningsOf, naiveTier, quarterOf, type Row, type Tier } from "./naive-plan.ts";
import { naiveStatementState } from "./naive-statement.ts";

describe("rounding", () => {
  test.each([
    ["0.5", 0n],
    ["1.5", 2n],
    ["2.5", 2n],
    ["2.4999", 2n],
    ["2.5001", 3n],
    ["-0.5", 0n],
    ["-1.5", -2n],
    ["-2.5", -2n],
    ["-2.51", -3n],
    ["-2.49", -2n],
    ["7", 7n],
  ])("%s becomes %s", (exact, whole) => {
    expect(roundHalfEven(decimal(exact))).toBe(whole);
  });

  test.each(["", "1e3", "1,000", ".5", "NaN"])("%j is no amount", (text) => {
    expect(() => decimal(text)).toThrow(RangeError);
  });
});

test.each([
  ["2017-01-01", "2017-Q1"],
  ["2017-03-31", "2017-Q1"],
  ["2017-04-01", "2017-Q2"],
  ["2017-12-31", "2017-Q4"],
])("%s lies in %s", (day, quarter) => {
  expect(quarterOf(day)).toBe(quarter);
});

describe("a change of a won value counts in the quarter in which it is recorded", () => {
  const rows = [win("A", "Ada North", "2017-02-10", "60000")];
  const reversed: Change[] = [{ agent: "Ada North", recordedDay: "2017-04-03", value: "-1" }];

  test("the quarter of the win keeps its value, and what followed from it", () => {
    expect(naiveTier("Ada North", "2017-05-01", rows, reversed)).toBe("Gold");
  });

  test("the quarter of the change loses it", () => {
    const more = [...rows, win("B", "Ada North", "2017-05-10", "60000")];
    expect(naiveTier("Ada North", "2017-08-01", more)).toBe("Gold");
    expect(naiveTier("Ada North", "2017-08-01", more, reversed)).toBe("Silver");
    expect(naiveTier("Ben Ost", "2017-08-01", more, reversed)).toBe("Silver");
  });

  test("more taken away than won is Silver", () => {
    expect(naiveTier("Ada North", "2017-08-01", rows, reversed)).toBe("Silver");
  });
});

describe("an adjustment", () => {
  const book: Book = {
    teams: [
      { agent: "Ada North", master: "Holt Brandt" },
      { agent: "Ben Ost", master: "Iris Cole" },
      { agent: "Cleo West", master: "Holt Brandt" },
    ],
    products,
    tierOn: (agent, day): Tier =>
      agent === "Ada North" ? "Platinum" : day < "2017-04-01" ? "Silver" : "Gold",
    openMonth: "2017-09",
  };
  const before = win("A", "Ada North", "2017-05-10", "100.15");

  test("of a reversal takes back what was earned, commission and override alike", () => {
    // 100.15 × 8 % × 1.25 = 10.015 → 10.02; × 2 % = 2.003 → 2.00
    const taken = [line("Ada North", "commission", -1002n), line("Holt Brandt", "override", -200n)];
    expect(naiveAdjustment(before, undefined, book)).toEqual(taken);
    expect(naiveAdjustment(before, { ...before, stage: "Lost" }, book)).toEqual(taken);
  });

  test("of a reversal in part leaves what the rest would have earned", () => {
    // The rest, 50.05: 5.005 → 5.00, so −5.02 (50.10 reversed by itself would be −5.01); 1.001 → 1.00
    expect(naiveAdjustment(before, win("A", "Ada North", "2017-05-10", "50.05"), book)).toEqual([
      line("Ada North", "commission", -502n),
      line("Holt Brandt", "override", -100n),
    ]);
  });

  test("of another product changes the commission alone", () => {
    // 100.15 × 10 % × 1.25 = 12.51875 → 12.52; + 2.50
    const after = { ...before, lines: [{ product: "MG Special", value: "100.15" }] };
    expect(naiveAdjustment(before, after, book)).toEqual([line("Ada North", "commission", 250n)]);
  });

  test("of another close day pays at the tier of that day's quarter", () => {
    const march = win("A", "Ben Ost", "2017-03-31", "1000");
    // 80.00 at Silver, 88.00 at Gold; the override knows no tier
    expect(naiveAdjustment(march, { ...march, closeDay: "2017-04-01" }, book)).toEqual([
      line("Ben Ost", "commission", 800n),
    ]);
  });

  test("of another owner moves the commission, and the override where the master is another", () => {
    const from = win("A", "Ada North", "2017-05-10", "1000");
    expect(naiveAdjustment(from, { ...from, agent: "Ben Ost" }, book)).toEqual([
      line("Ada North", "commission", -10000n),
      line("Holt Brandt", "override", -2000n),
      line("Ben Ost", "commission", 8800n),
      line("Iris Cole", "override", 2000n),
    ]);
    expect(naiveAdjustment(from, { ...from, agent: "Cleo West" }, book)).toEqual([
      line("Ada North", "commission", -10000n),
      line("Cleo West", "commission", 8800n),
    ]);
  });

  test("of nothing is none, and of a late win is the whole earning", () => {
    expect(naiveAdjustment(before, before, book)).toEqual([]);
    expect(naiveAdjustment(undefined, before, book)).toEqual([
      line("Ada North", "commission", 1002n),
      line("Holt Brandt", "override", 200n),
    ]);
  });

  test("after any row of changes and a last one, what was paid is what the last state earns", () => {
    const state = fc.option(
      fc.record({
        agent: fc.constantFrom("Ada North", "Ben Ost", "Cleo West"),
        closeDay: fc.constantFrom("2017-03-31", "2017-04-01"),
        cents: fc.integer({ min: 1, max: 1_000_000 }),
      }),
      { nil: undefined },
    );
    const rowOf = (each: { agent: string; closeDay: string; cents: number } | undefined) =>
      each && win("A", each.agent, each.closeDay, (each.cents / 100).toFixed(2));
    fc.assert(
      fc.property(fc.array(state, { minLength: 1 }), (states) => {
        const history = [undefined, ...states.map(rowOf)];
        const booked = history.slice(1).flatMap((after, at) => naiveAdjustment(history[at], after, book));
        const last = history.at(-1);
        const due = last
          ? naiveEarningsOf(last, book.tierOn(last.agent, last.closeDay), book.teams, products)
          : [];
        expect(sums(booked)).toEqual(sums(due));
      }),
    );
  });
});

describe("a line of the demo", () => {
  const stateOn = (closeDay: string, today: string, postedOn?: string) => {
    const [line] = naiveStatementState([{ closeDay, ...(postedOn ? { postedOn } : {}) }], today);
    return line && [line.state, line.releasedOn, line.statement];
  };

  test.each([
    // close + 29 is still held, close + 30 no longer
    ["2026-03-15", "2026-04-13", ["held", "2026-04-14", undefined]],
    ["2026-03-15", "2026-04-14", ["approved", "2026-04-14", undefined]],
    // April ends on the 30th; 30 days later is 30 May, "more than" begins on the 31st
    ["2026-03-15", "2026-05-30", ["approved", "2026-04-14", undefined]],
    ["2026-03-15", "2026-05-31", ["paid", "2026-04-14", "2026-04"]],
    // 30 days after a leap day
    ["2024-02-29", "2024-03-29", ["held", "2024-03-30", undefined]],
    ["2024-02-29", "2024-03-30", ["approved", "2024-03-30", undefined]],
    // The 1st of April + 30 is the 1st of May: May's statement
    ["2026-04-01", "2026-06-30", ["approved", "2026-05-01", undefined]],
    ["2026-04-01", "2026-07-01", ["paid", "2026-05-01", "2026-05"]],
  ])("closed on %s is, on %s, %j", (closeDay, today, expected) => {
    expect(stateOn(closeDay, today)).toEqual(expected);
  });

  test("posted after its hold is released by the posting, and stands on that month's statement", () => {
    // The 1st of March + 30 is 31 March; posted on 1 April
    expect(stateOn("2026-03-01", "2026-05-31", "2026-04-01")).toEqual(["paid", "2026-04-01", "2026-04"]);
    expect(stateOn("2026-03-01", "2026-05-31")).toEqual(["paid", "2026-03-31", "2026-03"]);
    expect(stateOn("2026-03-01", "2026-05-30", "2026-04-01")).toEqual(["approved", "2026-04-01", undefined]);
    expect(stateOn("2026-03-15", "2026-04-14", "2026-04-01")).toEqual(["approved", "2026-04-14", undefined]);
  });
});

function win(opportunityId: string, agent: string, closeDay: string, value: string): Row {
  return { opportunityId, agent, stage: "Won", closeDay, lines: [{ product: "GTX Basic", value }] };
}

function line(partner: string, component: Adjustment["component"], cents: bigint): Adjustment {
  return { opportunityId: "A", partner, component, month: "2017-09", cents };
}

function sums(lines: readonly Pick<Adjustment, "partner" | "component" | "cents">[]): Record<string, bigint> {
  const byKey: Record<string, bigint> = {};
  for (const { partner, component, cents } of lines) {
    byKey[`${component} ${partner}`] = (byKey[`${component} ${partner}`] ?? 0n) + cents;
  }
  return Object.fromEntries(Object.entries(byKey).filter(([, cents]) => cents !== 0n));
}
