/** An exact decimal number, `units / 10^scale`: `"0.08"` is `{ units: 8n, scale: 2 }`. Rates and shares are these. */
export interface Decimal {
  readonly units: bigint;
  readonly scale: number;
}

/** An exact fraction; the denominator is positive. */
export interface Rational {
  readonly numerator: bigint;
  readonly denominator: bigint;
}

const decimalText = /^-?(0|[1-9]\d*)(\.\d+)?$/;

export const one: Decimal = { units: 1n, scale: 0 };

/** True for plain decimal digits such as `0.08` or `-12`: no exponent, no sign `+`, no leading zeros, no `.5`. */
export function isDecimal(text: string): boolean {
  return decimalText.test(text);
}

/** @throws RangeError when the text is not a plain decimal. */
export function parseDecimal(text: string): Decimal {
  if (!isDecimal(text)) throw new RangeError(`"${text}" is not a decimal number such as 0.08.`);
  const [whole = "", fraction = ""] = text.split(".");
  return { units: BigInt(whole + fraction), scale: fraction.length };
}

export function multiplyDecimals(a: Decimal, b: Decimal): Decimal {
  return { units: a.units * b.units, scale: a.scale + b.scale };
}

export function addDecimals(a: Decimal, b: Decimal): Decimal {
  const scale = Math.max(a.scale, b.scale);
  return { units: unitsAt(a, scale) + unitsAt(b, scale), scale };
}

/** Negative, zero or positive, as `a` is less than, equal to or more than `b`; `1` equals `1.00`. */
export function compareDecimals(a: Decimal, b: Decimal): number {
  const scale = Math.max(a.scale, b.scale);
  const difference = unitsAt(a, scale) - unitsAt(b, scale);
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
}

export function toRational(value: Decimal): Rational {
  return { numerator: value.units, denominator: powerOfTen(value.scale) };
}

/** Plain digits, with zeros at the end cut down to `leastDigits` after the point: 397.2320 is "397.232". */
export function formatDecimal({ units, scale }: Decimal, leastDigits = 0): string {
  if (units < 0n) return `-${formatDecimal({ units: -units, scale }, leastDigits)}`;
  const digits = units.toString().padStart(scale + 1, "0");
  const point = digits.length - scale;
  const whole = digits.slice(0, point);
  let end = digits.length;
  while (end > point + leastDigits && digits.endsWith("0", end)) end -= 1;
  const fraction = digits.slice(point, end).padEnd(leastDigits, "0");
  return fraction === "" ? whole : `${whole}.${fraction}`;
}

/**
 * The exact value of a fraction as text: decimal digits where they end ("281.12"), else the fraction in lowest
 * terms ("1085/3").
 */
export function formatRational({ numerator, denominator }: Rational, leastDigits = 0): string {
  const divisor = greatestCommonDivisor(numerator < 0n ? -numerator : numerator, denominator);
  const top = numerator / divisor;
  const bottom = denominator / divisor;
  const scale = digitsToEnd(bottom);
  if (scale === null) return `${top}/${bottom}`;
  return formatDecimal({ units: (top * powerOfTen(scale)) / bottom, scale }, leastDigits);
}

/** The power of ten as a bigint; rates and currencies have few digits, so the small ones are kept. */
export function powerOfTen(exponent: number): bigint {
  return smallPowers[exponent] ?? 10n ** BigInt(exponent);
}

const smallPowers = Array.from({ length: 25 }, (_, exponent) => 10n ** BigInt(exponent));

function unitsAt(value: Decimal, scale: number): bigint {
  return scale === value.scale ? value.units : value.units * powerOfTen(scale - value.scale);
}

function greatestCommonDivisor(a: bigint, b: bigint): bigint {
  let [larger, smaller] = [a, b];
  while (smaller !== 0n) [larger, smaller] = [smaller, larger % smaller];
  return larger;
}

/** How many decimal digits 1/denominator has; null when they never end. */
function digitsToEnd(denominator: bigint): number | null {
  let rest = denominator;
  let twos = 0;
  let fives = 0;
  while (rest % 2n === 0n) {
    rest /= 2n;
    twos += 1;
  }
  while (rest % 5n === 0n) {
    rest /= 5n;
    fives += 1;
  }
  return rest === 1n ? Math.max(twos, fives) : null;
}
