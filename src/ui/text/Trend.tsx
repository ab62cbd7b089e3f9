import { Trans } from "@lingui/react/macro";
import { IconArrowDownRight, IconArrowUpRight, IconMinus } from "@tabler/icons-react";
import { formatShare } from "../format/number.ts";
import { useLocale } from "../i18n/LocaleProvider.tsx";
import classes from "./text.module.css";

interface TrendProps {
  /** By how much it is above what it was, as a share: `"-0.125"`; null where there was nothing before. */
  change: string | null;
}

/** Which way something went, and by how much. */
export function Trend({ change }: TrendProps) {
  const { formatLocale } = useLocale();
  if (change === null) {
    return (
      <span className={classes.trend} style={{ "--tone": "var(--ui-info)" }}>
        <Trans>new</Trans>
      </span>
    );
  }
  const value = Number(change);
  const Mark = value > 0 ? IconArrowUpRight : value < 0 ? IconArrowDownRight : IconMinus;
  const tone = value > 0 ? "good" : value < 0 ? "bad" : "idle";
  return (
    <span className={classes.trend} style={{ "--tone": `var(--ui-${tone})` }}>
      <Mark size={14} className={classes.trendMark} aria-hidden />
      <bdi dir="ltr" className={classes.figure}>
        {value > 0 ? "+" : ""}
        {formatShare(formatLocale, change, 0)}
      </bdi>
    </span>
  );
}
