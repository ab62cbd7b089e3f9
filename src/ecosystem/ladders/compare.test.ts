import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  compareLadders,
  LadderChange,
  type LadderTwo,
  ladderErrors,
  readAmounts,
  thresholdsOf,
  withThresholds,
  writeAmounts,
} from "./contract.ts";
import { kinds, serviceLadder } from "./ladders.fixture.ts";

const [silver, gold, platinum] = serviceLadder.levels;
if (silver === undefined || gold === undefined || platinum === undefined) throw new Error("Three levels.");
const asking = (requires: string): Partial<LadderTwo> => ({
  levels: [silver, { level: "Gold", requires }, platinum],
});
const changes = (change: Partial<LadderTwo>, before: LadderTwo = serviceLadder) =>
  compareLadders(before, { ...before, ...change });

describe("Gold asks for something else", () => {
  test("60,000 instead of 50,000", () => {
    const fifty = {
      ...serviceLadder,
      ...asking("all(won >= 50000.00 USD or 55000.00 EUR, any(certified >= 2, satisfaction >= 4.5))"),
    };
    const raised = {
      code: "threshold-changed",
      takesAway: true,
      level: "Gold",
      measure: "won",
      label: "Won value",
      operator: ">=",
      before: { USD: "50000.00", EUR: "55000.00" },
      after: { USD: "60000.00", EUR: "55000.00" },
    };
    expect(compareLadders(fifty, serviceLadder)).toEqual([raised]);
    expect(compareLadders(serviceLadder, fifty)).toEqual([
      { ...raised, takesAway: false, before: raised.after, after: raised.before },
    ]);
  });

  test.each<[string, string, [string, boolean][]]>([
    [
      "one thing more",
      "all(won >= 60000 USD or 55000 EUR, any(certified >= 2, satisfaction >= 4.5), agreement >= 1)",
      [["requirement-added", true]],
    ],
    [
      "another way",
      "all(won >= 60000 USD or 55000 EUR, any(certified >= 2, satisfaction >= 4.5, score >= 5))",
      [["requirement-added", false]],
    ],
    ["one way less", "all(won >= 60000 USD or 55000 EUR, certified >= 2)", [["requirement-removed", true]]],
    [
      "another way, and more of something else",
      "all(won >= 70000 USD or 55000 EUR, any(certified >= 2, satisfaction >= 4.5, score >= 5))",
      [
        ["threshold-changed", true],
        ["requirement-added", false],
      ],
    ],
    [
      "one thing less, and more of something else",
      "won >= 70000 USD or 55000 EUR",
      [
        ["threshold-changed", true],
        ["requirement-removed", false],
        ["requirement-removed", false],
      ],
    ],
    [
      "a choice more",
      "all(won >= 60000 USD or 55000 EUR, any(certified >= 2, satisfaction >= 4.5), any(agreement >= 1, score >= 5))",
      [
        ["requirement-added", false],
        ["requirement-added", false],
        ["requirement-rewritten", true],
      ],
    ],
    [
      "both instead of one",
      "all(won >= 60000 USD or 55000 EUR, certified >= 2, satisfaction >= 4.5)",
      [["requirement-rewritten", true]],
    ],
    [
      "nothing in euros",
      "all(won >= 60000 USD, any(certified >= 2, satisfaction >= 4.5))",
      [["threshold-changed", true]],
    ],
    [
      "the same in other digits",
      "all( won >= 60000.00 USD or 55000.00 EUR, any(certified >= 2, satisfaction >= 4.5))",
      [],
    ],
  ])("%s", (_what, requires, expected) => {
    expect(changes(asking(requires)).map(({ code, takesAway }) => [code, takesAway])).toEqual(expected);
  });
});

const score = serviceLadder.measures.find(({ key }) => key === "score");
if (score?.kind !== "points") throw new Error("The score is counted in points.");
const others = serviceLadder.measures.filter(({ key }) => key !== "score");
const scored = (change: Partial<typeof score>) => ({ measures: [...others, { ...score, ...change }] });

