import type { DayOrder, Evidence } from "./evidence.ts";
import { Fault, shown } from "./fault.ts";

export interface DayReading {
  /** Which part of `01/02/2026` is the day in this column; null while nothing decides. */
  order: DayOrder | null;
  evidence: Evidence<DayOrder>;
}

const firstYear = 1900;
const lastYear = 2199;
const midnight = /^[T ]00:00(?::00(?:\.0+)?)?(?:Z|[+-]00:?00)?$/;
const yearFirst = /^(\d{4})([-/.])(\d{1,2})\2(\d{1,2})$/;
const yearLast = /^(\d{1,2})([-/.])(\d{1,2})\2(\d{4})$/;

/**
 * A calendar day as `YYYY-MM-DD`. With the year first, or with points between (`31.12.2026`), it is clear which is
 * which; `01/02/2026` follows its column.
 */
export function readDay(text: string, reading: DayReading): string | Fault {
  if (text.length === 10 && text.charCodeAt(4) === 45 && text.charCodeAt(7) === 45) {
    const year = number(text, 0, 4);
    const month = number(text, 5, 7);
    const day = number(text, 8, 10);
    if (year >= 0 && month >= 0 && day >= 0) return exists(year, month, day) ? text : noSuchDay(text);
  }
  return text.length > 10 && midnight.test(text.slice(10))
    ? readWords(text.slice(0, 10), reading)
    : readWords(text, reading);
}

function readWords(text: string, { order, evidence }: DayReading): string | Fault {
  const iso = yearFirst.exec(text);
  if (iso !== null) return dayOf(text, Number(iso[1]), Number(iso[3]), Number(iso[4]));
  const parts = yearLast.exec(text);
  if (parts === null) return notADay(text);
  const [first, second, year] = [Number(parts[1]), Number(parts[3]), Number(parts[4])];
  if (parts[2] === ".") return dayOf(text, year, second, first);
  const needed: DayOrder | null =
    first > 12 && second <= 12 ? "day-first" : second > 12 && first <= 12 ? "month-first" : null;
  const either = needed === null && first <= 12 && second <= 12 && first !== second;
  if (needed !== null) evidence.counts[needed] += 1;
  else if (either) evidence.unclear ??= text;
  const used = order ?? needed;
  if (used === null && either) {
    return new Fault(
      "ambiguous-day",
      `“${text}” can be read in two ways. Say whether the day or the month comes first.`,
    );
  }
  return used === "month-first" ? dayOf(text, year, first, second) : dayOf(text, year, second, first);
}

function dayOf(text: string, year: number, month: number, day: number): string | Fault {
  if (!exists(year, month, day)) return noSuchDay(text);
  return `${year}-${month < 10 ? "0" : ""}${month}-${day < 10 ? "0" : ""}${day}`;
}

function exists(year: number, month: number, day: number): boolean {
  return (
    year >= firstYear &&
    year <= lastYear &&
    month >= 1 &&
    month <= 12 &&
    day >= 1 &&
    day <= daysIn(year, month)
  );
}

function daysIn(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

/** The digits from `start` to `end` as a number; negative when one is no digit. */
function number(text: string, start: number, end: number): number {
  let value = 0;
  for (let at = start; at < end; at++) {
    const digit = text.charCodeAt(at) - 48;
    if (digit < 0 || digit > 9) return -1;
    value = value * 10 + digit;
  }
  return value;
}

function noSuchDay(text: string): Fault {
  return new Fault("no-such-day", `There is no day “${text}” between ${firstYear} and ${lastYear}.`);
}

function notADay(text: string): Fault {
  if (/^\d{5}$/.test(text)) {
    return new Fault(
      "not-a-day",
      `“${text}” is a spreadsheet's inner number of a day. Format the column as a date and export again.`,
    );
  }
  return new Fault("not-a-day", `“${shown(text)}” is not a date. Write it as 2026-03-31.`);
}
