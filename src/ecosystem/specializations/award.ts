import type { SpecializationAward } from "./contract.ts";

/** The days of an award, as `YYYY-MM-DD`. */
export interface Held {
  from: string;
  until: string;
  revokedOn: string | null;
}

/** Where an award stands on a day: by the days alone, whether or not anything has run. */
export function stateOn({ from, until, revokedOn }: Held, today: string): SpecializationAward["state"] {
  if (revokedOn !== null && revokedOn <= today) return "revoked";
  if (today < from) return "planned";
  return today < until ? "held" : "over";
}

/** Held, and within the days before its end in which it is warned of and can be renewed. */
export function endsSoon(held: Held, warnDays: number, today: Temporal.PlainDate): boolean {
  return stateOn(held, today.toString()) === "held" && held.until <= today.add({ days: warnDays }).toString();
}

/** The days of a new award: from today, or from where the one that is held ends. */
export function daysOfAward(
  today: Temporal.PlainDate,
  heldUntil: string | null,
  validMonths: number,
): { from: string; until: string } {
  const from = heldUntil === null ? today : Temporal.PlainDate.from(heldUntil);
  return { from: from.toString(), until: from.add({ months: validMonths }).toString() };
}
