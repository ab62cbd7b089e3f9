import { useLingui } from "@lingui/react/macro";
import { useMemo } from "react";
import { dateFormat } from "../format/intl.ts";
import { formatMonth } from "../format/time.ts";
import { useLocale } from "../i18n/LocaleProvider.tsx";

/** How the library's calendars name months and days: by Intl, in the reader's language, rather than by their own. */
export function useCalendarWords() {
  const { t } = useLingui();
  const { formatLocale: locale } = useLocale();
  return useMemo(
    () => ({
      firstDayOfWeek: 1 as const,
      weekendDays: [],
      monthLabelFormat: (day: string) => formatMonth(locale, day.slice(0, 7)),
      monthsListFormat: (day: string) => formatMonth(locale, day.slice(0, 7), "axis"),
      weekdayFormat: (day: string) =>
        dateFormat(locale, { weekday: "narrow", timeZone: "UTC" }).format(
          new Date(`${day.slice(0, 10)}T12:00:00Z`),
        ),
      ariaLabels: {
        nextMonth: t`Next month`,
        previousMonth: t`Previous month`,
        nextYear: t`Next year`,
        previousYear: t`Previous year`,
        nextDecade: t`Next decade`,
        previousDecade: t`Previous decade`,
      },
    }),
    [locale, t],
  );
}
