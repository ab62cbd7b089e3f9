import { dateFormat, relativeFormat } from "./intl.ts";

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

/** The quarter that a day lies in: `Q3 2026`. */
export function formatQuarter(locale: string, day: string): string {
  const date = noonOf(day);
  if (!isKnown(date)) return day;
  const year = dateFormat(locale, { year: "numeric", timeZone: "UTC" }).format(date);
  return `Q${Math.floor(date.getUTCMonth() / 3) + 1} ${year}`;
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

/**
 * An instant, short where it is near: `Tue 14:00` within six days, `3 Mar, 14:00` within the year, `3 Mar 2024`
 * beyond.
 */
export function formatInstant(locale: string, instant: string, nowMs: number, timeZone?: string): string {
  const date = new Date(instant);
  if (!isKnown(date)) return instant;
  const distanceDays = Math.abs(date.getTime() - nowMs) / dayMs;
  const zone = timeZone ? { timeZone } : {};
  const hour = countsToTwelve(locale) ? "numeric" : "2-digit";
  const time: Intl.DateTimeFormatOptions = { hour, minute: "2-digit", ...zone };
  if (distanceDays < 6) return dateFormat(locale, { weekday: "short", ...time }).format(date);
  if (distanceDays < 300) return dateFormat(locale, { day: "numeric", month: "short", ...time }).format(date);
  return dateFormat(locale, { day: "numeric", month: "short", year: "numeric", ...zone }).format(date);
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
  if (Math.abs(distance) < hourMs) return format.format(Math.round(distance / minuteMs), "minute");
  if (Math.abs(distance) < dayMs) return format.format(Math.round(distance / hourMs), "hour");
  return format.format(Math.round(distance / dayMs), "day");
}

/** The calendar day before. */
export function dayBefore(day: string): string {
  return new Date(noonOf(day).getTime() - dayMs).toISOString().slice(0, 10);
}

/** Whole days from one calendar day to another; negative when the second is earlier. */
export function daysBetween(from: string, until: string): number {
  return Math.round((noonOf(until).getTime() - noonOf(from).getTime()) / dayMs);
}
