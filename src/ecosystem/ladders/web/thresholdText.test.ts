import fc from "fast-check";
import { expect, test } from "vitest";
import { parseExpression } from "../contract.ts";
import { contradictionIn } from "../imply.ts";
import { boundsWritten, readThreshold, writeThreshold } from "./thresholdText.ts";

const english = { locale: "en-US", or: "or" };
const german = { locale: "de-DE", or: "oder" };
const arabic = { locale: "ar-u-ca-gregory-nu-latn", or: "أو" };

test.each([
  ["75000", english, "USD", "75000 USD"],
  ["75,000", english, "USD", "75000 USD"],
  ["$75,000", english, "USD", "75000 USD"],
  ["$75,000", english, "AUD", "75000 USD"],
  ["75,000 kr", english, "SEK", "75000 SEK"],
  ["75k", english, "USD", "75000 USD"],
  ["$7.5K", english, "USD", "7500 USD"],
  ["75000.00 USD", english, "EUR", "75000.00 USD"],
  ["75 000 usd", english, "EUR", "75000 USD"],
  ["€70,000 or £60,000", english, "USD", "70000 EUR or 60000 GBP"],
  ["75 kwd", english, "USD", "75 KWD"],
  ["4.5", english, null, "4.5"],
  ["1,200", english, null, "1200"],
  ["5 EUR", english, null, "5 EUR"],
  ["75.000", german, "EUR", "75000 EUR"],
  ["75.000,50 €", german, "EUR", "75000.50 EUR"],
  ["75.000 € oder 80.000 $", german, "EUR", "75000 EUR or 80000 USD"],
  ["75000.00 EUR or 1 USD", german, "EUR", "75000.00 EUR or 1 USD"],
  ["4,5", german, null, "4.5"],
  ["٧٥٬٠٠٠", arabic, "SAR", "75000 SAR"],
])("%s is read as it is meant (%#)", (typed, writing, currency, meant) => {
  expect(readThreshold(typed, currency, writing)).toBe(meant);
});

test.each([
  ["much", english, "USD"],
  ["", english, "USD"],
  ["75,00", english, "USD"],
  ["75m", english, "USD"],
  ["$75,000 €", english, "USD"],
  ["-5", english, null],
  ["5%", english, null],
  ["75.000,50", english, "USD"],
  ["75,000.50", german, "EUR"],
])("%s is not guessed at", (typed, writing, currency) => {
  expect(readThreshold(typed, currency, writing)).toBeNull();
});

const amount = fc
  .tuple(fc.bigInt({ min: 0n, max: 10n ** 14n }), fc.integer({ min: 0, max: 99 }))
  .map(([units, cents]) => `${units}.${String(cents).padStart(2, "0")}`);
const currency = fc.constantFrom("USD", "EUR", "GBP", "CHF", "SAR", "AED", "INR", "BRL", "AUD", "CAD");

test("what a field shows is read back as it was", () => {
  fc.assert(
    fc.property(
      fc.constantFrom(
        english,
        german,
        arabic,
        { locale: "de-CH", or: "oder" },
        { locale: "en-AU", or: "or" },
      ),
      fc.array(fc.tuple(amount, currency), { minLength: 1, maxLength: 3 }),
      currency,
      (writing, amounts, own) => {
        const text = amounts.map(([number, code]) => `${number} ${code}`).join(" or ");
        const again = readThreshold(writeThreshold(text, writing), own, writing);
        expect(again).toBe(text.replaceAll(/\.00 /g, " "));
      },
    ),
  );
});

test.each([
  [
    "all(won >= 75000.00 USD, won <= 5000 USD)",
    german,
    '"won" cannot be at least 75.000 $ and at most 5.000 $. Change one of the two.',
  ],
  [
    "all(heads >= 1200, heads <= 4.5)",
    english,
    '"heads" cannot be at least 1,200 and at most 4.5. Change one of the two.',
  ],
])("bounds that exclude each other are said as the reader writes: %s", (requires, writing, said) => {
  const found = contradictionIn(parseExpression(requires));
  expect(boundsWritten(found?.sentence ?? "", writing).replaceAll("\u00a0", " ")).toBe(said);
});
