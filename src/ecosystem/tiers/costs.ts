import { formatDecimal, parseDecimal, powerOfTen } from "#platform/money/decimal.ts";
import type { Benefit, ProgramDocument } from "../programs/contract.ts";
import { levelsOf } from "../programs/contract.ts";
import type { BackTestResult } from "./backTest.ts";

type Cost = BackTestResult["benefits"][number];

/** How many partners have each level, as it is and by the draft: a level for each of them. */
interface Held {
  live: readonly string[];
  draft: readonly string[];
}

/**
 * What benefits come to as it is, by the values in force, and by the draft, by its own. Where there is nothing to add up
 * (percent, words) it is told who has how much, level by level. What tracks and regions say otherwise is left aside.
 */
export function benefitCosts(now: ProgramDocument, draft: ProgramDocument, held: Held): Cost[] {
  const keys = [...new Set([...draft.benefits, ...now.benefits].map(({ key }) => key))];
  return keys.flatMap((key) => {
    const before = now.benefits.find((one) => one.key === key);
    const after = draft.benefits.find((one) => one.key === key);
    const said = after ?? before;
    if (said === undefined) return [];
    const levels = [...new Set([...levelsOf(draft), ...levelsOf(now)])];
    return [
      {
        key,
        label: said.label,
        unit: said.unit,
        currency: said.currency ?? null,
        levels: levels.map((level) => ({
          level,
          value: after?.values[level] ?? null,
          valueNow: before?.values[level] ?? null,
          partners: count(held.draft, level),
          partnersNow: count(held.live, level),
        })),
        total: totals(said.unit, { live: sumOf(before, held.live), draft: sumOf(after, held.draft) }),
        holders: { live: holders(before, held.live), draft: holders(after, held.draft) },
      },
    ];
  });
}

function totals(unit: Benefit["unit"], { live, draft }: { live: string | null; draft: string | null }) {
  const isSum = unit === "count" || unit === "money";
  return isSum && live !== null && draft !== null ? { live, draft } : null;
}

function holders(benefit: Benefit | undefined, levels: readonly string[]): number {
  return levels.filter((level) => benefit?.values[level] !== undefined).length;
}

function count(levels: readonly string[], level: string): number {
  return levels.filter((one) => one === level).length;
}

/** The sum of the values of everybody who has one; null where a value is no number. */
function sumOf(benefit: Benefit | undefined, levels: readonly string[]): string | null {
  const scale = 6;
  let sum = 0n;
  for (const level of levels) {
    const value = benefit?.values[level];
    if (value === undefined) continue;
    if (!/^\d{1,15}(\.\d{1,6})?$/.test(value)) return null;
    const read = parseDecimal(value);
    sum += read.units * powerOfTen(scale - read.scale);
  }
  return formatDecimal({ units: sum, scale });
}
