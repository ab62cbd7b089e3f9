import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { money } from "#platform/money/money.ts";
import planFile from "../../../sample/agent-programme.plan.json" with { type: "json" };
import {
  type Circumstances,
  calendarYear,
  comparedOf,
  type Decision,
  expand,
  type LadderTwo,
  levelAbove,
  type Measured,
  missingOf,
  noThresholds,
  play,
  reachGoodStanding,
  reachLevel,
  readLadderOne,
  readMeasured,
  reviewsBetween,
  rulesOf,
  type Standing,
  tierFor,
  windowOf,
  writeMeasured,
} from "./contract.ts";
import { serviceLadder } from "./ladders.fixture.ts";

const nothing: Circumstances = { thresholds: noThresholds, exception: null, floor: null, pinned: null };
const simple: LadderTwo = {
  ...serviceLadder,
  base: "Bronze",
  reviews: { everyMonths: 3, demoteEveryMonths: 3, decidedAfterDays: 0, inForceAfterDays: 0 },
  graceDays: 0,
  minimumStayMonths: 0,
  goodStanding: [],
  levels: [
    { level: "Silver", requires: "certified >= 1" },
    { level: "Gold", requires: "certified >= 2" },
  ],
};
const heads = (count: number): Measured => ({ certified: { "": BigInt(count) * 1000n } });

/** Plays a ladder over the quarters from 2026 on, with so many certified people at each review. */
function played(
  ladder: LadderTwo,
  certified: readonly number[],
  more: (index: number) => Partial<Circumstances> & { measured?: Measured } = () => ({}),
  before: Standing | null = null,
): Decision[] {
  const rules = rulesOf(ladder, calendarYear);
  const reviews = reviewsBetween(rules, "2026-01-01", "2036-01-01").slice(0, certified.length);
  const steps = reviews.map((review, index) => {
    const { measured, ...circumstances } = more(index);
    return {
      rules,
      review,
      measured: { ...heads(certified[index] ?? 0), ...measured },
      circumstances: { ...nothing, ...circumstances },
    };
  });
  return play(steps, before);
}
const told = (decisions: readonly Decision[]) => decisions.map(({ level, why }) => `${level} ${why}`);

describe("without memory", () => {
  test("a level is what is earned", () => {
    expect(told(played(simple, [1, 2, 2, 0, 1]))).toEqual([
      "Silver entered",
      "Gold promoted",
      "Gold kept",
      "Bronze demoted",
      "Silver promoted",
    ]);
  });

  test("a ladder of the first format gives the same levels in the second", () => {
    const [ladder] = planFile.ladders.map((one) => readLadderOne(one));
    if (ladder === undefined) throw new Error("The sample has a ladder.");
    const rules = rulesOf(ladder, { fiscalYearStartMonth: 5 });
    expect(rulesOf(expand(ladder), calendarYear).ladder).toEqual(rules.ladder);
    const reviews = reviewsBetween(rules, "2026-01-01", "2028-01-01");
    expect(reviews.map(({ inForceFrom }) => inForceFrom.slice(5))).toEqual(
      [...new Array(2)].flatMap(() => ["01-01", "04-01", "07-01", "10-01"]),
    );
    expect(windowOf(rules, "won", "2026-04-01")).toEqual({ from: "2026-01-01", until: "2026-04-01" });
    fc.assert(
      fc.property(fc.array(fc.bigInt({ min: -10_000_000n, max: 20_000_000n }), { maxLength: 8 }), (sums) => {
        const steps = sums.flatMap((sum, index) => {
          const review = reviews[index];
          return review === undefined
            ? []
            : [{ rules, review, measured: { won: { USD: sum } }, circumstances: nothing }];
        });
        const levels = play(steps, null).map(({ level }) => level);
        expect(levels).toEqual(sums.map((sum) => tierFor(ladder, money(sum, "USD")).level));
      }),
    );
  });
});

