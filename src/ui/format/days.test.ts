import { expect, test } from "vitest";
import { parseDay } from "./time.ts";

test.each([
  ["en-GB", "2026-03-31", "2026-03-31"],
  ["en-GB", " 31 Mar 2026 ", "2026-03-31"],
  ["en-GB", "9 Sept 2026", "2026-09-09"],
  ["en-GB", "31/3/2026", "2026-03-31"],
  ["en-US", "3/31/2026", "2026-03-31"],
  ["en-US", "Mar 31, 2026", "2026-03-31"],
  ["en-US", "march 5 2026", "2026-03-05"],
  ["de-DE", "31.3.2026", "2026-03-31"],
  ["de-DE", "31. März 2026", "2026-03-31"],
  ["de-DE", "1. Okt. 2026", "2026-10-01"],
  ["de-DE", "31.2.2026", null],
  ["en-US", "31/3/2026", null],
  ["en-GB", "31/3/26", "2026-03-31"],
  ["en-US", "3/31/26", "2026-03-31"],
  ["de-DE", "31.3.26", "2026-03-31"],
  ["en-GB", "5 Mar 26", "2026-03-05"],
  ["en-GB", "31/3/126", null],
  ["en-GB", "5 Mar", null],
  ["en-US", "Mar 26", null],
  ["en-GB", "31 Foo 2026", null],
  ["en-GB", "tomorrow", null],
  ["en-GB", "", null],
])("in %s, %j is %j", (locale, typed, day) => {
  expect(parseDay(locale, typed)).toBe(day);
});
