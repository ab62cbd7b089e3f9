import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { csvLine } from "../csv.ts";
import { editDistance } from "./distance.ts";
import { Fault } from "./fault.ts";
import { readText } from "./text.ts";
import { createValueReader, maxUnknownValues } from "./values.ts";

const named = (...labels: string[]) => labels.map((label) => ({ value: label, label }));

function reader(
  domain: { value: string; label: string }[],
  mapped: Record<string, string> = {},
  remembered: Record<string, string> = {},
) {
  return createValueReader({
    label: "Product",
    domain,
    mapped: new Map(Object.entries(mapped)),
    remembered: new Map(Object.entries(remembered)),
  });
}

function told(result: string | Fault): string {
  return result instanceof Fault ? result.code : result;
}

describe("values", () => {
  test("a known value, its label and another case of either are the value", () => {
    const products = reader([{ value: "P-1", label: "GTX Pro" }]);
    for (const text of ["P-1", "GTX Pro", "gtx  pro", "p-1"]) expect(products.read(text, 2)).toBe("P-1");
    expect(products.translated()).toEqual([]);
  });

  test("another spelling waits for a person, with the nearest known values, counted once", () => {
    const products = reader(named("GTX Pro", "GTX Plus Pro", "MG Special"));
    expect(told(products.read("GTXPro", 3))).toBe("unknown-value");
    products.read("GTXPro", 9);
    products.read("Yoyo", 10);
    expect(products.unknown()).toEqual({
      values: [
        { value: "GTXPro", count: 2, firstRow: 3, suggestions: named("GTX Pro") },
        { value: "Yoyo", count: 1, firstRow: 10, suggestions: [] },
      ],
      more: 0,
    });
  });

  test.each([
    ["technolgy", "technology"],
    ["Philipines", "Philippines"],
    ["Genrmany", "Germany"],
  ])("%s is taken for %s", (text, nearest) => {
    const countries = reader(named("Philippines", "Germany", "Panama", "technology", "telecommunications"));
    countries.read(text, 2);
    expect(countries.unknown().values[0]?.suggestions[0]?.label).toBe(nearest);
  });

  test("the mapping goes before what is written, what is written before memory", () => {
    const products = reader(named("A", "B", "C"), { A: "B" }, { A: "C", X: "C", Y: "gone" });
    expect(products.read("A", 2)).toBe("B");
    expect(products.read("x", 3)).toBe("C");
    expect(told(products.read("Y", 4))).toBe("unknown-value");
    expect(products.translated()).toEqual([
      { value: "A", target: "B", from: "mapping" },
      { value: "x", target: "C", from: "memory" },
    ]);
    expect(reader(named("A"), {}, { A: "B" }).read("A", 2)).toBe("A");
  });

  test("a name that two share means neither; as it is written it means its own", () => {
    const accounts = reader([
      { value: "1", label: "Acme" },
      { value: "2", label: "Acme" },
      { value: "3", label: "ACME Ltd" },
      { value: "4", label: "Acme Ltd" },
    ]);
    expect(told(accounts.read("Acme", 2))).toBe("ambiguous-value");
    expect(accounts.read("ACME Ltd", 3)).toBe("3");
    expect(told(accounts.read("acme ltd", 3))).toBe("ambiguous-value");
    expect(accounts.unknown().values[0]?.suggestions.map((one) => one.value)).toEqual(["1", "2"]);
  });

  test("a column of nothing but unknown values stays small, and says how many it did not list", () => {
    const products = reader(named("A"));
    for (let row = 2; row < 2_000; row++) products.read(`other ${row}`, row);
    const { values, more } = products.unknown();
    expect([values.length, more]).toEqual([maxUnknownValues, 1_998 - maxUnknownValues]);
  });

  test("the distance is a metric on what it measures: none to itself, alike both ways, at most the longer", () => {
    const word = fc.stringMatching(/^[abc]{0,7}$/);
    fc.assert(
      fc.property(word, word, (a, b) => {
        const distance = editDistance(a, b, 10);
        expect(editDistance(b, a, 10)).toBe(distance);
        expect(distance === 0).toBe(a === b);
        expect(distance).toBeLessThanOrEqual(Math.max(a.length, b.length));
        expect(editDistance(a, b, 2)).toBe(Math.min(distance, 3));
      }),
    );
    expect([editDistance("kitten", "sitting", 9), editDistance("ab", "ba", 9)]).toEqual([3, 1]);
  });
});

describe("text", () => {
  test("accents are composed, so that equal names are equal", () => {
    expect(readText("Mu\u0308ller", 10)).toBe("Müller");
  });

  test("length counts letters as people do", () => {
    expect(readText("🚢🚢🚢", 3)).toBe("🚢🚢🚢");
    expect(told(readText("🚢🚢🚢🚢", 3))).toBe("too-long");
    expect(told(readText("abcd", 3))).toBe("too-long");
  });

  test.each(["a\u0007b", "Caf\ufffd"])("%j has lost something", (text) => {
    expect(told(readText(text, 99))).toBe("unreadable-text");
  });

  test("what our exports made safe for a spreadsheet comes back as it was", () => {
    for (const text of ["=1+1", "+49 40", "-x", "@home", "O'Neill", "plain"]) {
      const [cell = ""] = csvLine([text]).trimEnd().split(",");
      expect(readText(cell, 99)).toBe(text);
    }
  });
});
