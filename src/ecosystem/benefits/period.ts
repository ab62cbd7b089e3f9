import { type Day, startOfDay } from "#platform/time/day.ts";

/** The days for which an allowance is; `until` is the first day after it, null where the benefit knows no period. */
export interface Period {
  from: Day;
  until: Day | null;
}

export type PeriodKind = "year" | "quarter" | "none";

const always = Temporal.PlainDate.from("0001-01-01");

/** The period of a benefit in which a day lies, by the vendor's calendar: its years begin in `fiscalYearStartMonth`. */
export function periodOn(kind: PeriodKind, day: Day, fiscalYearStartMonth: number): Period {
  if (kind === "none") return { from: always, until: null };
  const months = kind === "year" ? 12 : 3;
  const into = (day.month - fiscalYearStartMonth + 12) % months;
  const from = day.with({ day: 1 }).subtract({ months: into });
  return { from, until: from.add({ months }) };
}

/**
 * The instant at which what is granted today is over: the beginning of the day that lies so many days ahead, in the
 * vendor's zone. Null: it does not end.
 */
export function validUntil(today: Day, validDays: number | null, zone: string): Temporal.Instant | null {
  return validDays === null ? null : startOfDay(today.add({ days: validDays }), zone);
}
