import fc from "fast-check";
import { expect, test } from "vitest";
import { type RoundingMode, roundingModes, roundRational } from "./rounding.ts";

const numRuns = process.env.SIZE === "nightly" ? 200_000 : 1_000;

const numerators = fc.bigInt({ min: -(10n ** 24n), max: 10n ** 24n });
const denominators = fc.bigInt({ min: 1n, max: 10n ** 9n });
const modes = fc.constantFrom(...roundingModes);

test.each<[RoundingMode, bigint, bigint, bigint]>([
  ["half-even", 5n, 10n, 0n],
  ["half-even", 15n, 10n, 2n],
  ["half-even", 25n, 10n, 2n],
  ["half-even", 26n, 10n, 3n],
  ["half-even", -5n, 10n, 0n],
  ["half-even", -15n, 10n, -2n],
  ["half-even", -25n, 10n, -2n],
  ["half-even", 1n, 3n, 0n],
  ["half-even", 2n, 3n, 1n],
  ["half-up", 5n, 10n, 1n],
  ["half-up", 25n, 10n, 3n],
  ["half-up", -25n, 10n, -3n],
  ["half-up", 24n, 10n, 2n],
  ["down", 29n, 10n, 2n],
  ["down", -29n, 10n, -2n],
  ["down", 30n, 10n, 3n],
])("%s rounds %s/%s to %s", (mode, numerator, denominator, expected) => {
  expect(roundRational(numerator, denominator, mode)).toBe(expected);
});

test("a denominator that is not positive is a mistake of the caller", () => {
  expect(() => roundRational(1n, 0n, "down")).toThrow(RangeError);
  expect(() => roundRational(1n, -2n, "down")).toThrow(RangeError);
});

test("the refund of x is −x, in every mode", () => {
  fc.assert(
    fc.property(numerators, denominators, modes, (numerator, denominator, mode) => {
      expect(roundRational(-numerator, denominator, mode)).toBe(-roundRational(numerator, denominator, mode));
    }),
    { numRuns },
  );
});

test("what is rounded to the nearest is never more than half a unit away, and a tie is even or away from zero", () => {
  fc.assert(
    fc.property(
      numerators,
      denominators,
      fc.constantFrom("half-even", "half-up"),
      (numerator, denominator, mode) => {
        const rounded = roundRational(numerator, denominator, mode);
        const twiceTheError = 2n * (rounded * denominator - numerator);
        const distance = twiceTheError < 0n ? -twiceTheError : twiceTheError;
        expect(distance <= denominator).toBe(true);
        if (distance !== denominator) return;
        if (mode === "half-even") expect(rounded % 2n).toBe(0n);
        else expect(twiceTheError > 0n).toBe(numerator > 0n);
      },
    ),
    { numRuns },
  );
});

test("a fraction and its multiple round alike", () => {
  fc.assert(
    fc.property(numerators, denominators, denominators, modes, (numerator, denominator, factor, mode) => {
      expect(roundRational(numerator * factor, denominator * factor, mode)).toBe(
        roundRational(numerator, denominator, mode),
      );
    }),
    { numRuns },
  );
});
