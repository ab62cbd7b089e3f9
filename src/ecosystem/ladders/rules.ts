import { type Amounts, amountsOf } from "./amounts.ts";
import { type Expression, parseExpression } from "./expression.ts";
import { expand, type Ladder, type LadderTwo, type Measure } from "./ladder.ts";

/** The vendor's own year. */
export interface Calendar {
  /** The month in which its fiscal year begins, 1 to 12; quarters are counted from there. */
  readonly fiscalYearStartMonth: number;
}

/** The calendar year; ladders of the first format always go by it. */
export const calendarYear: Calendar = { fiscalYearStartMonth: 1 };

/** What is asked for, ready to be held against what was measured. */
export type Requirement =
  | {
      readonly kind: "compare";
      readonly measure: string;
      readonly operator: ">=" | "<=";
      readonly need: Amounts;
    }
  | {
      readonly kind: "points";
      readonly atLeast: number;
      readonly parts: readonly { readonly points: number; readonly of: Requirement }[];
    }
  | { readonly kind: "all" | "any"; readonly of: readonly Requirement[] };

/** A ladder made ready for many partners: its expressions are read once. */
export interface LadderRules {
  readonly ladder: LadderTwo;
  /** The one that its reviews and windows go by. */
  readonly calendar: Calendar;
  readonly measures: ReadonlyMap<string, Measure>;
  readonly goodStanding: readonly Requirement[];
  /** Those above the base, upwards. */
  readonly levels: readonly { readonly level: string; readonly requires: Requirement }[];
}

/**
 * Prepares a ladder that `readLadder` has accepted. One of the first format goes by calendar quarters, as it says,
 * whatever the vendor's fiscal year is.
 */
export function rulesOf(ladder: Ladder, calendar: Calendar): LadderRules {
  const document = expand(ladder);
  const requirement = (text: string) => requirementOf(parseExpression(text));
  return {
    ladder: document,
    calendar: ladder.format === "hanse-ladder/1" ? calendarYear : calendar,
    measures: new Map(document.measures.map((measure) => [measure.key, measure])),
    goodStanding: document.goodStanding.map(requirement),
    levels: document.levels.map(({ level, requires }) => ({ level, requires: requirement(requires) })),
  };
}

/** An expression ready to be held against what was measured; it was checked before. */
export function requirementOf(expression: Expression): Requirement {
  switch (expression.kind) {
    case "compare": {
      const { measure, operator, amounts } = expression;
      return { kind: "compare", measure, operator, need: amountsOf(amounts) };
    }
    case "points": {
      const parts = expression.parts.map(({ points, of }) => ({ points, of: requirementOf(of) }));
      return { kind: "points", atLeast: expression.atLeast, parts };
    }
    default:
      return { kind: expression.kind, of: expression.of.map(requirementOf) };
  }
}

/** How high a level stands: 0 for the base; −1 where the ladder has no such level. */
export function rankOf({ ladder }: LadderRules, level: string): number {
  if (level === ladder.base) return 0;
  const index = ladder.levels.findIndex((one) => one.level === level);
  return index === -1 ? -1 : index + 1;
}

/** The next level above one; null above the highest. */
export function levelAbove(rules: LadderRules, level: string): string | null {
  return rules.levels[Math.max(rankOf(rules, level), 0)]?.level ?? null;
}
