import { invalid } from "#platform/problem.ts";

/** A calendar day without a zone. At the edges (JSON, SQL, CSV) it is the text `YYYY-MM-DD`. */
export type Day = Temporal.PlainDate;

/** Days from `from` up to but not including `until`. */
export interface DayRange {
  readonly from: Day;
  readonly until: Day;
}

/** Years from 1: there is no year 0, neither in the calendar that people use nor in the database. */
const dayText = /^(?!0000)\d{4}-\d{2}-\d{2}$/;

/**
 * Reads `YYYY-MM-DD`. `pointer` is where the text stands in the document, for the message.
 * @throws Problem `invalid-input` when the text has another shape or the calendar has no such day.
 */
export function parseDay(text: string, pointer = ""): Day {
  if (!dayText.test(text))
    throw invalid(pointer, `"${text}" is not a date. Write year, month and day as 2026-03-31.`);
  try {
    return Temporal.PlainDate.from(text);
  } catch {
    throw invalid(pointer, `The calendar has no day ${text}.`);
  }
}

/** Whether a text is a day of the calendar, `2026-03-31`; also where the runtime brings no calendar of its own. */
export function isDay(text: string): boolean {
  if (!dayText.test(text)) return false;
  const date = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
}

/** Negative, zero or positive, as `a` is before, on or after `b`. */
export function compareDays(a: Day, b: Day): number {
  return Temporal.PlainDate.compare(a, b);
}

/** Whether the day lies in the range: on or after `from`, before `until`. */
export function isWithin(range: DayRange, day: Day): boolean {
  return compareDays(day, range.from) >= 0 && compareDays(day, range.until) < 0;
}

/** The last day that still lies in the range; what people read as "up to and including". */
export function lastDayOf(range: DayRange): Day {
  return range.until.subtract({ days: 1 });
}

/** The calendar day that `instant` falls on in a zone (IANA name). */
export function dayIn(zone: string, instant: Temporal.Instant): Day {
  return instant.toZonedDateTimeISO(zone).toPlainDate();
}

/**
 * The first instant of a day in a zone (IANA name): midnight, or, where the clocks skip midnight, the first instant
 * after the gap. So every instant belongs to exactly one day of a zone.
 */
export function startOfDay(day: Day, zone: string): Temporal.Instant {
  return day.toZonedDateTime(zone).toInstant();
}

/** The last day of what ends as a day begins, both `YYYY-MM-DD`. */
export function dayBefore(until: string): string {
  return Temporal.PlainDate.from(until).subtract({ days: 1 }).toString();
}
