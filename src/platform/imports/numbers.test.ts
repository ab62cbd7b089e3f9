import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { formatMinor } from "../money/money.ts";
import { type DecimalMark, noEvidence } from "./evidence.ts";
import { Fault } from "./fault.ts";
import { moneyReader, type NumberReading, readAmounts, readDecimal, readInteger } from "./numbers.ts";

function reading(mark: DecimalMark | null = null): NumberReading {
  return { mark, evidence: noEvidence<DecimalMark>(".", ",") };
}

/** What a reader makes of a text: the canonical digits, or the code of what is wrong. */
function told(result: string | Fault): string {
  return result instanceof Fault ? result.code : result;
}

describe("whole numbers", () => {
  test.each([
    ["0", "0"],
    ["007", "7"],
    ["+12", "12"],
    ["1,234", "1234"],
    ["1.234.567", "1234567"],
    ["1 234", "1234"],
    ["1'234", "1234"],
    ["12.0", "12"],
    ["12.5", "not-whole"],
    ["-1", "below-zero"],
    ["2147483647", "2147483647"],
    ["2147483648", "too-large"],
    ["99999999999999999999", "too-large"],
    ["12a", "not-a-number"],
    ["1,23,456", "not-a-number"],
    ["--1", "not-a-number"],
    ["1".repeat(500), "not-a-number"],
  ])("%s is %s", (text, expected) => {
    expect(told(readInteger(text, reading()))).toBe(expected);
  });
});

describe("decimals", () => {
  test.each<[string, DecimalMark | null, string]>([
    ["1100.04", null, "1100.04"],
    ["1.50", null, "1.5"],
    [".5", null, "0.5"],
    ["5.", null, "5"],
    ["1,234.5", null, "1234.5"],
    ["1.234,5", null, "1234.5"],
    ["1.234", ".", "1.234"],
    ["1.234", ",", "1234"],
    ["1,234", ",", "1.234"],
    ["1,234", ".", "1234"],
    ["1.234", null, "ambiguous-number"],
    ["0.123", null, "0.123"],
    ["2,5", ".", "not-a-number"],
    ["2.5", ",", "not-a-number"],
    ["(1.5)", null, "below-zero"],
    ["1.5-", null, "below-zero"],
    ["-(1.5)", null, "not-a-number"],
    ["1.2E+05", null, "not-a-number"],
    ["0.12345678901", null, "too-many-digits"],
    ["1234567890123456", null, "too-large"],
    ["n/a", null, "not-a-number"],
  ])("%s with the mark %j is %s", (text, mark, expected) => {
    expect(told(readDecimal(text, reading(mark)))).toBe(expected);
  });

  test("what was written is read back, grouped or not, with either mark", () => {
    const digits = fc.tuple(
      fc.nat(999_999_999),
      fc.stringMatching(/^\d{0,2}$/),
      fc.constantFrom<DecimalMark>(".", ","),
      fc.boolean(),
    );
    fc.assert(
      fc.property(digits, ([whole, fraction, mark, grouped]) => {
        const separator = mark === "." ? "," : ".";
        const left = grouped ? String(whole).replaceAll(/\B(?=(\d{3})+$)/g, separator) : String(whole);
        const text = fraction === "" ? left : `${left}${mark}${fraction}`;
        const end = fraction.replace(/0+$/, "");
        expect(readDecimal(text, reading(mark))).toBe(end === "" ? String(whole) : `${whole}.${end}`);
      }),
    );
  });

  test("a mark that only one reading explains is kept as evidence, and what fits both as a question", () => {
    const point = reading();
    readDecimal("12.5", point);
    readDecimal("1,234", point);
    expect(point.evidence).toEqual({ counts: { ".": 1, ",": 0 }, unclear: "1,234" });
  });
});

describe("amounts", () => {
  test.each([
    ["USD", "1054", "105400"],
    ["USD", "0", "0"],
    ["USD", "0.00", "0"],
    ["USD", "1,054.5", "105450"],
    ["USD", "1,054", "105400"],
    ["USD", "$1,054.00", "105400"],
    ["USD", "US$ 5", "500"],
    ["USD", "1054 USD", "105400"],
    ["USD", "12.345", "1234500"],
    ["USD", "12.3456", "too-many-digits"],
    ["USD", "5 €", "other-currency"],
    ["USD", "EUR 5", "other-currency"],
    ["USD", "XXX 5", "unknown-currency"],
    ["USD", "-5", "below-zero"],
    ["USD", "(5.00)", "below-zero"],
    ["USD", "-0.00", "0"],
    ["USD", "10000000000000", "too-large"],
    ["USD", "free", "not-a-number"],
    ["EUR", "1.054,50 €", "105450"],
    ["JPY", "1.054", "1054"],
    ["JPY", "10.5", "too-many-digits"],
    ["KWD", "1.054", "ambiguous-number"],
    ["KWD", "1.0545", "too-many-digits"],
  ])("%s: %s is %s", (currency, text, expected) => {
    expect(told(moneyReader(currency)(text, reading()))).toBe(expected);
  });

  test.each([
    ["EUR 110.00; GBP 95.00", "EUR:11000 GBP:9500"],
    ["95,50 GBP;EUR 1.100,00;", "EUR:110000 GBP:9550"],
    ["JPY 18000", "JPY:18000"],
    ["110.00", "unknown-currency"],
    ["€ 110.00", "unknown-currency"],
    ["EUR 110.00; 95.00", "unknown-currency"],
    ["ABC 110.00", "unknown-currency"],
    ["JPY 0.50", "too-many-digits"],
    ["EUR -5", "below-zero"],
    ["EUR", "not-a-number"],
    ["EUR 5; EUR 6", "two-amounts"],
  ])("amounts that name their currencies: %s is %s", (text, expected) => {
    expect(told(readAmounts(text, reading()))).toBe(expected);
  });

  test("an amount is read as it was written, in every number of digits", () => {
    fc.assert(
      fc.property(
        fc.constantFrom("USD", "JPY", "KWD"),
        fc.bigInt(0n, 999_999_999_999_999n),
        (currency, minor) => {
          expect(moneyReader(currency)(formatMinor(minor, currency), reading("."))).toBe(String(minor));
        },
      ),
    );
  });
});
