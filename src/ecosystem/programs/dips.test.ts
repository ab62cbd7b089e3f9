import { expect, test } from "vitest";
import { dipsOf } from "./dips.ts";
import type { Benefit } from "./document.ts";
import { levelsOf } from "./document.ts";
import { template, templateKeys } from "./templates/templates.ts";

const levels = ["Member", "Silver", "Gold", "Platinum"];
const benefit = (unit: Benefit["unit"], ...given: (string | null)[]): Benefit => ({
  key: "one",
  label: "One",
  kind: "other",
  unit,
  values: Object.fromEntries(given.flatMap((value, index) => (value ? [[levels[index], value]] : []))),
  period: "none",
  onRequest: false,
  validDays: null,
  description: "",
});

test.each<[string, Benefit, [string, string][]]>([
  ["each has more", benefit("percent", null, "5", "10", "12.5"), []],
  [
    "two have as much, written otherwise",
    benefit("money", "500", "500.00"),
    [
      ["Gold", "Silver"],
      ["Platinum", "Silver"],
    ],
  ],
  ["the highest has less", benefit("count", "1", "5", "10", "9"), [["Platinum", "Gold"]]],
  ["numbers are compared, not letters", benefit("count", "9", "10", "11", "100"), []],
  ["one in between has none", benefit("count", "1", null, "2", "3"), [["Silver", "Member"]]],
  [
    "two have less than one below both",
    benefit("percent", "20", "5", "10", "30"),
    [
      ["Silver", "Member"],
      ["Gold", "Member"],
    ],
  ],
  ["words differ", benefit("text", "Named engineer", "Office hours", "Mail", "Mail"), []],
  ["words are missing above", benefit("text", null, "Office hours", null, "Mail"), [["Gold", "Silver"]]],
  ["it is had or not", benefit("none", null, "yes", "yes", null), [["Platinum", "Gold"]]],
])("where %s", (_where, given, expected) => {
  expect(dipsOf(given, levels).map(({ level, below }) => [level, below])).toEqual(expected);
});

test.each(templateKeys)("the template %s gives no level less than one below it", (key) => {
  const { document } = template(key, "EUR");
  expect(document.benefits.flatMap((one) => dipsOf(one, levelsOf(document)))).toEqual([]);
});
