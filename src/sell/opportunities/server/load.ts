import { sql } from "kysely";
import { listPriceIn } from "#ecosystem/products/index.ts";
import { rows, type Tx } from "#platform/database/tx.ts";
import type { Line, Opportunity } from "../opportunity.ts";
import type { Meaning } from "../stage.ts";

/** An opportunity as the rules take it, with what writing it needs to know. */
export interface Loaded {
  id: string;
  version: number;
  opportunity: Opportunity;
}

interface RuleRow {
  id: string;
  version: number;
  name: string;
  account_id: string | null;
  owner_partner_id: string | null;
  seller_id: string | null;
  stage: string;
  meaning: Meaning;
  value_minor: bigint | null;
  engaged_on: string | null;
  expected_close_on: string | null;
  closed_on: string | null;
  lost_reason: string | null;
  pay_basis: Opportunity["payBasis"];
  pay_basis_reason: string | null;
  win_id: string | null;
  win_n: number | null;
  reversed_minor: bigint | null;
  win_count: number;
}

/** Locks opportunities against every other change until the transaction ends, always in the same order. */
export async function lock(tx: Tx, ids: readonly string[]): Promise<void> {
  await sql`select from opportunity where vendor_id = ${tx.vendorId} and id = any (${[...ids]}::uuid[])
    order by id for update`.execute(tx.db);
}

/**
 * Opportunities as the rules take them. To change them, lock them first: what is read in the locking statement itself
 * can be older than the lock.
 */
export async function load(tx: Tx, ids: readonly string[]): Promise<Loaded[]> {
  const wanted = sql`${[...ids]}::uuid[]`;
  const found = await rows(
    tx,
    sql<RuleRow>`select o.id, o.version, o.name, o.account_id, o.owner_partner_id, o.seller_id, o.stage, o.meaning,
        o.value_minor, o.engaged_on, o.expected_close_on, o.closed_on, o.lost_reason, o.pay_basis, o.pay_basis_reason,
        w.id as win_id, w.n as win_n, w.reversed_minor, coalesce(c.n, 0) as win_count
      from opportunity o
      left join win w on w.vendor_id = o.vendor_id and w.opportunity_id = o.id and w.reversed_at is null
      left join lateral (select max(n) as n from win where vendor_id = o.vendor_id and opportunity_id = o.id) c on true
      where o.vendor_id = ${tx.vendorId} and o.id = any (${wanted}) order by o.id`,
  );
  const lines = Map.groupBy(
    await rows(
      tx,
      sql<{ opportunity_id: string; product_id: string; quantity: number; amount_minor: bigint | null }>`
        select opportunity_id, product_id, quantity, amount_minor from opportunity_line
        where vendor_id = ${tx.vendorId} and opportunity_id = any (${wanted}) order by opportunity_id, line_no`,
    ),
    (line) => line.opportunity_id,
  );
  return found.map((row) => ({
    id: row.id,
    version: row.version,
    opportunity: toRules(
      row,
      (lines.get(row.id) ?? []).map((line) => ({
        productId: line.product_id,
        quantity: line.quantity,
        amountMinor: line.amount_minor,
      })),
    ),
  }));
}

function toRules(row: RuleRow, lines: Line[]): Opportunity {
  return {
    name: row.name,
    accountId: row.account_id,
    ownerPartnerId: row.owner_partner_id,
    sellerId: row.seller_id,
    stage: row.stage,
    meaning: row.meaning,
    valueMinor: row.value_minor,
    engagedOn: row.engaged_on,
    expectedCloseOn: row.expected_close_on,
    closedOn: row.closed_on,
    lostReason: row.lost_reason,
    payBasis: row.pay_basis,
    payBasisReason: row.pay_basis_reason,
    lines,
    win:
      row.win_id === null || row.win_n === null
        ? null
        : { id: row.win_id, n: row.win_n, reversedMinor: row.reversed_minor ?? 0n },
    winCount: row.win_count,
  };
}

/** List prices of products, in minor units, where they have one in the vendor's currency. */
export async function listPrices(
  tx: Tx,
  productIds: readonly string[],
): Promise<(productId: string) => bigint | null> {
  const ids = [...new Set(productIds)];
  if (ids.length === 0) return () => null;
  const found = await rows(
    tx,
    sql<{
      id: string;
      listed_minor: bigint | null;
    }>`select p.id, ${listPriceIn("p", tx.vendor.currency)} as listed_minor
      from product p where p.vendor_id = ${tx.vendorId} and p.id = any (${ids}::uuid[])`,
  );
  const prices = new Map(found.map((row) => [row.id, row.listed_minor]));
  return (id) => prices.get(id) ?? null;
}
