import { addBusinessMinutes, type BusinessCalendar, minutesOfDay } from "#platform/time/business.ts";

/*
 * When the clock tells what comes near and what is over. Pure: no clock, no database.
 */

/** The vendor's people are told so long before something is due. */
const warnedBusinessHours = 4;

export type ClockName = "answer" | "decision";

/** One of the vendor's clocks that runs, and what was told of its date already. */
export interface RunningClock {
  dueAt: Temporal.Instant;
  soonTold: boolean;
  /** When it goes to the administrators; null until it was told that it is overdue. */
  escalatesAt: Temporal.Instant | null;
  escalated: boolean;
}

export type ClockCall =
  | { kind: "due-soon" | "escalated" }
  | { kind: "overdue"; escalatesAt: Temporal.Instant };

/** What falls due by then is due soon. */
export function soonUntil(calendar: BusinessCalendar, now: Temporal.Instant): Temporal.Instant {
  return addBusinessMinutes(calendar, now, warnedBusinessHours * 60);
}

/** A question is reminded of a business day before its answer is too late. */
export function questionsUntil(calendar: BusinessCalendar, now: Temporal.Instant): Temporal.Instant {
  return addBusinessMinutes(calendar, now, minutesOfDay(calendar));
}

/**
 * What is to be told of a clock now: soon due once, overdue once, and after another business day to the administrators
 * once. What was missed is made up for, but nobody is told that something will soon be due which is over.
 */
export function callsOf(clock: RunningClock, calendar: BusinessCalendar, now: Temporal.Instant): ClockCall[] {
  const isAfter = (instant: Temporal.Instant) => Temporal.Instant.compare(instant, now) > 0;
  if (isAfter(clock.dueAt)) {
    const isSoon = Temporal.Instant.compare(clock.dueAt, soonUntil(calendar, now)) <= 0;
    return isSoon && !clock.soonTold ? [{ kind: "due-soon" }] : [];
  }
  const escalatesAt = clock.escalatesAt ?? addBusinessMinutes(calendar, clock.dueAt, minutesOfDay(calendar));
  const overdue: ClockCall[] = clock.escalatesAt === null ? [{ kind: "overdue", escalatesAt }] : [];
  return !clock.escalated && !isAfter(escalatesAt) ? [...overdue, { kind: "escalated" }] : overdue;
}
