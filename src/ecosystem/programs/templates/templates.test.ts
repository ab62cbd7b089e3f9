import { expect, test } from "vitest";
import { builtInKinds } from "../../facts/contract.ts";
import { comparisonsOf, expand, type Ladder, parseExpression } from "../../ladders/contract.ts";
import { partnerTypes } from "../../partner-types/contract.ts";
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

test("every partner type is taken in by one template, but those that have no program of their own", () => {
  const taken = templateKeys.flatMap((key) => template(key, "EUR").document.criteria.types);
  expect([...taken].sort()).toEqual(partnerTypes.filter((type) => type !== "marketplace").sort());
});

const ladderOf = ({ ladder }: { ladder: Ladder | null }) => {
  if (ladder === null) throw new Error("Every template has a ladder.");
  return expand(ladder);
};

test.each(templateKeys)("no amount of %s is more than four times that of the level before", (key) => {
  const last = new Map<string, number>();
  for (const { requires } of ladderOf(template(key, "EUR").document).levels) {
    for (const { measure, amounts } of comparisonsOf(parseExpression(requires))) {
      const [asked, before] = [Number(amounts[0]?.number), last.get(measure)];
      if (before !== undefined) {
        expect(asked, measure).toBeGreaterThanOrEqual(before);
        expect(asked, measure).toBeLessThanOrEqual(4 * before);
      }
      last.set(measure, asked);
    }
  }
});

test("a balance is asked for of those that buy, clearance of those that are supervised or supply others", () => {
  const asking = (standing: string) =>
    templateKeys.filter((key) => ladderOf(template(key, "EUR").document).goodStanding.includes(standing));
  expect(asking("agreement >= 1")).toEqual(templateKeys);
  expect(asking("overdue <= 0")).toEqual(["reseller-var", "msp", "systems-integrator", "distributor"]);
  expect(asking("cleared >= 1")).toEqual(["distributor", "advisor"]);
});

test("an integrator without a sale is no Specialist, whatever it knows; an advisor is given nothing restricted unchecked", () => {
  const [specialist] = ladderOf(template("systems-integrator", "EUR").document).levels;
  expect(parseExpression(specialist?.requires ?? "")).toMatchObject({
    kind: "all",
    of: [{ kind: "any" }, {}],
  });
  const { document } = template("advisor", "EUR");
  const [base = ""] = levelsOf(document);
  expect(document.benefits.filter(({ values }) => values[base] !== undefined).map(({ key }) => key)).toEqual([
    "support",
  ]);
});

test("masters are protected as long as agents, and alone are given what rewards leading others", () => {
  const { tracks } = template("master-agent", "EUR").document;
  expect(new Set(tracks.map(({ tiers }) => tiers.Elite?.protectionDays))).toEqual(new Set([150]));
  const leads = (tier: { benefits?: string[] } | undefined) => tier?.benefits?.includes("leading") ?? true;
  expect(tracks.filter(({ tiers }) => leads(tiers.Elite)).map(({ key }) => key)).toEqual(["masters"]);
});
