import {
  type Amounts,
  asksYesNo,
  type Compared,
  comparedOf,
  missingOf,
  rankOf,
  reachLevel,
  writeAmounts,
} from "../../ladders/contract.ts";
import type { Near } from "../standing.ts";
import type { Judged } from "./evaluate.ts";

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
      const measure = rules.measures.get(compared.measure);
      const by = asksYesNo(measure) ? null : distance(compared, side);
      if (by === null) return [];
      const among = (amounts: Amounts) =>
        writeAmounts(
          Object.fromEntries(Object.keys(by).map((currency) => [currency, amounts[currency] ?? 0n])),
        );
      return [
        {
          side,
          level,
          key: compared.measure,
          measure: measure?.label ?? compared.measure,
          have: among(compared.have),
          need: among(compared.need),
          by: writeAmounts(by),
        },
      ];
    });
  });
}

function distance(compared: Compared, side: Near["side"]): Amounts | null {
  const { operator, met, have, need } = compared;
  const missing = missingOf(compared);
  if (operator === "<=" || met !== (side === "above")) return null;
  const found = Object.entries(need).flatMap(([currency, asked]) => {
    const off = side === "below" ? (missing[currency] ?? 0n) : (have[currency] ?? 0n) - asked;
    return off >= 0n && off * nearTenths <= asked && (side === "above" || off > 0n)
      ? [[currency, off] as const]
      : [];
  });
  return found.length === 0 ? null : Object.fromEntries(found);
}
