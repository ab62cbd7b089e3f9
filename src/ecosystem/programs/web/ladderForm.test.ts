import { expect, test } from "vitest";
import { createProgram, Slug } from "../contract.ts";
import { checkingLadder, emptyLadder, keyOf } from "./ladderForm.ts";

test.each([
  ["Agent tiers", "agent-tiers"],
  ["Résellers EMEA", "resellers-emea"],
  ["2027 partners!", "partners"],
  ["Ебене", ""],
  [`${"a".repeat(39)} tail`, "a".repeat(39)],
])("the key of %s is %s", (name, key) => {
  expect(keyOf(name)).toBe(key);
  if (key !== "") expect(Slug.safeParse(key).success).toBe(true);
});

test("levels that do not go upwards are refused before they are sent, at the bound", () => {
  const ladder = {
    ...emptyLadder("EUR"),
    name: "tiers",
    label: "Tiers",
    base: "Silver",
    levels: [
      { level: "Gold", from: "100" },
      { level: "Platinum", from: "50" },
    ],
  };
  const read = checkingLadder(createProgram.body).safeParse({
    name: "Tiers",
    ladder,
    effectiveFrom: "2026-01-01",
  });
  expect(read.error?.issues.map(({ path }) => path.join("."))).toEqual(["ladder.levels.1.from"]);
});
