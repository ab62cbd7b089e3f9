import { expect, test } from "vitest";
import { rowsToDo } from "./work.ts";

const during = (phase: "reading" | "comparing" | "writing" | null, rowsDone: number, share: number | null) =>
  rowsToDo({ progress: { phase, rowsDone, rowsTotal: phase === "writing" ? 8800 : null, share } });

test.each([
  ["writing knows its rows", during("writing", 100, 0.01), 8800],
  ["reading tells them from its bytes, roughly", during("reading", 123_456, 0.25), 490_000],
  ["and never fewer than were read", during("reading", 8_849, 1), 8_849],
  ["nothing was read yet", during("reading", 0, 0), null],
  ["comparing counts no rows", during("comparing", 8_800, 1), null],
  ["nothing has begun", during(null, 0, null), null],
])("%s", (_what, told, expected) => {
  expect(told).toBe(expected);
});
