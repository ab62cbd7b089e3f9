/**
 * By how much `now` is above `before`, as a share of `before` with three decimals, half rounded away from zero:
 * "-0.125" for an eighth less. Null where there was nothing before to compare with.
 */
export function changeOf(now: bigint, before: bigint): string | null {
  if (before <= 0n) return null;
  const difference = now - before;
  const size = difference < 0n ? -difference : difference;
  const thousandths = (size * 2000n + before) / (before * 2n);
  const digits = thousandths.toString().padStart(4, "0");
  const sign = difference < 0n && thousandths > 0n ? "-" : "";
  return `${sign}${digits.slice(0, -3)}.${digits.slice(-3)}`;
}
