import { dateFormat, relativeFormat } from "./intl.ts";
import { plainFigures } from "./money.ts";

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
const dayMs = 24 * hourMs;

/** Noon in UTC stands for a day: no zone's offset moves it to another. */
function noonOf(day: string): Date {
  return new Date(`${day}T12:00:00Z`);
}

function isKnown(date: Date): boolean {
  return !Number.isNaN(date.getTime());
}

/** A calendar day in full words' order: `3 Mar 2026`; with its weekday when `long`. */
export function formatDay(locale: string, day: string, style: "short" | "long" = "short"): string {
  const date = noonOf(day);
  if (!isKnown(date)) return day;
  const options: Intl.DateTimeFormatOptions =
    style === "long"
      ? { weekday: "long", day: "numeric", month: "long", year: "numeric", timeZone: "UTC" }
      : { day: "numeric", month: "short", year: "numeric", timeZone: "UTC" };
  return dateFormat(locale, options).format(date);
}

/**
 * A calendar day as people of a locale write it, `2026-03-31` in every one: `31 Mar 2026`, `Mar 31, 2026`, `31.3.2026`,
 * `3/31/26`. A year of two digits is of this century: the days of sales are near. Null for what is no day.
 */
export function parseDay(locale: string, typed: string): string | null {
  const text = plainFigures(typed).trim().toLocaleLowerCase(locale);
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(text);
  if (iso) return dayOf(Number(iso[1]), Number(iso[2]), Number(iso[3]));
  const figures = /^(\d{1,2})\s*[./-]\s*(\d{1,2})\s*[./-]\s*(\d{4}|\d{2})$/.exec(text);
  if (figures) {
    const [first, second, year] = [Number(figures[1]), Number(figures[2]), yearOf(figures[3])];
    return isMonthFirst(locale) ? dayOf(year, first, second) : dayOf(year, second, first);
  }
  const named = /^(?:(\d{1,2})\.?\s+)?(\p{L}+)\.?(?:\s+(\d{1,2}))?,?\s+(\d{4}|\d{2})$/u.exec(text);
  const day = named?.[1] ?? named?.[3];
  if (!named?.[2] || day === undefined) return null;
  return dayOf(yearOf(named[4]), monthNamed(locale, named[2]), Number(day));
}

function yearOf(figures = ""): number {
  return Number(figures) + (figures.length === 2 ? 2000 : 0);
}

function dayOf(year: number, month: number, day: number): string | null {
  const pad = (part: number) => String(part).padStart(2, "0");
  const text = `${year}-${pad(month)}-${pad(day)}`;
  const date = noonOf(text);
  return isKnown(date) && date.toISOString().startsWith(text) ? text : null;
}

function isMonthFirst(locale: string): boolean {
  const parts = dateFormat(locale, { day: "numeric", month: "numeric", timeZone: "UTC" }).formatToParts(
    noonOf("2026-03-31"),
  );
  return parts.find(({ type }) => type === "day" || type === "month")?.type === "month";
}

/** 1 to 12 by the beginning of a month's name, of three letters or more; 0 where there is none. */
function monthNamed(locale: string, name: string): number {
  if (name.length < 3) return 0;
  const months = Array.from({ length: 12 }, (_, at) => `2026-${String(at + 1).padStart(2, "0")}`);
  return (
    1 +
    months.findIndex((month) =>
      formatMonth(locale, month, "axis").toLocaleLowerCase(locale).startsWith(name.slice(0, 3)),
    )
  );
}

/** A calendar month: `March 2026`, or `Mar 2026` when short, or `Mar` alone for an axis. */
export function formatMonth(
  locale: string,
  month: string,
  style: "long" | "short" | "axis" = "long",
): string {
  const date = noonOf(`${month}-01`);
  if (!isKnown(date)) return month;
  const options: Intl.DateTimeFormatOptions = {
    month: style === "long" ? "long" : "short",
    timeZone: "UTC",
    ...(style !== "axis" && { year: "numeric" }),
  };
  return dateFormat(locale, options).format(date);
}

/**
 * The quarter that begins on a day: `Q3 2026` where years are those of the calendar. Where they begin in another month,
 * `startMonth`, it is named by its months, `Aug – Oct 2026`: which year a fiscal quarter is of, companies say differently.
 */
export function formatQuarter(locale: string, from: string, startMonth = 1): string {
  const date = noonOf(from);
  if (!isKnown(date)) return from;
  if (startMonth === 1) {
    const year = dateFormat(locale, { year: "numeric", timeZone: "UTC" }).format(date);
    return `Q${Math.floor(date.getUTCMonth() / 3) + 1} ${year}`;
  }
  const last = new Date(date);
  last.setUTCMonth(date.getUTCMonth() + 2);
  return dateFormat(locale, { month: "short", year: "numeric", timeZone: "UTC" }).formatRange(date, last);
}

