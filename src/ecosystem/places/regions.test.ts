import { expect, test } from "vitest";
import { chainOf, globalScope, treeOf } from "./index.ts";

const tree = treeOf([
  { key: "emea", name: "EMEA", parent: null, countries: ["FR"] },
  { key: "dach", name: "DACH", parent: "emea", countries: ["AT", "CH", "DE"] },
]);

test.each([
  ["DE", ["country DE", "region dach", "region emea", "global "]],
  ["FR", ["country FR", "region emea", "global "]],
  ["JP", ["country JP", "global "]],
  [null, ["global "]],
])("for %s the nearest scope is first and the whole world last", (country, scopes) => {
  expect(chainOf(tree, country).map(({ kind, key }) => `${kind} ${key}`)).toEqual(scopes);
});

test("a vendor without regions has countries and the world", () => {
  expect(chainOf(treeOf([]), "DE")).toEqual([{ kind: "country", key: "DE" }, globalScope]);
});
