import fc from "fast-check";
import { expect, test } from "vitest";
import { spreadOver } from "./lines.ts";
import type { Line } from "./opportunity.ts";

const line = (productId: string, amountMinor: bigint | null, quantity = 1): Line => ({
  productId,
  quantity,
  amountMinor,
});
const prices: Record<string, bigint> = { small: 100n, large: 300n };
const priceOf = (productId: string) => prices[productId] ?? null;
const amounts = (value: bigint, lines: Line[]) =>
  spreadOver(value, "USD", lines, priceOf).map((one) => one.amountMinor);

test.each<[string, bigint, Line[], bigint[]]>([
  ["a single line takes all of it", 1_054_00n, [line("small", null)], [1_054_00n]],
  [
    "in proportion to the amounts given",
    100n,
    [line("small", 1n), line("large", 1n), line("small", 1n)],
    [34n, 33n, 33n],
  ],
  [
    "a line without an amount beside one with gets nothing",
    500n,
    [line("small", 7n), line("large", null)],
    [500n, 0n],
  ],
  [
    "by list price times quantity where no amount is given",
    1_000n,
    [line("small", null, 2), line("large", null, 1)],
    [400n, 600n],
  ],
  ["in equal parts where nothing has a price", 5n, [line("gift", null), line("gift", null)], [3n, 2n]],
  ["a win of nothing is nothing on every line", 0n, [line("small", null), line("large", null)], [0n, 0n]],
  ["no lines, nothing to spread", 100n, [], []],
])("%s", (_what, value, lines, expected) => {
  expect(amounts(value, lines)).toEqual(expected);
});

test("the amounts always add up to the value, and spreading again moves nothing", () => {
  const anyLine = fc.record({
    productId: fc.constantFrom("small", "large", "gift"),
    quantity: fc.integer({ min: 1, max: 50 }),
    amountMinor: fc.option(fc.bigInt({ min: 0n, max: 10n ** 9n })),
  });
  fc.assert(
    fc.property(
      fc.bigInt({ min: 0n, max: 10n ** 15n }),
      fc.array(anyLine, { minLength: 1, maxLength: 12 }),
      (value, lines) => {
        const spread = spreadOver(value, "USD", lines, priceOf);
        expect(spread.reduce((sum, one) => sum + (one.amountMinor ?? 0n), 0n)).toBe(value);
        if (value > 0n) expect(spreadOver(value, "USD", spread, priceOf)).toEqual(spread);
      },
    ),
  );
});
