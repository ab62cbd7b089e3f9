import { useMemo } from "react";
import type { MoneyJson } from "#platform/http/wire.ts";
import { useLocale } from "../i18n/LocaleProvider.tsx";
import { useFiscalYearStart, useOwnZone } from "../reader/reader.tsx";
import { formatExact } from "./exact.ts";
import { formatMoney, formatMoneyShort } from "./money.ts";
import { formatNumber, formatPercent, formatShare } from "./number.ts";
import { formatDay, formatInstant, formatMonth, formatQuarter } from "./time.ts";

/** Numbers, amounts and dates in the reader's words, for texts and charts; in a page prefer `<Money>` and its kin. */
export function useFormat() {
  const { formatLocale: locale } = useLocale();
  const zone = useOwnZone();
  const yearStart = useFiscalYearStart();
  return useMemo(
    () => ({
      locale,
      money: (money: MoneyJson) => formatMoney(locale, money),
      moneyWhole: (money: MoneyJson) => formatMoney(locale, money, { whole: true }),
      /** What is asked for or promised: `$75,000`, `$75,000.50`. */
      moneyRound: (money: MoneyJson) => formatMoney(locale, money, { round: true }),
      moneyShort: (money: MoneyJson) => formatMoneyShort(locale, money),
      number: (value: number | bigint, unit?: string) => formatNumber(locale, value, unit),
      /** An exact decimal or fraction with every digit it has. */
      exact: (value: string, leastDigits?: number) => formatExact(locale, value, leastDigits),
      share: (share: number | string, digits?: number) => formatShare(locale, share, digits),
      /** A percentage of which the number is said: `12.5`. */
      percent: (percent: string) => formatPercent(locale, percent),
      day: (day: string) => formatDay(locale, day),
      month: (month: string) => formatMonth(locale, month),
      monthShort: (month: string) => formatMonth(locale, month, "short"),
      monthAxis: (month: string) => formatMonth(locale, month, "axis"),
      /** By its first day, in the vendor's calendar. */
      quarter: (from: string) => formatQuarter(locale, from, yearStart),
      /** Things named side by side, with the commas of the language. */
      list: (words: Iterable<string>) => new Intl.ListFormat(locale, { type: "unit" }).format(words),
      instant: (instant: string, nowMs: number) => formatInstant(locale, instant, nowMs, zone),
    }),
    [locale, zone, yearStart],
  );
}
