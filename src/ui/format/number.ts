import { numberFormat } from "./intl.ts";
import { type Decimal, isDecimal } from "./money.ts";

/** A count or a measure; `unit` is one of ECMA-402's, such as `day` or `megabyte`. */
export function formatNumber(locale: string, value: number | bigint, unit?: string): string {
  const options: Intl.NumberFormatOptions = unit ? { style: "unit", unit, unitDisplay: "short" } : {};
  return numberFormat(locale, { maximumFractionDigits: 1, ...options }).format(value);
}

/** A percentage such as `"12.5"` as `12.5 %`, with every digit it has. */
export function formatPercent(locale: string, percent: string): string {
  if (!isDecimal(percent)) return percent;
  const digits = percent.split(".")[1]?.length ?? 0;
  return numberFormat(locale, {
    style: "percent",
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  }).format(`${percent}E-2` as Decimal);
}

/** A share such as `"0.0825"` or `0.5` as `8.25 %`, with at most `digits` after the decimal sign. */
export function formatShare(locale: string, share: number | string, digits = 2): string {
  const value: number | Decimal = typeof share === "string" ? (isDecimal(share) ? share : "0") : share;
  return numberFormat(locale, { style: "percent", maximumFractionDigits: digits }).format(value);
}
