import { type BusinessCalendar, businessMinutesBetween } from "#platform/time/business.ts";

/*
 * How long the vendor took, in minutes of its own business calendar. Pure: no clock, no database.
 */

/** A stretch in which the partner had the ball; without an end it still has it. */
export interface Pause {
  from: Temporal.Instant;
  until: Temporal.Instant | null;
}

/** Whole minutes of work between receipt and a moment, without the stretches in which the partner had the ball. */
export function minutesTaken(
  calendar: BusinessCalendar,
  received: Temporal.Instant,
  until: Temporal.Instant,
  pauses: readonly Pause[],
): number {
  const paused = pauses.reduce(
    (sum, pause) => sum + businessMinutesBetween(calendar, pause.from, earlier(pause.until, until)),
    0,
  );
  return Math.max(0, Math.round(businessMinutesBetween(calendar, received, until) - paused));
}

/**
 * By how many minutes of work something came after it was due; null when it came in time. What comes after the last
 * hour of a day and before the next one begins is late by 0 minutes, and late.
 */
export function minutesLate(
  calendar: BusinessCalendar,
  due: Temporal.Instant | null,
  at: Temporal.Instant,
): number | null {
  if (due === null || Temporal.Instant.compare(at, due) <= 0) return null;
  return Math.round(businessMinutesBetween(calendar, due, at));
}

function earlier(one: Temporal.Instant | null, other: Temporal.Instant): Temporal.Instant {
  return one === null || Temporal.Instant.compare(one, other) > 0 ? other : one;
}
