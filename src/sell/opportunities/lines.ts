import { allocate } from "#platform/money/allocate.ts";
import type { Line } from "./opportunity.ts";

/**
 * The lines of a won opportunity, with amounts that add up to its value: in proportion to the amounts that the lines
 * have, or to list price times quantity where none has one (a line without an amount beside lines with one gets
 * nothing of it), or in equal parts where that gives no proportion either.
 */
export function spreadOver(
  valueMinor: bigint,
  currency: string,
  lines: readonly Line[],
  listPriceMinor: (productId: string) => bigint | null,
): Line[] {
  if (lines.length === 0) return [];
  const given = lines.map((line) => line.amountMinor ?? 0n);
  const listed = lines.map((line) => (listPriceMinor(line.productId) ?? 0n) * BigInt(line.quantity));
  const weights = [given, listed].find((some) => some.some((weight) => weight > 0n)) ?? lines.map(() => 1n);
  const parts = allocate({ minor: valueMinor, currency }, weights);
  return lines.map((line, index) => ({ ...line, amountMinor: parts[index]?.minor ?? 0n }));
}
