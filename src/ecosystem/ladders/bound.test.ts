import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { money, parseMoney } from "#platform/money/money.ts";
import { Problem } from "#platform/problem.ts";
import { parseDay } from "#platform/time/day.ts";
import planFile from "../../../sample/agent-programme.plan.json" with { type: "json" };
import { readLadderOne as readLadder, tierFor, tierWindow } from "./bound.ts";

const [sampleLadder] = planFile.ladders.map((ladder) => readLadder(ladder));
if (sampleLadder === undefined) throw new Error("The sample has a ladder.");

const usd = (amount: string) => parseMoney({ amount, currency: "USD" });

describe("the level", () => {
  test.each([
    ["-500.00", "Silver", "Gold", "60500.00"],
    ["0.00", "Silver", "Gold", "60000.00"],
    ["59999.99", "Silver", "Gold", "0.01"],
    ["60000.00", "Gold", "Platinum", "60000.00"],
    ["60000.01", "Gold", "Platinum", "59999.99"],
    ["119999.99", "Gold", "Platinum", "0.01"],
  ])("%s is %s; %s is %s away", (basis, level, next, missing) => {
    const tier = tierFor(sampleLadder, usd(basis));
    expect(tier.level).toBe(level);
    expect(tier.next?.level).toBe(next);
    expect(tier.next?.missing).toEqual(usd(missing));
  });

  test.each(["120000.00", "99999999.00"])("%s is Platinum, and nothing is above", (basis) => {
    expect(tierFor(sampleLadder, usd(basis))).toEqual({ level: "Platinum", next: null });
  });

  test("what is missing to the next level reaches it, and a cent less does not", () => {
    fc.assert(
      fc.property(fc.bigInt({ min: -(10n ** 9n), max: 2n * 10n ** 7n }), (minor) => {
        const { next } = tierFor(sampleLadder, money(minor, "USD"));
        if (!next) return;
        expect(tierFor(sampleLadder, money(minor + next.missing.minor, "USD")).level).toBe(next.level);
        expect(tierFor(sampleLadder, money(minor + next.missing.minor - 1n, "USD")).level).not.toBe(
          next.level,
        );
      }),
    );
  });

  test("a basis in another currency is refused", () => {
    expect(() => tierFor(sampleLadder, money(1n, "EUR"))).toThrow(Problem);
  });
});

test.each([
  ["2017-04-01", "2017-01-01", "2017-04-01"],
  ["2017-06-30", "2017-01-01", "2017-04-01"],
  ["2017-03-31", "2016-10-01", "2017-01-01"],
  ["2018-01-01", "2017-10-01", "2018-01-01"],
])("a close on %s counts what was won from %s up to but not including %s", (close, from, until) => {
  const window = tierWindow(sampleLadder, parseDay(close));
  expect([window.from.toString(), window.until.toString()]).toEqual([from, until]);
});

describe("a ladder that contradicts itself is refused where it stands", () => {
  test.each<[string, Record<string, unknown>, string, string]>([
    ["unknown currency", { currency: "XYZ" }, "/currency", '"XYZ" is not a currency in use.'],
    [
      "bounds that do not ascend",
      {
        levels: [
          { level: "Gold", from: "120000.00" },
          { level: "Platinum", from: "60000.00" },
        ],
      },
      "/levels/1/from",
      "Levels go upwards: Platinum must start above the level before it.",
    ],
    [
      "equal bounds",
      {
        levels: [
          { level: "Gold", from: "60000.00" },
          { level: "Platinum", from: "60000.0" },
        ],
      },
      "/levels/1/from",
      "Levels go upwards",
    ],
    [
      "a bound of zero",
      { levels: [{ level: "Gold", from: "0" }] },
      "/levels/0/from",
      "must start above zero",
    ],
    [
      "a bound that is no amount",
      { levels: [{ level: "Gold", from: "60k" }] },
      "/levels/0/from",
      "is not an amount",
    ],
    ["half a cent", { levels: [{ level: "Gold", from: "0.005" }] }, "/levels/0/from", "USD has 2 digits"],
    [
      "a level twice",
      { levels: [{ level: "Silver", from: "1" }] },
      "/levels/0/level",
      "Silver is named twice. Give each level a name of its own.",
    ],
    ["another window", { window: "previous month" }, "/window", 'Write "previous calendar quarter".'],
  ])("%s", (_what, change, pointer, sentence) => {
    try {
      readLadder({ ...sampleLadder, ...change });
      expect.unreachable("The ladder was accepted.");
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      const [first] = error.errors;
      expect(first?.pointer).toBe(pointer);
      expect(first?.message).toContain(sentence);
    }
  });

  test("the sample's is accepted", () => {
    expect(readLadder(sampleLadder)).toEqual(sampleLadder);
  });
});
