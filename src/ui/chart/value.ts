import type { MoneyJson } from "#platform/http/wire.ts";
import { forGeometry, formatMoney, formatMoneyShort } from "../format/money.ts";
import { formatNumber } from "../format/number.ts";

/** What a chart draws: a count or an exact amount; null where there is none. */
export type ChartValue = number | MoneyJson | null;

/** How long a bar is. The amount itself is never computed with. */
export function lengthOf(value: ChartValue): number | null {
  if (value === null || typeof value === "number") return value;
  return forGeometry(value.amount);
}

/** The value as it stands in a table or a tooltip. */
export function exactly(locale: string, value: ChartValue): string {
  if (value === null) return "–";
  return typeof value === "number" ? formatNumber(locale, value) : formatMoney(locale, value);
}

/** The value as it stands on a chart, where there is little room. */
export function shortly(locale: string, value: ChartValue): string {
  if (value === null) return "";
  return typeof value === "number" ? formatNumber(locale, value) : formatMoneyShort(locale, value);
}

/** A step of the axis, in the kind of the values that it measures. */
export function axisValue(step: number, values: readonly ChartValue[]): ChartValue {
  const amount = values.find((value) => value !== null && typeof value === "object");
  return amount !== null && typeof amount === "object" ? { ...amount, amount: String(step) } : step;
}

/** A table of values as the lines of a CSV file; a cell that a spreadsheet would take for a formula is quoted off. */
export function csvOf(rows: readonly (readonly string[])[]): string {
  const cell = (text: string) => {
    const safe = /^[=+@\t\r]|^-(?!\d)/.test(text) ? `'${text}` : text;
    return /[",\n\r]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
  };
  return rows.map((row) => row.map(cell).join(",")).join("\r\n");
}

/** The value as a plain number for a file. */
export function plainly(value: ChartValue): string {
  if (value === null) return "";
  return typeof value === "number" ? String(value) : value.amount;
}
