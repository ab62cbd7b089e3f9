import { pointerTo } from "#platform/document.ts";
import { exponentOf, isCurrency } from "#platform/money/currency.ts";
import { isDecimal, parseDecimal } from "#platform/money/decimal.ts";
import type { FieldError } from "#platform/problem.ts";
import { rangeError } from "../facts/contract.ts";
import { amountsOf, numberDigits } from "./amounts.ts";
import {
  type Comparison,
  comparisonsOf,
  type Expression,
  ExpressionError,
  parseExpression,
} from "./expression.ts";
import { contradictionIn, implies, satisfiable } from "./imply.ts";
import type { LadderContext, LadderTwo, MeasurableKind } from "./ladder.ts";
import { reach } from "./reach.ts";
import { type Requirement, requirementOf } from "./rules.ts";

/* What can be wrong with what the levels and good standing ask for. */

type Measures = Pick<LadderTwo, "measures">;

export function levelErrors(ladder: LadderTwo, context: LadderContext): FieldError[] {
  const errors: FieldError[] = [];
  const read = (text: string, path: readonly PropertyKey[], single: boolean): Requirement | null => {
    const found = expressionErrors(text, ladder, context, single);
    errors.push(...found.map((message) => ({ pointer: pointerTo(path), message })));
    return found.length > 0 ? null : requirementOf(parseExpression(text));
  };
  const standing = ladder.goodStanding.map((text, index) => read(text, ["goodStanding", index], false));
  const levels = ladder.levels.map(({ level, requires }, index) => ({
    level,
    requires: read(requires, ["levels", index, "requires"], true),
  }));
  const always = standing.filter((one) => one !== null);
  for (const [index, { level, requires }] of levels.entries()) {
    if (requires === null) continue;
    const message =
      reachError(level, requires, always, ladder.base) ??
      distinctError(level, requires, levels.slice(0, index));
    if (message !== null) errors.push({ pointer: pointerTo(["levels", index, "requires"]), message });
  }
  return errors;
}

/**
 * What is wrong with an expression over a ladder's measures, each with its place; `single` where a measure may be
 * asked for only once, so that its threshold has one name.
 */
export function expressionErrors(
  text: string,
  { measures }: Measures,
  { kinds }: LadderContext,
  single: boolean,
): string[] {
  let expression: Expression;
  try {
    expression = parseExpression(text);
  } catch (error) {
    if (!(error instanceof ExpressionError)) throw error;
    return [placed(error.message, error.at.from)];
  }
  const errors: string[] = [];
  const asked = new Set<string>();
  const contradiction = contradictionIn(expression);
  if (contradiction !== null) errors.push(placed(contradiction.sentence, contradiction.at.from));
  for (const comparison of comparisonsOf(expression)) {
    const measure = measures.find(({ key }) => key === comparison.measure);
    if (measure === undefined) {
      const known = measures.map(({ key }) => key).join(", ") || "none yet";
      errors.push(
        placed(`There is no measure "${comparison.measure}". There are: ${known}.`, comparison.at.from),
      );
      continue;
    }
    if (single && contradiction === null && asked.has(measure.key)) {
      const sentence = `"${measure.key}" is asked for twice. Ask for it once in a level; its threshold is named by it.`;
      errors.push(placed(sentence, comparison.at.from));
    }
    asked.add(measure.key);
    const kind = measure.kind === "points" ? undefined : kinds?.find(({ key }) => key === measure.fact);
    const unit = measure.kind === "points" ? "number" : kind?.unit;
    const wrong = amountError(comparison, unit) ?? (kind ? neverError(comparison, kind) : null);
    if (wrong !== null) errors.push(placed(wrong, comparison.at.from));
  }
  return errors;
}

function placed(sentence: string, from: number): string {
  return `At character ${from + 1}: ${sentence}`;
}

function amountError(
  { measure, operator, amounts }: Comparison,
  unit: "money" | "number" | undefined,
): string | null {
  for (const { number, currency } of amounts) {
    if (!isDecimal(number))
      return `"${number}" is not a number. Write plain digits without zeros before them.`;
    const { units, scale } = parseDecimal(number);
    if (number.replace(".", "").length > 15) return `${number} is too large a number.`;
    if (currency === null) {
      const nothing = units === 0n && operator === "<=";
      if (unit === "money" && !nothing) {
        return `"${measure}" is money: say in which currency, such as "${measure} ${operator} ${number} EUR".`;
      }
      if (scale > numberDigits) return `${number} has more than ${numberDigits} digits after the point.`;
      continue;
    }
    if (unit === "number") return `"${measure}" is a plain number: write ${number} without a currency.`;
    if (!isCurrency(currency)) return `"${currency}" is not a currency in use.`;
    if (scale > exponentOf(currency)) {
      return `${currency} has at most ${exponentOf(currency)} digits after the point; ${number} has ${scale}.`;
    }
  }
  return null;
}

/** That a number is asked for which the kind's numbers never are. */
function neverError({ amounts }: Comparison, kind: MeasurableKind): string | null {
  if (kind.unit === "money") return null;
  const asked = amountsOf(amounts)[""];
  return asked === undefined ? null : rangeError(kind, asked);
}

function reachError(
  level: string,
  requires: Requirement,
  always: readonly Requirement[],
  base: string,
): string | null {
  if (!satisfiable(requires, always)) {
    return `Nobody can reach ${level}: ${whyNot(requires)}`;
  }
  if (reach(requires, {}).met) {
    return `Everybody reaches ${level}, even with nothing at all, so nobody would be ${base}. Ask for more.`;
  }
  return null;
}

function whyNot(requires: Requirement): string {
  if (requires.kind !== "points")
    return "what it asks for cannot hold together with the rest, good standing included.";
  const most = requires.parts.reduce((sum, { points }) => sum + points, 0);
  if (most >= requires.atLeast) return "what gives the points cannot hold together with good standing.";
  return `all parts together give ${most} points, and it asks for ${requires.atLeast}.`;
}

function distinctError(
  level: string,
  requires: Requirement,
  below: readonly { level: string; requires: Requirement | null }[],
): string | null {
  const same = below.findLast((one) => one.requires !== null && implies(one.requires, requires));
  if (same === undefined) return null;
  return `${level} asks for no more than ${same.level}: whoever reaches ${same.level} has ${level} at once. Ask for more, or take ${same.level} out.`;
}
