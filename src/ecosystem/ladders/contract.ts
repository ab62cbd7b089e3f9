export {
  type Amounts,
  type AmountsJson,
  type Measured,
  MeasuredJson,
  readAmounts,
  readMeasured,
  writeAmounts,
  writeMeasured,
} from "./amounts.ts";
export {
  type Bound,
  boundsOf,
  levelAt,
  readLadderOne,
  type Tier,
  tierFor,
  tierWindow,
} from "./bound.ts";
export {
  type MeasuredDays,
  nextReview,
  type Review,
  reviewInForce,
  reviewsBetween,
  warnedOn,
  windowOf,
} from "./calendar.ts";
export { LadderChange } from "./changes.ts";
export { ladderErrors, readLadder } from "./check.ts";
export { expressionErrors } from "./check-levels.ts";
export { compareLadders } from "./compare.ts";
export {
  type Circumstances,
  type Decision,
  decide,
  play,
  type Standing,
  type Step,
  type Why,
  whys,
} from "./decide.ts";
export {
  type Amount,
  type Comparison,
  comparisonsOf,
  type Expression,
  ExpressionError,
  type Place,
  parseExpression,
  printAmounts,
  printExpression,
} from "./expression.ts";
export { satisfiable } from "./imply.ts";
export {
  asksYesNo,
  CurrencyCode,
  expand,
  Label,
  Ladder,
  type LadderContext,
  LadderOne,
  LadderTwo,
  type LadderVersion,
  LevelName,
  type MeasurableKind,
  Measure,
  Slug,
  type Window,
} from "./ladder.ts";
export { type CountedFact, type PointsMeasure, type PointWeight, pointsOf, pointWeights } from "./points.ts";
export {
  type Compared,
  comparedOf,
  missingOf,
  noThresholds,
  type Reached,
  reach,
  reachGoodStanding,
  reachLevel,
  type Threshold,
  type ThresholdScope,
  type Thresholds,
} from "./reach.ts";
export {
  type Calendar,
  calendarYear,
  type LadderRules,
  levelAbove,
  type Requirement,
  rankOf,
  requirementOf,
  rulesOf,
} from "./rules.ts";
export { silence } from "./silence.ts";
export { type NamedThreshold, thresholdsOf, withThresholds } from "./thresholds.ts";
