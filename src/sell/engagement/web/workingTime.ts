import { useLocale } from "#ui/i18n/LocaleProvider.tsx";

/** 1 is Monday; in 2024 the first of January was one. */
function noonOfWeekday(day: number): Date {
  return new Date(`2024-01-0${day}T12:00:00Z`);
}

/** Days of the week in the reader's words; 1 is Monday. */
export function useWeekdays(): (day: number, style?: "long" | "short") => string {
  const { formatLocale } = useLocale();
  return (day, style = "long") =>
    new Intl.DateTimeFormat(formatLocale, { weekday: style, timeZone: "UTC" }).format(noonOfWeekday(day));
}

/** Days that follow on each other, gathered: `[1,2,3,5]` is `[[1,3],[5,5]]`. */
export function spans(days: readonly number[]): [number, number][] {
  const found: [number, number][] = [];
  for (const day of days.toSorted((a, b) => a - b)) {
    const last = found.at(-1);
    if (last && last[1] === day - 1) last[1] = day;
    else found.push([day, day]);
  }
  return found;
}
