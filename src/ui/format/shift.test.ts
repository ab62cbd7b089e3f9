import { expect, test } from "vitest";
import { shifted } from "./shift.ts";

test.each([
  ["0.08", 2, "8"],
  ["0.0825", 2, "8.25"],
  ["1", 2, "100"],
  ["0", 2, "0"],
  ["-0.005", 2, "-0.5"],
  ["8", -2, "0.08"],
  ["8.25", -2, "0.0825"],
  ["100", -2, "1"],
  ["0.5", -2, "0.005"],
  ["eight", -2, "eight"],
])("%s by %i places is %s", (text, places, moved) => {
  expect(shifted(text, places)).toBe(moved);
});
