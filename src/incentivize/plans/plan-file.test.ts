import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { PlanFile } from "./contract.ts";
import { readPlanFile, writePlanFile } from "./plan-file.ts";
import { sampleFile, sampleLadder } from "./plans.fixture.ts";

const text = (change: object = {}) => JSON.stringify({ ...sampleFile, ...change });
const ladder = (change: object) => ({ ...sampleLadder, ...change });
const rulesWithout = (series: string) => {
  const [commission, ...others] = sampleFile.rules.components;
  if (commission?.rate.kind !== "by-series") throw new Error("The sample pays by series.");
  const { [series]: _, ...rates } = commission.rate.rates;
  return {
    ...sampleFile.rules,
    components: [{ ...commission, rate: { kind: "by-series", rates } }, ...others],
  };
};

describe("a plan file says what it brings", () => {
  test.each([
    ["a ladder that is not here", [], "new"],
    ["a ladder that is here", [sampleLadder], "same"],
    ["one that is called otherwise here", [ladder({ label: "Levels" })], "same"],
    [
      "one whose bounds are written otherwise here",
      [
        ladder({
          levels: [
            { level: "Gold", from: "60000" },
            { level: "Platinum", from: "120000.0" },
          ],
        }),
      ],
      "same",
    ],
    [
      "one that has other bounds here",
      [
        ladder({
          levels: [
            { level: "Gold", from: "50000" },
            { level: "Platinum", from: "120000" },
          ],
        }),
      ],
      "different",
    ],
    ["one in another currency here", [ladder({ currency: "EUR" })], "different"],
    ["another ladder", [ladder({ name: "reseller-tiers" })], "new"],
  ])("%s", (_what, here, state) => {
    const reading = readPlanFile(text(), here);
    expect(reading).toMatchObject({
      kind: "plan",
      plan: { name: "Agent programme", rules: sampleFile.rules, ladders: [{ ladder: sampleLadder, state }] },
    });
    const known = here.find(({ name }) => name === sampleLadder.name);
    expect(reading).toMatchObject({ plan: { ladders: [{ counts: known ?? sampleLadder }] } });
  });

  test("a file without its ladder is one where the ladder is here, and none where it is not", () => {
    expect(readPlanFile(text({ ladders: [] }), [sampleLadder])).toMatchObject({ kind: "plan" });
    expect(readPlanFile(text({ ladders: [] }), [])).toMatchObject({
      kind: "wrong",
      errors: [{ pointer: "/rules/components/0/multiplier/ladder" }],
    });
  });

  test("a mark of the byte order before it is no matter", () => {
    expect(readPlanFile(`\uFEFF${text()}`, [])).toMatchObject({ kind: "plan" });
  });
});

describe("what is wrong is said with its place", () => {
  test.each<[string, string, object]>([
    ["a comma too many", '{\n  "name": "Plan",\n}', { kind: "not-json", at: { line: 3, column: 1 } }],
    ["an end too early", '{\n  "name": "Plan"', { kind: "not-json", at: { line: 2 } }],
    ["another kind of file", "name,rate\nGold,10", { kind: "not-json" }],
    ["an empty file", "", { kind: "not-json" }],
    ["a list", "[]", { kind: "wrong", errors: [{ pointer: "", message: "Write an object here." }] }],
    ["no name", text({ name: " " }), { kind: "wrong", errors: [{ pointer: "/name" }] }],
    [
      "an unknown member",
      text({ colour: "red" }),
      { kind: "wrong", errors: [{ pointer: "", message: expect.stringContaining('Remove "colour"') }] },
    ],
    [
      "levels that do not ascend",
      text({ ladders: [ladder({ levels: [{ level: "Gold", from: "0" }] })] }),
      { kind: "wrong", errors: [{ pointer: "/ladders/0/levels/0/from" }] },
    ],
    [
      "a ladder twice",
      text({ ladders: [sampleLadder, sampleLadder] }),
      { kind: "wrong", errors: [{ pointer: "/ladders/1/name" }] },
    ],
    [
      "a level without its multiplier",
      text({ ladders: [ladder({ base: "Bronze" })] }),
      {
        kind: "wrong",
        errors: [
          { pointer: "/rules/components/0/multiplier/by/Silver" },
          { pointer: "/rules/components/0/multiplier/by" },
        ],
      },
    ],
  ])("%s", (_what, file, expected) => {
    expect(readPlanFile(file, [])).toMatchObject(expected);
  });

  test("a ladder that is here otherwise is the one that the rules have to fit", () => {
    const bronze = ladder({ base: "Bronze" });
    expect(readPlanFile(text(), [bronze])).toMatchObject({
      kind: "wrong",
      errors: [{ pointer: "/rules/components/0/multiplier/by/Silver" }, {}],
    });
  });
});

test("a plan that is saved as a file and read again is the same plan", () => {
  const name = fc.string({ minLength: 1, maxLength: 200 }).filter((one) => one !== "" && one.trim() === one);
  const rules = fc.constantFrom(sampleFile.rules, rulesWithout("MG"), rulesWithout("GTK"));
  fc.assert(
    fc.property(name, rules, (name, rules) => {
      const file = PlanFile.parse({ ...sampleFile, name, rules });
      expect(readPlanFile(writePlanFile(file), [])).toEqual({
        kind: "plan",
        plan: { name, rules, ladders: [{ ladder: sampleLadder, state: "new", counts: sampleLadder }] },
      });
    }),
  );
});
