import { expect, test } from "vitest";
import { countNowhere } from "./contract.ts";
import { chainOf, globalScope, type Region, treeOf } from "./index.ts";

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

const emea: Region = { key: "emea", name: "EMEA", parent: null, countries: [] };
const dach: Region = { key: "dach", name: "DACH", parent: "emea", countries: ["DE"] };
const empty: Region = { key: "apac", name: "APAC", parent: null, countries: [] };

test.each<[string, Region[], Region[], string[]]>([
  ["nothing changes", [emea, dach, empty], [emea, dach, empty], []],
  ["a region goes", [emea, { ...dach, countries: [] }], [emea], ["dach"]],
  ["the one goes through which another had its countries", [emea, dach], [emea], ["emea", "dach"]],
  ["the last country is taken out", [emea, dach], [emea, { ...dach, countries: [] }], ["emea", "dach"]],
  ["one of two countries is taken out", [emea, { ...dach, countries: ["DE", "AT"] }], [emea, dach], []],
  ["a region is put elsewhere", [emea, dach], [emea, { ...dach, parent: null }], ["emea"]],
  [
    "the country is in another part of it",
    [emea, dach],
    [
      { ...emea, countries: ["DE"] },
      { ...dach, countries: [] },
    ],
    ["dach"],
  ],
])("what counts nowhere when %s", (_what, before, after, keys) => {
  expect(countNowhere(treeOf(before), treeOf(after))).toEqual(keys);
});