test("promotion and demotion have cadences of their own", () => {
  const ladder = { ...simple, reviews: { ...simple.reviews, demoteEveryMonths: 6 as const } };
  expect(told(played(ladder, [2, 1, 0, 1, 0]))).toEqual([
    "Gold entered",
    "Gold waits-for-review",
    "Bronze demoted",
    "Silver promoted",
    "Bronze demoted",
  ]);
});

describe("grace", () => {
  const ladder = { ...simple, graceDays: 120 };
  test("begins at the first review that would take away, and ends at the first on or after its last day", () => {
    const decisions = played(ladder, [2, 0, 0, 0, 0]);
    expect(told(decisions)).toEqual([
      "Gold entered",
      "Gold grace",
      "Gold grace",
      "Bronze demoted",
      "Bronze kept",
    ]);
    expect(decisions[1]?.standing).toEqual({ level: "Gold", since: "2026-01-01", graceUntil: "2026-07-30" });
    expect(decisions[3]?.standing).toEqual({ level: "Bronze", since: "2026-10-01", graceUntil: null });
  });
  test("is over for who earns the level again, and begins anew", () => {
    expect(told(played(ladder, [2, 0, 2, 0, 0, 0]))).toEqual([
      "Gold entered",
      "Gold grace",
      "Gold kept",
      "Gold grace",
      "Gold grace",
      "Bronze demoted",
    ]);
  });
  test("that ends on the day of a review ends with it", () => {
    expect(told(played({ ...simple, graceDays: 91 }, [2, 0, 0]))).toEqual([
      "Gold entered",
      "Gold grace",
      "Bronze demoted",
    ]);
    expect(told(played({ ...simple, graceDays: 92 }, [2, 0, 0]))).toEqual([
      "Gold entered",
      "Gold grace",
      "Gold grace",
    ]);
  });
});

test("a minimum stay is counted from the day the level came into force", () => {
  const ladder = { ...simple, minimumStayMonths: 6 };
  expect(told(played(ladder, [1, 2, 0, 0]))).toEqual([
    "Silver entered",
    "Gold promoted",
    "Gold minimum-stay",
    "Bronze demoted",
  ]);
});

test("who is not in good standing is not promoted, and keeps what it has", () => {
  const ladder = { ...simple, goodStanding: ["overdue <= 0"] };
  const owing = (index: number) => ({ measured: { overdue: { EUR: index === 3 ? 0n : 1n } } });
  expect(told(played(ladder, [1, 0, 2, 2, 2], owing))).toEqual([
    "Bronze not-in-good-standing",
    "Bronze kept",
    "Bronze not-in-good-standing",
    "Gold promoted",
    "Gold kept",
  ]);
});

describe("decisions of people stand over the rules and leave the standing as it is", () => {
  test("an exception holds until its last day has passed", () => {
    const exception = { level: "Gold", until: "2026-07-01" };
    const decisions = played(simple, [1, 0, 1, 2], () => ({ exception }));
    expect(told(decisions)).toEqual(["Gold exception", "Gold exception", "Silver promoted", "Gold promoted"]);
    expect(decisions.map(({ standing }) => standing.level)).toEqual(["Silver", "Bronze", "Silver", "Gold"]);
  });
  test("a floor lifts, and no more", () => {
    expect(told(played(simple, [0, 1, 2, 1], () => ({ floor: "Silver" })))).toEqual([
      "Silver grandfathered",
      "Silver promoted",
      "Gold promoted",
      "Silver demoted",
    ]);
  });
  test("what was paid by stands before everything else", () => {
    const decisions = played(simple, [2, 0], () => ({
      pinned: "Silver",
      exception: { level: "Bronze", until: "2030-01-01" },
      floor: "Gold",
    }));
    expect(told(decisions)).toEqual(["Silver stood", "Silver stood"]);
    expect(decisions.map(({ earned }) => earned)).toEqual(["Gold", "Bronze"]);
  });
});

