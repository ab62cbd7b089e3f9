import { expect, test } from "vitest";
import { releaseOf, verdictOn } from "./postgres-release.ts";

test.each([
  [140_014, false],
  [90_624, false],
])("release %i is refused", (number, usable) => {
  expect(verdictOn(releaseOf(number))).toMatchObject({ usable });
});

test.each([150_008, 160_004, 170_000])("release %i is used with a warning", (number) => {
  const verdict = verdictOn(releaseOf(number));
  expect(verdict?.usable).toBe(true);
  expect(verdict?.sentence).toContain("update it to");
});

test.each([150_009, 160_005, 170_001, 180_004, 190_000])("release %i is used", (number) => {
  expect(verdictOn(releaseOf(number))).toBeNull();
});
