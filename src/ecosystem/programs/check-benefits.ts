import { pointerTo } from "#platform/document.ts";
import { exponentOf, isCurrency } from "#platform/money/currency.ts";
import { isDecimal, parseDecimal } from "#platform/money/decimal.ts";
import type { FieldError } from "#platform/problem.ts";
import { noLevel } from "./context.ts";
import { type Benefit, included, levelsOf, type ProgramDocument } from "./document.ts";

/* What can be wrong with the benefits: levels that are not there, values that do not fit their unit. */

export function benefitErrors(document: ProgramDocument): FieldError[] {
  const levels = levelsOf(document);
  return document.benefits.flatMap((benefit, index) => {
    const errors: FieldError[] = [];
    const wrong = (path: readonly PropertyKey[], message: string) =>
      errors.push({ pointer: pointerTo(["benefits", index, ...path]), message });
    if (document.benefits.findIndex(({ key }) => key === benefit.key) !== index) {
      wrong(["key"], `Two benefits have the key "${benefit.key}". Give each its own.`);
    }
    if (benefit.unit === "money" && benefit.currency === undefined) {
      wrong(["currency"], "Amounts need a currency.");
    }
    if (benefit.currency !== undefined && !isCurrency(benefit.currency)) {
      wrong(
        ["currency"],
        `"${benefit.currency}" is not a currency in use. Write an ISO 4217 code such as EUR.`,
      );
    }
    if (Object.keys(benefit.values).length === 0) {
      wrong(["values"], `No level has ${benefit.label}. Give it to a level, or take it out.`);
    }
    for (const [level, value] of Object.entries(benefit.values)) {
      const message = levels.includes(level) ? valueError(benefit, value ?? "") : noLevel(level, levels);
      if (message !== null) wrong(["values", level], message);
    }
    return errors;
  });
}

/** What is wrong with a benefit's value by its unit; null where it fits. */
function valueError({ unit, currency }: Benefit, value: string): string | null {
  switch (unit) {
    case "text":
      return null;
    case "none":
      return value === included
        ? null
        : `Write "${included}" where a level has it, and leave the others out.`;
    case "count":
      return /^[1-9]\d{0,8}$/.test(value) ? null : "Write a whole number such as 5.";
    case "percent":
      if (!isDecimal(value) || parseDecimal(value).scale > 4) return "Write a percentage such as 12.5.";
      return Number(value) > 0 && Number(value) <= 100
        ? null
        : "Write a percentage above 0, and of at most 100.";
    case "money":
      return amountError(value, currency);
  }
}

function amountError(value: string, currency: string | undefined): string | null {
  if (!isDecimal(value) || value.length > 16) return "Write an amount such as 2000.";
  if (parseDecimal(value).units === 0n) return "Write an amount above 0, or leave the level out.";
  if (currency === undefined || !isCurrency(currency)) return null;
  const digits = exponentOf(currency);
  return parseDecimal(value).scale > digits
    ? `${currency} has at most ${digits} digits after the point.`
    : null;
}
