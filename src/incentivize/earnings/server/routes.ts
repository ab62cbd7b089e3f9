import { controlBalances } from "#ledger/index.ts";
import type { Tx } from "#platform/database/tx.ts";
import { listRoute, type Route, route } from "#platform/http/route.ts";
import { fromPublicId } from "#platform/ids.ts";
import { notFound } from "#platform/problem.ts";
import { explainInEnglish } from "../../plans/english.ts";
import { explain } from "../../plans/explain.ts";
import { verifyReceipt } from "../../plans/verify.ts";
import * as contract from "../contract.ts";
import { receiptOf } from "./receipts.ts";
import * as store from "./store.ts";
import { liabilitiesOf, summaryOf } from "./summary.ts";

export function earningRoutes(): Route[] {
  const load = async (tx: Tx, publicId: string) => {
    const row = await store.findEarning(tx, fromPublicId("ern", publicId, "earning"));
    if (row === null) throw notFound("earning");
    return row;
  };
  const inner = (prefix: string, id: string | undefined, noun: string) =>
    id === undefined ? undefined : fromPublicId(prefix, id, noun);
  return [
    listRoute(contract.listEarnings, {
      act: "earning.read",
      handle: async (tx, { query }) => {
        const found = await store.listEarnings(tx, {
          ...query,
          partnerId: inner("par", query.partnerId, "partner"),
          opportunityId: inner("opp", query.opportunityId, "opportunity"),
          statementId: inner("sta", query.statementId, "statement"),
          runId: inner("run", query.runId, "run"),
        });
        return { items: found.rows.map((row) => store.present(tx, row)), nextCursor: found.nextCursor };
      },
      csv: [
        { header: "id", value: (one) => one.id },
        { header: "period", value: (one) => one.period },
        { header: "kind", value: (one) => one.kind },
        { header: "entry", value: (one) => one.entry },
        { header: "partner", value: (one) => one.partner.name },
        { header: "opportunity", value: (one) => one.opportunity.name },
        { header: "externalId", value: (one) => one.opportunity.externalId },
        { header: "closedOn", value: (one) => one.closedOn },
        { header: "holdUntil", value: (one) => one.holdUntil },
        { header: "status", value: (one) => one.status },
        { header: "amount", value: (one) => one.amount.amount },
        { header: "currency", value: (one) => one.amount.currency },
        { header: "planVersion", value: (one) => one.planVersion },
      ],
    }),
    route(contract.getEarning, {
      act: "earning.read",
      handle: async (tx, { params }) => {
        const row = await load(tx, params.earningId);
        const related = await store.relatedTo(tx, row);
        return { ...store.present(tx, row), related: related.map((one) => store.present(tx, one)) };
      },
    }),
    route(contract.getReceipt, {
      act: "earning.read",
      handle: (tx, { params }) => receiptOf(tx, params.earningId),
    }),
    route(contract.explainEarning, {
      act: "earning.read",
      handle: async (tx, { params }) => {
        const row = await load(tx, params.earningId);
        const receipt = await receiptOf(tx, params.earningId);
        return {
          earning: store.present(tx, row),
          sentences: explain(receipt),
          english: explainInEnglish(receipt),
          digest: receipt.digest,
          verified: verifyReceipt(receipt).ok,
        };
      },
    }),
    route(contract.earningsSummary, {
      act: "earning.read",
      handle: (tx, { query }) => summaryOf(tx, query.partnerId),
    }),
    route(contract.liabilities, {
      act: "liability.read",
      handle: (tx) => liabilitiesOf(tx, controlBalances),
    }),
  ];
}
