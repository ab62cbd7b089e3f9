import { Trans } from "@lingui/react/macro";
import type { ReactNode } from "react";
import { formatShare } from "../format/number.ts";
import { useLocale } from "../i18n/LocaleProvider.tsx";
import { AppLink } from "../link/AppLink.tsx";
import { ChartFrame } from "./ChartFrame.tsx";
import classes from "./chart.module.css";
import { type ChartValue, exactly, lengthOf } from "./value.ts";

interface Step {
  label: string;
  value: ChartValue;
  to?: string | undefined;
}

interface FunnelProps {
  /** `Where do deals get lost?` */
  question: string;
  answer?: ReactNode;
  /** What the steps are: `Stage`. */
  head: string;
  /** What the values are: `Deals`. */
  measure: string;
  steps: readonly Step[];
}

/** How many go on from step to step. */
export function Funnel({ question, answer, head, measure, steps }: FunnelProps) {
  const { formatLocale } = useLocale();
  const lengths = steps.map(({ value }) => lengthOf(value) ?? 0);
  const most = Math.max(1, ...lengths);
  return (
    <ChartFrame
      question={question}
      answer={answer}
      table={{
        head,
        columns: [measure],
        rows: steps.map(({ label, value }) => ({ label, values: [value] })),
      }}
    >
      <ol className={classes.funnel}>
        {steps.map(({ label, value, to }, index) => {
          const length = lengths[index] ?? 0;
          const earlier = lengths[index - 1];
          return (
            <li key={label} className={classes.step}>
              <span className={classes.stepLabel}>{to ? <AppLink to={to}>{label}</AppLink> : label}</span>
              <span className={classes.track}>
                <span className={classes.fill} style={{ inlineSize: `${(100 * length) / most}%` }} />
              </span>
              <bdi dir="ltr" className={classes.stepValue}>
                {exactly(formatLocale, value)}
              </bdi>
              <span className={classes.partShare}>
                {earlier ? <Trans>{formatShare(formatLocale, length / earlier, 0)} go on</Trans> : null}
              </span>
            </li>
          );
        })}
      </ol>
    </ChartFrame>
  );
}
