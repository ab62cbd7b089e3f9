/** A year of a vendor's programs, half-open; named by the calendar year in which it begins. */
export interface ProgramYear {
  year: number;
  from: string;
  until: string;
}

/** The vendor's year that a day lies in. `startMonth`: the month in which its fiscal year begins, 1 to 12. */
export function programYearOf(day: Temporal.PlainDate, startMonth: number): ProgramYear {
  const year = day.month >= startMonth ? day.year : day.year - 1;
  const from = Temporal.PlainDate.from({ year, month: startMonth, day: 1 });
  return { year, from: from.toString(), until: from.add({ years: 1 }).toString() };
}
