import { sql } from "kysely";
import { rows, type Tx } from "#platform/database/tx.ts";
import { toPublicId } from "#platform/ids.ts";
import { toJson } from "#platform/money/money.ts";
import type { BatchPayee } from "../contract.ts";

/** What a batch may be held against: each partner's payment before it, and what came after the statements closed. */
export interface Evidence {
  of: (partnerId: string) => Pick<BatchPayee, "last" | "since">;
  /** Of all partners, whether the batch pays them or not. */
  since: BatchPayee["since"];
}

/** The evidence beside a batch, or beside one that could be made now when `batchId` is null. */
export async function evidence(tx: Tx, batchId: string | null): Promise<Evidence> {
  const payments = await rows(
    tx,
    sql<{ id: string; partner_id: string; amount_minor: bigint; currency: string; paid_on: string }>`
      select distinct on (partner_id) id, partner_id, amount_minor, currency, paid_on from payout
      where vendor_id = ${tx.vendorId} and state = 'paid'
        and (${batchId}::uuid is null or made_at < (select made_at from payout_batch where vendor_id = ${tx.vendorId} and id = ${batchId}::uuid))
      order by partner_id, paid_on desc, id desc`,
  );
  const later = await rows(
    tx,
    sql<{ partner_id: string; amount_minor: bigint }>`
      select partner_id, sum(amount_minor)::bigint as amount_minor from earning
      where vendor_id = ${tx.vendorId} and status = 'approved' group by partner_id`,
  );
  const money = (minor: bigint) => toJson({ minor, currency: tx.vendor.currency });
  const lastOf = new Map(payments.map((row) => [row.partner_id, row]));
  const sinceOf = new Map(later.map((row) => [row.partner_id, row.amount_minor]));
  return {
    of: (partnerId) => {
      const last = lastOf.get(partnerId);
      return {
        last: last
          ? {
              id: toPublicId("pay", last.id),
              amount: toJson({ minor: last.amount_minor, currency: last.currency }),
              paidOn: last.paid_on,
            }
          : null,
        since: money(sinceOf.get(partnerId) ?? 0n),
      };
    },
    since: money(later.reduce((sum, row) => sum + row.amount_minor, 0n)),
  };
}
