import { daysOf } from "./calendar.ts";
import type { Measure } from "./ladder.ts";
import type { Calendar } from "./rules.ts";

/** The kinds of facts that a measure counts. */
function factsOf(measure: Measure): string[] {
  return measure.kind === "fact" ? [measure.fact] : [...new Set(measure.rates.map(({ fact }) => fact))];
}

/**
 * Why a measure would be 0 for everybody on a day: nothing of it is recorded at all, or the last of it lies before the
 * days that count. Null where there is something. `lastOn` tells the latest day of a kind of fact.
 */
export function silence(
  measure: Measure,
  lastOn: (fact: string) => string | null,
  { calendar, on }: { calendar: Calendar; on: string },
): { lastOn: string | null } | null {
  const last = factsOf(measure).flatMap((fact) => lastOn(fact) ?? []);
  const latest = last.sort().at(-1);
  if (latest === undefined) return { lastOn: null };
  const { from } = daysOf(measure.window, calendar, on);
  return from !== null && latest < from ? { lastOn: latest } : null;
}
