import { compareDecimals, isDecimal, parseDecimal } from "#platform/money/decimal.ts";
import type { Benefit } from "./document.ts";

/** A level that has less of a benefit than one below it. */
export interface Dip {
  level: string;
  value: string | null;
  /** The level below that has the most. */
  below: string;
  most: string;
}

/**
 * Where going up a level would cost some of a benefit. It may be meant, so that it is remarked and not refused. What is
 * said in words is less only where it is missing. `levels` are told upwards.
 */
export function dipsOf({ unit, values }: Benefit, levels: readonly string[]): Dip[] {
  const dips: Dip[] = [];
  let most: { below: string; most: string } | null = null;
  for (const level of levels) {
    const value = values[level] ?? null;
    if (most !== null && (value === null || isLess(unit, value, most.most))) {
      dips.push({ level, value, ...most });
    } else if (value !== null) {
      most = { below: level, most: value };
    }
  }
  return dips;
}

function isLess(unit: Benefit["unit"], value: string, than: string): boolean {
  if (unit === "text" || unit === "none" || !isDecimal(value) || !isDecimal(than)) return false;
  return compareDecimals(parseDecimal(value), parseDecimal(than)) < 0;
}
