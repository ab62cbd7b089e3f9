import { exponentOf, isCurrency } from "#platform/money/currency.ts";
import { compareDecimals, isDecimal, one, parseDecimal } from "#platform/money/decimal.ts";
import { invalid, type Problem } from "#platform/problem.ts";
import { endsSoonDays, type OverrideState, type Parameter } from "./contract.ts";
import type { ParameterValue } from "./value.ts";

/** What is written of an override's life. Days are `YYYY-MM-DD`. */
export interface Life {
  written: "proposed" | "approved" | "declined" | "withdrawn";
  from: string;
  until: string;
  endedOn: string | null;
}

/** Where it stands on a day: by the days alone, whether or not anything has run. */
export function stateOn({ written, from, until, endedOn }: Life, today: string): OverrideState {
  if (written !== "approved") return written;
  if (endedOn !== null && endedOn <= today) return "ended";
  if (today < from) return "planned";
  return today < until ? "in-force" : "over";
}

/** In force today, and over within the days in which it is warned of. */
export function endsSoon(life: Life, today: Temporal.PlainDate): boolean {
  const last = today.add({ days: endsSoonDays }).toString();
  return stateOn(life, today.toString()) === "in-force" && (life.endedOn ?? life.until) <= last;
}

/**
 * Refuses a value of the wrong kind for its parameter.
 * @throws Problem 422 at `/value`, with a sentence that says what to write
 */
export function checkValue({ about }: Parameter, value: ParameterValue): void {
  switch (about.kind) {
    case "threshold":
      if (value.kind !== "threshold") throw wrongKind("amounts or a number");
      checkThreshold(about.currencies.length > 0, value.amounts);
      return;
    case "benefit":
      if (value.kind !== "benefit") throw wrongKind("a benefit's value");
      checkBenefit(about, value.value);
      return;
    case "protection-days":
      if (value.kind !== "days") throw wrongKind("a number of days");
      return;
    default:
      if (value.kind !== "references") throw wrongKind("a list of names");
  }
}

function wrongKind(wanted: string): Problem {
  return invalid("/value", `This parameter takes ${wanted}.`);
}

function checkThreshold(
  isMoney: boolean,
  amounts: readonly { number: string; currency: string | null }[],
): void {
  if (!isMoney) {
    const [first, ...others] = amounts;
    if (first?.currency !== null || others.length > 0)
      throw invalid("/value/amounts", "A plain number is counted here: write one number without a currency.");
    return;
  }
  for (const [index, { number, currency }] of amounts.entries()) {
    const at = `/value/amounts/${index}`;
    if (currency === null)
      throw invalid(`${at}/currency`, "Money is counted here: write the currency of the amount.");
    if (!isCurrency(currency)) throw invalid(`${at}/currency`, `"${currency}" is not a currency in use.`);
    if (amounts.findIndex((other) => other.currency === currency) !== index)
      throw invalid(`${at}/currency`, `${currency} is written twice. Write one amount for each currency.`);
    if (parseDecimal(number).scale > exponentOf(currency))
      throw invalid(`${at}/number`, `${currency} has fewer digits after the decimal point.`);
  }
}

function checkBenefit(
  { unit, currency }: Extract<Parameter["about"], { kind: "benefit" }>,
  value: string,
): void {
  if (unit === "text") return;
  const at = "/value/value";
  if (!isDecimal(value) || value.startsWith("-")) throw invalid(at, "Write plain digits, such as 12.5.");
  const number = parseDecimal(value);
  if (unit === "percent" && compareDecimals(number, { ...one, units: 100n }) > 0)
    throw invalid(at, "A share is at most 100 %.");
  if (unit === "count" && number.scale > 0) throw invalid(at, "Write a whole number.");
  if (unit === "money" && currency !== null && number.scale > exponentOf(currency))
    throw invalid(at, `${currency} has fewer digits after the decimal point.`);
}
