/** The day it is in the demo's vendor's zone, `2026-03-31`. */
export function today(): string {
  return Temporal.Now.plainDateISO("UTC").toString();
}

/** The month that goes on, as pages write it: `March 2026`. */
export function thisMonth(): string {
  return monthName(Temporal.Now.plainDateISO("UTC"));
}

export function monthName(day: Temporal.PlainDate): string {
  return day.toLocaleString("en-US", { month: "long", year: "numeric" });
}
