import type { Day } from "#platform/time/day.ts";
import { addMonths, daysOfMonth, type Month, monthOf } from "#platform/time/month.ts";

/** Months that are shown, the current one included. */
const shownMonths = 12;

export function shownUntil(today: Day): Month[] {
  const current = monthOf(today);
  return Array.from({ length: shownMonths }, (_none, index) => addMonths(current, index + 1 - shownMonths));
}

/** The days from the first of some months until after the last of them. */
export function daysOfAll(months: readonly Month[]): { from: string; until: string } {
  const [first = "", last = first] = [months[0], months.at(-1)];
  return { from: daysOfMonth(first).from.toString(), until: daysOfMonth(last).until.toString() };
}
