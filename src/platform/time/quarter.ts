import type { Day, DayRange } from "./day.ts";

/** A quarter of the calendar year as `YYYY-Qn`; as text it sorts in order of time. */
export type Quarter = string;

export function quarterOf(day: Day): Quarter {
  return `${day.year.toString().padStart(4, "0")}-Q${Math.ceil(day.month / 3)}`;
}

/** The days of a quarter: from its first day, up to but not including the first day of the next. */
export function daysOfQuarter(quarter: Quarter): DayRange {
  const from = firstDay(quarter);
  return { from, until: from.add({ months: 3 }) };
}

/** The quarter of a vendor's year in which a day lies; `fiscalYearStartMonth`, 1 to 12, is where its years begin. */
export function fiscalQuarterOf(day: Day, fiscalYearStartMonth: number): DayRange {
  const into = (day.month - fiscalYearStartMonth + 12) % 3;
  const from = day.with({ day: 1 }).subtract({ months: into });
  return { from, until: from.add({ months: 3 }) };
}

/** The three months before a quarter. */
export function quarterBefore({ from }: DayRange): DayRange {
  return { from: from.subtract({ months: 3 }), until: from };
}

export function previousQuarter(quarter: Quarter): Quarter {
  return quarterOf(firstDay(quarter).subtract({ months: 3 }));
}

function firstDay(quarter: Quarter): Day {
  const [, year, number] = /^(\d{4})-Q([1-4])$/.exec(quarter) ?? [];
  if (year === undefined || number === undefined)
    throw new RangeError(`"${quarter}" is not a quarter such as 2026-Q1.`);
  return Temporal.PlainDate.from({ year: Number(year), month: 3 * Number(number) - 2, day: 1 });
}
