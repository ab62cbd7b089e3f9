import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { builtInKinds } from "../../facts/contract.ts";
import { requirementErrors } from "../../specializations/asked.ts";
import { parseExpression, printExpression } from "../contract.ts";
import { faultsIn } from "./requirementFaults.ts";
import { askedMeasure, askingFor, type Group, type Line, treeOf, writtenOf } from "./requirementTree.ts";

const aLine = fc
  .tuple(fc.constantFrom(...builtInKinds), fc.constantFrom(">=", "<="), fc.integer({ min: 1, max: 99 }))
  .map(([{ key, unit }, operator, n]) => `${key} ${operator} ${n}${unit === "money" ? " EUR" : ""}`);
const { requirement } = fc.letrec<{ requirement: string }>((tie) => ({
  requirement: fc.oneof(
    { maxDepth: 2 },
    aLine,
    fc
      .tuple(fc.constantFrom("all", "any"), fc.array(tie("requirement"), { minLength: 2, maxLength: 4 }))
      .map(([kind, parts]) => `${kind}(${parts.join(", ")})`),
    fc
      .tuple(fc.integer({ min: 1, max: 40 }), fc.array(tie("requirement"), { minLength: 2, maxLength: 4 }))
      .map(([atLeast, parts]) => `points(${[atLeast, ...parts.map((part) => `10: ${part}`)].join(", ")})`),
  ),
}));

test("every requirement that is not too deep stands in the fields, and its text is the same again", () => {
  fc.assert(
    fc.property(requirement, (text) => {
      const tree = treeOf(text);
      if (tree === null) return;
      const again = writtenOf(tree);
      expect(again.text).toBe(printExpression(parseExpression(text)));
      // Every line begins where it is said to begin.
      for (const { from } of again.lines) expect(again.text.slice(from)).toMatch(/^[a-z_]+ [<>]= /);
    }),
  );
});

const line = (id: number, measure: string, text: string, operator: ">=" | "<=" = ">=") => ({
  points: "10",
  of: { kind: "compare" as const, id, measure, operator, text },
});
const group = (...parts: Group["parts"]): Group => ({ kind: "all", id: 0, atLeast: "50", parts });

test.each<[string, Group, string]>([
  ["nothing", group(line(1, "", "")), ""],
  ["one line alone", group(line(1, "references", "3")), "references >= 3"],
  [
    "a line that is not begun is left out",
    group(line(1, "references", "3"), line(2, "", "5")),
    "references >= 3",
  ],
  ["money as it is written", group(line(1, "won_value", "1 USD or 2 CHF")), "won_value >= 1 USD or 2 CHF"],
  [
    "points",
    { ...group(line(1, "references", "3"), line(2, "certificates", "2")), kind: "points", atLeast: "20" },
    "points(20, 10: references >= 3, 10: certificates >= 2)",
  ],
])("fields say %s", (_what, tree, text) => expect(writtenOf(tree).text).toBe(text));

describe("what is wrong is said beside its line", () => {
  const faults = (tree: Group) => {
    const said = writtenOf(tree);
    return faultsIn(tree, said, requirementErrors(said.text, builtInKinds));
  };

  test.each<[string, Group, number, string]>([
    [
      "a contradiction",
      group(line(1, "certificates", "1"), line(2, "references", "5"), line(3, "references", "3", "<=")),
      2,
      '"references" cannot be at least 5 and at most 3. Change one of the two.',
    ],
    ["twice", group(line(1, "references", "5"), line(2, "references", "6")), 2, "is asked for twice"],
    ["no number", group(line(1, "references", "many"), line(2, "certificates", "1")), 1, "number"],
  ])("%s", (_what, tree, id, sentence) => {
    expect(faults(tree).lines.get(id)).toContain(sentence);
  });

  test("and what is about the whole, below it", () => {
    const few = {
      ...group(line(1, "references", "3"), line(2, "certificates", "2")),
      kind: "points" as const,
    };
    expect(faults(few).whole).toContain("the parts give fewer points than are asked for");
    expect(faults(group(line(1, "overdue_balance", "0", "<="))).whole).toContain(
      "Every company would hold it",
    );
  });

  test("but not while nobody has typed a number yet", () => {
    const { lines } = faults(group(line(1, "references", "3"), line(2, "certificates", "")));
    expect([...lines.keys()]).toEqual([]);
  });
});

const kindOf = (wanted: string) => builtInKinds.find(({ key }) => key === wanted) ?? null;
const measure = (key: string) => askedMeasure({ key, label: key }, kindOf(key));

test.each<[string, Line, string, string]>([
  ["so many of something else", line(1, "references", "3").of, "certificates", "certificates >= 3"],
  ["an amount where a number stood", line(1, "references", "3").of, "won_value", "won_value >="],
  [
    "an amount of something else",
    line(1, "won_value", "1 EUR").of,
    "managed_value",
    "managed_value >= 1 EUR",
  ],
  ["what should be little", line(1, "won_value", "1 EUR").of, "overdue_balance", "overdue_balance <= 1 EUR"],
  ["what is so or not", line(1, "references", "3").of, "audit_passed", "audit_passed >= 1"],
  ["a number where yes stood", line(1, "audit_passed", "1").of, "references", "references >="],
])("another measure asks for %s", (_what, asked, next, text) => {
  expect(writtenOf(askingFor(asked, measure(next), measure(asked.measure))).text).toBe(text);
});
