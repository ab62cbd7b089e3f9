import { sql } from "kysely";
import { book } from "#ledger/index.ts";
import { rows, type Tx } from "#platform/database/tx.ts";
import { record } from "#platform/events/record.ts";
import { newId } from "#platform/ids.ts";
import { toJson } from "#platform/money/money.ts";
import { parseDay } from "#platform/time/day.ts";
import { lockMoney } from "../../runs/index.ts";
import { events } from "../contract.ts";

/**
 * Ends the holds that are over, each on the day at whose start it ended in the vendor's zone, however late this is
 * asked. A line and what was taken back of it while it was held move together: what is left of them becomes payable.
 * Needs no person; doing it again does nothing.
 */
export async function releaseDue(tx: Tx): Promise<{ lines: number }> {
  await lockMoney(tx);
  const days = await rows(
    tx,
    sql<Due>`select hold_until as day, count(*)::int as lines, sum(amount_minor)::bigint as amount from earning
      where vendor_id = ${tx.vendorId} and status = 'held' and hold_until <= ${tx.today().toString()}
      group by hold_until order by hold_until`,
  );
  for (const due of days) await releaseDay(tx, due);
  return { lines: days.reduce((sum, { lines }) => sum + lines, 0) };
}

interface Due {
  day: string;
  lines: number;
  amount: bigint;
}

async function releaseDay(tx: Tx, { day, lines, amount }: Due): Promise<void> {
  const due = sql`vendor_id = ${tx.vendorId} and status = 'held' and hold_until = ${day}`;
  await book(tx, {
    kind: "hold-ended",
    sourceId: newId(),
    occurredOn: parseDay(day),
    memo: day,
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
  await sql`update earning set status = 'approved', released_on = ${day} where ${due}`.execute(tx.db);
  await record(
    tx,
    events.earningsReleased,
    { subject: { kind: "vendor", id: tx.vendorId } },
    { day, lines, amount: toJson({ minor: amount, currency: tx.vendor.currency }) },
  );
}
