import type { Window } from "./ladder.ts";
import type { Calendar, LadderRules } from "./rules.ts";

/* When a ladder is reviewed and which days its measures count. All days here are text, `YYYY-MM-DD`. */

/** One review of a ladder: the three dates that a level has. */
export interface Review {
  /** Windows end here: what counts has happened before this day. */
  readonly on: string;
  readonly decidedOn: string;
  /** The first day on which the level counts. */
  readonly inForceFrom: string;
  /** Whether a level may also be taken away at it; levels are given at every review. */
  readonly demotes: boolean;
}

/** The days on which a measure counts, half-open; `from` is null where it is what is so on the last day. */
export interface MeasuredDays {
  readonly from: string | null;
  readonly until: string;
}

/**
 * The reviews whose levels come into force on a day in `[from, until)`, the earliest first. What was decided before
 * comes into force in their order, however many days pass in between.
 */
export function reviewsBetween(rules: LadderRules, from: string, until: string): Review[] {
  const { everyMonths, demoteEveryMonths, decidedAfterDays, inForceAfterDays } = rules.ladder.reviews;
  const reviews: Review[] = [];
  const earliest = Temporal.PlainDate.from(from).subtract({ days: decidedAfterDays + inForceAfterDays });
  for (let on = firstOfMonth(earliest); ; on = on.add({ months: 1 })) {
    const month = monthOfYear(rules.calendar, on);
    if (month % everyMonths !== 0) continue;
    const decidedOn = on.add({ days: decidedAfterDays });
    const inForceFrom = decidedOn.add({ days: inForceAfterDays }).toString();
    if (inForceFrom >= until) return reviews;
    if (inForceFrom < from) continue;
    const demotes = month % demoteEveryMonths === 0;
    reviews.push({ on: on.toString(), decidedOn: decidedOn.toString(), inForceFrom, demotes });
  }
}

/** The review whose level comes into force first on or after a day. */
export function nextReview(rules: LadderRules, day: string): Review {
  const until = Temporal.PlainDate.from(day).add({ months: 13 }).toString();
  const [review] = reviewsBetween(rules, day, until);
  if (review === undefined) throw new Error(`No review comes into force between ${day} and ${until}.`);
  return review;
}

/** The review whose level is in force on a day. */
export function reviewInForce(rules: LadderRules, day: string): Review {
  const today = Temporal.PlainDate.from(day);
  const from = today.subtract({ months: 13 }).toString();
  const review = reviewsBetween(rules, from, today.add({ days: 1 }).toString()).at(-1);
  if (review === undefined) throw new Error(`No review was in force between ${from} and ${day}.`);
  return review;
}

/** The day on which a partner is to be warned of a demotion at a review; null where the ladder warns nobody. */
export function warnedOn({ ladder }: LadderRules, { inForceFrom }: Review): string | null {
  if (ladder.warnDays === 0) return null;
  return Temporal.PlainDate.from(inForceFrom).subtract({ days: ladder.warnDays }).toString();
}

/** The days that a measure counts at a review whose windows end at `on`. */
export function windowOf(rules: LadderRules, measure: string, on: string): MeasuredDays {
  const window = rules.measures.get(measure)?.window;
  if (window === undefined) throw new Error(`The ladder ${rules.ladder.name} has no measure "${measure}".`);
  return daysOf(window, rules.calendar, on);
}

/** The days of a window that ends at `on`. */
export function daysOf(window: Window, calendar: Calendar, on: string): MeasuredDays {
  const until = Temporal.PlainDate.from(on);
  switch (window.kind) {
    case "as-of":
      return { from: null, until: on };
    case "trailing-months":
      return { from: until.subtract({ months: window.months }).toString(), until: on };
    case "previous-quarter":
      return wholePeriod(calendar, until, 3);
    case "previous-year":
      return wholePeriod(calendar, until, 12);
  }
}

/** The last whole period of so many months that is over on a day. */
function wholePeriod(calendar: Calendar, day: Temporal.PlainDate, months: number): MeasuredDays {
  const begun = monthOfYear(calendar, day) % months;
  const until = firstOfMonth(day).subtract({ months: begun });
  return { from: until.subtract({ months }).toString(), until: until.toString() };
}

/** 0 for the first month of the fiscal year, up to 11. */
function monthOfYear({ fiscalYearStartMonth }: Calendar, day: Temporal.PlainDate): number {
  return (day.month - fiscalYearStartMonth + 12) % 12;
}

function firstOfMonth(day: Temporal.PlainDate): Temporal.PlainDate {
  return day.with({ day: 1 });
}
