import { useLingui } from "@lingui/react/macro";
import { useFormat } from "#ui/format/useFormat.ts";
import type { Benefit } from "../contract.ts";

/** What a level gets, as text: `15 %`, `5`, `€5,000`, `Around the clock`, `yes`; a dash for nothing. */
export function useBenefitValueWords() {
  const { t } = useLingui();
  const format = useFormat();
  return (
    { unit, currency }: { unit: Benefit["unit"]; currency?: string | null | undefined },
    value: string | null,
  ) => {
    if (value === null) return "–";
    const isNumber = /^\d+(\.\d+)?$/.test(value);
    if (unit === "none") return t`yes`;
    if (unit === "text" || !isNumber) return value;
    if (unit === "money" && currency) return format.moneyRound({ amount: value, currency });
    return unit === "percent" ? format.percent(value) : format.exact(value);
  };
}
