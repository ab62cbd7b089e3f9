import { sql } from "kysely";
import { book } from "#ledger/index.ts";
import { one, type Tx } from "#platform/database/tx.ts";
import { record } from "#platform/events/record.ts";
import { newId } from "#platform/ids.ts";
import { toJson } from "#platform/money/money.ts";
import { events } from "../contract.ts";

/**
 * Ends the holds that are over at the start of today, in the vendor's zone. A line and what was taken back of it while
 * it was held move together: what is left of them becomes payable. Needs no person; doing it again does nothing.
 */
export async function releaseDue(tx: Tx): Promise<{ lines: number }> {
  const today = tx.today().toString();
  const releaseId = newId();
  const due = sql`vendor_id = ${tx.vendorId} and status = 'held' and hold_until <= ${today}`;
  const sum = await one<{ lines: number; amount: bigint }>(
    tx,
    sql<{
      lines: number;
      amount: bigint;
    }>`select count(*)::int as lines, coalesce(sum(amount_minor), 0)::bigint as amount
      from (select amount_minor from earning where ${due} for update) as locked`,
  );
  if (sum.lines === 0) return { lines: 0 };
  await book(tx, {
    kind: "hold-ended",
    sourceId: releaseId,
    occurredOn: tx.today(),
    memo: today,
    moves: [
      {
        from: "held",
        to: "payable",
        legs: sql`select holder_id, amount_minor, currency, reference_id from (
          select min(partner_id::text)::uuid as holder_id, sum(amount_minor)::bigint as amount_minor, min(currency) as currency,
            coalesce(adjusts_id, id) as reference_id
          from earning where ${due} group by coalesce(adjusts_id, id)
        ) as net where amount_minor > 0`,
      },
    ],
  });
  await sql`update earning set status = 'approved', released_on = ${today} where ${due}`.execute(tx.db);
  await record(
    tx,
    events.earningsReleased,
    { subject: { kind: "vendor", id: tx.vendorId } },
    { day: today, lines: sum.lines, amount: toJson({ minor: sum.amount, currency: tx.vendor.currency }) },
  );
  return { lines: sum.lines };
}
