import { expect, test } from "vitest";
import { money } from "#platform/money/money.ts";
import { outlookOf, ownRates } from "./outlook.ts";
import { sampleLadder, sampleRules } from "./plans.fixture.ts";

test.each([
  ["GTX", "Silver", "0.08"],
  ["GTX", "Gold", "0.088"],
  ["GTK", "Platinum", "0.0625"],
  ["MG", undefined, "0.1"],
])("an owner's rate for %s at %s", (series, level, rate) => {
  const rates = ownRates(sampleRules, [sampleLadder], series, level);
  expect(rates.map((one) => [one.label, Number(one.rate)])).toEqual([["Commission", Number(rate)]]);
});

test("a series without a rate, and what goes to the master, are no outlook", () => {
  expect(ownRates(sampleRules, [sampleLadder], "XYZ", "Gold")).toEqual([]);
});

test("a price times a quantity is rounded once, a half to the even cent", () => {
  expect(outlookOf(money(550_00n, "USD"), 2, "0.1")).toEqual(money(110_00n, "USD"));
  expect(outlookOf(money(50n, "USD"), 1, "0.05")).toEqual(money(2n, "USD"));
  expect(outlookOf(money(70n, "USD"), 1, "0.05")).toEqual(money(4n, "USD"));
});
