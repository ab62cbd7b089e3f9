import type { Tx } from "#platform/database/tx.ts";
import { newId } from "#platform/ids.ts";
import { type FieldError, Problem } from "#platform/problem.ts";
import { spreadOver } from "../lines.ts";
import { type Opportunity, refusalsOf } from "../opportunity.ts";
import { settle } from "../settlement.ts";
import { listPrices } from "./load.ts";
import type { Change } from "./write.ts";

/** An opportunity as it is wanted, before the rules have looked at it. */
export interface Wanted {
  id: string;
  version: number;
  before: Opportunity | null;
  after: Opportunity;
  /** Why a win is taken back, where one is. */
  reason: string | null;
}

/**
 * Brings wanted opportunities under the rules, one or thousands alike: the lines of a won one add up to its value,
 * it may stand as it is wanted, and what follows for wins and won value is settled.
 * @throws Problem 422
 */
export async function conclude(tx: Tx, wanted: readonly Wanted[]): Promise<Change[]> {
  const won = wanted.filter(({ after }) => after.meaning === "won");
  const priceOf = await listPrices(
    tx,
    won.flatMap(({ after }) => after.lines.map((line) => line.productId)),
  );
  const today = tx.today().toString();
  return wanted.map(({ id, version, before, after, reason }) => {
    refuseAny(refusalsOf(after, today));
    const lines =
      after.meaning === "won"
        ? spreadOver(after.valueMinor ?? 0n, tx.vendor.currency, after.lines, priceOf)
        : after.lines;
    return { id, version, before, settlement: settle(before, { ...after, lines }, { today, reason, newId }) };
  });
}

/** The same for one. */
export async function concludeOne(tx: Tx, wanted: Wanted): Promise<Change> {
  const [change] = await conclude(tx, [wanted]);
  if (change === undefined) throw new Error("One opportunity was given and none came back.");
  return change;
}

/** @throws Problem 422, naming every field */
export function refuseAny(errors: FieldError[]): void {
  const first = errors[0];
  if (first === undefined) return;
  throw new Problem({ status: 422, type: "invalid-input", detail: first.message, errors });
}