/** An instant with weekday, seconds and the zone it is told in. */
export function formatInstantFull(locale: string, instant: string, timeZone?: string): string {
  const date = new Date(instant);
  if (!isKnown(date)) return instant;
  return dateFormat(locale, {
    weekday: "long",
    day: "numeric",
    month: "long",
    year: "numeric",
    hour: "2-digit",
    minute: "2-digit",
    second: "2-digit",
    timeZoneName: "long",
    ...(timeZone && { timeZone }),
  }).format(date);
}

/** An instant as it stands on paper, where no day is near: `3 Mar 2026, 14:00`. */
export function formatInstantOnPaper(locale: string, instant: string, timeZone?: string): string {
  const date = new Date(instant);
  if (!isKnown(date)) return instant;
  return dateFormat(locale, {
    day: "numeric",
    month: "short",
    year: "numeric",
    hour: countsToTwelve(locale) ? "numeric" : "2-digit",
    minute: "2-digit",
    ...(timeZone && { timeZone }),
  }).format(date);
}

/**
 * An instant, short where it is near: `Tue 14:00` within six days, `3 Mar, 14:00` within some months of the past and of
 * this year, `3 Mar 2024` beyond.
 */
export function formatInstant(locale: string, instant: string, nowMs: number, timeZone?: string): string {
  const date = new Date(instant);
  if (!isKnown(date)) return instant;
  const distanceDays = Math.abs(date.getTime() - nowMs) / dayMs;
  const zone = timeZone ? { timeZone } : {};
  const hour = countsToTwelve(locale) ? "numeric" : "2-digit";
  const time: Intl.DateTimeFormatOptions = { hour, minute: "2-digit", ...zone };
  if (distanceDays < 6) return dateFormat(locale, { weekday: "short", ...time }).format(date);
  const isNear =
    distanceDays < 300 &&
    (date.getTime() < nowMs || yearOfInstant(date, zone) === yearOfInstant(new Date(nowMs), zone));
  if (isNear) return dateFormat(locale, { day: "numeric", month: "short", ...time }).format(date);
  return dateFormat(locale, { day: "numeric", month: "short", year: "numeric", ...zone }).format(date);
}

function yearOfInstant(date: Date, zone: { timeZone?: string }): string {
  return dateFormat("en", { year: "numeric", ...zone }).format(date);
}

/**
 * Until when something is that ends at an instant: `2 Jul 2027`, its last day, where the instant is the beginning of a day
 * in the zone; else the whole instant.
 */
export function formatEnd(locale: string, instant: string, timeZone?: string): string {
  const date = new Date(instant);
  if (!isKnown(date)) return instant;
  const zone = timeZone ? { timeZone } : {};
  const time = dateFormat("en-GB", { hour: "2-digit", minute: "2-digit", second: "2-digit", ...zone }).format(
    date,
  );
  if (time !== "00:00:00") return formatInstantOnPaper(locale, instant, timeZone);
  const before = new Date(date.getTime() - hourMs);
  return dateFormat(locale, { day: "numeric", month: "short", year: "numeric", ...zone }).format(before);
}

/** `9:30 AM` goes without the nought with which `09:30` is written. */
function countsToTwelve(locale: string): boolean {
  return dateFormat(locale, { hour: "numeric" }).resolvedOptions().hour12 === true;
}

/** How far an instant is: `in 3 h`, `2 days ago`; null beyond six days, where the date says more. */
export function formatDistance(locale: string, instant: string, nowMs: number): string | null {
  const distance = Date.parse(instant) - nowMs;
  if (!Number.isFinite(distance) || Math.abs(distance) >= 6 * dayMs) return null;
  const format = relativeFormat(locale, { numeric: "auto", style: "short" });
  // Sentences end with it: the stop of an abbreviation would be their second.
  const say = (value: number, unit: "minute" | "hour" | "day") =>
    format.format(value, unit).replace(/\.$/, "");
  if (Math.abs(distance) < hourMs) return say(Math.round(distance / minuteMs), "minute");
  if (Math.abs(distance) < dayMs) return say(Math.round(distance / hourMs), "hour");
  return say(Math.round(distance / dayMs), "day");
}

/** The first day of the quarter that a day lies in: `2026-05-17` gives `2026-04-01`. */
export function quarterStart(day: string): string {
  const month = Math.floor((Number(day.slice(5, 7)) - 1) / 3) * 3 + 1;
  return `${day.slice(0, 4)}-${String(month).padStart(2, "0")}-01`;
}

/** The first day of the quarter after the one that a day lies in. */
export function nextQuarterStart(day: string): string {
  const start = quarterStart(day);
  const [year, month] = [Number(start.slice(0, 4)), Number(start.slice(5, 7))];
  return month === 10 ? `${year + 1}-01-01` : `${year}-${String(month + 3).padStart(2, "0")}-01`;
}

/** The calendar day before. */
export function dayBefore(day: string): string {
  return new Date(noonOf(day).getTime() - dayMs).toISOString().slice(0, 10);
}

export function dayAfter(day: string): string {
  return new Date(noonOf(day).getTime() + dayMs).toISOString().slice(0, 10);
}

/** Whole days from one calendar day to another; negative when the second is earlier. */
export function daysBetween(from: string, until: string): number {
  return Math.round((noonOf(until).getTime() - noonOf(from).getTime()) / dayMs);
}
