import { expect, test } from "vitest";
import { editableAmount, formatMoney, isDecimal, parseAmount } from "./money.ts";

/** Intl separates with blanks that do not break. */
const plain = (text: string) => text.replaceAll(/[\u00a0\u202f]/g, " ");

test.each([
  ["en-US", "1234.50", "USD", "$1,234.50"],
  ["de-DE", "1234.50", "EUR", "1.234,50 €"],
  ["en-US", "-318.75", "USD", "-$318.75"],
  ["en-US", "999999999999999.99", "USD", "$999,999,999,999,999.99"],
  ["en-US", "900719925474099301", "JPY", "¥900,719,925,474,099,301"],
  ["en-US", "1.2345", "USD", "$1.2345"],
  ["en-US", "7", "USD", "$7.00"],
  ["en-US", "0.005", "KWD", "KWD 0.005"],
])("in %s the amount %s %s is written %s, to the last digit", (locale, amount, currency, written) => {
  expect(plain(formatMoney(locale, { amount, currency }))).toBe(written);
});

test("a change says its sign, and nothing changed has none", () => {
  expect(formatMoney("en-US", { amount: "5.00", currency: "USD" }, { signed: true })).toBe("+$5.00");
  expect(formatMoney("en-US", { amount: "0.00", currency: "USD" }, { signed: true })).toBe("$0.00");
});

test("whole amounts are rounded half to even", () => {
  expect(formatMoney("en-US", { amount: "2.50", currency: "USD" }, { whole: true })).toBe("$2");
  expect(formatMoney("en-US", { amount: "3.50", currency: "USD" }, { whole: true })).toBe("$4");
});

test.each([
  ["75000", "$75,000"],
  ["75000.00", "$75,000"],
  ["75000.50", "$75,000.50"],
  ["0.05", "$0.05"],
])("%s as what is asked for is %s", (amount, written) => {
  expect(formatMoney("en-US", { amount, currency: "USD" }, { round: true })).toBe(written);
});

test("what is no number is shown as it came", () => {
  expect(formatMoney("en-US", { amount: "n/a", currency: "USD" })).toBe("n/a USD");
});

test.each([
  ["de-DE", "1.234,50", "1234.50"],
  ["de-DE", "1234,5", "1234.5"],
  ["de-DE", "1.234", "1234"],
  ["de-DE", "12.5", "12.5"],
  ["en-US", "1,234.50", "1234.50"],
  ["en-US", "1,234", "1234"],
  ["en-US", "−12.00", "-12.00"],
  ["fr-FR", "1 234,50", "1234.50"],
  ["de-CH", "1'234.50", "1234.50"],
  ["en-US", " 7 ", "7"],
])("in %s a person who types %s means %s", (locale, typed, meant) => {
  expect(parseAmount(locale, typed)).toBe(meant);
});

test.each([
  ["en-US", "1,23"],
  ["en-US", "12,34,567"],
  ["en-US", "abc"],
  ["en-US", ""],
  ["en-US", "1e5"],
  ["de-DE", "1,234.50"],
])("in %s, %s is no amount", (locale, typed) => {
  expect(parseAmount(locale, typed)).toBeNull();
});

test.each(["en-US", "de-DE", "fr-FR", "en"])("what %s shows for editing is read back as it was", (locale) => {
  for (const amount of ["0.00", "1234.50", "-12.75", "1000000.00"]) {
    expect(parseAmount(locale, editableAmount(locale, amount))).toBe(amount);
  }
});

test("a float's text is no decimal", () => {
  expect(isDecimal("1e21")).toBe(false);
  expect(isDecimal("Infinity")).toBe(false);
});

test.each([
  ["ar-u-ca-gregory-nu-latn", "١٬٢٣٤٫٥٠", "1234.50"],
  ["ar-u-ca-gregory-nu-latn", "\u200f1,234.50", "1234.50"],
  ["ar-MA-u-ca-gregory-nu-latn", "1.234,50", "1234.50"],
  ["ar-MA-u-ca-gregory-nu-latn", "١٬٢٣٤٫٥٠", "1234.50"],
])("in %s, %s is read whichever figures are typed", (locale, typed, amount) => {
  expect(parseAmount(locale, typed)).toBe(amount);
});

test("in Arabic the sign of a currency stays beside its letters", () => {
  const written = formatMoney("ar-u-ca-gregory-nu-latn", { amount: "1234.50", currency: "USD" });
  expect(written).toContain("US$\u200e");
});
