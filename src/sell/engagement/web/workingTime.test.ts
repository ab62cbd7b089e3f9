import { expect, test } from "vitest";
import { spans } from "./workingTime.ts";

test.each([
  { days: [], gathered: [] },
  { days: [1, 2, 3, 4, 5], gathered: [[1, 5]] },
  {
    days: [5, 1, 2, 7],
    gathered: [
      [1, 2],
      [5, 5],
      [7, 7],
    ],
  },
])("days that follow on each other are one span: $days", ({ days, gathered }) => {
  expect(spans(days)).toEqual(gathered);
});
