import {
  type Amounts,
  type Compared,
  comparedOf,
  rankOf,
  reachLevel,
  writeAmounts,
} from "../../ladders/contract.ts";
import type { Judged } from "./evaluate.ts";

/** A threshold that a partner only just missed, or only just reached. */
export interface Near {
  side: "below" | "above";
  level: string;
  measure: string;
  by: Record<string, string>;
}

/** Within a tenth of what is asked for. */
const nearTenths = 10n;

/** The thresholds close to what a partner has: of the level that it earned, and of the one above. */
export function nearThresholds({ version: { rules }, decision, circumstances }: Judged): Near[] {
  const rank = rankOf(rules, decision.earned);
  return [
    { side: "above" as const, level: rules.levels[rank - 1]?.level },
    { side: "below" as const, level: rules.levels[rank]?.level },
  ].flatMap(({ side, level }) => {
    const reached = level && reachLevel(rules, level, decision.measured, circumstances.thresholds);
    if (!reached) return [];
    return comparedOf(reached).flatMap((compared) => {
      const by = distance(compared, side);
      if (by === null) return [];
      const measure = rules.measures.get(compared.measure)?.label ?? compared.measure;
      return [{ side, level, measure, by: writeAmounts(by) }];
    });
  });
}

function distance({ operator, met, have, need, missing }: Compared, side: Near["side"]): Amounts | null {
  if (operator === "<=" || met !== (side === "above")) return null;
  const found = Object.entries(need).flatMap(([currency, asked]) => {
    const off = side === "below" ? (missing[currency] ?? 0n) : (have[currency] ?? 0n) - asked;
    return off >= 0n && off * nearTenths <= asked && (side === "above" || off > 0n)
      ? [[currency, off] as const]
      : [];
  });
  return found.length === 0 ? null : Object.fromEntries(found);
}
