import { z } from "zod";
import { exponentOf } from "#platform/money/currency.ts";
import { formatDecimal, parseDecimal, powerOfTen } from "#platform/money/decimal.ts";
import { formatMinor } from "#platform/money/money.ts";
import type { Amount } from "./expression.ts";

/**
 * How much there is of something, exactly: minor units by currency. What is no money, plain numbers and points, stands
 * under the empty key, in thousandths. What is not named is 0.
 */
export type Amounts = Readonly<Record<string, bigint>>;

/** What was measured, by the key of the measure. */
export type Measured = Readonly<Record<string, Amounts>>;

/** The same in documents: `{"won": {"USD": "61250.00"}, "certified": {"": "2"}}`. */
export const MeasuredJson = z.record(z.string(), z.record(z.string(), z.string()));
export type MeasuredJson = z.infer<typeof MeasuredJson>;
export type AmountsJson = MeasuredJson[string];

/** The digits after the point that a plain number may have. */
export const numberDigits = 3;

/** @throws Problem or RangeError where it is not plain digits, or more than the currency has; the check says so in words. */
export function amountsOf(written: readonly Amount[]): Amounts {
  return Object.fromEntries(
    written.map(({ number, currency }) => [currency ?? "", scaled(number, currency ?? "")]),
  );
}

export function writeAmounts(amounts: Amounts): AmountsJson {
  return Object.fromEntries(
    Object.entries(amounts).map(([currency, amount]) => [currency, writeAmount(amount, currency)]),
  );
}

/** @throws RangeError where a text is not the amount that it should be */
export function readAmounts(json: AmountsJson): Amounts {
  return Object.fromEntries(
    Object.entries(json).map(([currency, text]) => [currency, scaled(text, currency)]),
  );
}

export function writeMeasured(measured: Measured): MeasuredJson {
  return Object.fromEntries(Object.entries(measured).map(([key, amounts]) => [key, writeAmounts(amounts)]));
}

/** @throws RangeError where a text is not the amount that it should be */
export function readMeasured(json: MeasuredJson): Measured {
  return Object.fromEntries(Object.entries(json).map(([key, amounts]) => [key, readAmounts(amounts)]));
}

/** As people write it: "61250.00" of a currency, "4.5" of a plain number. */
export function writeAmount(amount: bigint, currency: string): string {
  if (currency !== "") return formatMinor(amount, currency);
  return formatDecimal({ units: amount, scale: numberDigits });
}

function scaled(text: string, currency: string): bigint {
  const digits = currency === "" ? numberDigits : exponentOf(currency);
  const { units, scale } = parseDecimal(text);
  if (scale > digits) throw new RangeError(`"${text}" has more than ${digits} digits after the point.`);
  return units * powerOfTen(digits - scale);
}
