import { numberFormat } from "./intl.ts";
import { isDecimal } from "./money.ts";

/** Digits of a fraction that never ends, before it is cut. */
const cutAfterDigits = 8;

/**
 * An exact value in the words of `locale`, with every digit it has and at least `leastDigits` after the decimal sign.
 * A fraction in lowest terms (`1085/3`) is cut after eight digits and given beside it. What is neither is shown as it
 * came.
 */
export function formatExact(locale: string, value: string, leastDigits = 0): string {
  if (isDecimal(value)) return decimal(locale, value, leastDigits);
  const [top = "", bottom = ""] = value.split("/");
  if (!/^-?\d+$/.test(top) || !/^[1-9]\d*$/.test(bottom)) return value;
  const cut = decimal(locale, divided(BigInt(top), BigInt(bottom)), cutAfterDigits);
  return `${cut}… (${top}/${bottom})`;
}

function decimal(locale: string, value: string, leastDigits: number): string {
  if (!isDecimal(value)) return value;
  const digits = Math.max(leastDigits, value.split(".")[1]?.length ?? 0);
  return numberFormat(locale, { minimumFractionDigits: digits, maximumFractionDigits: digits }).format(value);
}

/** The quotient as decimal text, cut towards zero. */
function divided(top: bigint, bottom: bigint): string {
  const units = (top * 10n ** BigInt(cutAfterDigits)) / bottom;
  const digits = (units < 0n ? -units : units).toString().padStart(cutAfterDigits + 1, "0");
  return `${units < 0n ? "-" : ""}${digits.slice(0, -cutAfterDigits)}.${digits.slice(-cutAfterDigits)}`;
}