test.each<[string, Partial<LadderTwo>, object[]]>([
  ["the same", {}, []],
  [
    "a level less",
    { levels: [silver, platinum] },
    [{ code: "level-removed", takesAway: true, level: "Gold" }],
  ],
  [
    "levels that change places",
    { levels: [gold, silver, platinum] },
    [{ code: "levels-reordered", takesAway: true }],
  ],
  ["less grace", { graceDays: 60 }, [{ code: "grace-changed", takesAway: true, before: 90, after: 60 }]],
  ["a longer stay", { minimumStayMonths: 12 }, [{ code: "minimum-stay-changed", takesAway: false }]],
  [
    "a condition more",
    { goodStanding: ["agreement>=1", "overdue <= 0", "satisfaction >= 1"] },
    [{ code: "good-standing-added", takesAway: true, requires: "satisfaction >= 1" }],
  ],
  [
    "a rate that ends earlier",
    scored({
      rates: [
        { fact: "won_value", points: "3", per: "100.00", currency: "USD", from: "2020-01-01" },
        { fact: "won_value", points: "4", per: "50.00", currency: "USD", from: "2023-01-01" },
        { fact: "assisted_value", points: "6", per: "200.00", currency: "USD", from: "2020-01-01" },
      ],
    }),
    [
      {
        code: "rate-changed",
        takesAway: true,
        from: "2022-01-01",
        before: { points: "5" },
        after: { points: "3" },
      },
      {
        code: "rate-changed",
        takesAway: false,
        from: "2023-01-01",
        before: { points: "5" },
        after: { points: "4", per: "50.00" },
      },
    ],
  ],
  [
    "other markets",
    scored({ markets: [{ countries: ["BR", "MX"], times: "2.0" }] }),
    [
      { code: "market-changed", takesAway: true, countries: ["IN"], before: "2", after: "1" },
      { code: "market-changed", takesAway: false, countries: ["MX"], before: "1", after: "2.0" },
    ],
  ],
  [
    "a shorter window",
    scored({ window: { kind: "trailing-months", months: 6 } }),
    [{ code: "window-changed", takesAway: true, measure: "score" }],
  ],
])("%s", (_what, change, expected) => {
  const found = changes(change);
  expect(found).toMatchObject(expected);
  expect(found).toHaveLength(expected.length);
  for (const one of found) expect(LadderChange.parse(one)).toEqual(one);
});

test("a ladder that begins or ends", () => {
  expect(compareLadders(null, serviceLadder)).toEqual([{ code: "ladder-added", takesAway: false }]);
  expect(compareLadders(serviceLadder, null)).toEqual([{ code: "ladder-removed", takesAway: true }]);
});

test("thresholds are named by level and measure, and setting them to what they are changes nothing", () => {
  expect(thresholdsOf(serviceLadder).map(({ level, measure }) => `${level}:${measure}`)).toEqual([
    "Silver:won",
    "Gold:won",
    "Gold:certified",
    "Gold:satisfaction",
    "Platinum:score",
    "Platinum:won",
    "Platinum:certified",
  ]);
  expect(
    compareLadders(
      serviceLadder,
      withThresholds(serviceLadder, () => null),
    ),
  ).toEqual([]);
});

test("a threshold that is set is what the ladder then asks for; one that cannot stand is refused", () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 100_000 }), (whole) => {
      const amounts = readAmounts({ USD: `${whole}` });
      const set = withThresholds(serviceLadder, (level, measure) =>
        level === "Silver" && measure === "won" ? amounts : null,
      );
      const [first] = set.levels;
      expect(first?.requires).toBe(`won >= ${writeAmounts(amounts).USD} USD`);
      const refused = ladderErrors(set, { kinds }).map(({ pointer }) => pointer);
      expect(refused).toEqual([]);
    }),
  );
  const nothing = withThresholds(serviceLadder, (level) => (level === "Silver" ? { USD: 0n } : null));
  expect(ladderErrors(nothing, { kinds })[0]?.message).toContain("Everybody reaches Silver");
});
