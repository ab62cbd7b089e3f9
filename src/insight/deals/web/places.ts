import { dayBefore } from "#ui/format/time.ts";

interface Days {
  from: string;
  /** The day after the last. */
  until: string;
}

/** The list of the registrations that a number counts; the list names the last day, not the one after. */
export function registrationsWhere(happened: string, { from, until }: Days, more: object = {}): string {
  return `/deals?${new URLSearchParams({ happened, from, until: dayBefore(until), ...more })}`;
}
