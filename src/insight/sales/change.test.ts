import { expect, test } from "vitest";
import { changeOf } from "./change.ts";

test.each([
  [125n, 100n, "0.250"],
  [100n, 100n, "0.000"],
  [0n, 100n, "-1.000"],
  [87_500n, 100_000n, "-0.125"],
  [1_234_500n, 100n, "12344.000"],
  [100_049n, 100_000n, "0.000"],
  [99_951n, 100_000n, "0.000"],
  [99_950n, 100_000n, "-0.001"],
  [2n, 3n, "-0.333"],
])("from %2$s to %1$s is a change of %3$s", (now, before, change) => {
  expect(changeOf(now, before)).toBe(change);
});

test("nothing compares with nothing", () => {
  expect(changeOf(100n, 0n)).toBeNull();
  expect(changeOf(100n, -5n)).toBeNull();
});
