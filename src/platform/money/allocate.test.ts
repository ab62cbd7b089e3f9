import fc from "fast-check";
import { expect, test } from "vitest";
import { allocate } from "./allocate.ts";
import { money, negate, sum } from "./money.ts";

const numRuns = process.env.SIZE === "nightly" ? 1_000_000 : 1_000;

const minors = fc.bigInt({ min: -(10n ** 15n), max: 10n ** 15n });
const weights = fc
  .array(fc.bigInt({ min: 0n, max: 10n ** 9n }), { minLength: 1, maxLength: 12 })
  .filter((list) => list.some((weight) => weight > 0n));

test.each<[bigint, bigint[], bigint[]]>([
  [100n, [1n, 1n, 1n], [34n, 33n, 33n]],
  [-100n, [1n, 1n, 1n], [-34n, -33n, -33n]],
  [1n, [1n, 1n], [1n, 0n]],
  [5n, [3n, 7n], [2n, 3n]],
  [10n, [0n, 5n, 0n], [0n, 10n, 0n]],
  [0n, [1n, 2n], [0n, 0n]],
  [7n, [50n, 30n, 20n], [4n, 2n, 1n]],
])("%s split by %s is %s", (total, by, parts) => {
  expect(allocate(money(total, "EUR"), by).map(({ minor }) => minor)).toEqual(parts);
});

test("weights that cannot split anything are refused", () => {
  expect(() => allocate(money(1n, "EUR"), [])).toThrow(RangeError);
  expect(() => allocate(money(1n, "EUR"), [0n, 0n])).toThrow(RangeError);
  expect(() => allocate(money(1n, "EUR"), [2n, -1n])).toThrow(RangeError);
});

test("the parts add up to the whole, and none is a whole minor unit away from its exact share", () => {
  fc.assert(
    fc.property(minors, weights, (minor, by) => {
      const parts = allocate(money(minor, "EUR"), by);
      expect(sum(parts, "EUR").minor).toBe(minor);
      const weightSum = by.reduce((total, weight) => total + weight, 0n);
      for (const [index, part] of parts.entries()) {
        const distance = part.minor * weightSum - minor * (by[index] ?? 0n);
        expect(distance < weightSum && distance > -weightSum).toBe(true);
      }
    }),
    { numRuns },
  );
});

test("the split of −x is the mirror of the split of x", () => {
  fc.assert(
    fc.property(minors, weights, (minor, by) => {
      const there = allocate(money(minor, "EUR"), by);
      const back = allocate(money(-minor, "EUR"), by);
      expect(back).toEqual(there.map(negate));
    }),
    { numRuns },
  );
});
