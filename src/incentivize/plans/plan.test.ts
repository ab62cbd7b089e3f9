import { describe, expect, test } from "vitest";
import { Problem } from "#platform/problem.ts";
import { readPlan } from "./plan.ts";
import { sampleLadder, sampleRules } from "./plans.fixture.ts";

const known = { ladders: [sampleLadder], series: ["GTX", "MG", "GTK"] };

/** The sample plan as a writer would have it, with something changed. */
type Draft = Record<string, unknown> & { components: Record<string, unknown>[] };

function draft(change: (plan: Draft) => void): Draft {
  const plan: Draft = structuredClone(sampleRules);
  change(plan);
  return plan;
}

function component(plan: Draft, index: number): Record<string, unknown> {
  return plan.components[index] ?? {};
}

function errorsOf(plan: unknown) {
  try {
    readPlan(plan, known);
  } catch (error) {
    if (error instanceof Problem) return error.errors;
    throw error;
  }
  return [];
}

test("the sample plan is accepted as it stands", () => {
  expect(readPlan(sampleRules, known)).toEqual(sampleRules);
});

describe("what contradicts itself is refused where it stands, with what to change", () => {
  test.each<[string, (plan: Draft) => void, string, string]>([
    [
      "pay credit below 100 %",
      (plan) => Object.assign(plan, { payCredit: [{ to: "owner", share: "0.9" }] }),
      "/payCredit",
      "The shares of the pay credit add up to 90 %. They must add up to exactly 100 %.",
    ],
    [
      "pay credit above 100 %",
      (plan) =>
        Object.assign(plan, {
          payCredit: [
            { to: "owner", share: "1" },
            { to: "owner", share: "0.000001" },
          ],
        }),
      "/payCredit",
      "The shares of the pay credit add up to 100.0001 %. They must add up to exactly 100 %.",
    ],
    [
      "no pay credit",
      (plan) => Object.assign(plan, { payCredit: [] }),
      "/payCredit",
      "Say who the win counts for.",
    ],
    [
      "an unknown currency",
      (plan) => Object.assign(plan, { currency: "XYZ" }),
      "/currency",
      '"XYZ" is not a currency in use. Write an ISO 4217 code such as EUR.',
    ],
    [
      "one key twice",
      (plan) => Object.assign(component(plan, 1), { key: "commission" }),
      "/components/1/key",
      'The key "commission" is used twice. Every component needs its own.',
    ],
    [
      "a rate that means percent",
      (plan) => Object.assign(component(plan, 1), { rate: { kind: "flat", rate: "2" } }),
      "/components/1/rate/rate",
      "Write the rate as a decimal from 0 to 1: 0.08 means 8 %.",
    ],
    [
      "a rate that is a float",
      (plan) => Object.assign(component(plan, 1), { rate: { kind: "flat", rate: 0.02 } }),
      "/components/1/rate/rate",
      "Write text in quotes here.",
    ],
    [
      "a series without a rate",
      (plan) =>
        Object.assign(component(plan, 0), {
          rate: { kind: "by-series", rates: { GTX: "0.08", MG: "0.10" } },
        }),
      "/components/0/rate/rates",
      'The series GTK has no rate. Add one, or "0" if it earns nothing.',
    ],
    [
      "a series that is not sold",
      (plan) =>
        Object.assign(component(plan, 0), {
          rate: { kind: "by-series", rates: { GTX: "0.08", MG: "0.10", GTK: "0.05", "G/T~X": "0.08" } },
        }),
      "/components/0/rate/rates/G~1T~0X",
      "The catalogue has no series G/T~X. Its series are GTX, MG, GTK.",
    ],
    [
      "rates by series of the whole value",
      (plan) => Object.assign(component(plan, 0), { basis: "opportunity value" }),
      "/components/0/basis",
      'A rate by series is taken of each line: write "line value", or one flat rate.',
    ],
    [
      "a ladder that does not exist",
      (plan) => Object.assign(component(plan, 0), { multiplier: { ladder: "medals", by: {} } }),
      "/components/0/multiplier/ladder",
      'There is no tier ladder "medals". The programme\'s ladders: agent-tiers.',
    ],
    [
      "a level that the ladder does not have",
      (plan) =>
        Object.assign(component(plan, 0), {
          multiplier: {
            ladder: "agent-tiers",
            by: { Silver: "1.00", Gold: "1.10", Platinum: "1.25", Bronze: "0.9" },
          },
        }),
      "/components/0/multiplier/by/Bronze",
      'The ladder "Agent tiers" has no level Bronze. Its levels are Silver, Gold, Platinum.',
    ],
    [
      "a level without a multiplier",
      (plan) =>
        Object.assign(component(plan, 0), {
          multiplier: { ladder: "agent-tiers", by: { Silver: "1.00", Gold: "1.10" } },
        }),
      "/components/0/multiplier/by",
      'The level Platinum has no multiplier. Add one; "1.00" leaves the amount as it is.',
    ],
    ["no hold", (plan) => Object.assign(plan, { hold: undefined }), "/hold", "This is missing."],
    [
      "a negative hold",
      (plan) => Object.assign(plan, { hold: { days: -1, after: "close" } }),
      "/hold/days",
      "At least 0 here.",
    ],
    [
      "rounding in several places",
      (plan) =>
        Object.assign(component(plan, 1), {
          rounding: { mode: "half-even", to: "minor-unit", once: "per line" },
        }),
      "/components/1/rounding/once",
      'Write "after all factors".',
    ],
    [
      "a word that the language does not know",
      (plan) => Object.assign(plan, { cap: "1000" }),
      "",
      'Remove "cap", or check the spelling: it has no meaning here.',
    ],
  ])("%s", (_what, change, pointer, message) => {
    expect(errorsOf(draft(change))).toContainEqual({ pointer, message });
  });

  test("everything is said at once", () => {
    const plan = draft((all) => {
      Object.assign(all, { currency: "XYZ", payCredit: [{ to: "owner", share: "0.5" }] });
      Object.assign(component(all, 1), { key: "commission" });
    });
    expect(errorsOf(plan).map(({ pointer }) => pointer)).toEqual([
      "/currency",
      "/payCredit",
      "/components/1/key",
    ]);
    expect(() => readPlan(plan, known)).toThrow("There are 3 things to change in this document.");
  });

  test.each([null, undefined, 7, "plan", [], {}])("%j is no plan", (input) => {
    expect(errorsOf(input).length).toBeGreaterThan(0);
  });
});

/*
 * Oracle 2 (Euler): a deal of 1,000, the child earns 10 %, the parent "5 % of what the child earns"; the page shows 50,
 * which is 5 % of the deal. Here nobody can write such a sentence: the basis is named, or the plan is refused.
 */
describe("the basis of a rate is never left open", () => {
  const said = 'Say what the rate is taken of: "line value" or "opportunity value".';

  test.each([
    ["not said", undefined],
    ["what the child earns", "what the child earns"],
    ["empty", ""],
  ])("a basis that is %s is refused", (_what, basis) => {
    const plan = draft((all) => Object.assign(component(all, 1), { basis }));
    expect(errorsOf(plan)).toEqual([{ pointer: "/components/1/basis", message: said }]);
  });
});
