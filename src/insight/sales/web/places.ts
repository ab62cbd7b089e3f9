import { dayBefore } from "#ui/format/time.ts";

interface Days {
  from: string;
  /** The day after the last. */
  until: string;
}

/** The list of what was won in some days; the list names the last day, not the one after. */
export function wonBetween(days: Days): string {
  return `/opportunities?${wonIn(days)}`;
}

/** The same, of one partner. */
export function wonByPartner(partnerId: string, days: Days): string {
  return `/partners/${partnerId}?tab=deals&${wonIn(days)}`;
}

/** What partners brought or helped to win in some days. */
export function partneredIn(part: "sourced" | "influenced", { from, until }: Days): string {
  const query = { part, closedFrom: from, closedUntil: dayBefore(until) };
  return `/partnered-wins?${new URLSearchParams(query)}`;
}

function wonIn({ from, until }: Days): string {
  return new URLSearchParams({ meaning: "won", closedFrom: from, closedUntil: dayBefore(until) }).toString();
}
