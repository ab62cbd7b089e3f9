import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { MoneyJson } from "#platform/http/wire.ts";
import { Problem } from "#platform/problem.ts";
import { currencyCodes, exponentOf } from "./currency.ts";
import { add, compare, maxMinor, money, negate, parseMoney, subtract, sum, toJson, zero } from "./money.ts";

const numRuns = process.env.SIZE === "nightly" ? 100_000 : 500;

const minors = fc.bigInt({ min: -maxMinor, max: maxMinor });
const currencies = fc.constantFrom(...currencyCodes);

function refusalOf(act: () => unknown): Problem {
  try {
    act();
  } catch (error) {
    if (error instanceof Problem) return error;
    throw error;
  }
  throw new Error("Nothing was refused.");
}

describe("currencies", () => {
  test.each([
    ["USD", 2],
    ["EUR", 2],
    ["JPY", 0],
    ["KWD", 3],
    ["CLF", 4],
  ])("%s has %s digits", (code, digits) => {
    expect(exponentOf(code)).toBe(digits);
  });

  test("withdrawn codes, metals and what never was a code are unknown", () => {
    for (const code of ["DEM", "BGN", "XAU", "XXX", "usd", "", "constructor"]) {
      expect(refusalOf(() => exponentOf(code)).type).toBe("unknown-currency");
    }
  });

  test("every code stands once", () => {
    expect(new Set(currencyCodes).size).toBe(currencyCodes.length);
    expect(currencyCodes.every((code) => /^[A-Z]{3}$/.test(code))).toBe(true);
  });
});

describe("reading amounts", () => {
  test.each<[string, string, bigint]>([
    ["1234.50", "USD", 123450n],
    ["1234.5", "USD", 123450n],
    ["1234", "USD", 123400n],
    ["-0.01", "USD", -1n],
    ["-0.00", "USD", 0n],
    ["1234", "JPY", 1234n],
    ["1.234", "KWD", 1234n],
  ])("%s %s is %s minor units", (amount, currency, minor) => {
    expect(parseMoney({ amount, currency })).toEqual({ minor, currency });
  });

  test.each<[MoneyJson, string, string]>([
    [{ amount: "1.00", currency: "XYZ" }, "/price/currency", '"XYZ" is not a currency in use.'],
    [{ amount: "1.005", currency: "USD" }, "/price/amount", "USD has 2 digits after the decimal point"],
    [{ amount: "1.0", currency: "JPY" }, "/price/amount", "JPY has no digits after the decimal point"],
    [{ amount: "1,5", currency: "USD" }, "/price/amount", '"1,5" is not an amount.'],
    [{ amount: "1e9", currency: "USD" }, "/price/amount", '"1e9" is not an amount.'],
    [{ amount: "10000000000000000.00", currency: "USD" }, "/price/amount", "is too large an amount"],
    [{ amount: "-10000000000000000.00", currency: "USD" }, "/price/amount", "is too large an amount"],
  ])("%o is refused and says where", (json, pointer, sentence) => {
    const [error] = refusalOf(() => parseMoney(json, "/price")).errors;
    expect(error?.pointer).toBe(pointer);
    expect(error?.message).toContain(sentence);
  });

  test("writing and reading gives the same amount in every currency", () => {
    fc.assert(
      fc.property(minors, currencies, (minor, currency) => {
        expect(parseMoney(toJson({ minor, currency }))).toEqual({ minor, currency });
      }),
      { numRuns },
    );
  });
});

describe("arithmetic", () => {
  test("the sum does not depend on the order, and its parts taken back leave nothing", () => {
    fc.assert(
      fc.property(fc.array(minors, { maxLength: 30 }), fc.infiniteStream(fc.nat()), (parts, shuffles) => {
        const amounts = parts.map((minor) => money(minor, "EUR"));
        const total = sum(amounts, "EUR");
        const keyed = amounts.map((amount) => ({ amount, key: shuffles.next().value }));
        const shuffled = keyed.sort((a, b) => a.key - b.key).map(({ amount }) => amount);
        expect(sum(shuffled, "EUR")).toEqual(total);
        expect(sum([...amounts, ...amounts.map(negate)], "EUR")).toEqual(zero("EUR"));
      }),
      { numRuns },
    );
  });

  test("a difference added back is the whole, and decides the order", () => {
    fc.assert(
      fc.property(minors, minors, (x, y) => {
        const [a, b] = [money(x, "EUR"), money(y, "EUR")];
        expect(add(subtract(a, b), b)).toEqual(a);
        expect(Math.sign(compare(a, b))).toBe(Math.sign(Number(subtract(a, b).minor)));
      }),
      { numRuns },
    );
  });

  test("two currencies never meet", () => {
    const [dollars, euros] = [money(1n, "USD"), money(1n, "EUR")];
    for (const act of [add, subtract, compare]) {
      expect(refusalOf(() => act(dollars, euros)).type).toBe("mixed-currencies");
    }
    expect(refusalOf(() => sum([dollars, euros], "USD")).type).toBe("mixed-currencies");
    expect(refusalOf(() => sum([dollars], "EUR")).type).toBe("mixed-currencies");
  });
});
