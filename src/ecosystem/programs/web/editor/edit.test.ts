import { expect, test } from "vitest";
import { builtInKinds } from "../../../facts/contract.ts";
import { parseExpression, printExpression } from "../../../ladders/contract.ts";
import { programErrors } from "../../contract.ts";
import { template } from "../../templates/templates.ts";
import { firstLadder, keyFor, removeBenefit, removeLevel, renameLevel, withLadder } from "./edit.ts";
import { gridOf, requirementIn } from "./levelGrid.ts";

const { document } = template("master-agent", "EUR");
const { ladder } = document;
if (ladder?.format !== "hanse-ladder/2") throw new Error("The template has a ladder.");

test.each([
  "won >= 60000 EUR",
  "all(won >= 60000 EUR or 65000 USD, registered <= 2)",
  "any(won >= 1 EUR, deals >= 3)",
  "points(50, 40: won >= 60000 EUR, 30: deals >= 2)",
])("%s is said by fields, and said again the same", (text) => {
  const grid = gridOf(text);
  if (grid === null) throw new Error("Fields say this.");
  const again = requirementIn(grid, ladder.measures, builtInKinds, "EUR");
  expect(printExpression(parseExpression(again))).toBe(printExpression(parseExpression(text)));
});

test("what is nested stays text, and a plain number of money gets the ladder's currency", () => {
  expect(gridOf("all(won >= 1 EUR, any(deals >= 1, registered >= 2))")).toBeNull();
  expect(gridOf("won >=")).toBeNull();
  const grid = {
    choice: "all" as const,
    atLeast: "",
    cells: { won: { operator: ">=" as const, text: "50000", points: "" } },
  };
  expect(requirementIn(grid, ladder.measures, builtInKinds, "CHF")).toBe("won >= 50000 CHF");
});

test("a level's new name, and its end, reach benefits and tracks", () => {
  const renamed = renameLevel(document, ladder, 1, "Diamond");
  expect(programErrors(renamed)).toEqual([]);
  expect(renamed.benefits[0]?.values).toEqual({ Preferred: "1", Diamond: "2" });
  expect(programErrors(renameLevel(document, ladder, -1, "Starter"))).toEqual([]);
  const removed = removeLevel(document, ladder, 1);
  expect(programErrors(removed)).toEqual([]);
  expect(removed.benefits[0]?.values).toEqual({ Preferred: "1" });
});

test("a benefit that goes is named by no track any more; a ladder that goes takes its levels", () => {
  expect(programErrors(removeBenefit(document, "commission"))).toEqual([]);
  const without = withLadder({ ...document, benefits: [] }, null);
  expect(without.tracks.every(({ tiers }) => Object.keys(tiers).length === 0)).toBe(true);
  const first = withLadder({ ...document, benefits: [] }, firstLadder("first", "First", "EUR"));
  expect(programErrors(first, { kinds: builtInKinds })).toEqual([]);
});

test.each([
  ["Agent tiers", [], "agent-tiers"],
  ["Résellers EMEA", ["resellers-emea"], "resellers-emea-2"],
  ["2027!", [], "new"],
])("the key of %s is %s", (name, taken, key) => {
  expect(keyFor(name, taken)).toBe(key);
});
