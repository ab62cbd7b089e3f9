import fc from "fast-check";
import { expect, test } from "vitest";
import {
  addDecimals,
  compareDecimals,
  type Decimal,
  formatDecimal,
  formatRational,
  isDecimal,
  multiplyDecimals,
  parseDecimal,
  powerOfTen,
  type Rational,
  toRational,
} from "./decimal.ts";

const numRuns = process.env.SIZE === "nightly" ? 100_000 : 500;

const decimals = fc.record({
  units: fc.bigInt({ min: -(10n ** 20n), max: 10n ** 20n }),
  scale: fc.integer({ min: 0, max: 30 }),
});

/** The model: an exact fraction, compared by cross-multiplication. */
function isEqual(a: Rational, b: Rational): boolean {
  return a.numerator * b.denominator === b.numerator * a.denominator;
}

test.each(["0", "0.08", "-12.50", "1.000000", "123456789012345678901234567890.1"])(
  "%s is a decimal",
  (text) => {
    expect(isDecimal(text)).toBe(true);
  },
);

test.each(["", "1.", ".5", "1e3", "+1", "01", "1,5", " 1", "0x10", "NaN", "١", "1.2.3", "--1"])(
  '"%s" is no decimal and is refused',
  (text) => {
    expect(isDecimal(text)).toBe(false);
    expect(() => parseDecimal(text)).toThrow(RangeError);
  },
);

test.each<[bigint, number, number, string]>([
  [397232n, 3, 2, "397.232"],
  [397230n, 3, 2, "397.23"],
  [397000n, 3, 2, "397.00"],
  [5n, 3, 2, "0.005"],
  [-5n, 3, 2, "-0.005"],
  [0n, 6, 2, "0.00"],
  [1250n, 3, 0, "1.25"],
  [1000n, 3, 0, "1"],
  [7n, 0, 2, "7.00"],
  [7n, 1, 3, "0.700"],
])("%s / 10^%s with at least %s digits is %s", (units, scale, leastDigits, text) => {
  expect(formatDecimal({ units, scale }, leastDigits)).toBe(text);
});

test("text to value and back is the same value", () => {
  fc.assert(
    fc.property(decimals, fc.integer({ min: 0, max: 6 }), (value, leastDigits) => {
      expect(compareDecimals(parseDecimal(formatDecimal(value, leastDigits)), value)).toBe(0);
    }),
    { numRuns },
  );
});

test("sum, product and order agree with exact fractions", () => {
  fc.assert(
    fc.property(decimals, decimals, (a, b) => {
      const [x, y] = [toRational(a), toRational(b)];
      const sum = {
        numerator: x.numerator * y.denominator + y.numerator * x.denominator,
        denominator: x.denominator * y.denominator,
      };
      const product = { numerator: x.numerator * y.numerator, denominator: x.denominator * y.denominator };
      expect(isEqual(toRational(addDecimals(a, b)), sum)).toBe(true);
      expect(isEqual(toRational(multiplyDecimals(a, b)), product)).toBe(true);
      const difference = x.numerator * y.denominator - y.numerator * x.denominator;
      expect(compareDecimals(a, b)).toBe(difference < 0n ? -1 : difference > 0n ? 1 : 0);
    }),
    { numRuns },
  );
});

test.each<[bigint, bigint, string]>([
  [1085n, 3n, "1085/3"],
  [2170n, 6n, "1085/3"],
  [-2170n, 6n, "-1085/3"],
  [1n, 8n, "0.125"],
  [28112n, 100n, "281.12"],
  [28110n, 100n, "281.10"],
  [0n, 7n, "0.00"],
  [14n, 7n, "2.00"],
])("the exact value of %s/%s is written %s", (numerator, denominator, text) => {
  expect(formatRational({ numerator, denominator }, 2)).toBe(text);
});

test("a fraction is written exactly, as digits whenever they end", () => {
  fc.assert(
    fc.property(
      fc.bigInt({ min: -(10n ** 20n), max: 10n ** 20n }),
      fc.bigInt({ min: 1n, max: 10n ** 6n }),
      (n, d) => {
        const text = formatRational({ numerator: n, denominator: d });
        const [top = "", bottom] = text.split("/");
        const value: Decimal | Rational =
          bottom === undefined
            ? toRational(parseDecimal(top))
            : { numerator: BigInt(top), denominator: BigInt(bottom) };
        expect(isEqual(value, { numerator: n, denominator: d })).toBe(true);
        if (bottom !== undefined) expect((n * powerOfTen(40)) % d).not.toBe(0n);
      },
    ),
    { numRuns },
  );
});
