import { expect, test } from "vitest";
import { describePlan } from "./describe.ts";
import { sampleLadder, sampleRules } from "./plans.fixture.ts";

const described = describePlan(sampleRules, [sampleLadder, { ...sampleLadder, name: "not-read" }]);

test("a plan says its currency, whom the win counts for, and how long it is held", () => {
  expect(described.statements).toEqual([
    { code: "currency", params: { currency: "USD" } },
    { code: "credit", params: { share: "1.00", to: "owner" } },
    { code: "hold", params: { days: 30 } },
  ]);
});

test("a component says who gets what of what, at which rates", () => {
  expect(described.components.map(({ key, label }) => [key, label])).toEqual([
    ["commission", "Commission"],
    ["override", "Override"],
  ]);
  expect(described.components[1]?.statements).toEqual([
    { code: "pays-parent", params: { edge: "master of" } },
    { code: "of-opportunity-value", params: {} },
    { code: "flat-rate", params: { rate: "0.02" } },
    { code: "rounding", params: { mode: "half-even" } },
  ]);
  expect(described.components[0]?.statements).toEqual([
    { code: "pays-owner", params: {} },
    { code: "of-line-value", params: {} },
    { code: "series-rate", params: { rate: "0.08", series: "GTX" } },
    { code: "series-rate", params: { rate: "0.10", series: "MG" } },
    { code: "series-rate", params: { rate: "0.05", series: "GTK" } },
    { code: "multiplier", params: { factor: "1.00", level: "Silver" } },
    { code: "multiplier", params: { factor: "1.10", level: "Gold" } },
    { code: "multiplier", params: { factor: "1.25", level: "Platinum" } },
    { code: "rounding", params: { mode: "half-even" } },
  ]);
});

test("the rate that a seller gets in the end stands beside each series and tier", () => {
  const rates = described.components[0]?.effectiveRates.map(({ series, atLevel }) => [
    series,
    ...atLevel.map(({ level, rate }) => `${level} ${rate}`),
  ]);
  expect(rates).toEqual([
    ["GTX", "Silver 0.08", "Gold 0.088", "Platinum 0.1"],
    ["MG", "Silver 0.1", "Gold 0.11", "Platinum 0.125"],
    ["GTK", "Silver 0.05", "Gold 0.055", "Platinum 0.0625"],
  ]);
  expect(described.components[1]?.effectiveRates).toEqual([]);
});

test("only the ladders that the plan reads are shown, from the base upwards", () => {
  expect(described.ladders).toMatchObject([
    {
      format: "hanse-ladder/1",
      label: "Agent tiers",
      currency: "USD",
      levels: [
        { level: "Silver", from: null, requires: null },
        { level: "Gold", from: "60000.00", requires: null },
        { level: "Platinum", from: "120000.00", requires: null },
      ],
    },
  ]);
});
