import type { Tx } from "#platform/database/tx.ts";
import { toPublicId } from "#platform/ids.ts";
import { toJson } from "#platform/money/money.ts";
import type { EarningRecord } from "../contract.ts";
import * as store from "./store.ts";

/** A line with the plan and run that it came from, the statement and payment that it went to, and its adjustments. */
export async function recordOf(tx: Tx, row: store.EarningRow): Promise<EarningRecord> {
  const way = await store.wayOf(tx, row.id);
  const related = await store.relatedTo(tx, row);
  const { statement_number, statement_period, statement_closed_at, payment_id, payment_state } = way;
  return {
    ...store.present(tx, row),
    plan: { id: toPublicId("pln", row.plan_id), name: way.plan_name },
    run:
      way.run_number === null ? null : { id: toPublicId("run", row.run_id), number: Number(way.run_number) },
    statement:
      row.statement_id === null ||
      statement_number === null ||
      statement_period === null ||
      statement_closed_at === null
        ? null
        : {
            id: toPublicId("sta", row.statement_id),
            number: statement_number,
            period: statement_period.slice(0, 7),
            closedAt: statement_closed_at.toString(),
          },
    payment:
      payment_id === null || payment_state === null
        ? null
        : {
            id: toPublicId("pay", payment_id),
            state: payment_state,
            paidOn: way.paid_on,
            reference: way.reference,
          },
    bookedOn: way.occurred_on,
    reversals: (await store.reversalsOf(tx, row.id)).map(({ reversed_on, amount_minor, reason }) => ({
      day: reversed_on,
      amount: toJson({ minor: amount_minor, currency: row.currency }),
      reason,
    })),
    related: related.map((one) => store.present(tx, one)),
    net: toJson({
      minor: related.reduce((sum, one) => sum + one.amount_minor, row.amount_minor),
      currency: row.currency,
    }),
  };
}
