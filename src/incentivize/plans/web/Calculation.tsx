import { useLingui } from "@lingui/react/macro";
import { formatExact } from "#ui/format/exact.ts";
import { useFormat } from "#ui/format/useFormat.ts";
import { Working, type WorkingLine } from "#ui/sum/Working.tsx";
import type { StepSentence } from "../explain.ts";
import { usePlanWords } from "./words.ts";

interface CalculationProps {
  steps: readonly StepSentence[];
  /** How many digits the currency's small unit has, so that exact values stand below each other. */
  digits: number;
}

/** Every step of a receipt in digits, from the value of the deal to the amount. */
export function Calculation({ steps, digits }: CalculationProps) {
  const { t } = useLingui();
  const lineOf = useStepLine(digits);
  const last = steps.length - 1;
  const lines = steps.map((step, index) => ({
    ...lineOf(step),
    id: String(index),
    ...(index === last ? { kind: "result" as const } : step.code === "sum" ? { kind: "sum" as const } : {}),
  }));
  return <Working label={t`Calculation`} lines={lines} />;
}

/** A step as a line: what it is, the digits it is made of, what it comes to. */
function useStepLine(digits: number): (step: StepSentence) => Omit<WorkingLine, "id"> {
  const { t } = useLingui();
  const format = useFormat();
  const words = usePlanWords();
  const exact = (value: string) => formatExact(format.locale, value, digits);
  const share = (rate: string) => format.share(rate, 6);

  return (step) => {
    const from = exact(step.from);
    switch (step.code) {
      case "line": {
        const { amount, exact: value, product, rate, series } = step.params;
        const label = series === null ? product : t`${product}, series ${series}`;
        return { label, working: `${exact(amount)} × ${share(rate)}`, result: exact(value) };
      }
      case "value": {
        const { amount, exact: value, rate } = step.params;
        return { label: t`Close value`, working: `${exact(amount)} × ${share(rate)}`, result: exact(value) };
      }
      case "sum":
        return { label: t`All lines together`, result: exact(step.params.exact) };
      case "multiplier": {
        const { exact: value, factor, level } = step.params;
        const times = formatExact(format.locale, factor);
        return { label: t`Multiplier of tier ${level}`, working: `${from} × ${times}`, result: exact(value) };
      }
      case "credit": {
        const { exact: value, share: part } = step.params;
        return {
          label: t`Share of the win that counts for its owner`,
          working: `${from} × ${share(part)}`,
          result: exact(value),
        };
      }
      case "remaining": {
        const { exact: value, net, reversed, value: whole } = step.params;
        return {
          label: t`What is left of the value after ${exact(reversed)} was reversed`,
          working: `${from} × ${exact(net)} ÷ ${exact(whole)}`,
          result: exact(value),
        };
      }
      case "round": {
        const { amount, mode, to } = step.params;
        const unit = formatExact(format.locale, to);
        return { label: t`Rounded once, to ${unit}, ${words.rounding(mode)}`, result: exact(amount) };
      }
      case "split": {
        const { amount, exact: value, share: part, whole } = step.params;
        const isCut = exact(value) !== exact(amount);
        return {
          label: isCut
            ? t`Share by the split; what all shares leave over goes to the largest remainders`
            : t`Share by the split`,
          working: isCut
            ? `${exact(whole)} × ${share(part)} = ${exact(value)}`
            : `${exact(whole)} × ${share(part)}`,
          result: exact(amount),
        };
      }
      case "parts":
        return { label: t`All parts together`, result: exact(step.params.amount) };
      case "ended":
        return {
          label: t`Nothing is due any more: ${words.ending(step.params.why)}`,
          result: exact("0"),
        };
      case "difference": {
        const { amount, booked, due } = step.params;
        return {
          label: t`Due, less what was booked before`,
          working: `${exact(due)} − ${exact(booked)}`,
          result: exact(amount),
        };
      }
    }
  };
}
