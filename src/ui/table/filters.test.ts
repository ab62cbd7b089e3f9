import { expect, test } from "vitest";
import { type Filter, filterNames, filterText, listValues, nextSort, parseSort } from "./filters.ts";

const filters: readonly Filter[] = [
  { kind: "search", name: "q", label: "Search" },
  { kind: "select", name: "stage", label: "Stage", options: [{ value: "won", label: "Won" }] },
  { kind: "month", name: "period", label: "Month" },
  { kind: "amount", name: "from", toName: "to", label: "Value", currency: "EUR" },
];

test("a list takes its own filters from the address and leaves the rest alone", () => {
  expect(filterNames(filters)).toEqual(["q", "stage", "period", "from", "to"]);
  expect(listValues({ q: "x", stage: "", tab: "deals", sort: "-name", to: "5" }, filters)).toEqual({
    q: "x",
    sort: "-name",
    to: "5",
  });
});

test.each([
  [{ stage: "won" }, 1, "Won"],
  [{ stage: "other" }, 1, "other"],
  [{ period: "2026-03" }, 2, "Mar 2026"],
  [{ from: "10", to: "20" }, 3, "10 – 20 EUR"],
  [{ to: "20" }, 3, "≤ 20 EUR"],
  [{}, 3, null],
] as const)("%j of filter %i reads %s", (values, index, text) => {
  const filter = filters[index];
  expect(filter && filterText(filter, values, "en")).toBe(text);
});

test("a column's head goes up, down, and back to the list's own order", () => {
  expect(parseSort("-name")).toEqual({ by: "name", descending: true });
  const up = nextSort(null, "name");
  const down = nextSort(parseSort(up), "name");
  expect([up, down, nextSort(parseSort(down), "name")]).toEqual(["name", "-name", ""]);
  expect(nextSort(parseSort("-name"), "value")).toBe("value");
  const greatest = nextSort(parseSort("name"), "value", true);
  const least = nextSort(parseSort(greatest), "value", true);
  expect([greatest, least, nextSort(parseSort(least), "value", true)]).toEqual(["-value", "value", ""]);
});
