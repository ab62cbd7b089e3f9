import { principalOf } from "#ecosystem/people/index.ts";
import type { Tx } from "#platform/database/tx.ts";
import { toJson } from "#platform/money/money.ts";
import { notFound } from "#platform/problem.ts";
import type { PayoutRecord } from "../contract.ts";
import { evidence } from "./evidence.ts";
import * as store from "./store.ts";

/** A batch with its payees, what stands beside each, and what the reader may do. @throws Problem 404 */
export async function presentBatch(tx: Tx, id: string): Promise<PayoutRecord> {
  const batch = await store.findBatch(tx, id);
  if (batch === null) throw notFound("payout");
  const principal = principalOf(tx);
  const isMaker = batch.made_by === principal.membershipId;
  const mayRelease = principal.can.has("payout.release");
  const payees = await store.payeesOf(tx, id);
  const beside = await evidence(tx, id);
  const items = payees.map((payee) => ({
    ...store.presentPayee(payee),
    ...beside.of(payee.partner_id),
    statement: { number: payee.statement_number, period: payee.statement_period.slice(0, 7) },
  }));
  const sumOf = (...states: string[]) =>
    toJson({
      minor: payees
        .filter(({ state }) => states.includes(state))
        .reduce((sum, { amount_minor }) => sum + amount_minor, 0n),
      currency: batch.currency,
    });
  return {
    ...store.presentBatch(batch),
    items,
    since: beside.since,
    sums: { open: sumOf("made", "released"), paid: sumOf("paid"), returned: sumOf("returned") },
    can: {
      release: batch.state === "made" && mayRelease && !isMaker,
      withdraw: batch.state === "made" && principal.can.has("payout.make"),
      pay:
        batch.state === "released" &&
        principal.can.has("payout.pay") &&
        items.some(({ state }) => state === "released"),
    },
    releaseHint: batch.state !== "made" ? null : isMaker ? "maker" : mayRelease ? null : "role",
  };
}
