import { expect, test } from "vitest";
import { chooseLocale, formatLocaleFor } from "./locales.ts";

test.each([
  [null, ["de-AT", "en"], "de"],
  [null, ["fr-FR", "en-GB"], "en"],
  [null, ["fr-FR"], "en"],
  ["ar-XB", ["de"], "ar-XB"],
  ["xx", ["de"], "de"],
  [null, ["ar-EG", "en"], "ar"],
] as const)("chosen %s, preferred %j speaks %s", (chosen, preferred, locale) => {
  expect(chooseLocale(chosen, preferred)).toBe(locale);
});

test.each([
  ["en", ["de-DE", "en-GB"], "en-GB"],
  ["en", ["de-DE"], "en"],
  ["de", ["de-AT"], "de-AT"],
  ["ar-XB", ["en-US"], "en-US"],
  ["en", ["en-US@posix"], "en"],
  ["ar", ["ar-EG"], "ar-EG-u-ca-gregory-nu-latn"],
  ["ar", ["de"], "ar-u-ca-gregory-nu-latn"],
  ["ar", ["ar-SA-u-nu-arab"], "ar-SA-u-ca-gregory-nu-latn"],
] as const)("in %s, preferring %j, numbers are written as in %s", (locale, preferred, written) => {
  expect(formatLocaleFor(locale, preferred)).toBe(written);
});
