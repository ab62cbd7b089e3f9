import { z } from "zod";
import { LevelName } from "../ladders/contract.ts";
import { benefitKinds, benefitUnits, Counts } from "./document.ts";

/* What can differ between two versions of a program: a code with what a sentence about it needs. */

const takesAway = z.boolean().describe("Whether somebody may have less by it than before");
const text = z.string();
const list = z.array(z.string());

function change<Code extends string, Shape extends z.ZodRawShape>(code: Code, shape: Shape) {
  return z.strictObject({ code: z.literal(code), takesAway, ...shape });
}

const fromTo = { before: text, after: text };
const lists = { before: list, after: list };
const track = { track: text };
const benefit = {
  benefit: text,
  kind: z.enum(benefitKinds),
  unit: z.enum(benefitUnits),
  currency: text.nullable(),
};

/** How two versions differ beside the ladder; what differs in the ladder has its own list. */
export const TermsChange = z.discriminatedUnion("code", [
  change("label-changed", fromTo),
  change("summary-changed", {}),
  change("criteria-changed", { by: z.enum(["types", "regions"]), ...lists }).describe("Empty: everybody"),
  change("notice-changed", { before: z.int(), after: z.int() }),
  change("acknowledge-changed", { after: z.boolean() }),
  change("counts-changed", { rule: Counts.keyof(), ...fromTo }),
  change("benefit-added", { benefit: text }),
  change("benefit-removed", { benefit: text }),
  change("benefit-renamed", fromTo),
  change("benefit-value-changed", {
    ...benefit,
    level: LevelName,
    before: text.nullable().describe("None: the level had nothing"),
    after: text.nullable(),
  }),
  change("benefit-counted-otherwise", { benefit: text }).describe("In another unit, currency or period"),
  change("benefit-request-changed", { benefit: text, onRequest: z.boolean() }),
  change("benefit-valid-changed", { benefit: text, before: z.int().nullable(), after: z.int().nullable() }),
  change("track-added", track),
  change("track-removed", track),
  change("track-renamed", fromTo),
  change("track-for-changed", { ...track, by: z.enum(["types", "regions", "specializations"]), ...lists }),
  change("default-track-changed", fromTo),
  change("track-names-changed", {
    ...track,
    what: z.enum([
      "application-form",
      "onboarding-track",
      "agreement",
      "rules-of-engagement",
      "content",
      "plan",
    ]),
    ...lists,
  }),
  change("track-benefits-changed", { ...track, level: LevelName, lost: list, gained: list }),
  change("track-protection-changed", {
    ...track,
    level: LevelName,
    before: z.int().nullable().describe("None: as the rules of engagement say"),
    after: z.int().nullable(),
  }),
]);
export type TermsChange = z.infer<typeof TermsChange>;
