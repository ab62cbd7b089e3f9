import fc from "fast-check";
import { expect, test } from "vitest";
import { readNumber, writeNumber } from "./number.ts";

const money = { key: "managed_value", label: "Managed value", unit: "money" } as const;
const heads = { key: "certified_heads", label: "Certified people", unit: "number" } as const;
const own = { key: "x_score", label: "Score", unit: "number" } as const;
const number = { key: "satisfaction", label: "Satisfaction", unit: "number" } as const;

test.each([
  [number, "4.5", null, 4_500n],
  [own, "-1", null, -1_000n],
  [money, "1234.5", "EUR", 123_450n],
  [money, "1234", "JPY", 1_234n],
])("%o %s %s is kept as %s", (kind, value, currency, amountMinor) => {
  expect(readNumber(kind, { value, currency })).toEqual({ amountMinor, currency });
});

test.each([
  [money, "10", null, "/currency", "Managed value is an amount of money. Say in which currency."],
  [money, "10", "EUX", "/currency", '"EUX" is not a currency in use. Write an ISO 4217 code such as EUR.'],
  [money, "1.234", "EUR", "/value", 'EUR has 2 digits after the decimal point; "1.234" has 3.'],
  [
    number,
    "4.5",
    "EUR",
    "/currency",
    "Satisfaction is a plain number, in no currency. Leave the currency out.",
  ],
  [number, "4.1234", null, "/value", 'Numbers have at most 3 digits after the point; "4.1234" has 4.'],
  [number, "many", null, "/value", '"many" is not a number. Write digits such as 4.5.'],
  [number, "5.001", null, "/value", "Satisfaction is told from 0 to 5."],
  [heads, "-1", null, "/value", "Certified people is never below 0."],
  [heads, "2.5", null, "/value", "Certified people is counted in whole numbers."],
  [own, "999999999999999999", null, "/value", "999999999999999999 is too large a number."],
])("%o %s %s is refused beside its field", (kind, value, currency, pointer, message) => {
  expect(() => readNumber(kind, { value, currency })).toThrow(
    expect.objectContaining({ errors: [{ pointer, message }] }),
  );
});

test("what is written is read as the same", () => {
  const kept = fc.record({
    amountMinor: fc.bigInt({ min: -(10n ** 17n), max: 10n ** 17n }),
    currency: fc.constantFrom(null, "EUR", "JPY", "BHD"),
  });
  fc.assert(
    fc.property(kept, (one) => {
      const kind = one.currency === null ? own : money;
      expect(readNumber(kind, { value: writeNumber(one), currency: one.currency })).toEqual(one);
    }),
  );
});

test("what is so or not is 1 or 0", () => {
  const kind = { key: "audit_passed", label: "Audit passed", unit: "number" } as const;
  const read = (value: string) => readNumber(kind, { value, currency: null }).amountMinor;
  expect([read("1"), read("0")]).toEqual([1000n, 0n]);
  for (const value of ["2", "0.5", "-1"]) {
    expect(() => read(value), value).toThrow("Audit passed is so or not. Write 1 for yes or 0 for no.");
  }
});
