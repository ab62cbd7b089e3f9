import { describe, expect, test } from "vitest";
import { Problem } from "#platform/problem.ts";
import { type LadderTwo, readLadder } from "./contract.ts";
import { kinds, serviceLadder } from "./ladders.fixture.ts";

const refusals = (change: object, of: LadderTwo = serviceLadder): [string, string][] => {
  try {
    readLadder({ ...of, ...change }, { kinds });
    return [];
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    return error.errors.map(({ pointer, message }) => [pointer, message]);
  }
};

test("a ladder that uses everything is accepted", () => {
  expect(readLadder(serviceLadder, { kinds })).toEqual(serviceLadder);
});

const levels = (...requires: string[]) => ({
  levels: requires.map((text, index) => ({ level: `L${index}`, requires: text })),
});

describe("a level that cannot be is refused with what to change", () => {
  test.each([
    [["won > 5 USD"], 0, 'At character 5: ">" has no meaning here. Write ">=" for at least'],
    [["all(won >= 60,000 USD)"], 0, "Write numbers without separators"],
    [["won >= 60000 USD, certified >= 2"], 0, 'write "all(…, …)"'],
    [["turnover >= 5 USD"], 0, 'There is no measure "turnover". There are: won, certified'],
    [["won >= 60000"], 0, '"won" is money: say in which currency'],
    [["certified >= 2 EUR"], 0, '"certified" is a plain number'],
    [["won >= 5 XYZ"], 0, '"XYZ" is not a currency'],
    [["won >= 0.005 USD"], 0, "USD has at most 2 digits after the point"],
    [["satisfaction >= 4.5555"], 0, "more than 3 digits"],
    [["certified >= 2.5"], 0, "is counted in whole numbers"],
    [["satisfaction >= 50"], 0, "is told from 0 to 5"],
    [["all(won >= 5 USD, agreement >= 2)"], 0, "is so or not. Write 1 for yes or 0 for no."],
    [["certified >= 007"], 0, "without zeros before them"],
    [["won >= 5 USD or 6"], 0, "different currencies"],
    [["won >= 5 USD or 6 USD"], 0, "USD is written twice"],
    [["all(satisfaction >= 5, satisfaction <= 3)"], 0, '"satisfaction" cannot be at least 5 and at most 3'],
    [["any(certified >= 2, all(certified >= 1, won >= 5 USD))"], 0, '"certified" is asked for twice'],
    [
      ["points(70, 40: won >= 5 USD, 20: certified >= 1)"],
      0,
      "all parts together give 60 points, and it asks for 70",
    ],
    [["all(overdue >= 10 USD, won >= 5 USD)"], 0, "Nobody can reach L0"],
    [["overdue <= 0"], 0, "Everybody reaches L0, even with nothing at all, so nobody would be Registered"],
    [["won >= 50 USD", "won >= 50 USD"], 1, "L1 asks for no more than L0"],
    [["won >= 50 USD", "won >= 40 USD"], 1, "whoever reaches L0 has L1 at once"],
    [
      ["all(won >= 50 USD, certified >= 2)", "any(certified >= 1, satisfaction >= 4)"],
      1,
      "L1 asks for no more",
    ],
    [
      ["any(won >= 50 USD, certified >= 2)", "points(5, 5: won >= 40 USD, 9: certified >= 1)"],
      1,
      "L1 asks for no more",
    ],
  ])("%j", (requires, index, sentence) => {
    const found = refusals(levels(...requires));
    expect(found.map(([pointer]) => pointer)).toContain(`/levels/${index}/requires`);
    expect(found.map(([, message]) => message).join("\n")).toContain(sentence);
  });

  test.each([
    [["won >= 50 USD", "won >= 50 EUR"]],
    [["won >= 50 USD", "won >= 40 USD or 60 EUR"].toReversed()],
    [["certified >= 2", "all(won >= 1 USD, satisfaction >= 1)"]],
    [["any(won >= 50 USD, certified >= 2)", "won >= 50 USD"]],
  ])("%j may stand", (requires) => {
    expect(refusals(levels(...requires))).toEqual([]);
  });
});

describe("what else contradicts itself is refused where it stands", () => {
  const [won, certified] = serviceLadder.measures;
  const score = serviceLadder.measures.find(({ key }) => key === "score");
  const measured = (measure: object) => ({ measures: [...serviceLadder.measures, measure] });
  const rated = (rate: object, more: object = {}) =>
    measured({
      ...score,
      key: "more",
      rates: [
        { fact: "won_value", points: "5", per: "100.00", currency: "USD", from: "2020-01-01", ...rate },
      ],
      ...more,
    });
  test.each<[string, object, string, string]>([
    [
      "a level twice",
      { base: "Silver" },
      "/levels/0/level",
      "Silver is named twice. Give each level a name of its own.",
    ],
    [
      "a cadence that never meets a review",
      { reviews: { ...serviceLadder.reviews, everyMonths: 6, demoteEveryMonths: 3 } },
      "/reviews/demoteEveryMonths",
      "every 6, or a multiple",
    ],
    ["a measure twice", measured({ ...won }), "/measures/6/key", '"won" is used twice'],
    ["a reserved word", measured({ ...won, key: "any" }), "/measures/6/key", "is a word of the language"],
    [
      "an unknown fact",
      measured({ ...won, key: "w", fact: "sales" }),
      "/measures/6/fact",
      'There are no facts "sales". There are: won_value',
    ],
    [
      "a sum as of a day",
      measured({ ...won, key: "w", window: { kind: "as-of" } }),
      "/measures/6/window",
      "adds up over time",
    ],
    [
      "a stock over months",
      measured({ ...certified, key: "c", window: { kind: "previous-year" } }),
      "/measures/6/window",
      "as of the day of the review",
    ],
    [
      "points as of a day",
      rated({}, { window: { kind: "as-of" } }),
      "/measures/6/window",
      "Points are given for what happens",
    ],
    [
      "points of a stock",
      rated({ fact: "certified_heads", currency: null }),
      "/measures/6/rates/0/fact",
      "says how things are",
    ],
    [
      "points of money without a currency",
      rated({ currency: null }),
      "/measures/6/rates/0/currency",
      "is money",
    ],
    ["points per nothing", rated({ per: "0.00" }), "/measures/6/rates/0/per", "more than 0"],
    ["a rate from no day", rated({ from: "2023-02-30" }), "/measures/6/rates/0/from", "no day 2023-02-30"],
    [
      "no such country",
      rated({}, { markets: [{ countries: ["XQ"], times: "2" }] }),
      "/measures/6/markets/0/countries/0",
      'no country "XQ"',
    ],
    [
      "a country in two markets",
      rated(
        {},
        {
          markets: [
            { countries: ["IN"], times: "2" },
            { countries: ["IN"], times: "3" },
          ],
        },
      ),
      "/measures/6/markets/1/countries/0",
      "IN is in two markets",
    ],
    [
      "good standing that is no expression",
      { goodStanding: ["signed"] },
      "/goodStanding/0",
      'Write ">=" (at least)',
    ],
  ])("%s", (_what, change, pointer, sentence) => {
    const found = refusals(change);
    expect(found.map(([at]) => at)).toContain(pointer);
    expect(found.map(([, message]) => message).join("\n")).toContain(sentence);
  });
});
