import { z } from "zod";
import { roundingModes } from "#platform/money/rounding.ts";
import type { CompiledPlan } from "./compile.ts";
import type { Edge } from "./contract.ts";
import type { Named, WinFacts } from "./facts.ts";

/*
 * What the engine answers: earnings with the steps that led to them, problems that a person must solve, and notes.
 * All of it is codes with parameters; each reader's language is put to them where they are shown. Amounts are
 * decimal text with the digits of the currency, exact values decimal text or a fraction in lowest terms ("1085/3").
 */

/** Why a win earns nothing for anybody any more: taken back as a whole, nobody owns it, or nothing lets it earn. */
export const WithdrawnWhy = z.enum(["win-reversed", "no-owner", "no-pay-basis"]);
export type WithdrawnWhy = z.infer<typeof WithdrawnWhy>;

/** Why somebody for whom lines are booked is due nothing any more. */
export const EndedWhy = z.enum([
  "another-owner",
  "another-parent",
  "component-ended",
  ...WithdrawnWhy.options,
]);
export type EndedWhy = z.infer<typeof EndedWhy>;

function step<Code extends string, Params extends z.ZodRawShape>(code: Code, params: Params) {
  return z.strictObject({ code: z.literal(code), params: z.strictObject(params) });
}

const text = z.string();

/** One step of a computation, in order; `exact` is the value after it, in major units, not rounded. */
export const Step = z.discriminatedUnion("code", [
  step("line", { amount: text, exact: text, product: text, rate: text, series: text.nullable() }),
  step("value", { amount: text, exact: text, rate: text }),
  step("sum", { exact: text, lines: z.int() }),
  step("multiplier", { exact: text, factor: text, level: text }),
  step("credit", { exact: text, share: text, to: z.literal("owner") }),
  step("remaining", { exact: text, net: text, reversed: text, value: text }),
  step("round", { amount: text, mode: z.enum(roundingModes), to: text }),
  step("split", { amount: text, exact: text, share: text, whole: text }),
  step("parts", { amount: text, parts: z.int() }),
  step("ended", { why: EndedWhy }),
  step("difference", { amount: text, booked: text, due: text }),
]);
export type Step = z.infer<typeof Step>;

/** What a win would earn for one beneficiary by one component, all its lines together. */
export interface ComputedEarning {
  readonly component: string;
  readonly beneficiary: Named;
  /** Rounded once, in the minor units of the plan's currency; 0 when the win is fully reversed. */
  readonly amountMinor: bigint;
  readonly steps: readonly Step[];
  /** Canonical JSON of what the amount rests on and its beneficiary may see. Stored with the line. */
  readonly facts: string;
  /** The ladder version that the multiplier read; null for a component without one. */
  readonly ladderVersionId: string | null;
}

/** Why a win cannot be computed. It then earns nothing on any component until a person has solved it. */
export type LineProblem =
  | { code: "currency-differs"; params: { currency: string; planCurrency: string } }
  | { code: "value-missing"; params: Record<string, never> }
  | { code: "value-negative"; params: { value: string } }
  | { code: "reversed-out-of-range"; params: { reversed: string; value: string } }
  | { code: "product-missing"; params: Record<string, never> }
  | { code: "series-missing"; params: { component: string; product: string } }
  | { code: "series-without-rate"; params: { component: string; product: string; series: string } }
  | { code: "lines-do-not-add-up"; params: { lines: string; value: string } }
  | { code: "tier-missing"; params: { ladder: string } }
  | { code: "tier-does-not-follow"; params: { expected: string; level: string } }
  | { code: "tier-window-differs"; params: { from: string; until: string } }
  | { code: "tier-without-multiplier"; params: { component: string; level: string } };

/** Worth saying in a preview, and no problem. */
export type Note = { code: "nobody-above"; params: { component: string; edge: Edge; owner: string } };

/** What a win earns under a plan: either earnings (and perhaps notes), or problems. */
export interface Evaluation {
  readonly plan: CompiledPlan;
  readonly win: WinFacts;
  readonly earnings: readonly ComputedEarning[];
  readonly problems: readonly LineProblem[];
  readonly notes: readonly Note[];
}
