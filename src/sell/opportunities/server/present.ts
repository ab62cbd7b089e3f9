import type { Tx } from "#platform/database/tx.ts";
import { fromPublicId, toPublicId, toPublicIdOrNull } from "#platform/ids.ts";
import { money, toJson } from "#platform/money/money.ts";
import { notFound } from "#platform/problem.ts";
import type { OpportunityDetail, OpportunityItem } from "../contract.ts";
import * as store from "./store.ts";
import { payCreditOf } from "./whose-credit.ts";

export function presentItem(row: store.OpportunityRow): OpportunityItem {
  return {
    id: toPublicId("opp", row.id),
    externalId: row.external_id,
    name: row.name,
    account: named("acc", row.account_id, row.account_name),
    owner: named("par", row.owner_partner_id, row.owner_name),
    seller: named("mem", row.seller_id, row.seller_name),
    stage: { key: row.stage, label: row.stage_label, meaning: row.meaning },
    value: row.value_minor === null ? null : toJson(money(row.value_minor, row.currency)),
    products: row.products,
    lineCount: row.line_count,
    engagedOn: row.engaged_on,
    expectedCloseOn: row.expected_close_on,
    closedOn: row.closed_on,
    payBasis: row.pay_basis,
    version: row.version,
    updatedAt: row.updated_at.toString(),
  };
}

/** A neighbour that the reader may not see by name is not told of at all. */
function named(prefix: string, id: string | null, name: string | null) {
  const publicId = toPublicIdOrNull(prefix, id);
  return publicId === null || name === null ? null : { id: publicId, name };
}

/** @throws Problem 404 */
export async function detailOf(tx: Tx, publicId: string): Promise<OpportunityDetail> {
  const row = await store.findOpportunity(tx, fromPublicId("opp", publicId, "opportunity"));
  if (row === null) throw notFound("opportunity");
  return presentDetail(tx, row);
}

export async function presentDetail(tx: Tx, row: store.OpportunityRow): Promise<OpportunityDetail> {
  const { actor } = tx;
  const lines = await store.linesOf(tx, row.id);
  const win = row.meaning === "won" ? await store.findWin(tx, row.id) : null;
  const reversals = actor.databaseRole === "hanse_vendor" ? await store.reversalsOf(tx, row.id) : null;
  const payCredit = await payCreditOf(tx, row.id);
  const may = actor.membershipId !== null && actor.can.has("opportunity.manage");
  const amount = (minor: bigint) => toJson(money(minor, row.currency));
  return {
    ...presentItem(row),
    lines: lines.map((line) => ({
      product: { id: toPublicId("prd", line.product_id), name: line.product_name, series: line.series },
      quantity: line.quantity,
      amount: line.amount_minor === null ? null : amount(line.amount_minor),
    })),
    payBasisReason: row.pay_basis_reason,
    lostReason: row.lost_reason,
    win:
      win === null
        ? null
        : {
            id: toPublicId("win", win.id),
            n: win.n,
            reversed: amount(win.reversed_minor),
            recordedAt: win.recorded_at.toString(),
          },
    reversals:
      reversals?.map((one) => ({
        id: toPublicId("rev", one.id),
        n: one.n,
        amount: amount(one.amount_minor),
        reason: one.reason,
        reversedOn: one.reversed_on,
        recordedBy: one.recorded_by,
        recordedAt: one.recorded_at.toString(),
      })) ?? null,
    payCredit,
    can: {
      move: may,
      edit: may,
      reverse: may && row.meaning === "won",
      decidePayCredit: may && payCredit !== null && !payCredit.bySplit,
    },
  };
}
