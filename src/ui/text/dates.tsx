import { Trans } from "@lingui/react/macro";
import { useNow } from "../format/now.ts";
import {
  formatDay,
  formatDistance,
  formatEnd,
  formatInstant,
  formatInstantFull,
  formatInstantOnPaper,
  formatMonth,
} from "../format/time.ts";
import { useLocale } from "../i18n/LocaleProvider.tsx";
import { useOwnZone } from "../reader/reader.tsx";
import { Nothing } from "./Money.tsx";
import classes from "./text.module.css";

interface DateTimeProps {
  /** RFC 3339 in UTC; told in the reader's own zone. */
  value: string | null | undefined;
  /** Leaves out how far it is, where room is scarce. */
  brief?: boolean;
}

/** An instant: `Tue 14:00, in 3 h` where near; the whole date with its zone on hover, and on paper. */
export function DateTime({ value, brief = false }: DateTimeProps) {
  const { formatLocale } = useLocale();
  const zone = useOwnZone();
  const now = useNow();
  if (!value) return <Nothing />;
  const distance = brief ? null : formatDistance(formatLocale, value, now);
  return (
    <time
      dateTime={value}
      title={formatInstantFull(formatLocale, value, zone)}
      data-paper={formatInstantOnPaper(formatLocale, value, zone)}
      className={classes.instant}
    >
      <bdi className={classes.when}>
        {formatInstant(formatLocale, value, now, zone)}
        {distance && <Trans>,</Trans>}
      </bdi>
      {distance && <span className={classes.distance}> {distance}</span>}
    </time>
  );
}

/** Until when something is that ends at an instant: its last day with its year, or the instant where no day ends with it. */
export function EndTime({ value }: { value: string | null | undefined }) {
  const { formatLocale } = useLocale();
  const zone = useOwnZone();
  if (!value) return <Nothing />;
  return (
    <time dateTime={value} title={formatInstantFull(formatLocale, value, zone)} className={classes.when}>
      <bdi>{formatEnd(formatLocale, value, zone)}</bdi>
    </time>
  );
}

interface DayTextProps {
  /** `2026-03-31`, a day of the vendor's calendar and the same for every reader. */
  value: string | null | undefined;
}

/** A calendar day; with its weekday on hover. */
export function DayText({ value }: DayTextProps) {
  const { formatLocale } = useLocale();
  if (!value) return <Nothing />;
  return (
    <time dateTime={value} title={formatDay(formatLocale, value, "long")} className={classes.when}>
      <bdi>{formatDay(formatLocale, value)}</bdi>
    </time>
  );
}

interface MonthTextProps {
  /** `2026-03` */
  value: string | null | undefined;
  short?: boolean;
}

/** A calendar month: `March 2026`. */
export function MonthText({ value, short = false }: MonthTextProps) {
  const { formatLocale } = useLocale();
  if (!value) return <Nothing />;
  return (
    <time dateTime={value} className={classes.when}>
      <bdi>{formatMonth(formatLocale, value, short ? "short" : "long")}</bdi>
    </time>
  );
}
