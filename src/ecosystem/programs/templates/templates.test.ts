import { expect, test } from "vitest";
import { builtInKinds } from "../../facts/contract.ts";
import { readProgram } from "../check.ts";
import { levelsOf } from "../document.ts";
import { template, templateKeys } from "./templates.ts";

test.each(templateKeys)("the template %s can be published as it stands", (key) => {
  for (const currency of ["EUR", "JPY"]) {
    const { document } = template(key, currency);
    expect(readProgram(document, { kinds: builtInKinds, regions: [], specializations: [] })).toEqual(
      document,
    );
  }
});

test.each(templateKeys)(
  "the template %s is whole: levels, benefits on each of them, agreements, criteria",
  (key) => {
    const { document, type } = template(key, "EUR");
    const levels = levelsOf(document);
    expect(levels.length).toBeGreaterThan(1);
    for (const level of levels) {
      expect(
        document.benefits.some(({ values }) => values[level] !== undefined),
        level,
      ).toBe(true);
    }
    expect(document.criteria.types).toContain(type);
    expect(document.tracks.find(({ isDefault }) => isDefault)?.agreements).not.toEqual([]);
    expect(document.summary).not.toBe("");
  },
);
