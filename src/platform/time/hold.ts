import { type Day, startOfDay } from "./day.ts";

/*
 * A hold counts whole days and the day of close is the first of them. Held for 30 days after a close on 1 March:
 * 1 March to 30 March inclusive (close + 29) are held, and at 00:00 on 31 March (close + 30), in the vendor's zone,
 * the hold is over.
 */

/** The last day that is still held, inclusive: close + `holdDays` − 1. */
export function lastHeldDay(closedOn: Day, holdDays: number): Day {
  return closedOn.add({ days: holdDays - 1 });
}

/** The first day that is no longer held: close + `holdDays`. */
export function releaseDay(closedOn: Day, holdDays: number): Day {
  return closedOn.add({ days: holdDays });
}

/** The instant at which the hold is over: the start of the release day in the vendor's zone (IANA name). */
export function releaseInstant(closedOn: Day, holdDays: number, zone: string): Temporal.Instant {
  return startOfDay(releaseDay(closedOn, holdDays), zone);
}
