/** An exact number: `over` is positive, nothing is reduced. Slow and obviously right. */
export type Fraction = { of: bigint; over: bigint };

export const zero: Fraction = { of: 0n, over: 1n };

/** Reads a plain decimal such as `1054`, `-0.05` or `1.25`. Throws a RangeError for anything else. */
export function decimal(text: string): Fraction {
  const match = /^(-?)(\d+)(?:\.(\d+))?$/.exec(text);
  if (!match) throw new RangeError(`not a plain decimal: ${JSON.stringify(text)}`);
  const [, sign = "", whole = "", places = ""] = match;
  return { of: BigInt(`${sign}${whole}${places}`), over: 10n ** BigInt(places.length) };
}

export function plus(a: Fraction, b: Fraction): Fraction {
  return { of: a.of * b.over + b.of * a.over, over: a.over * b.over };
}

export function times(a: Fraction, b: Fraction): Fraction {
  return { of: a.of * b.of, over: a.over * b.over };
}

export function atLeast(a: Fraction, b: Fraction): boolean {
  return a.of * b.over >= b.of * a.over;
}

/** The nearest whole number; of two equally near ones the even one. */
export function roundHalfEven({ of, over }: Fraction): bigint {
  const below = floor(of, over);
  const twiceTheRest = 2n * (of - below * over);
  if (twiceTheRest < over) return below;
  if (twiceTheRest > over) return below + 1n;
  return below % 2n === 0n ? below : below + 1n;
}

function floor(of: bigint, over: bigint): bigint {
  const towardsZero = of / over;
  return of % over < 0n ? towardsZero - 1n : towardsZero;
}
