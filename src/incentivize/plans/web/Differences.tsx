import { Trans, useLingui } from "@lingui/react/macro";
import type { ReactNode } from "react";
import { isDecimal } from "#ui/format/money.ts";
import { useFormat } from "#ui/format/useFormat.ts";
import { Sentences } from "#ui/text/Sentences.tsx";
import { type Difference, differences } from "../compare.ts";
import type { Beneficiary, PlanRules } from "../contract.ts";
import { usePlanWords } from "./words.ts";

interface DifferencesProps {
  before: PlanRules;
  after: PlanRules;
}

/** What a version changes against the one before it, in words. */
export function Differences({ before, after }: DifferencesProps) {
  const found = differences(before, after);
  if (found.length === 0) return <Trans>Nothing changes against the version before.</Trans>;
  return (
    <Sentences>
      {found.map((difference) => (
        <DifferenceWords key={JSON.stringify(difference)} difference={difference} />
      ))}
    </Sentences>
  );
}

function DifferenceWords({ difference }: { difference: Difference }): ReactNode {
  const { t } = useLingui();
  const format = useFormat();
  const words = usePlanWords();
  const share = (rate: string | null) =>
    rate === null || rate === "" ? t`no rate` : isDecimal(rate) ? format.share(rate, 6) : rate;
  const factor = (value: string | null) => (value === null || value === "" ? t`none` : format.exact(value));
  const who = (beneficiary: Beneficiary) =>
    beneficiary.who === "owner" ? t`the owner of the opportunity` : words.above(beneficiary.edge);
  switch (difference.code) {
    case "currency": {
      const { from, to } = difference.params;
      return (
        <Trans>
          Paid in {to} instead of {from}.
        </Trans>
      );
    }
    case "hold": {
      const { from, to } = difference.params;
      return (
        <Trans>
          Held for {to} days instead of {from}.
        </Trans>
      );
    }
    case "component-added":
      return <Trans>{difference.params.label} is new.</Trans>;
    case "component-ended":
      return <Trans>{difference.params.label} ends.</Trans>;
    case "label": {
      const { from, to } = difference.params;
      return (
        <Trans>
          {from} is now called {to}.
        </Trans>
      );
    }
    case "beneficiary": {
      const { label } = difference.params;
      const [from, to] = [who(difference.params.from), who(difference.params.to)];
      return (
        <Trans>
          {label} goes to {to} instead of {from}.
        </Trans>
      );
    }
    case "basis": {
      const { label, to } = difference.params;
      return to === "line value" ? (
        <Trans>{label} is taken of each line instead of the close value.</Trans>
      ) : (
        <Trans>{label} is taken of the close value instead of each line.</Trans>
      );
    }
    case "rate": {
      const { label, series } = difference.params;
      const [from, to] = [share(difference.params.from), share(difference.params.to)];
      return series === null ? (
        <Trans>
          {label}: {to} instead of {from}.
        </Trans>
      ) : (
        <Trans>
          {label}, series {series}: {to} instead of {from}.
        </Trans>
      );
    }
    case "multiplier": {
      const { label, level } = difference.params;
      const [from, to] = [factor(difference.params.from), factor(difference.params.to)];
      return (
        <Trans>
          {label}, multiplier of {level}: {to} instead of {from}.
        </Trans>
      );
    }
    case "ladder": {
      const { label, to } = difference.params;
      return to === null ? (
        <Trans>{label} no longer depends on a tier.</Trans>
      ) : (
        <Trans>
          {label} depends on the tiers of the ladder {to}.
        </Trans>
      );
    }
    case "rounding": {
      const { label, to } = difference.params;
      const mode = words.rounding(to);
      return (
        <Trans>
          {label} is rounded otherwise: {mode}.
        </Trans>
      );
    }
  }
}
