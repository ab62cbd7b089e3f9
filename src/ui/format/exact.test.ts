import { expect, test } from "vitest";
import { formatExact } from "./exact.ts";
import { formatPercent } from "./number.ts";

test.each([
  ["en", "880", 0, "880"],
  ["en", "880", 2, "880.00"],
  ["en", "12345.6789", 2, "12,345.6789"],
  ["de", "12345.6789", 2, "12.345,6789"],
  ["en", "123456789012345678.123456789012", 2, "123,456,789,012,345,678.123456789012"],
  ["en", "-0.005", 2, "-0.005"],
  ["en", "1085/3", 2, "361.66666666… (1085/3)"],
  ["en", "-1/3", 2, "-0.33333333… (-1/3)"],
  ["de", "1085/3", 2, "361,66666666… (1085/3)"],
  ["en", "n/a", 2, "n/a"],
])("in %s, %s with at least %i digits is %s", (locale, value, least, text) => {
  expect(formatExact(locale, value, least)).toBe(text);
});

test.each([
  ["en", "27", "27%"],
  ["en", "12.50", "12.50%"],
  ["de", "12.5", "12,5\u00a0%"],
  ["ar-u-nu-latn", "20", "20\u200e%\u200e"],
  ["en", "n/a", "n/a"],
])("in %s, %s of a hundred is %s", (locale, percent, text) => {
  expect(formatPercent(locale, percent)).toBe(text);
});
