import { z } from "zod";
import {
  type Calendar,
  calendarYear,
  decide,
  type Ladder,
  type LadderRules,
  noThresholds,
  rankOf,
  readAmounts,
  readMeasured,
  reviewsBetween,
  rulesOf,
  type Thresholds,
  whys,
  windowOf,
} from "#ecosystem/ladders/contract.ts";
import type { DecidedTier } from "./facts.ts";

/*
 * What a review decided about a partner, as a receipt keeps it. Where the partner stood before is not in it, so what
 * can be recomputed is what was earned, over which days, and whether what is said to have kept the level could.
 */

const Day = z.iso.date();
const AmountsJson = z.record(z.string(), z.string());

/** Members stand in the order of their names, so that it is canonical JSON as it is. */
export const TierDecision = z.strictObject({
  decidedOn: Day,
  earned: z.string(),
  /** The calendar by which quarters and years are counted. */
  fiscalYearStartMonth: z.int().min(1).max(12),
  graceUntil: Day.nullable(),
  inForceFrom: Day,
  measured: z.array(
    z.strictObject({ amounts: AmountsJson, from: Day.nullable(), measure: z.string(), until: Day }),
  ),
  on: Day,
  /** The first day of the quarter that pays by it; a calendar quarter where an older receipt does not say. */
  quarterFrom: Day.optional(),
  since: Day,
  /** The level that the rules alone give. */
  standing: z.string(),
  /** Those that came from an override, in place of what the ladder says. */
  thresholds: z.array(
    z.strictObject({
      amounts: AmountsJson,
      level: z.string(),
      measure: z.string(),
      scope: z.strictObject({ key: z.string(), kind: z.enum(["country", "region", "global"]) }),
    }),
  ),
  why: z.enum(whys),
});
export type TierDecision = z.infer<typeof TierDecision>;

/** Why a decided level cannot stand: what its review gives instead, or that it is no review of these days. */
export type DecisionFault = { kind: "level"; expected: string } | { kind: "days" };

/** Recomputes what a review decided from what it measured; null where all of it follows. */
export function decisionFault(ladder: Ladder, { level, decision }: DecidedTier): DecisionFault | null {
  const calendar: Calendar = { ...calendarYear, fiscalYearStartMonth: decision.fiscalYearStartMonth };
  const rules = rulesOf(ladder, calendar);
  const review = reviewOf(rules, decision);
  if (review === null || !windowsHold(rules, decision)) return { kind: "days" };
  const measured = measuredIn(decision);
  const circumstances = {
    thresholds: thresholdsIn(decision),
    exception: null,
    floor: null,
    pinned: null,
  };
  const { earned, inGoodStanding } = decide({ rules, review, measured, circumstances }, null);
  if (earned !== decision.earned) return { kind: "level", expected: earned };
  const [stood, reached] = [rankOf(rules, decision.standing), rankOf(rules, earned)];
  const isKept = reached < stood && mayKeep(rules, review.demotes, decision);
  const isHeldBack = reached > stood && !inGoodStanding;
  if (stood === -1 || !(reached === stood || isKept || isHeldBack))
    return { kind: "level", expected: earned };
  return inForce(rules, level, decision) ? null : { kind: "level", expected: decision.standing };
}

function reviewOf(rules: LadderRules, { on, decidedOn, inForceFrom }: TierDecision) {
  const until = Temporal.PlainDate.from(inForceFrom).add({ days: 1 }).toString();
  const found = reviewsBetween(rules, inForceFrom, until).find((review) => review.on === on);
  return found?.decidedOn === decidedOn ? found : null;
}

function windowsHold(rules: LadderRules, { measured, on }: TierDecision): boolean {
  const isWhole = measured.length === rules.measures.size;
  return (
    isWhole &&
    measured.every(({ measure, from, until }) => {
      if (!rules.measures.has(measure)) return false;
      const window = windowOf(rules, measure, on);
      return window.from === from && window.until === until;
    })
  );
}

function measuredIn({ measured }: TierDecision) {
  return readMeasured(Object.fromEntries(measured.map(({ measure, amounts }) => [measure, amounts])));
}

function thresholdsIn({ thresholds }: TierDecision): Thresholds {
  if (thresholds.length === 0) return noThresholds;
  return (level, measure) => {
    const set = thresholds.find((one) => one.level === level && one.measure === measure);
    return set === undefined ? null : { amounts: readAmounts(set.amounts), scope: set.scope };
  };
}

/** Whether anything in the rules keeps a level that is not earned any more. */
function mayKeep({ ladder }: LadderRules, demotes: boolean, decision: TierDecision): boolean {
  if (!demotes || decision.graceUntil !== null) return true;
  const since = Temporal.PlainDate.from(decision.since);
  return decision.inForceFrom < since.add({ months: ladder.minimumStayMonths }).toString();
}

/** The level in force is what the rules give, or what people have put over them. */
function inForce(rules: LadderRules, level: string, { standing, why }: TierDecision): boolean {
  const rank = rankOf(rules, level);
  if (why === "stood" || why === "exception") return rank >= 0;
  if (why === "grandfathered") return rank > rankOf(rules, standing);
  return level === standing;
}
