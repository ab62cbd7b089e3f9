/*
 * From which day a version may hold: after the one before it, and the notice days ahead where it takes something away.
 * Days are texts here, `2026-03-31`, which order as days do, so that the browser asks the same function.
 */

/** The version published last, as far as the next one has to mind it. */
export interface Before {
  version: number;
  effectiveFrom: string;
  document: { noticeDays: number };
}

/** Why a version cannot begin on a day because of the one before it; null where it can. */
export function overlapError(before: Before, day: string, today: string): string | null {
  const { version, effectiveFrom } = before;
  if (day > effectiveFrom) return null;
  const orElse = effectiveFrom > today ? ", or take that version back first" : "";
  return `Version ${version} holds from ${effectiveFrom} on, and two versions cannot overlap. Choose a later day${orElse}.`;
}

/** Why a version that takes something away cannot begin on a day; `earliest` is the notice days from today. */
export function noticeError(before: Before, day: string, earliest: string): string | null {
  if (day >= earliest) return null;
  const { noticeDays } = before.document;
  return noticeDays === 0
    ? `It takes something away from partners, so it cannot begin in the past. Choose ${earliest} or a later day.`
    : `It takes something away from partners, which is told ${noticeDays} days ahead. Choose ${earliest} or a later day, or leave that out.`;
}
