import { useLingui } from "@lingui/react/macro";
import { useMemo } from "react";
import type { RoundingMode } from "#platform/money/rounding.ts";
import type { Edge } from "../contract.ts";
import type { EndedWhy } from "../outcome.ts";

/** What the plan language's own words are called in the reader's. */
export function usePlanWords() {
  const { t } = useLingui();
  return useMemo(() => {
    const roundings: Readonly<Record<RoundingMode, string>> = {
      "half-even": t`a half to the even digit`,
      "half-up": t`a half away from zero`,
      down: t`towards zero`,
    };
    const endings: Readonly<Record<EndedWhy, string>> = {
      "another-owner": t`the opportunity now counts for another partner`,
      "another-parent": t`another partner, or nobody, now stands above the owner`,
      "component-ended": t`the plan no longer has this component`,
      "win-reversed": t`the win was reversed`,
      "no-owner": t`no partner owns the opportunity`,
      "no-pay-basis": t`the opportunity does not earn`,
    };
    const above: Readonly<Record<Edge, string>> = {
      owns: t`the company that owns the partner`,
      "distributes to": t`the partner’s distributor`,
      "master of": t`the partner’s master agent`,
    };
    const entry = (kind: "first" | "adjustment" | "reversal", label: string) => {
      if (kind === "adjustment") return t`Adjustment of ${label}`;
      return kind === "reversal" ? t`Reversal of ${label}` : label;
    };
    return {
      rounding: (mode: RoundingMode) => roundings[mode],
      ending: (why: EndedWhy) => endings[why],
      above: (edge: Edge) => above[edge],
      /** What a line is: `Commission`, `Reversal of Commission`. */
      entry,
    };
  }, [t]);
}
