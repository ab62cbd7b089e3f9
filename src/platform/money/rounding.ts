/**
 * How a value between two whole units becomes one of them. Every mode treats −x as the mirror of x, so a refund
 * takes back exactly what was given.
 *
 * - `half-even`: to the nearest; a tie goes to the even neighbour, so ties do not drift upwards over many lines.
 * - `half-up`: to the nearest; a tie goes away from zero.
 * - `down`: towards zero.
 */
export type RoundingMode = "half-even" | "half-up" | "down";

export const roundingModes = ["half-even", "half-up", "down"] as const satisfies readonly RoundingMode[];

/**
 * Rounds the exact fraction `numerator / denominator` to a whole number. It is the only place where Hanse rounds.
 * @throws RangeError when the denominator is not positive.
 */
export function roundRational(numerator: bigint, denominator: bigint, mode: RoundingMode): bigint {
  if (denominator <= 0n) throw new RangeError(`A denominator must be positive, not ${denominator}.`);
  const towardsZero = numerator / denominator;
  const rest = numerator % denominator;
  if (rest === 0n || mode === "down") return towardsZero;

  const twiceTheRest = rest < 0n ? -2n * rest : 2n * rest;
  const isTie = twiceTheRest === denominator;
  const goesAway = isTie ? mode === "half-up" || towardsZero % 2n !== 0n : twiceTheRest > denominator;
  if (!goesAway) return towardsZero;
  return numerator < 0n ? towardsZero - 1n : towardsZero + 1n;
}
