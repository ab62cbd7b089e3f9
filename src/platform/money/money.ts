import type { MoneyJson } from "#platform/http/wire.ts";
import { invalid, Problem } from "#platform/problem.ts";
import { exponentOf, isCurrency } from "./currency.ts";
import { formatDecimal, isDecimal, parseDecimal, powerOfTen } from "./decimal.ts";

/** An exact amount: whole minor units (cents) of an ISO 4217 currency. */
export interface Money {
  readonly minor: bigint;
  readonly currency: string;
}

/** Larger amounts are refused at the edge; the database keeps minor units in 64 bits. */
export const maxMinor = 10n ** 18n - 1n;

export function money(minor: bigint, currency: string): Money {
  return { minor, currency };
}

export function zero(currency: string): Money {
  return { minor: 0n, currency };
}

/**
 * Reads an amount as it stands in JSON; fewer digits than the currency has are fine ("12.5" EUR is 12.50).
 * `pointer` is where the amount stands in the document, for the message.
 * @throws Problem `invalid-input` for an unknown currency, something other than plain digits, more digits after
 * the point than the currency has, or an amount above `maxMinor`.
 */
export function parseMoney(json: MoneyJson, pointer = ""): Money {
  const { amount, currency } = json;
  if (!isCurrency(currency)) {
    throw invalid(
      `${pointer}/currency`,
      `"${currency}" is not a currency in use. Write an ISO 4217 code such as EUR.`,
    );
  }
  return { minor: parseMinor(amount, currency, `${pointer}/amount`), currency };
}

/** The minor units of an amount written with a decimal point; fails as `parseMoney` does. */
export function parseMinor(amount: string, currency: string, pointer = ""): bigint {
  const exponent = exponentOf(currency);
  if (!isDecimal(amount))
    throw invalid(pointer, `"${amount}" is not an amount. Write digits such as 1234.50.`);
  const { units, scale } = parseDecimal(amount);
  if (scale > exponent) {
    const allowed = exponent === 0 ? "no digits" : exponent === 1 ? "1 digit" : `${exponent} digits`;
    throw invalid(pointer, `${currency} has ${allowed} after the decimal point; "${amount}" has ${scale}.`);
  }
  const minor = units * powerOfTen(exponent - scale);
  if (minor > maxMinor || minor < -maxMinor)
    throw invalid(pointer, `${amount} ${currency} is too large an amount.`);
  return minor;
}

/** The amount with all digits of its currency, as in "1234.50" or "1234" for JPY. */
export function formatMinor(minor: bigint, currency: string): string {
  const exponent = exponentOf(currency);
  return formatDecimal({ units: minor, scale: exponent }, exponent);
}

export function toJson({ minor, currency }: Money): MoneyJson {
  return { amount: formatMinor(minor, currency), currency };
}

/** @throws Problem `mixed-currencies`. */
export function add(a: Money, b: Money): Money {
  refuseMixed(a, b);
  return { minor: a.minor + b.minor, currency: a.currency };
}

/** @throws Problem `mixed-currencies`. */
export function subtract(a: Money, b: Money): Money {
  refuseMixed(a, b);
  return { minor: a.minor - b.minor, currency: a.currency };
}

export function negate({ minor, currency }: Money): Money {
  return { minor: -minor, currency };
}

/** Negative, zero or positive, as `a` is less than, equal to or more than `b`. @throws Problem `mixed-currencies`. */
export function compare(a: Money, b: Money): number {
  refuseMixed(a, b);
  return a.minor < b.minor ? -1 : a.minor > b.minor ? 1 : 0;
}

/** The total; the currency is named so that the sum of nothing is zero of something. @throws Problem `mixed-currencies`. */
export function sum(amounts: Iterable<Money>, currency: string): Money {
  let total = zero(currency);
  for (const amount of amounts) total = add(total, amount);
  return total;
}

function refuseMixed(a: Money, b: Money): void {
  if (a.currency === b.currency) return;
  throw new Problem({
    status: 422,
    type: "mixed-currencies",
    detail: `An amount in ${a.currency} and one in ${b.currency} cannot be put together without a conversion.`,
  });
}
