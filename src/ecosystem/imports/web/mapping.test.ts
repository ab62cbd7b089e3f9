import { describe, expect, test } from "vitest";
import { cellsOf, columnOf, draftOf, missingFields, rivalOf, withMeanings } from "./mapping.ts";

const guess = (field: string | null) => ({ field, by: "name" as const, why: "" });
const columns = [
  { name: "Product", guess: guess("name") },
  { name: "Line", guess: guess("series") },
  { name: "Note", guess: guess(null) },
];

describe("where a mapping begins", () => {
  test("a new file begins with what was guessed", () => {
    expect(draftOf({ columns, mapping: null }).columns).toEqual({
      Product: "name",
      Line: "series",
      Note: null,
    });
  });

  test("afterwards with what people said, also where they left a column out", () => {
    const mapping = {
      columns: { Product: "name", Line: null },
      values: { series: { A: "B" } },
      decimalMark: "," as const,
      dayOrder: null,
      opening: { reason: "Opening balance" },
      options: { "effective-from": "2026-01-01" },
    };
    expect(draftOf({ columns, mapping })).toEqual({
      ...mapping,
      columns: { Product: "name", Line: null, Note: null },
    });
  });
});

test("two columns for one field are rivals; columns that are left out are none", () => {
  const chosen = { a: "name", b: "name", c: null, d: null };
  expect(["a", "b", "c"].map((column) => rivalOf(chosen, column))).toEqual(["b", "a", undefined]);
});

test("required fields without a column are missing", () => {
  const fields = [
    { key: "name", required: true },
    { key: "series", required: true },
    { key: "price", required: false },
  ];
  expect(missingFields(fields, { a: "series", b: null })).toEqual(["name"]);
});

test("what was chosen goes beside what was said before, and what stays open is left out", () => {
  expect(
    withMeanings(
      { product: { GTK: "GTK 500" } },
      { product: { GTXPro: "GTX Pro", Other: "" }, sector: { x: "" } },
    ),
  ).toEqual({ product: { GTK: "GTK 500", GTXPro: "GTX Pro" } });
});

test("a column is recognised by a few of its cells", () => {
  const sample = [["a", " "], ["a", "x"], ["b"], ["c", "y"]];
  expect([cellsOf(sample, 0, 2), cellsOf(sample, 1, 3)]).toEqual([
    ["a", "b"],
    ["x", "y"],
  ]);
});

test("a refusal's pointer names its column, whatever the name holds", () => {
  expect(["/columns/close~1date ~0", "/columns", "/values/product/x"].map(columnOf)).toEqual([
    "close/date ~",
    undefined,
    undefined,
  ]);
});
