import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { roundRational } from "#platform/money/rounding.ts";
import type { PlanRules } from "./contract.ts";
import { evaluate } from "./engine.ts";
import type { WinFacts } from "./facts.ts";
import {
  anyWin,
  compilePlan,
  darcel,
  dustin,
  type Level,
  line,
  moses,
  type Product,
  samplePlan,
  sampleRules,
  tier,
  win,
} from "./plans.fixture.ts";

const numRuns = process.env.SIZE === "nightly" ? 100_000 : 500;

/** What each component gives, in cents. */
function amounts(facts: WinFacts, plan = samplePlan): Record<string, bigint> {
  return Object.fromEntries(
    evaluate(plan, facts).earnings.map(({ component, amountMinor }) => [component, amountMinor]),
  );
}

describe("the sample plan, worked out by hand from the price list", () => {
  test.each<[Product, bigint, Level, bigint, bigint]>([
    // value, tier: commission, override (2 % of the value)
    ["GTX Basic", 550_00n, "Silver", 44_00n, 11_00n],
    ["GTX Basic", 550_00n, "Gold", 48_40n, 11_00n],
    ["GTX Basic", 550_00n, "Platinum", 55_00n, 11_00n],
    ["GTX Pro", 4_821_00n, "Silver", 385_68n, 96_42n],
    ["GTX Pro", 4_821_00n, "Gold", 424_25n, 96_42n], // 424.248
    ["GTX Pro", 4_821_00n, "Platinum", 482_10n, 96_42n],
    ["MG Special", 55_00n, "Silver", 5_50n, 1_10n],
    ["MG Special", 55_00n, "Gold", 6_05n, 1_10n],
    ["MG Special", 55_00n, "Platinum", 6_88n, 1_10n], // 6.875: the tie goes up to the even 8
    ["MG Advanced", 3_393_00n, "Silver", 339_30n, 67_86n],
    ["MG Advanced", 3_393_00n, "Gold", 373_23n, 67_86n],
    ["MG Advanced", 3_393_00n, "Platinum", 424_12n, 67_86n], // 424.125: the tie goes down to the even 2
    ["GTK 500", 26_768_00n, "Silver", 1_338_40n, 535_36n],
    ["GTK 500", 26_768_00n, "Gold", 1_472_24n, 535_36n],
    ["GTK 500", 26_768_00n, "Platinum", 1_673_00n, 535_36n],
    // Ties at half a cent on both components, down to the even 0 and up to the even 2.
    ["GTK 500", 10n, "Silver", 0n, 0n], // 0.005 and 0.002
    ["GTK 500", 30n, "Silver", 2n, 1n], // 0.015 and 0.006
    ["MG Special", 25n, "Silver", 2n, 0n], // 0.025 and 0.005
    ["MG Special", 75n, "Silver", 8n, 2n], // 0.075 and 0.015
  ])("%s for %s cents at %s: %s and %s", (product, value, level, commission, override) => {
    expect(amounts(win([line(product, value)], { tier: tier(level) }))).toEqual({ commission, override });
  });

  test("several lines take their own rates and are rounded once, together", () => {
    // 385.68 + 5.50 = 391.18; × 1.10 = 430.298. Override: 2 % of 4,876.00.
    const facts = win([line("GTX Pro", 4_821_00n), line("MG Special", 55_00n)], { tier: tier("Gold") });
    expect(amounts(facts)).toEqual({ commission: 430_30n, override: 97_52n });
    // 0.005 + 0.005 is a cent; each rounded alone would be nothing.
    expect(amounts(win([line("GTK 500", 10n), line("GTK 500", 10n)])).commission).toBe(1n);
  });

  test("a reversal in part takes the same share of every line", () => {
    // 1,000.00 of 4,876.00 is gone: 430.298 × 3,876 ÷ 4,876 = 342.0498…; 97.52 × 3,876 ÷ 4,876 = 77.52.
    const lines = [line("GTX Pro", 4_821_00n), line("MG Special", 55_00n)];
    const facts = win(lines, { tier: tier("Gold"), reversedMinor: 1_000_00n });
    expect(amounts(facts)).toEqual({ commission: 342_05n, override: 77_52n });
  });

  test("a full reversal leaves nothing due", () => {
    const facts = win([line("GTX Pro", 4_821_00n)], { reversedMinor: 4_821_00n });
    expect(amounts(facts)).toEqual({ commission: 0n, override: 0n });
  });
});

