import { currencyCodes } from "#platform/money/currency.ts";
import { formatExact } from "#ui/format/exact.ts";
import { numberFormat } from "#ui/format/intl.ts";
import { formatMoney, isDecimal, parseAmount, plainFigures } from "#ui/format/money.ts";
import { shifted } from "#ui/format/shift.ts";
import type { Amount } from "../contract.ts";

/** How the reader writes: the language's signs, and its word between amounts of which one is enough. */
export interface Writing {
  locale: string;
  or: string;
}

/**
 * What a person typed as a threshold, as requirements say it: `$75k or €70.000` in German is `75000 USD or 70000 EUR`. Money
 * without a currency is in the one that is given; null is for a plain number. Null where it cannot be read.
 */
export function readThreshold(
  typed: string,
  currency: string | null,
  { locale, or }: Writing,
): string | null {
  const read = plainFigures(typed)
    .trim()
    .split(new RegExp(`\\s+(?:or|${or})\\s+`, "iu"))
    .map((part) => readAmount(part, currency, locale));
  return read.includes(null) ? null : read.join(" or ");
}

/** A sign or a code before or after the digits, and `k` for thousands right behind them. */
const amountParts = /^(\D*)(\d(?:[\d\s.,'’\u066b\u066c]*\d)?)\s*(k(?!\p{L}))?(\D*)$/iu;

function readAmount(part: string, currency: string | null, locale: string): string | null {
  const [, before = "", digits = "", thousands, after = ""] = amountParts.exec(part.trim()) ?? [];
  // What can be nothing else is read as requirements write it, too.
  const number = parseAmount(locale, digits) ?? (isDecimal(digits) ? digits : null);
  const sign = `${before}${after}`.trim();
  if (number === null || (before.trim() !== "" && after.trim() !== "")) return null;
  const called = sign === "" ? currency : currencyCalled(sign, currency, locale);
  if (sign !== "" && called === null) return null;
  const amount = thousands === undefined ? number : shifted(number, 3);
  return called === null ? amount : `${amount} ${called}`;
}

/** The currency that a code or a sign means to the reader, as it is shown again; else the one given, if the sign is its. */
function currencyCalled(sign: string, given: string | null, locale: string): string | null {
  if (/^[a-z]{3}$/i.test(sign)) return sign.toUpperCase();
  const [only, ...others] = currencyCodes.filter((code) => signOf(code, locale, "symbol") === sign);
  if (only !== undefined && others.length === 0) return only;
  return given !== null && signOf(given, locale, "narrowSymbol") === sign ? given : null;
}

function signOf(currency: string, locale: string, currencyDisplay: "symbol" | "narrowSymbol"): string {
  const parts = numberFormat(locale, { style: "currency", currency, currencyDisplay }).formatToParts(0);
  return plainFigures(parts.find(({ type }) => type === "currency")?.value ?? "").trim();
}

/** An amount or a number as the reader writes it, without a fraction that is zero. */
export function writeAmount(locale: string, { number, currency }: Amount): string {
  if (currency === null) return formatExact(locale, number);
  return formatMoney(locale, { amount: number, currency }, { round: true });
}

/** A threshold as requirements say it, as the reader writes it; what is none stays as it is. */
export function writeThreshold(text: string, { locale, or }: Writing): string {
  const written = text.split(" or ").map((part) => {
    const [, number, currency = null] = /^(\d+(?:\.\d+)?)(?: ([A-Z]{3}))?$/.exec(part) ?? [];
    return number === undefined ? null : writeAmount(locale, { number, currency });
  });
  return written.includes(null) ? text : written.join(` ${or} `);
}

/** A sentence of the rules about two bounds that exclude each other, with the amounts as the reader writes them. */
export function boundsWritten(sentence: string, writing: Writing): string {
  return sentence.replaceAll(/(?<= at (?:least|most) )\d.*?(?= and at most |\. Change )/g, (amounts) =>
    writeThreshold(amounts, writing),
  );
}
