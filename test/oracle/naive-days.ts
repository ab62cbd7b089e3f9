/* Days as people count them on paper; `YYYY-MM-DD`, one after the other. */

const lengths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

const two = (number: number) => String(number).padStart(2, "0");
const partsOf = (day: string) => ({
  year: Number(day.slice(0, 4)),
  month: Number(day.slice(5, 7)),
  dayOfMonth: Number(day.slice(8, 10)),
});

function lengthOf(year: number, month: number): number {
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  return month === 2 && leap ? 29 : (lengths[month - 1] ?? 0);
}

export function dayAfter(day: string): string {
  const { year, month, dayOfMonth } = partsOf(day);
  if (dayOfMonth < lengthOf(year, month)) return `${day.slice(0, 8)}${two(dayOfMonth + 1)}`;
  return month < 12 ? `${year}-${two(month + 1)}-01` : `${year + 1}-01-01`;
}

export function daysLater(day: string, count: number): string {
  let later = day;
  for (let counted = 0; counted < count; counted += 1) later = dayAfter(later);
  return later;
}

/** The same day so many months later, earlier when negative; the last of the month where it has no such day. */
export function monthsLater(day: string, count: number): string {
  let { year, month } = partsOf(day);
  for (let counted = 0; counted < Math.abs(count); counted += 1) {
    month += count < 0 ? -1 : 1;
    if (month === 0) [year, month] = [year - 1, 12];
    if (month === 13) [year, month] = [year + 1, 1];
  }
  return `${year}-${two(month)}-${two(Math.min(partsOf(day).dayOfMonth, lengthOf(year, month)))}`;
}

/** Whether a period of so many months begins on a day, in a year that begins with a month. */
export function begins(day: string, months: number, firstMonth: number): boolean {
  const { month, dayOfMonth } = partsOf(day);
  if (dayOfMonth !== 1) return false;
  let begin = firstMonth;
  for (let counted = 0; counted < 12 / months; counted += 1) {
    if (month === begin) return true;
    begin = begin + months > 12 ? begin + months - 12 : begin + months;
  }
  return false;
}
