import { z } from "zod";
import { DayJson } from "#platform/http/wire.ts";
import { Label, LevelName, Window } from "./ladder.ts";

/* What can differ between two versions of a ladder: a code with what a sentence about it needs. */

const takesAway = z.boolean().describe("Whether somebody may have less by it than before");
const text = z.string();
const amounts = z.record(z.string(), z.string()).describe("By currency; plain numbers under the empty key");
const operator = z.enum([">=", "<="]);
const rate = z.strictObject({ points: text, per: text }).nullable();

function change<Code extends string, Shape extends z.ZodRawShape>(code: Code, shape: Shape) {
  return z.strictObject({ code: z.literal(code), takesAway, ...shape });
}

const asked = {
  level: LevelName,
  measure: text,
  label: Label,
  operator,
  choice: z
    .boolean()
    .describe("Whether it is one way among others, or gives points, rather than a condition"),
  amounts,
};
const fromTo = { before: text, after: text };
const months = { before: z.int(), after: z.int() };

export const LadderChange = z.discriminatedUnion("code", [
  change("ladder-added", {}),
  change("ladder-removed", {}),
  change("renamed", fromTo),
  change("currency-changed", fromTo),
  change("base-renamed", fromTo),
  change("level-added", { level: LevelName }),
  change("level-removed", { level: LevelName }),
  change("levels-reordered", { before: z.array(LevelName), after: z.array(LevelName) }),
  change("threshold-changed", {
    level: LevelName,
    measure: text,
    label: Label,
    operator,
    before: amounts,
    after: amounts,
  }).describe("Gold asks 60,000 instead of 50,000"),
  change("requirement-added", asked),
  change("requirement-removed", asked),
  change("requirement-rewritten", { level: LevelName, ...fromTo }),
  change("good-standing-added", { requires: text }),
  change("good-standing-removed", { requires: text }),
  change("measure-renamed", { measure: text, ...fromTo }),
  change("window-changed", { measure: text, label: Label, before: Window, after: Window }),
  change("fact-changed", { measure: text, label: Label, ...fromTo }),
  change("rate-changed", {
    measure: text,
    label: Label,
    fact: text,
    currency: text.nullable(),
    from: DayJson,
    before: rate,
    after: rate,
  }),
  change("market-changed", {
    measure: text,
    label: Label,
    countries: z.array(text),
    before: text.describe("How many times the points count"),
    after: text,
  }),
  change("measured-at-changed", fromTo),
  change("reviewed-every-changed", months),
  change("demoted-every-changed", months),
  change("decided-after-changed", months),
  change("in-force-after-changed", months),
  change("grace-changed", months),
  change("warning-changed", months),
  change("minimum-stay-changed", months),
]);
export type LadderChange = z.infer<typeof LadderChange>;
