import { expect, test } from "vitest";
import { rowsToDo } from "./work.ts";

const checking = (phase: "reading" | "comparing" | null, rowsDone: number, share: number | null) =>
  rowsToDo({ state: "checking", progress: { phase, rowsDone, rowsTotal: null, share } });

const running = rowsToDo({
  state: "running",
  progress: { phase: "waiting", rowsDone: 0, rowsTotal: 8800, share: 0 },
});

test.each([
  ["a run knows its rows from the beginning", running, 8800],
  ["reading tells them from its bytes, roughly", checking("reading", 123_456, 0.25), 490_000],
  ["and never fewer than were read", checking("reading", 8_849, 1), 8_849],
  ["nothing was read yet", checking("reading", 0, 0), null],
  ["comparing counts no rows", checking("comparing", 8_800, 1), null],
  ["nothing has begun", checking(null, 0, null), null],
])("%s", (_what, told, expected) => {
  expect(told).toBe(expected);
});
