import { rankOf, type Why } from "../../ladders/contract.ts";
import type { ExceptionRow } from "./circumstances.ts";
import type { Evaluation, History, Judged } from "./evaluate.ts";
import { versionOnDay } from "./versions.ts";

/** The level that holds for a unit on a day, and why. */
export interface InForce {
  level: string;
  why: Why;
  /** The review that it goes back to. */
  judged: Judged;
  /** What of people's decisions holds the level on this day. */
  exception: ExceptionRow | null;
  floor: ExceptionRow | null;
}

/**
 * What holds on a day. Between two reviews it changes only by what people decide: an exception begins or ends, a
 * grandfather clause ends. Null before the first review, for who took no part in the last one, and where no ladder is
 * in force.
 */
export function inForceOn(history: History, evaluation: Evaluation, day: string): InForce | null {
  const { decided, reviews, versions } = evaluation;
  const last = reviews.findLast(({ review }) => review.inForceFrom <= day)?.review;
  const judged = history.judged.findLast(({ review }) => review === last);
  if (judged === undefined || versionOnDay(versions, day) === null) return null;
  const { decision, unit, version, review } = judged;
  const { rules } = version;
  const given = decided.exceptionOf(unit.partnerId, day);
  const exception = given !== null && rankOf(rules, given.level) >= 0 ? given : null;
  const floor = decided.floorOf(unit.partnerId, day, rules);
  // What a run has paid by on the day itself stands; what somebody gave since then holds.
  const isNewer = exception !== null && exception.effective_from > review.inForceFrom;
  if (decision.why === "stood" && !isNewer) {
    return { level: decision.level, why: "stood", judged, exception: null, floor: null };
  }
  if (exception !== null) return { level: exception.level, why: "exception", judged, exception, floor: null };
  const { level } = decision.standing;
  if (floor !== null && rankOf(rules, floor.level) > rankOf(rules, level)) {
    return { level: floor.level, why: "grandfathered", judged, exception: null, floor };
  }
  const isOverruled = decision.why === "exception" || decision.why === "grandfathered";
  return { level, why: isOverruled ? "kept" : decision.why, judged, exception: null, floor: null };
}

/** The level of each partner on a day: that of the whole company, or of its main place. Who takes no part is not in it. */
export function levelsAt(evaluation: Evaluation, day: string): Map<string, string> {
  return new Map([...heldAt(evaluation, day)].map(([partnerId, { level }]) => [partnerId, level]));
}

/** The same with all that it follows from. */
export function heldAt(evaluation: Evaluation, day: string): Map<string, InForce> {
  const found = new Map<string, InForce>();
  for (const history of evaluation.histories) {
    const held = inForceOn(history, evaluation, day);
    if (held?.judged.unit.main) found.set(history.partnerId, held);
  }
  return found;
}
