import fc from "fast-check";
import { expect, test } from "vitest";
import { type CountedFact, type PointsMeasure, pointsOf, pointWeights } from "./contract.ts";

/*
 * Oracle 7, the points of HubSpot's partner tiers: 3 points for US$100 until sales of 2021, 5 for what is sourced from
 * 2022 on, doubled in growth markets; an upsell on a line of 2021 goes on at the rate of 2021.
 */
const hubspot: PointsMeasure = {
  key: "score",
  label: "Points",
  kind: "points",
  window: { kind: "trailing-months", months: 12 },
  rates: [
    { fact: "won_value", points: "3", per: "100.00", currency: "USD", from: "2018-01-01" },
    { fact: "won_value", points: "5", per: "100.00", currency: "USD", from: "2022-01-01" },
    { fact: "won_value", points: "5", per: "95.00", currency: "EUR", from: "2022-01-01" },
    { fact: "assisted_value", points: "3", per: "100.00", currency: "USD", from: "2022-01-01" },
    { fact: "registrations_approved", points: "0.5", per: "1", currency: null, from: "2022-01-01" },
  ],
  markets: [{ countries: ["IN", "BR"], times: "2" }],
};
const sold = (amount: bigint, ratedOn: string, more: Partial<CountedFact> = {}): CountedFact => ({
  fact: "won_value",
  currency: "USD",
  country: "US",
  ratedOn,
  amount,
  ...more,
});

test.each<[string, CountedFact, bigint]>([
  ["US$1,000 sold in October 2021", sold(100_000n, "2021-10-15"), 30n],
  ["US$1,000 cross-sold in March 2024", sold(100_000n, "2024-03-10"), 50n],
  ["the same in a growth market", sold(100_000n, "2024-03-10", { country: "IN" }), 100n],
  ["an upsell of 2024 on the line of 2021", sold(100_000n, "2021-10-15"), 30n],
  ["an upsell on the line of 2021 in a growth market", sold(100_000n, "2021-10-15", { country: "BR" }), 60n],
  ["assisted", sold(100_000n, "2024-03-10", { fact: "assisted_value" }), 30n],
  ["€950 at their own rate, nothing converted", sold(95_000n, "2024-03-10", { currency: "EUR" }), 50n],
  ["before the first rate", sold(100_000n, "2017-12-31"), 0n],
  ["a currency without a rate", sold(100_000n, "2024-03-10", { currency: "GBP" }), 0n],
  ["two registrations", sold(2_000n, "2024-03-10", { fact: "registrations_approved", currency: null }), 1n],
  ["taken back", sold(-100_000n, "2024-03-10"), -50n],
])("%s", (_what, fact, points) => {
  expect(pointsOf(hubspot, [fact])).toBe(points * 1000n);
});

test("what is below a thousandth is dropped once, from the sum", () => {
  const thirds: PointsMeasure = {
    ...hubspot,
    rates: [{ fact: "won_value", points: "1", per: "3.00", currency: "USD", from: "2020-01-01" }],
  };
  const third = sold(100n, "2020-01-01");
  expect(pointsOf(thirds, [third])).toBe(333n);
  expect(pointsOf(thirds, [third, third, third])).toBe(1000n);
});

test("the weights give what the facts give one by one, up to the part that is dropped", () => {
  const facts = fc.array(
    fc.record({
      fact: fc.constantFrom("won_value", "assisted_value", "registrations_approved"),
      currency: fc.constantFrom("USD", "EUR", null),
      country: fc.constantFrom("IN", "US", null),
      ratedOn: fc.constantFrom("2017-06-01", "2018-01-01", "2021-12-31", "2022-01-01", "2025-01-01"),
      amount: fc.bigInt({ min: -1_000_000n, max: 1_000_000n }),
    }),
    { maxLength: 20 },
  );
  const { divisor } = pointWeights(hubspot);
  expect(divisor > 0n).toBe(true);
  fc.assert(
    fc.property(facts, (some) => {
      const together = pointsOf(hubspot, some);
      const apart = some.reduce((sum, fact) => sum + pointsOf(hubspot, [fact]), 0n);
      const difference = together > apart ? together - apart : apart - together;
      expect(difference <= BigInt(some.length)).toBe(true);
    }),
  );
});
