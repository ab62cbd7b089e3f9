import { exponentOf } from "#platform/money/currency.ts";
import { parseDecimal, powerOfTen } from "#platform/money/decimal.ts";
import { roundRational } from "#platform/money/rounding.ts";
import { numberDigits } from "./amounts.ts";
import type { Measure } from "./ladder.ts";

export type PointsMeasure = Extract<Measure, { kind: "points" }>;

/** What of which facts counts how much: thousandths of a point are the sum of amount × weight, ÷ the divisor. */
export interface PointWeights {
  readonly divisor: bigint;
  readonly weights: readonly PointWeight[];
}

/** A fact goes by the weight whose days its `rated_on` lies in, else the day on which it counts. */
export interface PointWeight {
  readonly fact: string;
  /** Null for plain numbers, whose amounts are thousandths. */
  readonly currency: string | null;
  /** Half-open; `ratedUntil` is null for the rate that still holds. */
  readonly ratedFrom: string;
  readonly ratedUntil: string | null;
  /** For customers in these countries alone; null for those of every other country, or of none. */
  readonly countries: readonly string[] | null;
  readonly weight: bigint;
}

/** One fact as points need it; `amount` in minor units, or thousandths of a plain number. */
export interface CountedFact {
  readonly fact: string;
  readonly currency: string | null;
  readonly country: string | null;
  /** The day whose rate it goes by. */
  readonly ratedOn: string;
  readonly amount: bigint;
}

/** The rates and markets of a measure as whole numbers over one divisor, so that a database can sum them exactly. */
export function pointWeights({ rates, markets }: PointsMeasure): PointWeights {
  const exact = rates.map((rate) => {
    const { fact, currency, from } = rate;
    const later = rates.filter((one) => one.fact === fact && one.currency === currency && one.from > from);
    const ratedUntil = later.map((one) => one.from).sort()[0] ?? null;
    const points = parseDecimal(rate.points);
    const per = parseDecimal(rate.per);
    const digits = currency === null ? numberDigits : exponentOf(currency);
    // thousandths of a point for one minor unit: points × 1000 ÷ (per × 10^digits)
    const numerator = points.units * powerOfTen(numberDigits + per.scale);
    const denominator = per.units * powerOfTen(digits + points.scale);
    return { fact, currency, ratedFrom: from, ratedUntil, numerator, denominator };
  });
  const scale = Math.max(0, ...markets.map(({ times }) => parseDecimal(times).scale));
  const common = exact.map(({ denominator }) => denominator).reduce(leastCommonMultiple, 1n);
  const listed = [{ countries: null, times: "1" }, ...markets];
  const weights = exact.flatMap(({ numerator, denominator, ...rate }) =>
    listed.map(({ countries, times }) => {
      const factor = parseDecimal(times);
      const timesUnits = factor.units * powerOfTen(scale - factor.scale);
      return { ...rate, countries, weight: numerator * (common / denominator) * timesUnits };
    }),
  );
  return { divisor: common * powerOfTen(scale), weights };
}

/** The points of some facts in thousandths; the sum is exact, what is left below a thousandth is dropped, once. */
export function pointsOf(measure: PointsMeasure, facts: Iterable<CountedFact>): bigint {
  const { divisor, weights } = pointWeights(measure);
  const listed = new Set(measure.markets.flatMap(({ countries }) => countries));
  let sum = 0n;
  for (const { fact, currency, country, ratedOn, amount } of facts) {
    const market = country !== null && listed.has(country) ? country : null;
    const found = weights.find(
      (one) =>
        one.fact === fact &&
        one.currency === currency &&
        one.ratedFrom <= ratedOn &&
        (one.ratedUntil === null || ratedOn < one.ratedUntil) &&
        (market === null ? one.countries === null : one.countries?.includes(market) === true),
    );
    sum += amount * (found?.weight ?? 0n);
  }
  return roundRational(sum, divisor, "down");
}

function leastCommonMultiple(a: bigint, b: bigint): bigint {
  let [larger, smaller] = [a, b];
  while (smaller !== 0n) [larger, smaller] = [smaller, larger % smaller];
  return (a / larger) * b;
}
