import { expect, test } from "vitest";
import { countryOfSite } from "./countryOfSite.ts";

test.each([
  ["https://www.alpine.ch/de/start", "CH"],
  ["alpine.co.uk", "GB"],
  ["buyer@firma.de", "DE"],
  ["example.com", null],
  ["clever.io", null],
  ["shop.xx", null],
  ["", null],
])("%s lies in %s", (typed, country) => {
  expect(countryOfSite(typed)).toBe(country);
});
