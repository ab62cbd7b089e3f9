import type { Money } from "./money.ts";

/**
 * Splits an amount in proportion to whole weights so that the parts add up to the whole (largest remainder): every
 * part gets its exact share rounded towards zero, then what is left goes, one minor unit each, to the parts that
 * lost most; between equals the earlier one is served first. A negative amount splits as the mirror of the positive.
 * @throws RangeError when a weight is negative or all are zero.
 */
export function allocate(total: Money, weights: readonly bigint[]): Money[] {
  const weightSum = weights.reduce((sum, weight) => sum + weight, 0n);
  if (weightSum <= 0n || weights.some((weight) => weight < 0n)) {
    throw new RangeError("An amount is split by weights that are not negative and not all zero.");
  }
  const sign = total.minor < 0n ? -1n : 1n;
  const whole = sign * total.minor;
  const shares = weights.map((weight, index) => ({
    index,
    minor: (whole * weight) / weightSum,
    lost: (whole * weight) % weightSum,
  }));

  let left = whole - shares.reduce((sum, share) => sum + share.minor, 0n);
  const byLoss = [...shares].sort((a, b) =>
    a.lost === b.lost ? a.index - b.index : a.lost > b.lost ? -1 : 1,
  );
  for (const share of byLoss) {
    if (left === 0n) break;
    share.minor += 1n;
    left -= 1n;
  }
  return shares.map((share) => ({ minor: sign * share.minor, currency: total.currency }));
}
