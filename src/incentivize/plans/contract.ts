import { z } from "zod";
import {
  CurrencyCode,
  Label,
  LadderOne,
  type LadderVersion,
  LevelName,
  Slug,
} from "#ecosystem/ladders/contract.ts";
import { roundingModes } from "#platform/money/rounding.ts";

/*
 * The plan language: what a vendor writes to say who earns what. A plan version is immutable once published, as is
 * the tier ladder of a program that it may read. They are data, so the same engine previews, posts, explains and
 * back-tests them.
 * What a shape cannot say (shares of 100 %, levels that exist) is checked in plan.ts.
 */

/** A share of an amount as a decimal from 0 to 1, at most six digits after the point: "0.08" is 8 %. */
const Rate = z
  .string()
  .regex(/^(0(\.\d{1,6})?|1(\.0{1,6})?)$/, "Write the rate as a decimal from 0 to 1: 0.08 means 8 %.");

/** A factor as a decimal below 100, at most six digits after the point: "1.25" adds a quarter. */
const Factor = z
  .string()
  .regex(/^(0|[1-9]\d?)(\.\d{1,6})?$/, "Write the multiplier as a decimal such as 1.25.");

/**
 * What the rate is taken of. There is no default: "5 % on the child's deal" is said to be of the deal or of what
 * the child earns, never left to the reader.
 *
 * - `line value`: each line of the won opportunity, by its product's series, summed before the one rounding.
 * - `opportunity value`: the close value of the won opportunity.
 */
export const Basis = z.enum(["line value", "opportunity value"], {
  error: 'Say what the rate is taken of: "line value" or "opportunity value".',
});
export type Basis = z.infer<typeof Basis>;

/** The ways in which one partner stands above another. */
export const Edge = z.enum(["owns", "distributes to", "master of"]);
export type Edge = z.infer<typeof Edge>;

/** Who gets the component's amount: the partner that owns the opportunity at close, or the one above it by an edge. */
export const Beneficiary = z.discriminatedUnion("who", [
  z.strictObject({ who: z.literal("owner") }),
  z.strictObject({ who: z.literal("parent-of-owner"), edge: Edge }),
]);
export type Beneficiary = z.infer<typeof Beneficiary>;

export const RateRule = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("flat"), rate: Rate }),
  z.strictObject({ kind: z.literal("by-series"), rates: z.record(z.string().min(1).max(80), Rate) }),
]);
export type RateRule = z.infer<typeof RateRule>;

/** A factor by the owner's level on the named ladder; every level has one. */
export const Multiplier = z.strictObject({ ladder: Slug, by: z.record(LevelName, Factor) });
export type Multiplier = z.infer<typeof Multiplier>;

/** Mode and place of the only rounding; both are printed in every receipt. */
export const Rounding = z.strictObject({
  mode: z.enum(roundingModes),
  to: z.literal("minor-unit"),
  once: z.literal("after all factors"),
});
export type Rounding = z.infer<typeof Rounding>;

/** One line of the plan: what earns what for whom. `key` stays the same through all versions of a plan. */
export const Component = z.strictObject({
  key: Slug,
  label: Label,
  beneficiary: Beneficiary,
  basis: Basis,
  rate: RateRule,
  multiplier: Multiplier.optional(),
  rounding: Rounding,
});
export type Component = z.infer<typeof Component>;

/** Who the win counts for, and for how much of it; the shares add up to exactly 100 %. */
export const PayCredit = z
  .array(z.strictObject({ to: z.literal("owner"), share: Rate }))
  .min(1, "Say who the win counts for.")
  .max(20);
export type PayCredit = z.infer<typeof PayCredit>;

/** How long an earning is held: through the day of close + days − 1, released at 00:00 of close + days. */
export const Hold = z.strictObject({ days: z.int().min(0).max(730), after: z.literal("close") });
export type Hold = z.infer<typeof Hold>;

/** The rules of one plan version. All amounts are in its currency. */
export const PlanRules = z
  .strictObject({
    format: z.literal("hanse-plan/1"),
    currency: CurrencyCode,
    payCredit: PayCredit,
    components: z.array(Component).min(1, "Write at least one component.").max(20),
    hold: Hold,
  })
  .meta({ id: "PlanRules" });
export type PlanRules = z.infer<typeof PlanRules>;

/** A published plan version with the ladder versions that may apply to its wins. */
export interface PlanVersion {
  readonly planId: string;
  readonly name: string;
  readonly version: number;
  readonly rules: PlanRules;
  readonly ladders: readonly LadderVersion[];
}

export const PlanName = z.string().trim().min(1, "Name the plan.").max(200);

/** A file that brings a plan together with the ladder that it reads. */
export const PlanFile = z.strictObject({
  name: PlanName,
  ladders: z.array(LadderOne).max(12),
  rules: PlanRules,
});
export type PlanFile = z.infer<typeof PlanFile>;
