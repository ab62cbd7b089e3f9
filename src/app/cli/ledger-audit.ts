import { type RawBuilder, sql } from "kysely";
import { receiptOf } from "#incentivize/earnings/index.ts";
import { verifyReceipt } from "#incentivize/plans/index.ts";
import { one, rows, type Tx } from "#platform/database/tx.ts";
import { toPublicId } from "#platform/ids.ts";
import { formatMinor } from "#platform/money/money.ts";

/** Something in the books that does not agree, as a sentence. */
export type Finding = string;

/**
 * Adds the books up a second time, from the postings and from the lines that they were booked for, holder by holder.
 * It reads the rows themselves, none of the sums that the product shows.
 */
export async function auditBooks(tx: Tx): Promise<Finding[]> {
  const empty = await one<{ count: number }>(
    tx,
    sql`select count(*)::int as count from ledger_transaction t where t.vendor_id = ${tx.vendorId}
      and not exists (select from posting p where p.vendor_id = t.vendor_id and p.transaction_id = t.id)`,
  );
  const findings = empty.count === 0 ? [] : [`${empty.count} transactions of the ledger move nothing.`];
  for (const [kind, lines] of Object.entries(linesOf(tx))) findings.push(...(await compare(tx, kind, lines)));
  return findings;
}

/** What each kind of account should hold, as rows of holder, currency and amount. */
function linesOf(tx: Tx): Record<string, RawBuilder<unknown>> {
  const earnings = (condition: RawBuilder<unknown>) =>
    sql`select partner_id as holder_id, currency, amount_minor as amount from earning where vendor_id = ${tx.vendorId} and ${condition}`;
  return {
    held: earnings(sql`status = 'held'`),
    payable: earnings(sql`status in ('approved', 'on-statement')`),
    expense: sql`select null::uuid, currency, -amount_minor from earning where vendor_id = ${tx.vendorId}`,
    "paid-out": sql`select null::uuid, currency, amount_minor from payout where vendor_id = ${tx.vendorId} and state = 'paid'`,
  };
}

async function compare(tx: Tx, kind: string, lines: RawBuilder<unknown>): Promise<Finding[]> {
  const postings = sql`
    select a.holder_id, a.currency, side.amount from (
      select destination_id as account_id, amount_minor as amount from posting where vendor_id = ${tx.vendorId}
      union all select source_id, -amount_minor from posting where vendor_id = ${tx.vendorId}
    ) as side join ledger_account a on a.vendor_id = ${tx.vendorId} and a.id = side.account_id and a.kind = ${kind}`;
  const found = await rows(
    tx,
    sql<{ name: string | null; currency: string; booked: bigint; due: bigint }>`
      select p.name, s.currency, sum(s.booked)::bigint as booked, sum(s.due)::bigint as due from (
        select b.holder_id, b.currency, b.amount as booked, 0 as due from (${postings}) as b (holder_id, currency, amount)
        union all select l.holder_id, l.currency, 0, l.amount from (${lines}) as l (holder_id, currency, amount)
      ) as s left join partner p on p.vendor_id = ${tx.vendorId} and p.id = s.holder_id
      group by s.holder_id, p.name, s.currency having sum(s.booked) <> sum(s.due) order by p.name`,
  );
  return found.map(({ name, currency, booked, due }) => {
    const shown = (minor: bigint) => `${formatMinor(minor, currency)} ${currency}`;
    return `The account "${kind}"${name === null ? "" : ` of ${name}`} has ${shown(booked)} where its lines make ${shown(due)}.`;
  });
}

/** The ids of booked lines; of all, or of `most` that are picked by their digest, which is as good as by chance. */
export async function linesToProve(tx: Tx, most: number | null): Promise<string[]> {
  const limit = most === null ? sql`` : sql`limit ${most}`;
  const found = await rows(
    tx,
    sql<{ id: string }>`select id from earning where vendor_id = ${tx.vendorId} order by digest ${limit}`,
  );
  return found.map(({ id }) => toPublicId("ern", id));
}

/** Recomputes a line's receipt from what is kept of it; null when it gives the same bytes. */
export async function proveLine(tx: Tx, id: string): Promise<Finding | null> {
  try {
    const verdict = verifyReceipt(await receiptOf(tx, id));
    return verdict.ok ? null : `The receipt of ${id} does not hold: ${verdict.reason}`;
  } catch (error) {
    return `The receipt of ${id} does not hold: ${error instanceof Error ? error.message : String(error)}`;
  }
}
