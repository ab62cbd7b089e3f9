import { invalid } from "#platform/problem.ts";
import type { Day, DayRange } from "./day.ts";

/** A calendar month as `YYYY-MM`; as text it compares and sorts in order of time, in JavaScript and in SQL. */
export type Month = string;

const monthText = /^\d{4}-(0[1-9]|1[0-2])$/;

/** @throws Problem `invalid-input` when the text is not `YYYY-MM`. */
export function parseMonth(text: string, pointer = ""): Month {
  if (!monthText.test(text))
    throw invalid(pointer, `"${text}" is not a month. Write year and month as 2026-03.`);
  return text;
}

export function monthOf(day: Day): Month {
  return day.toPlainYearMonth().toString();
}

/** The days of a month: from its first day, up to but not including the first day of the next. */
export function daysOfMonth(month: Month): DayRange {
  return { from: firstDay(month), until: firstDay(nextMonth(month)) };
}

/** The month `count` months later; earlier when negative. */
export function addMonths(month: Month, count: number): Month {
  return Temporal.PlainYearMonth.from(month).add({ months: count }).toString();
}

export function nextMonth(month: Month): Month {
  return addMonths(month, 1);
}

export function previousMonth(month: Month): Month {
  return addMonths(month, -1);
}

/** The same month of the year before, for comparisons. */
export function lastYears(month: Month): Month {
  return addMonths(month, -12);
}

function firstDay(month: Month): Day {
  return Temporal.PlainYearMonth.from(month).toPlainDate({ day: 1 });
}
