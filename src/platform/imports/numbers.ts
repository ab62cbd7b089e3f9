import { exponentOf, isCurrency } from "../money/currency.ts";
import type { DecimalMark, Evidence } from "./evidence.ts";
import { Fault, shown } from "./fault.ts";

/** A number as digits: the value is `whole.fraction`, negative when `negative`. */
interface Digits {
  negative: boolean;
  whole: string;
  fraction: string;
}

/** What the reading of a number depends on beside its text. */
export interface NumberReading {
  /** The column's decimal mark; null while nothing decides. */
  mark: DecimalMark | null;
  evidence: Evidence<DecimalMark>;
}

const maxInteger = 2_147_483_647;
const maxWholeDigits = 15;
const maxFractionDigits = 10;
const maxNumberCharacters = 40;
/** Minor units; a thousand million million is no amount of a sale. */
const maxMinorDigits = 15;

/** A whole number as plain digits; it fits 32 bits. */
export function readInteger(text: string, reading: NumberReading): string | Fault {
  if (isPlainDigits(text) && text.length < 10) return withoutLeadingZeros(text);
  const digits = readDigits(text, reading, 0);
  if (digits instanceof Fault) return digits;
  if (digits.negative) return belowZero(text);
  if (/[1-9]/.test(digits.fraction)) return new Fault("not-whole", `“${text}” is not a whole number.`);
  const whole = withoutLeadingZeros(digits.whole);
  return whole.length > 10 || Number(whole) > maxInteger ? tooLarge(text) : whole;
}

/** An exact decimal as plain digits with a point, without zeros at either end. */
export function readDecimal(text: string, reading: NumberReading): string | Fault {
  if (isPlainDigits(text) && text.length <= maxWholeDigits) return withoutLeadingZeros(text);
  const digits = readDigits(text, reading, maxFractionDigits);
  if (digits instanceof Fault) return digits;
  if (digits.negative) return belowZero(text);
  const whole = withoutLeadingZeros(digits.whole);
  const fraction = withoutEndZeros(digits.fraction);
  if (whole.length > maxWholeDigits) return tooLarge(text);
  if (fraction.length > maxFractionDigits) {
    return new Fault(
      "too-many-digits",
      `“${text}” has more than ${maxFractionDigits} digits after the point.`,
    );
  }
  return fraction === "" ? whole : `${whole}.${fraction}`;
}

/** Reads amounts of one currency into its minor units, as plain digits. */
export function moneyReader(currency: string): (text: string, reading: NumberReading) => string | Fault {
  const exponent = exponentOf(currency);
  const zeros = "0".repeat(exponent);
  return (text, reading) => {
    if (isPlainDigits(text) && text.length <= 9) {
      const whole = withoutLeadingZeros(text);
      return whole === "0" ? whole : whole + zeros;
    }
    const bare = withoutCurrency(text, currency);
    if (bare instanceof Fault) return bare;
    const digits = readDigits(bare, reading, exponent);
    if (digits instanceof Fault) return digits;
    const fraction = withoutEndZeros(digits.fraction);
    if (fraction.length > exponent) {
      return new Fault("too-many-digits", `“${text}” has more digits after the point than ${currency} has.`);
    }
    const minor = withoutLeadingZeros(digits.whole + fraction.padEnd(exponent, "0"));
    if (digits.negative && minor !== "0") return belowZero(text);
    return minor.length > maxMinorDigits ? tooLarge(text) : minor;
  };
}

/** Amounts in several currencies, each named by its code: `EUR 110.00; GBP 95.00` becomes `EUR:11000 GBP:9500`. */
export function readAmounts(text: string, reading: NumberReading): string | Fault {
  const amounts = new Map<string, string>();
  for (const part of text.split(/[;\n]/).map((one) => one.trim())) {
    if (part === "") continue;
    const code = /^([A-Z]{3})\b|\b([A-Z]{3})$/.exec(part)?.[0];
    if (code === undefined || !isCurrency(code)) {
      return new Fault(
        "unknown-currency",
        `“${shown(part)}” does not say its currency. Write each amount as in “EUR 110.00; GBP 95.00”.`,
      );
    }
    const minor = moneyReader(code)(part, reading);
    if (minor instanceof Fault) return minor;
    if (amounts.has(code)) return new Fault("two-amounts", `“${shown(text)}” has two amounts in ${code}.`);
    amounts.set(code, minor);
  }
  return [...amounts]
    .map(([code, minor]) => `${code}:${minor}`)
    .sort()
    .join(" ");
}

const symbolOrCode = /^(?:([A-Z]{3}|[A-Z]{0,2}\p{Sc})\s*)?(.*?)(?:\s*([A-Z]{3}|[A-Z]{0,2}\p{Sc}))?$/u;

function withoutCurrency(text: string, currency: string): string | Fault {
  if (text.length > maxNumberCharacters) return notANumber(text);
  const [, before, number = "", after] = symbolOrCode.exec(text) ?? [];
  const named = before ?? after;
  if (named === undefined || !/\d/.test(number)) return text;
  const symbol = symbolOf(currency);
  if (named === currency || named === symbol || named === currency.slice(0, 2) + symbol) return number;
  if (isCurrency(named) || /\p{Sc}/u.test(named)) {
    return new Fault("other-currency", `“${text}” is not in ${currency}, the currency of this programme.`);
  }
  return new Fault("unknown-currency", `“${text}” names no currency that is in use.`);
}

