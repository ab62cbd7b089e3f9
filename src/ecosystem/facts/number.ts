import { isCurrency } from "#platform/money/currency.ts";
import { formatDecimal, isDecimal, parseDecimal, powerOfTen } from "#platform/money/decimal.ts";
import { formatMinor, maxMinor, parseMinor } from "#platform/money/money.ts";
import { invalid } from "#platform/problem.ts";
import { type FactKindSpec, rangeError } from "./kinds.ts";

/** How a fact's number is kept: minor units of a currency, or thousandths of a plain number. */
export interface Kept {
  amountMinor: bigint;
  currency: string | null;
}

const digits = 3;

/**
 * Reads the number of a fact of a kind.
 * @throws Problem 422 for money without a currency, a plain number with one, digits that are not kept, or what the kind's
 * numbers never are
 */
export function readNumber(
  kind: Pick<FactKindSpec, "key" | "label" | "unit">,
  given: { value: string; currency: string | null },
): Kept {
  const { value, currency } = given;
  if (kind.unit === "money") {
    if (currency === null)
      throw invalid("/currency", `${kind.label} is an amount of money. Say in which currency.`);
    if (!isCurrency(currency))
      throw invalid(
        "/currency",
        `"${currency}" is not a currency in use. Write an ISO 4217 code such as EUR.`,
      );
    return { amountMinor: parseMinor(value, currency, "/value"), currency };
  }
  if (currency !== null)
    throw invalid("/currency", `${kind.label} is a plain number, in no currency. Leave the currency out.`);
  if (!isDecimal(value)) throw invalid("/value", `"${value}" is not a number. Write digits such as 4.5.`);
  const { units, scale } = parseDecimal(value);
  if (scale > digits)
    throw invalid(
      "/value",
      `Numbers have at most ${digits} digits after the point; "${value}" has ${scale}.`,
    );
  const amountMinor = units * powerOfTen(digits - scale);
  const outside = rangeError(kind, amountMinor);
  if (outside !== null) throw invalid("/value", outside);
  if (amountMinor > maxMinor || amountMinor < -maxMinor)
    throw invalid("/value", `${value} is too large a number.`);
  return { amountMinor, currency: null };
}

/** The number as people write it: "1234.50" in a currency, "4.5" plain. */
export function writeNumber({ amountMinor, currency }: Kept): string {
  return currency === null
    ? formatDecimal({ units: amountMinor, scale: digits })
    : formatMinor(amountMinor, currency);
}