test("the steps lead from the facts to the amount", () => {
  const lines = [line("GTX Pro", 4_821_00n), line("MG Special", 55_00n)];
  const [commission, override] = evaluate(
    samplePlan,
    win(lines, { tier: tier("Gold"), reversedMinor: 1_000_00n }),
  ).earnings;
  expect(commission?.beneficiary).toEqual(moses);
  expect(commission?.steps).toEqual([
    {
      code: "line",
      params: { amount: "4821.00", exact: "385.68", product: "GTX Pro", rate: "0.08", series: "GTX" },
    },
    {
      code: "line",
      params: { amount: "55.00", exact: "5.50", product: "MG Special", rate: "0.10", series: "MG" },
    },
    { code: "sum", params: { exact: "391.18", lines: 2 } },
    { code: "multiplier", params: { exact: "430.298", factor: "1.10", level: "Gold" } },
    { code: "credit", params: { exact: "430.298", share: "1", to: "owner" } },
    {
      code: "remaining",
      params: { exact: "208479381/609500", net: "3876.00", reversed: "1000.00", value: "4876.00" },
    },
    { code: "round", params: { amount: "342.05", mode: "half-even", to: "0.01" } },
  ]);
  expect(override?.beneficiary).toEqual(dustin);
  expect(override?.steps).toEqual([
    { code: "value", params: { amount: "4876.00", exact: "97.52", rate: "0.02" } },
    { code: "credit", params: { exact: "97.52", share: "1", to: "owner" } },
    { code: "remaining", params: { exact: "77.52", net: "3876.00", reversed: "1000.00", value: "4876.00" } },
    { code: "round", params: { amount: "77.52", mode: "half-even", to: "0.01" } },
  ]);
});

test("any win earns what exact fractions say", () => {
  const rates: Record<string, bigint> = { GTX: 8n, MG: 10n, GTK: 5n };
  const factors: Record<string, bigint> = { Silver: 100n, Gold: 110n, Platinum: 125n };
  fc.assert(
    fc.property(anyWin, (facts) => {
      const value = facts.valueMinor ?? 0n;
      const net = value - facts.reversedMinor;
      const weighed = facts.lines.reduce(
        (sum, each) => sum + each.amountMinor * (rates[each.series ?? ""] ?? 0n),
        0n,
      );
      const commission = weighed * (factors[facts.tier?.level ?? ""] ?? 0n) * net;
      const expected: Record<string, bigint> = {
        commission: roundRational(commission, 10_000n * value, "half-even"),
      };
      if (facts.parents["master of"]) expected.override = roundRational(2n * net, 100n, "half-even");
      expect(amounts(facts)).toEqual(expected);
    }),
    { numRuns },
  );
});