test("an override sets a threshold for whom it is meant, and the decision remembers where it came from", () => {
  const scope = { kind: "country", key: "DE" } as const;
  const [decision] = played(simple, [1], () => ({
    thresholds: (level, measure) =>
      level === "Gold" && measure === "certified" ? { amounts: { "": 1000n }, scope } : null,
  }));
  expect(decision).toMatchObject({ level: "Gold", sources: { "Gold:certified": scope } });
});

test("who had a level that the ladder no longer has begins with what it earns", () => {
  const before = { level: "Titanium", since: "2020-01-01", graceUntil: null };
  expect(told(played({ ...simple, graceDays: 90 }, [1], () => ({}), before))).toEqual(["Silver entered"]);
});

test("what is missing to the level above is told part for part", () => {
  const rules = rulesOf(serviceLadder, calendarYear);
  const measured = { won: { USD: 6_000_000n }, certified: { "": 1000n } };
  const above = levelAbove(rules, "Silver");
  expect(above).toBe("Gold");
  const reached = reachLevel(rules, above ?? "", measured);
  expect(reached).toMatchObject({
    kind: "all",
    met: false,
    of: [{ met: true }, { kind: "any", met: false }],
  });
  expect(reached && comparedOf(reached).map((one) => [one.measure, missingOf(one)])).toEqual([
    ["won", {}],
    ["certified", { "": 1000n }],
    ["satisfaction", { "": 4500n }],
  ]);
  expect(levelAbove(rules, "Platinum")).toBeNull();
  expect(levelAbove(rules, "Registered")).toBe("Silver");
  expect(reachGoodStanding(rules, measured).map(({ met }) => met)).toEqual([false, true]);
});

test("what was measured is written and read without loss", () => {
  const measured = { won: { USD: -5n, JPY: 12n }, certified: { "": 2500n } };
  const json = writeMeasured(measured);
  expect(json).toEqual({ won: { USD: "-0.05", JPY: "12" }, certified: { "": "2.5" } });
  expect(readMeasured(json)).toEqual(measured);
});

const plans = fc.record({
  certified: fc.array(fc.nat(3), { minLength: 1, maxLength: 16 }),
  graceDays: fc.constantFrom(0, 30, 90, 200),
  minimumStayMonths: fc.constantFrom(0, 3, 12),
  demoteEveryMonths: fc.constantFrom(3 as const, 6 as const, 12 as const),
});

describe("whatever happens", () => {
  test("stopping in the middle and going on from the standing decides the same", () => {
    fc.assert(
      fc.property(plans, fc.nat(16), ({ certified, ...more }, cut) => {
        const ladder = {
          ...simple,
          ...more,
          reviews: { ...simple.reviews, demoteEveryMonths: more.demoteEveryMonths },
        };
        const rules = rulesOf(ladder, calendarYear);
        const steps = reviewsBetween(rules, "2026-01-01", "2031-01-01")
          .slice(0, certified.length)
          .map((review, index) => ({
            rules,
            review,
            measured: heads(certified[index] ?? 0),
            circumstances: nothing,
          }));
        const whole = play(steps, null);
        const first = play(steps.slice(0, cut), null);
        const rest = play(steps.slice(cut), first.at(-1)?.standing ?? null);
        expect([...first, ...rest]).toEqual(whole);
      }),
    );
  });

  test("nobody is below what it earns in good standing, nor keeps a level for longer than the rules give", () => {
    fc.assert(
      fc.property(plans, ({ certified, ...more }) => {
        const ladder = {
          ...simple,
          ...more,
          reviews: { ...simple.reviews, demoteEveryMonths: more.demoteEveryMonths },
        };
        const order = ["Bronze", "Silver", "Gold"];
        for (const decision of played(ladder, certified)) {
          expect(order.indexOf(decision.level)).toBeGreaterThanOrEqual(order.indexOf(decision.earned));
          const { graceUntil } = decision.standing;
          if (graceUntil === null) continue;
          expect(["grace", "waits-for-review"]).toContain(decision.why);
        }
      }),
    );
  });
});
