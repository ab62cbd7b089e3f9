import { sql } from "kysely";
import { maybe, type Tx } from "#platform/database/tx.ts";
import { toPublicId } from "#platform/ids.ts";
import type { OpportunityDetail } from "../contract.ts";

interface CreditRow {
  owner_id: string | null;
  holder_id: string | null;
  holder_name: string | null;
  by_split: boolean;
  partner_id: string | null;
  partner_name: string | null;
  reason: string | null;
  decided_by: string | null;
  decided_at: Temporal.Instant | null;
}

/** Whose the pay credit of a sale is, as its reader may know it: a partner reads what was decided about itself. */
export async function payCreditOf(tx: Tx, id: string): Promise<OpportunityDetail["payCredit"]> {
  const { databaseRole } = tx.actor;
  if (databaseRole === "hanse_vendor") return creditOf(tx, id);
  return databaseRole === "hanse_partner" ? toldOf(tx, id) : null;
}

async function creditOf(tx: Tx, id: string): Promise<OpportunityDetail["payCredit"]> {
  const row = await maybe(
    tx,
    sql<CreditRow>`select o.owner_partner_id as owner_id, h.id as holder_id, h.name as holder_name,
        exists (select from pay_split_confirmation f where f.vendor_id = o.vendor_id and f.opportunity_id = o.id
          and f.replaced_at is null) as by_split,
        c.partner_id, p.name as partner_name, c.reason, m.name as decided_by, c.decided_at
      from opportunity o
      left join partner h on h.vendor_id = o.vendor_id and h.id = o.holder_partner_id
      left join opportunity_pay_credit c on c.vendor_id = o.vendor_id and c.opportunity_id = o.id
        and c.partner_id in (o.owner_partner_id, o.holder_partner_id)
      left join partner p on p.vendor_id = c.vendor_id and p.id = c.partner_id
      left join membership m on m.vendor_id = c.vendor_id and m.id = c.decided_by
      where o.vendor_id = ${tx.vendorId} and o.id = ${id}`,
  );
  if (row === null || row.holder_id === null || row.owner_id === null || row.holder_id === row.owner_id)
    return null;
  const { partner_id, decided_at } = row;
  return {
    holder: { id: toPublicId("par", row.holder_id), name: row.holder_name ?? "" },
    bySplit: row.by_split,
    decision:
      partner_id === null || decided_at === null
        ? null
        : {
            partner: { id: toPublicId("par", partner_id), name: row.partner_name ?? "" },
            isYours: null,
            reason: row.reason ?? "",
            decidedBy: row.decided_by,
            decidedAt: decided_at.toString(),
          },
  };
}

async function toldOf(tx: Tx, id: string): Promise<OpportunityDetail["payCredit"]> {
  const told = await maybe(
    tx,
    sql<{ is_theirs: boolean; reason: string; decided_at: Temporal.Instant }>`
      select t.is_theirs, t.reason, t.decided_at from pay_credit_told t
      join opportunity o on o.vendor_id = t.vendor_id and o.id = t.opportunity_id and o.owner_partner_id = t.partner_id
      where t.vendor_id = ${tx.vendorId} and t.opportunity_id = ${id}`,
  );
  if (told === null) return null;
  const { is_theirs, reason, decided_at } = told;
  return {
    holder: null,
    bySplit: false,
    decision: {
      partner: null,
      isYours: is_theirs,
      reason,
      decidedBy: null,
      decidedAt: decided_at.toString(),
    },
  };
}
