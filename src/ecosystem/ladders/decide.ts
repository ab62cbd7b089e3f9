import type { Measured } from "./amounts.ts";
import type { Review } from "./calendar.ts";
import {
  comparedOf,
  noThresholds,
  type Reached,
  reach,
  type ThresholdScope,
  type Thresholds,
} from "./reach.ts";
import { type LadderRules, rankOf } from "./rules.ts";

/** Where a partner stands by the rules alone, from one review to the next. Days are `YYYY-MM-DD`. */
export interface Standing {
  readonly level: string;
  /** The day on which this level came into force. */
  readonly since: string;
  /** While in grace: the first day on which the level may be taken away. */
  readonly graceUntil: string | null;
}

export const whys = [
  "entered",
  "promoted",
  "kept",
  "not-in-good-standing",
  "minimum-stay",
  "waits-for-review",
  "grace",
  "demoted",
  "exception",
  "grandfathered",
  "stood",
] as const;

/**
 * Why a level is in force after a review: it `entered`, was `promoted`, `kept` or `demoted` by what it earned; it
 * earned more but is `not-in-good-standing`; it earned less but has its `minimum-stay`, `waits-for-review` at which
 * levels are taken away, or is in `grace`. Over all of these stand an `exception` that somebody made, the floor that
 * it was `grandfathered` with, and, before both, a level that `stood` because it was paid by.
 */
export type Why = (typeof whys)[number];

/** What people have decided about a partner beside the rules, as it is on the day a level comes into force. */
export interface Circumstances {
  readonly thresholds: Thresholds;
  /** Exactly this level, from a day up to but not including `until`. */
  readonly exception: { readonly level: string; readonly until: string } | null;
  /** Not below this level. */
  readonly floor: string | null;
  /** A posted run has paid by this level. */
  readonly pinned: string | null;
}

/** What a review decides for a partner. */
export interface Decision {
  readonly review: Review;
  /** The highest level whose requirement is met by what was measured. */
  readonly earned: string;
  /** The level in force from `review.inForceFrom` on. */
  readonly level: string;
  readonly why: Why;
  readonly inGoodStanding: boolean;
  /** What the next review goes on from. Exceptions, floors and levels that stood leave it as it is. */
  readonly standing: Standing;
  readonly measured: Measured;
  /** The thresholds that came from an override, by `level:measure`. */
  readonly sources: Readonly<Record<string, ThresholdScope>>;
}

/** One review of one partner: the rules that are then in force, and what there is to hold against them. */
export interface Step {
  readonly rules: LadderRules;
  readonly review: Review;
  readonly measured: Measured;
  readonly circumstances: Circumstances;
}

/** What follows, review by review, from where a partner stood before the first; null where it stood nowhere. */
export function play(steps: Iterable<Step>, before: Standing | null): Decision[] {
  const decisions: Decision[] = [];
  let previous = before;
  for (const step of steps) {
    const decision = decide(step, previous);
    decisions.push(decision);
    previous = decision.standing;
  }
  return decisions;
}

/** The decision of one review. Live, forecast and back-test are this function. */
export function decide(step: Step, previous: Standing | null): Decision {
  const { rules, review, measured, circumstances } = step;
  const { earned, sources } = earnedLevel(step);
  const inGoodStanding = rules.goodStanding.every((requirement) => reach(requirement, measured).met);
  const ruled = followRules(step, previous, earned, inGoodStanding);
  const { level, why } = overruled(rules, review, circumstances, ruled);
  return { review, earned, level, why, inGoodStanding, standing: ruled.standing, measured, sources };
}

function earnedLevel({ rules, measured, circumstances }: Step) {
  const sources: Record<string, ThresholdScope> = {};
  let earned = rules.ladder.base;
  for (const { level, requires } of rules.levels) {
    const reached = reach(requires, measured, (measure) => circumstances.thresholds(level, measure));
    if (circumstances.thresholds !== noThresholds) noteSources(sources, level, reached);
    if (reached.met) earned = level;
  }
  return { earned, sources };
}

function noteSources(sources: Record<string, ThresholdScope>, level: string, reached: Reached): void {
  for (const { measure, scope } of comparedOf(reached)) {
    if (scope.kind !== "global") sources[`${level}:${measure}`] = scope;
  }
}

interface Ruled {
  readonly why: Why;
  readonly standing: Standing;
}

function followRules(
  { rules, review }: Step,
  previous: Standing | null,
  earned: string,
  inGoodStanding: boolean,
): Ruled {
  const { inForceFrom } = review;
  const anew = (level: string): Standing => ({ level, since: inForceFrom, graceUntil: null });
  const stood = previous === null ? -1 : rankOf(rules, previous.level);
  // Who is new, or had a level that the ladder no longer has, begins with what it earns.
  if (previous === null || stood === -1) {
    if (inGoodStanding || earned === rules.ladder.base) return { why: "entered", standing: anew(earned) };
    return { why: "not-in-good-standing", standing: anew(rules.ladder.base) };
  }
  const outOfGrace: Standing = { ...previous, graceUntil: null };
  const difference = rankOf(rules, earned) - stood;
  if (difference === 0) return { why: "kept", standing: outOfGrace };
  if (difference > 0) {
    if (inGoodStanding) return { why: "promoted", standing: anew(earned) };
    return { why: "not-in-good-standing", standing: outOfGrace };
  }
  return fallBehind({ rules, review }, previous, anew(earned));
}

/** Earned less than it has: what keeps the level for now, in the order in which it is asked. */
function fallBehind(
  { rules, review }: Pick<Step, "rules" | "review">,
  previous: Standing,
  below: Standing,
): Ruled {
  const { minimumStayMonths, graceDays } = rules.ladder;
  const { inForceFrom, demotes } = review;
  const stays = Temporal.PlainDate.from(previous.since).add({ months: minimumStayMonths }).toString();
  if (inForceFrom < stays) return { why: "minimum-stay", standing: previous };
  if (!demotes) return { why: "waits-for-review", standing: previous };
  if (graceDays > 0 && previous.graceUntil === null) {
    const graceUntil = Temporal.PlainDate.from(inForceFrom).add({ days: graceDays }).toString();
    return { why: "grace", standing: { ...previous, graceUntil } };
  }
  if (previous.graceUntil !== null && inForceFrom < previous.graceUntil) {
    return { why: "grace", standing: previous };
  }
  return { why: "demoted", standing: below };
}

function overruled(
  rules: LadderRules,
  { inForceFrom }: Review,
  { pinned, exception, floor }: Circumstances,
  { why, standing }: Ruled,
): { level: string; why: Why } {
  if (pinned !== null) return { level: pinned, why: "stood" };
  if (exception !== null && inForceFrom < exception.until) {
    return { level: exception.level, why: "exception" };
  }
  if (floor !== null && rankOf(rules, floor) > rankOf(rules, standing.level)) {
    return { level: floor, why: "grandfathered" };
  }
  return { level: standing.level, why };
}
