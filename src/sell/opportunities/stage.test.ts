import { describe, expect, test } from "vitest";
import { type Meaning, refusalsOfMove } from "./stage.ts";

const nothing = { value: false, closedOn: false, reason: false };
const fieldsOf = (from: Meaning, to: Meaning, said: typeof nothing) =>
  refusalsOfMove(from, to, said).map(({ pointer }) => pointer);

describe("what a move needs when nothing is said", () => {
  test.each<[Meaning, Meaning, string[]]>([
    ["open", "open", []],
    ["open", "won", ["/value", "/closedOn"]],
    ["open", "lost", ["/reason"]],
    ["won", "open", ["/reason"]],
    ["won", "won", []],
    ["won", "lost", ["/reason"]],
    ["lost", "open", []],
    ["lost", "won", ["/value", "/closedOn"]],
    ["lost", "lost", []],
  ])("from %s to %s", (from, to, missing) => {
    expect(fieldsOf(from, to, nothing)).toEqual(missing);
  });
});

describe("what has no place in a move when all is said", () => {
  const everything = { value: true, closedOn: true, reason: true };
  test.each<[Meaning, Meaning, string[]]>([
    ["open", "open", ["/value", "/closedOn"]],
    ["open", "won", []],
    ["open", "lost", ["/value"]],
    ["won", "open", ["/value", "/closedOn"]],
    ["won", "won", ["/value", "/closedOn"]],
    ["won", "lost", ["/value"]],
    ["lost", "open", ["/value", "/closedOn"]],
    ["lost", "won", []],
    ["lost", "lost", ["/value", "/closedOn"]],
  ])("from %s to %s", (from, to, refused) => {
    expect(fieldsOf(from, to, everything)).toEqual(refused);
  });
});
