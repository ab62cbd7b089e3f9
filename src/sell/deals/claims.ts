import type { Claim } from "./deal.ts";

/*
 * Who is first. A registration asks, for each series, for all keys of its customer at once: it holds all of them or
 * waits with all of them. So nobody is kept out by somebody who has no protection either.
 */

/** What one registration asks for in one series. */
export interface Bid {
  registrationId: string;
  series: string;
  /** Server order; lower came first. */
  receivedNo: bigint;
  claims: readonly Claim[];
}

/** The place that at most one bid can have. */
export function slotOf({ kind, key, series, country, project, role }: Claim): string {
  return JSON.stringify([kind, key, series, country, project, role]);
}

/** Which of the waiting bids hold from now on, given what is held: each in its order, as soon as all it asks is free. */
export function promotable(waiting: readonly Bid[], held: Iterable<string>): Bid[] {
  const taken = new Set(held);
  return waiting
    .toSorted((one, other) => Number(one.receivedNo - other.receivedNo))
    .filter((bid) => {
      const slots = bid.claims.map(slotOf);
      if (slots.some((slot) => taken.has(slot))) return false;
      for (const slot of slots) taken.add(slot);
      return true;
    });
}
