import { expect, test } from "vitest";
import { countries, isCountry } from "./countries.ts";

test("all 249 entries of ISO 3166-1 are there, and no name means two countries", () => {
  expect(countries).toHaveLength(249);
  const names = countries.flatMap((one) => [one.code, one.alpha3, one.name, ...one.otherNames]);
  const folded = names.map((name) => name.toLowerCase());
  expect(new Set(folded).size).toBe(folded.length);
  expect(countries.every((one) => /^[A-Z]{2}$/.test(one.code) && /^[A-Z]{3}$/.test(one.alpha3))).toBe(true);
});

test.each([
  ["KR", "South Korea", "Korea"],
  ["US", "United States", "United States of America"],
  ["PH", "Philippines", "The Philippines"],
  ["TR", "Türkiye", "Turkey"],
])("%s is %s and also %s", (code, name, otherName) => {
  const country = countries.find((one) => one.code === code);
  expect(country?.name).toBe(name);
  expect(country?.otherNames).toContain(otherName);
  expect(isCountry(code)).toBe(true);
});

test("a code that nobody has is no country", () => {
  expect(isCountry("XX")).toBe(false);
});
