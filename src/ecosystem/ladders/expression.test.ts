import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  comparedOf,
  type Expression,
  ExpressionError,
  type Measured,
  missingOf,
  parseExpression,
  printExpression,
  reach,
  requirementOf,
} from "./contract.ts";
import { implies } from "./imply.ts";

const met = (text: string, measured: Measured) => reach(requirementOf(parseExpression(text)), measured).met;

describe("reading", () => {
  test.each([
    "all(won >= 60000.00 USD or 55000.00 EUR, any(certified >= 2, satisfaction >= 4.5))",
    "points(70, 40: won >= 60000 USD, 30: certified >= 2)",
    "overdue <= 0",
    "points >= 5",
  ])("%s is printed as it was written", (text) => {
    expect(printExpression(parseExpression(text))).toBe(text);
  });

  test("spaces and lines do not matter", () => {
    expect(printExpression(parseExpression(" all(won>=1 USD ,\n  certified >=2 ) "))).toBe(
      "all(won >= 1 USD, certified >= 2)",
    );
  });

  test.each([
    ["", 0, "Something is missing at the end"],
    ["won", 3, 'Write ">="'],
    ["won >= ", 7, "A number is missing at the end"],
    ["won => 5", 4, 'Write ">=" for at least'],
    ["won >= five", 7, '"five" is not a number'],
    ["all(won >= 5, )", 14, '")" cannot stand here'],
    ["all(won >= 5", 12, "The text ends too early"],
    ["points(0, 5: won >= 5)", 7, "whole numbers from 1"],
    ["points(70, won >= 5)", 11, "Write the points before each part"],
    ["won >= 5 or 6 USD", 9, "different currencies"],
    ["Won >= 5", 0, '"Won" has no meaning here'],
    ["all(all(all(all(all(all(won >= 5))))))", 24, "at most 6 deep"],
    [
      `any(${Array.from({ length: 13 }, (_, index) => `m${index} >= 1`).join(", ")})`,
      112,
      "At most 12 parts",
    ],
  ])('"%s" is refused at %s', (text, from, sentence) => {
    try {
      parseExpression(text);
      expect.unreachable("It was read.");
    } catch (error) {
      if (!(error instanceof ExpressionError)) throw error;
      expect(error.message).toContain(sentence);
      expect(error.at.from).toBe(from);
    }
  });
});

const nowhere = { from: 0, until: 0 };
const comparison = fc
  .record({
    measure: fc.constantFrom("a", "b", "c"),
    operator: fc.constantFrom(">=" as const, "<=" as const),
    amounts: fc
      .uniqueArray(fc.constantFrom("USD", "EUR", "JPY"), { minLength: 1 })
      .chain((currencies) =>
        fc.tuple(
          ...currencies.map((currency) => fc.nat(4).map((number) => ({ number: `${number}`, currency }))),
        ),
      ),
  })
  .map((one): Expression => ({ kind: "compare", ...one, at: nowhere }));
const expressions = fc.letrec<{ expression: Expression }>((tie) => ({
  expression: fc.oneof(
    { depthSize: "small", withCrossShrink: true },
    comparison,
    fc
      .record({
        kind: fc.constantFrom("all" as const, "any" as const),
        of: fc.array(tie("expression"), { minLength: 1, maxLength: 3 }),
      })
      .map((one): Expression => ({ ...one, at: nowhere })),
    fc
      .record({
        atLeast: fc.integer({ min: 1, max: 9 }),
        parts: fc.array(fc.record({ points: fc.integer({ min: 1, max: 5 }), of: tie("expression") }), {
          minLength: 1,
          maxLength: 3,
        }),
      })
      .map((one): Expression => ({ kind: "points", ...one, at: nowhere })),
  ),
})).expression;

const amounts = fc.dictionary(
  fc.constantFrom("USD", "EUR", "JPY"),
  fc.integer({ min: -1, max: 5 }).map((whole) => BigInt(whole)),
);
const inMinor = (whole: Record<string, bigint>) =>
  Object.fromEntries(
    Object.entries(whole).map(([currency, one]) => [currency, currency === "JPY" ? one : one * 100n]),
  );
const measured = fc
  .record({ a: amounts, b: amounts, c: amounts })
  .map(({ a, b, c }): Measured => ({ a: inMinor(a), b: inMinor(b), c: inMinor(c) }));

const depth = (expression: Expression): number => {
  if (expression.kind === "compare") return 1;
  const below = expression.kind === "points" ? expression.parts.map(({ of }) => of) : expression.of;
  return 1 + Math.max(...below.map(depth));
};

test("what is printed is read as the same expression", () => {
  fc.assert(
    fc.property(expressions, (expression) => {
      fc.pre(depth(expression) <= 6);
      const text = printExpression(expression);
      expect(printExpression(parseExpression(text))).toBe(text);
    }),
  );
});

test("what is said to follow from a requirement holds wherever the requirement does", () => {
  fc.assert(
    fc.property(expressions, expressions, fc.array(measured, { maxLength: 30 }), (one, other, samples) => {
      const [given, then] = [requirementOf(one), requirementOf(other)];
      if (!implies(given, then)) return;
      for (const sample of samples) if (reach(given, sample).met) expect(reach(then, sample).met).toBe(true);
    }),
    { numRuns: 2000 },
  );
});

test("at least is reached in one currency, at most has to hold in every one there is something in", () => {
  const won = { won: { USD: 100n, EUR: 900n } };
  expect(met("won >= 2 USD or 9 EUR", won)).toBe(true);
  expect(met("won >= 2 USD or 9.01 EUR", won)).toBe(false);
  expect(met("won >= 1 GBP", won)).toBe(false);
  expect(met("won <= 1 USD or 9 EUR", won)).toBe(true);
  expect(met("won <= 1 USD", won)).toBe(false);
  expect(met("won <= 0", {})).toBe(true);
  expect(met("won <= 0", { won: { USD: -5n } })).toBe(true);
});

test("how much is missing is told in each currency, and is enough", () => {
  const requirement = requirementOf(parseExpression("won >= 2 USD or 9 EUR"));
  const missing = (won: Record<string, bigint>) => comparedOf(reach(requirement, { won })).map(missingOf);
  expect(missing({ USD: 150n, EUR: -100n })).toEqual([{ USD: 50n, EUR: 1000n }]);
  expect(missing({ USD: 200n, EUR: -100n })).toEqual([{}]);
});

test("points are had for the parts that are met", () => {
  const requirement = requirementOf(
    parseExpression("points(70, 40: won >= 2 USD, 30: certified >= 2, 30: audit >= 1)"),
  );
  const measured = { won: { USD: 200n }, certified: { "": 1999n }, audit: { "": 1000n } };
  expect(reach(requirement, measured)).toMatchObject({ met: true, have: 70, atLeast: 70 });
  expect(reach(requirement, { ...measured, audit: {} })).toMatchObject({ met: false, have: 40 });
});
