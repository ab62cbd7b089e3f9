/** When people work, in one place: the same hours on each working day. */
export interface BusinessCalendar {
  /** IANA zone in which days and hours are meant. */
  timezone: string;
  /** ISO weekdays: 1 is Monday, 7 Sunday. At least one. */
  workdays: readonly number[];
  /** Hours of a working day, `HH:MM`, half-open; `until` lies after `from`, and may be `24:00`. */
  from: string;
  until: string;
  /** Days without work, `YYYY-MM-DD`. */
  holidays: readonly string[];
}

interface Opening {
  start: Temporal.Instant;
  end: Temporal.Instant;
}

const daysLookedAhead = 3_660;
const millisecondsPerMinute = 60_000;

/** Minutes of work in an ordinary working day: what "one business day" is worth. */
export function minutesOfDay({ from, until }: Pick<BusinessCalendar, "from" | "until">): number {
  return minutesAt(until) - minutesAt(from);
}

/**
 * The instant at which so many minutes of work will have passed. What begins outside of working hours begins with the
 * next opening; what ends exactly with a day's last minute is due then, not on the next morning.
 * @throws Error when there is no work for ten years
 */
export function addBusinessMinutes(
  calendar: BusinessCalendar,
  start: Temporal.Instant,
  minutes: number,
): Temporal.Instant {
  let left = Math.round(minutes * millisecondsPerMinute);
  for (const opening of openingsFrom(calendar, start)) {
    const length = opening.end.epochMilliseconds - opening.start.epochMilliseconds;
    if (left <= length) return opening.start.add({ milliseconds: left });
    left -= length;
  }
  throw new Error("The business calendar has no working day for ten years.");
}

/** Minutes of work between two instants; 0 when the second is not after the first. */
export function businessMinutesBetween(
  calendar: BusinessCalendar,
  start: Temporal.Instant,
  end: Temporal.Instant,
): number {
  let milliseconds = 0;
  for (const opening of openingsFrom(calendar, start)) {
    if (Temporal.Instant.compare(opening.start, end) >= 0) break;
    const last = Temporal.Instant.compare(opening.end, end) < 0 ? opening.end : end;
    milliseconds += last.epochMilliseconds - opening.start.epochMilliseconds;
  }
  return milliseconds / millisecondsPerMinute;
}

/** The stretches of work from an instant on; a day on which the clock is changed is as long as it really is. */
function* openingsFrom(calendar: BusinessCalendar, start: Temporal.Instant): Generator<Opening> {
  const holidays = new Set(calendar.holidays);
  const first = start.toZonedDateTimeISO(calendar.timezone).toPlainDate();
  for (let ahead = 0; ahead < daysLookedAhead; ahead++) {
    const day = first.add({ days: ahead });
    if (!calendar.workdays.includes(day.dayOfWeek) || holidays.has(day.toString())) continue;
    const opens = instantAt(calendar, day, calendar.from);
    const closes = instantAt(calendar, day, calendar.until);
    const begins = Temporal.Instant.compare(opens, start) < 0 ? start : opens;
    if (Temporal.Instant.compare(begins, closes) < 0) yield { start: begins, end: closes };
  }
}

function instantAt({ timezone }: BusinessCalendar, day: Temporal.PlainDate, time: string): Temporal.Instant {
  const at =
    time === "24:00"
      ? day.add({ days: 1 }).toZonedDateTime(timezone)
      : day.toZonedDateTime({ timeZone: timezone, plainTime: Temporal.PlainTime.from(time) });
  return at.toInstant();
}

function minutesAt(time: string): number {
  const [hours, minutes] = time.split(":");
  return Number(hours) * 60 + Number(minutes);
}
