import { describe, expect, test } from "vitest";
import { guessColumns } from "./guess.ts";
import type { ImportField, ImportKind } from "./kind.ts";
import { columnProblems, valueProblems } from "./mapping.ts";

function field(key: string, type: ImportField["type"], more: Partial<ImportField> = {}): ImportField {
  return { key, label: key.replaceAll("-", " "), type, required: false, synonyms: [], ...more };
}

const deals: Pick<ImportKind, "kind" | "fields"> = {
  kind: "opportunities",
  fields: [
    field("external-id", "text", { required: true, synonyms: ["opportunity id", "deal id"] }),
    field("owner", "reference", { domain: "partner", synonyms: ["agent"] }),
    field("close-date", "day", { synonyms: ["closed on"] }),
    field("value", "money", { synonyms: ["amount", "close value"] }),
    field("comment", "text"),
  ],
};
const kind: ImportKind = {
  ...deals,
  domains: async () => ({}),
  check: async () => {},
  apply: async () => ({ created: 0, updated: 0, unchanged: 0 }),
  undo: async () => ({ removed: 0, kept: [] }),
};
const domains = {
  partner: [
    { value: "P1", label: "Anna Snelling" },
    { value: "P2", label: "Zane Levy" },
  ],
};

function guess(columns: string[], sample: string[][], remembered: Record<string, string> = {}) {
  const guesses = guessColumns({
    kind,
    columns,
    sample,
    remembered: new Map(Object.entries(remembered)),
    domains,
  });
  return Object.fromEntries(guesses.map(({ column, field, by }) => [column, `${field} ${by}`]));
}

describe("guesses", () => {
  test("a field's own name goes before another that it has, as in a list that was exported", () => {
    expect(guess(["dealId", "externalId", "value"], [["deal_01", "D1", "5"]])).toEqual({
      dealId: "null nothing",
      externalId: "external-id name",
      value: "value name",
    });
  });

  test("a name, a similar name and what the cells look like lead to the field, in this order", () => {
    expect(
      guess(
        ["opportunityId", "sales_rep", "Closed date", "Amount", "misc"],
        [
          ["D1", "anna snelling", "2026-01-31", "1,054.00", "x"],
          ["D2", "Zane Levy", "2026-02-31", "", "y"],
        ],
      ),
    ).toEqual({
      opportunityId: "external-id name",
      sales_rep: "owner content",
      "Closed date": "close-date similar-name",
      Amount: "value name",
      misc: "null nothing",
    });
  });

  test("a column of dates is taken for the date that no other column is named for", () => {
    expect(guess(["when", "value"], [["31.01.2026", "5"]])).toEqual({
      when: "close-date content",
      value: "value name",
    });
  });

  test("a name that the cells belie gives way to one they do not", () => {
    expect(
      guess(
        ["amount", "sum"],
        [
          ["often", "1.50"],
          ["rarely", "$2"],
        ],
      ),
    ).toEqual({
      amount: "null nothing",
      sum: "value content",
    });
  });

  test("what was confirmed before goes first, and what was left out stays out", () => {
    expect(guess(["value", "total"], [["5", "6"]], { total: "value", value: "" })).toEqual({
      value: "null memory",
      total: "value memory",
    });
  });

  test("no field is given to two columns", () => {
    expect(guess(["amount", "close value"], [["5", "6"]])).toEqual({
      amount: "value name",
      "close value": "null nothing",
    });
  });
});

describe("a mapping", () => {
  const columns = ["id", "a/b", "c"];

  test("names columns and fields that are there, each field once, and fills what is required", () => {
    expect(
      columnProblems(kind, columns, { columns: { id: "external-id", "a/b": "value", c: null } }),
    ).toEqual([]);
    expect(
      columnProblems(kind, columns, { columns: { "a/b": "value", c: "value", x: "owner", id: "nothing" } }),
    ).toEqual([
      { pointer: "/columns/c", message: "“a/b” fills this field already. Choose one column." },
      { pointer: "/columns/x", message: "The file has no column “x”." },
      { pointer: "/columns/id", message: "There is no field “nothing” in files of this kind." },
      { pointer: "/columns", message: "Choose the column that holds “external id”." },
    ]);
    expect(columnProblems(kind, columns, { columns: { "a/b": "gone", id: "external-id" } })[0]?.pointer).toBe(
      "/columns/a~1b",
    );
  });

  test("gives values that are known, for fields that have such", () => {
    expect(valueProblems(kind, domains, { owner: { Ana: "P1" } })).toEqual([]);
    expect(
      valueProblems(kind, domains, { owner: { Ana: "P9" }, value: { "5": "6" } }).map((one) => one.pointer),
    ).toEqual(["/values/owner/Ana", "/values/value"]);
  });
});
