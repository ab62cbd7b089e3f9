import type { MoneyJson } from "#platform/http/wire.ts";
import { numberFormat } from "./intl.ts";

/** A decimal number as text. Intl formats it digit by digit, where a float would round it. */
export type Decimal = `${number}`;

export function isDecimal(text: string): text is Decimal {
  return /^-?\d+(\.\d+)?$/.test(text);
}

interface MoneyStyle {
  /** Writes a plus before gains, for a change rather than an amount. */
  signed?: boolean;
  /** Leaves the fraction out, for tiles and axes; rounds half to even. */
  whole?: boolean;
  /** Leaves the fraction out where it is nothing: for what is asked for or promised, not for what is paid. */
  round?: boolean;
}

/**
 * An amount in the words of `locale`, with exactly the digits it has. An amount that is no number is shown as it
 * came, rather than as something it is not.
 */
export function formatMoney(locale: string, { amount, currency }: MoneyJson, style: MoneyStyle = {}): string {
  if (!isDecimal(amount)) return `${amount} ${currency}`;
  const written = numberFormat(locale, { ...optionsFor(amount, currency, style), currency }).format(amount);
  return signKept(locale, written);
}

/** In Arabic sentences the sign of `US$` would move to the other side of its letters; the mark holds it where it is. */
function signKept(locale: string, written: string): string {
  return locale.startsWith("ar") ? written.replace(/[A-Z]\p{Sc}/u, "$&\u200e") : written;
}

function optionsFor(amount: string, currency: string, style: MoneyStyle): Intl.NumberFormatOptions {
  const isWhole = style.whole || (style.round && !/\.0*[1-9]/.test(amount));
  const digits = isWhole ? 0 : Math.max(currencyDigits(currency), fractionOf(amount).length);
  return {
    style: "currency",
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
    roundingMode: "halfEven",
    signDisplay: style.signed ? "exceptZero" : "negative",
  };
}

function fractionOf(amount: string): string {
  return amount.split(".")[1] ?? "";
}

/** How many digits the currency's small unit has: 2 for EUR, 0 for JPY. */
export function currencyDigits(currency: string): number {
  return numberFormat("en", { style: "currency", currency }).resolvedOptions().maximumFractionDigits ?? 2;
}

/** A short form for axes and tiles: `€1.2M`. Never for an amount that someone is paid. */
export function formatMoneyShort(locale: string, { amount, currency }: MoneyJson): string {
  if (!isDecimal(amount)) return `${amount} ${currency}`;
  const written = numberFormat(locale, {
    style: "currency",
    currency,
    notation: "compact",
    maximumSignificantDigits: 3,
  }).format(amount);
  return signKept(locale, written);
}

/** The signs with which a locale writes numbers. */
function signsOf(locale: string): { group: string; decimal: string } {
  const parts = numberFormat(locale, { useGrouping: true }).formatToParts(-12345.6);
  const sign = (type: string) => parts.find((part) => part.type === type)?.value ?? "";
  return { group: sign("group"), decimal: sign("decimal") };
}

/**
 * What a person typed as an amount, as a decimal text: `1.234,50` in German is `1234.50`. A point is read as the
 * decimal sign, too, where it cannot be a grouping sign. Null when it is no amount.
 */
export function parseAmount(locale: string, typed: string): Decimal | null {
  const { group, decimal } = signsOf(locale);
  const text = plainFigures(typed)
    .replaceAll("\u066b", decimal)
    .replaceAll("\u066c", group)
    .trim()
    .replaceAll(/[\s\u00a0\u202f'’]/g, "")
    .replace(/^[−–]/, "-");
  const escaped = (sign: string) => sign.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
  const grouped = new RegExp(`^-?\\d{1,3}(${escaped(group)}\\d{3})+(${escaped(decimal)}\\d+)?$`);
  const plain = new RegExp(`^-?\\d+(${escaped(decimal)}\\d+)?$`);
  const asLocal = text.replaceAll(group, "").replace(decimal, ".");
  if ((group !== "" && grouped.test(text)) || plain.test(text)) return isDecimal(asLocal) ? asLocal : null;
  return /^-?\d+\.\d{1,2}$/.test(text) && isDecimal(text) ? text : null;
}

/** Western figures for Arabic and Persian ones, and none of the marks that say which way a text runs. */
export function plainFigures(typed: string): string {
  return typed
    .replaceAll(/[\u0660-\u0669\u06f0-\u06f9]/g, (figure) => String(figure.charCodeAt(0) & 0xf))
    .replaceAll(/[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, "");
}

/** An amount as a person would type it in this locale, for a field that is edited. */
export function editableAmount(locale: string, amount: string): string {
  return isDecimal(amount) ? amount.replace(".", signsOf(locale).decimal) : amount;
}

/** The decimal text as a float, for a chart's geometry only. */
export function forGeometry(amount: string): number {
  return Number.parseFloat(amount);
}

/** True for an amount of nothing, such as `0.00`. */
export function isZero({ amount }: MoneyJson): boolean {
  return isDecimal(amount) && !/[1-9]/.test(amount);
}
