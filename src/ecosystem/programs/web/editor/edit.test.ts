import { expect, test } from "vitest";
import { builtInKinds } from "../../../facts/contract.ts";
import { programErrors } from "../../contract.ts";
import { template } from "../../templates/templates.ts";
import { firstLadder, keyFor, removeBenefit, removeLevel, renameLevel, withLadder } from "./edit.ts";
import { countedInPoints, firstPoints, nextRate, rateFor } from "./points.ts";

const { document } = template("master-agent", "EUR");
const { ladder } = document;
if (ladder?.format !== "hanse-ladder/2") throw new Error("The template has a ladder.");

test("a level's new name, and its end, reach benefits and tracks", () => {
  const renamed = renameLevel(document, ladder, 1, "Diamond");
  expect(programErrors(renamed)).toEqual([]);
  expect(renamed.benefits[0]?.values).toEqual({ Preferred: "1", Diamond: "2", Elite: "3" });
  expect(programErrors(renameLevel(document, ladder, -1, "Starter"))).toEqual([]);
  // Another level's name would make one of the two: what each gives could not be told apart again.
  expect(renameLevel(document, ladder, 1, ladder.levels[0]?.level ?? "")).toBe(document);
  const removed = removeLevel(document, ladder, 1);
  expect(programErrors(removed)).toEqual([]);
  expect(removed.benefits[0]?.values).toEqual({ Preferred: "1", Elite: "3" });
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

test("points begin sound, and each further rate wants a day of its own", () => {
  const points = firstPoints("Points", ["won"], "EUR", "2027-01-01");
  const first = firstLadder("first", "First", "EUR");
  const asked = { ...first, levels: [{ level: "Gold", requires: "score >= 100" }] };
  const errors = (measure: typeof points) =>
    programErrors(withLadder({ ...document, benefits: [] }, { ...asked, measures: [measure] }), {
      kinds: builtInKinds,
    });
  expect(errors(points)).toEqual([]);
  const next = nextRate(points, "EUR", "2027-01-01");
  expect(errors({ ...points, rates: [...points.rates, next] })).toEqual([]);
  const again = nextRate({ ...points, rates: [...points.rates, next] }, "EUR", "2027-01-01");
  expect(errors({ ...points, rates: [...points.rates, next, again] })).toEqual([
    { pointer: "/ladder/measures/0/rates/2/from", message: "Write a date such as 2026-03-31." },
  ]);
  const deals = rateFor(next, "deals_won", builtInKinds, "EUR");
  expect(deals.currency).toBeNull();
  expect(rateFor(deals, "won_value", builtInKinds, "CHF").currency).toBe("CHF");
  expect(countedInPoints(builtInKinds).map(({ key }) => key)).not.toContain("satisfaction");
});