describe("a win with a problem earns nothing at all, and says what to solve", () => {
  const pro = line("GTX Pro", 4_821_00n);
  test.each<[string, WinFacts, object[]]>([
    ["no value", win([pro], { valueMinor: null }), [{ code: "value-missing", params: {} }]],
    [
      "a negative value",
      win([], { valueMinor: -1n, lines: [{ ...pro, amountMinor: -1n }] }),
      [{ code: "value-negative", params: { value: "-0.01" } }],
    ],
    [
      "another currency",
      win([pro], { currency: "EUR" }),
      [{ code: "currency-differs", params: { currency: "EUR", planCurrency: "USD" } }],
    ],
    ["no line", win([], { valueMinor: 100n }), [{ code: "product-missing", params: {} }]],
    [
      "a line without a product",
      win([pro, { ...pro, product: null, series: null }]),
      [{ code: "product-missing", params: {} }],
    ],
    [
      "a product without a series",
      win([{ ...pro, series: null }]),
      [{ code: "series-missing", params: { component: "commission", product: "GTX Pro" } }],
    ],
    [
      "a series without a rate",
      win([{ ...pro, series: "constructor" }]),
      [
        {
          code: "series-without-rate",
          params: { component: "commission", product: "GTX Pro", series: "constructor" },
        },
      ],
    ],
    [
      "lines that do not add up",
      win([pro], { valueMinor: 1n }),
      [{ code: "lines-do-not-add-up", params: { lines: "4821.00", value: "0.01" } }],
    ],
    [
      "more reversed than won",
      win([pro], { reversedMinor: 4_821_01n }),
      [{ code: "reversed-out-of-range", params: { reversed: "4821.01", value: "4821.00" } }],
    ],
    [
      "less than nothing reversed",
      win([pro], { reversedMinor: -1n }),
      [{ code: "reversed-out-of-range", params: { reversed: "-0.01", value: "4821.00" } }],
    ],
    ["no tier", win([pro], { tier: null }), [{ code: "tier-missing", params: { ladder: "agent-tiers" } }]],
    [
      "a tier of an unknown ladder",
      win([pro], { tier: { ...tier("Gold"), ladderVersionId: "?" } }),
      [{ code: "tier-missing", params: { ladder: "agent-tiers" } }],
    ],
    [
      "a tier that its basis does not reach",
      win([pro], { tier: { ...tier("Gold"), basisMinor: 5_999_999n } }),
      [{ code: "tier-does-not-follow", params: { expected: "Silver", level: "Gold" } }],
    ],
    [
      "a base with a basis",
      win([pro], { tier: { ...tier("Silver"), how: "base" } }),
      [{ code: "tier-does-not-follow", params: { expected: "Silver", level: "Silver" } }],
    ],
    [
      "a tier of another quarter",
      win([pro], { closedOn: "2017-07-01" }),
      [{ code: "tier-window-differs", params: { from: "2017-01-01", until: "2017-04-01" } }],
    ],
  ])("%s", (_what, facts, problems) => {
    expect(evaluate(samplePlan, facts)).toMatchObject({ earnings: [], problems, notes: [] });
  });

  test("several at once", () => {
    const facts = win([{ ...pro, series: null }], { tier: null, reversedMinor: -1n });
    expect(evaluate(samplePlan, facts).problems.map(({ code }) => code)).toEqual([
      "reversed-out-of-range",
      "series-missing",
      "tier-missing",
    ]);
  });
});

test("nobody above the owner is no problem: there is no override, and a note says why", () => {
  for (const parents of [{}, { "master of": null }, { owns: dustin }]) {
    const { earnings, problems, notes } = evaluate(
      samplePlan,
      win([line("GTX Basic", 550_00n)], { parents, owner: darcel }),
    );
    expect(earnings.map(({ component }) => component)).toEqual(["commission"]);
    expect(problems).toEqual([]);
    expect(notes).toEqual([
      {
        code: "nobody-above",
        params: { component: "override", edge: "master of", owner: "Darcel Schlecht" },
      },
    ]);
  }
});

test("where there was no won close value in the window, the base holds", () => {
  expect(amounts(win([line("GTX Basic", 550_00n)], { tier: tier("Silver", "base") })).commission).toBe(
    44_00n,
  );
});

/*
 * Oracle 2 (Euler): a deal of 1,000 of which the child earns 10 % and the parent 5 %. Of the deal that is 50, of what
 * the child earns 5. The language has the first basis by name; plan.test.ts shows that it takes none without a name.
 */
test("an override of 5 % of the opportunity's value of 1,000 is 50, whatever the child earns", () => {
  const [commission, override] = sampleRules.components;
  if (!commission || !override) throw new Error("The sample plan has two components.");
  const { multiplier: _none, ...flat } = commission;
  const rules: PlanRules = {
    ...sampleRules,
    components: [
      { ...flat, basis: "opportunity value", rate: { kind: "flat", rate: "0.10" } },
      { ...override, rate: { kind: "flat", rate: "0.05" } },
    ],
  };
  const facts = win([], { valueMinor: 1_000_00n, tier: null });
  expect(amounts(facts, compilePlan(rules))).toEqual({ commission: 100_00n, override: 50_00n });
});

test.each([
  ["half-even", 0n],
  ["half-up", 1n],
  ["down", 0n],
] as const)("the mode belongs to the plan: half a cent %s is %s", (mode, expected) => {
  const components = sampleRules.components.map((each) => ({
    ...each,
    rounding: { ...each.rounding, mode },
  }));
  expect(amounts(win([line("GTK 500", 10n)]), compilePlan({ ...sampleRules, components })).commission).toBe(
    expected,
  );
});
