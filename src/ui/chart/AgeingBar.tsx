import type { ReactNode } from "react";
import { formatShare } from "../format/number.ts";
import { useLocale } from "../i18n/LocaleProvider.tsx";
import { AppLink } from "../link/AppLink.tsx";
import { ChartFrame } from "./ChartFrame.tsx";
import classes from "./chart.module.css";
import { usePalette } from "./palette.ts";
import { type ChartValue, exactly, lengthOf } from "./value.ts";

interface Part {
  /** `0 to 30 days` */
  label: string;
  value: ChartValue;
  /** The list behind it. */
  to?: string | undefined;
}

interface AgeingBarProps {
  /** `How long have we owed it?` */
  question: string;
  answer?: ReactNode;
  /** What the parts are: `Age`. */
  head: string;
  /** What the values are: `Owed`. */
  measure: string;
  /** From the youngest to the oldest; the older, the deeper. */
  parts: readonly Part[];
}

/** One whole in its parts, each named and with what it comes to. */
export function AgeingBar({ question, answer, head, measure, parts }: AgeingBarProps) {
  const { formatLocale } = useLocale();
  const { shades } = usePalette();
  const lengths = parts.map(({ value }) => Math.max(0, lengthOf(value) ?? 0));
  const total = lengths.reduce((sum, length) => sum + length, 0);
  const shade = (index: number) =>
    shades[Math.round((index * (shades.length - 1)) / Math.max(1, parts.length - 1))];
  return (
    <ChartFrame
      question={question}
      answer={answer}
      table={{
        head,
        columns: [measure],
        rows: parts.map(({ label, value }) => ({ label, values: [value] })),
      }}
    >
      <div className={classes.bar} aria-hidden>
        {parts.map(({ label }, index) => (
          <span key={label} style={{ flexGrow: lengths[index], background: shade(index) }} />
        ))}
      </div>
      <ul className={classes.parts}>
        {parts.map(({ label, value, to }, index) => (
          <li key={label} className={classes.part}>
            <span className={classes.mark}>
              <span className={classes.swatch} style={{ "--swatch": shade(index) }} aria-hidden />
              {to ? <AppLink to={to}>{label}</AppLink> : label}
            </span>
            <bdi dir="ltr" className={classes.partValue}>
              {exactly(formatLocale, value)}
            </bdi>
            <span className={classes.partShare}>
              {total > 0 ? formatShare(formatLocale, (lengths[index] ?? 0) / total, 0) : "–"}
            </span>
          </li>
        ))}
      </ul>
    </ChartFrame>
  );
}
