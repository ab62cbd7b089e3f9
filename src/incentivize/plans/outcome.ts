import type { RoundingMode } from "#platform/money/rounding.ts";
import type { Named } from "./facts.ts";

/*
 * What the engine answers: earnings with the steps that led to them, problems that a person must solve, and notes.
 * All of it is codes with parameters; each reader's language is put to them where they are shown. Amounts are
 * decimal text with the digits of the currency, exact values decimal text or a fraction in lowest terms ("1085/3").
 */

/** One step of a computation, in order; `exact` is the value after it, in major units, not rounded. */
export type Step =
  | { code: "line"; params: { amount: string; exact: string; product: string; rate: string; series: string } }
  | { code: "value"; params: { amount: string; exact: string; rate: string } }
  | { code: "sum"; params: { exact: string; lines: number } }
  | { code: "multiplier"; params: { exact: string; factor: string; level: string } }
  | { code: "credit"; params: { exact: string; share: string; to: "owner" } }
  | { code: "remaining"; params: { exact: string; net: string; reversed: string; value: string } }
  | { code: "round"; params: { amount: string; mode: RoundingMode; to: string } }
  | { code: "ended"; params: { amount: string; why: EndedWhy } }
  | { code: "difference"; params: { amount: string; booked: string; due: string } };

/** Why somebody for whom lines are booked is due nothing any more. */
export type EndedWhy = "another-owner" | "another-parent" | "component-ended";

/** What a win would earn for one beneficiary by one component, all its lines together. */
export interface ComputedEarning {
  readonly component: string;
  readonly beneficiary: Named;
  /** Rounded once, in the minor units of the plan's currency; 0 when the win is fully reversed. */
  readonly amountMinor: bigint;
  readonly steps: readonly Step[];
  /** Canonical JSON of what the amount rests on and its beneficiary may see. Stored with the line. */
  readonly facts: string;
}

/** Why a win cannot be computed. It then earns nothing on any component until a person has solved it. */
export type LineProblem =
  | { code: "value-missing"; params: Record<string, never> }
  | { code: "value-negative"; params: { value: string } }
  | { code: "currency-differs"; params: { currency: string; planCurrency: string } }
  | { code: "lines-do-not-add-up"; params: { lines: string; value: string } }
  | { code: "reversed-out-of-range"; params: { reversed: string; value: string } }
  | { code: "product-missing"; params: { component: string } }
  | { code: "series-missing"; params: { component: string; product: string } }
  | { code: "series-without-rate"; params: { component: string; product: string; series: string } }
  | { code: "tier-missing"; params: { component: string; ladder: string } }
  | { code: "tier-unknown"; params: { component: string; level: string } }
  | { code: "tier-does-not-follow"; params: { component: string; expected: string; level: string } }
  | { code: "tier-window-differs"; params: { component: string; from: string; until: string } };

/** Worth saying in a preview, and no problem. */
export type Note = { code: "nobody-above"; params: { component: string; edge: string; owner: string } };

/** Either earnings (and perhaps notes), or problems. */
export interface Evaluation {
  readonly earnings: readonly ComputedEarning[];
  readonly problems: readonly LineProblem[];
  readonly notes: readonly Note[];
}