const symbols = new Map<string, string>();

function symbolOf(currency: string): string {
  let symbol = symbols.get(currency);
  if (symbol === undefined) {
    const format = new Intl.NumberFormat("en", {
      style: "currency",
      currency,
      currencyDisplay: "narrowSymbol",
    });
    symbol = format.formatToParts(1).find((part) => part.type === "currency")?.value ?? currency;
    symbols.set(currency, symbol);
  }
  return symbol;
}

/** `decimals` is how many digits after the mark can make sense: where it is under three, `1,234` can only be grouped. */
function readDigits(text: string, { mark, evidence }: NumberReading, decimals: number): Digits | Fault {
  if (text.length > maxNumberCharacters) return notANumber(text);
  const signed = /^(\(|[-−+])?\s*([\d.,'’\s]*\d[\d.,'’\s]*?)\s*(\)|[-−])?$/.exec(text);
  if (signed === null) return notANumber(text);
  const [, before, body = "", after] = signed;
  if (
    (before === "(") !== (after === ")") ||
    (before !== undefined && before !== "(" && after !== undefined)
  ) {
    return notANumber(text);
  }
  const split = splitAtMark(body, mark, evidence, decimals);
  if (split instanceof Fault) return split;
  const whole = ungrouped(split.whole);
  if (whole === null || !/^\d*$/.test(split.fraction)) return misfit(text, mark);
  return { negative: (before ?? after ?? "+") !== "+", whole, fraction: split.fraction };
}

function splitAtMark(
  body: string,
  mark: DecimalMark | null,
  evidence: Evidence<DecimalMark>,
  decimals: number,
): { whole: string; fraction: string } | Fault {
  const point = body.lastIndexOf(".");
  const comma = body.lastIndexOf(",");
  if (point === -1 && comma === -1) return { whole: body, fraction: "" };
  const needed = neededMark(body, point, comma);
  if (needed !== null) evidence.counts[needed] += 1;
  else if (decimals >= 3) evidence.unclear ??= body;
  const used = mark ?? needed;
  const written: DecimalMark = point > comma ? "." : ",";
  if (used === null) {
    if (decimals < 3) return { whole: body, fraction: "" };
    return new Fault(
      "ambiguous-number",
      `“${body}” can be read in two ways. Say whether the file writes a decimal point or a decimal comma.`,
    );
  }
  if (used !== written) return { whole: body, fraction: "" };
  const at = Math.max(point, comma);
  return { whole: body.slice(0, at), fraction: body.slice(at + 1) };
}

/** The decimal mark that this number alone proves; null when `1.234` can be either. */
function neededMark(body: string, point: number, comma: number): DecimalMark | null {
  if (point !== -1 && comma !== -1) return point > comma ? "." : ",";
  const written: DecimalMark = point === -1 ? "," : ".";
  const at = Math.max(point, comma);
  if (body.indexOf(written) !== at) return written === "." ? "," : ".";
  const grouped = body.length - at - 1 === 3 && /^[1-9]\d{0,2}$/.test(body.slice(0, at));
  return grouped ? null : written;
}

/** The digits of a whole part whose groups, if it has any, are of three digits and set apart alike; otherwise null. */
function ungrouped(whole: string): string | null {
  if (/^\d*$/.test(whole)) return whole;
  const separator = /[^\d]/.exec(whole)?.[0] ?? "";
  const groups = whole.split(separator);
  const alike = groups.every((group, at) => (at === 0 ? /^\d{1,3}$/ : /^\d{3}$/).test(group));
  return alike ? groups.join("") : null;
}

function isPlainDigits(text: string): boolean {
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code < 48 || code > 57) return false;
  }
  return text.length > 0;
}

function withoutLeadingZeros(digits: string): string {
  let at = 0;
  while (at < digits.length - 1 && digits.charCodeAt(at) === 48) at += 1;
  return at === 0 ? digits || "0" : digits.slice(at);
}

function withoutEndZeros(digits: string): string {
  let end = digits.length;
  while (end > 0 && digits.charCodeAt(end - 1) === 48) end -= 1;
  return digits.slice(0, end);
}

function notANumber(text: string): Fault {
  return /^[-+]?\d+([.,]\d+)?e[-+]?\d+$/i.test(text)
    ? new Fault(
        "not-a-number",
        `“${text}” was shortened by a spreadsheet. Format the column as a number and export again.`,
      )
    : new Fault("not-a-number", `“${shown(text)}” is not a number.`);
}

function misfit(text: string, mark: DecimalMark | null): Fault {
  if (mark === null || !/[.,]/.test(text)) return notANumber(text);
  const name = mark === "." ? "point" : "comma";
  return new Fault(
    "not-a-number",
    `“${text}” does not fit the column, whose numbers are written with a decimal ${name}.`,
  );
}

function belowZero(text: string): Fault {
  return new Fault("below-zero", `“${text}” is below zero.`);
}

function tooLarge(text: string): Fault {
  return new Fault("too-large", `“${shown(text)}” is too large.`);
}
