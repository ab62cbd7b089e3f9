import { controlBalances } from "#ledger/index.ts";
import type { Tx } from "#platform/database/tx.ts";
import type { QueryOf, ResponseOf } from "#platform/http/endpoint.ts";
import { listRoute, type Route, route } from "#platform/http/route.ts";
import { fromPublicId } from "#platform/ids.ts";
import { toJson } from "#platform/money/money.ts";
import { notFound } from "#platform/problem.ts";
import { explainInEnglish } from "../../plans/english.ts";
import { explanationOf } from "../../plans/index.ts";
import * as contract from "../contract.ts";
import { expectedOf, expectedOfDeal } from "./expected.ts";
import { receiptOf } from "./receipts.ts";
import { recordOf } from "./record.ts";
import * as store from "./store.ts";
import { liabilitiesOf, summaryOf } from "./summary.ts";

export function earningRoutes(): Route[] {
  const load = async (tx: Tx, publicId: string) => {
    const row = await store.findEarning(tx, fromPublicId("ern", publicId, "earning"));
    if (row === null) throw notFound("earning");
    return row;
  };
  return [
    listRoute(contract.listEarnings, {
      act: "earning.read",
      handle: async (tx, { query }) => {
        const found = await store.listEarnings(tx, { ...query, ...idsIn(query) });
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
    route(contract.totalEarnings, {
      act: "earning.read",
      handle: async (tx, { query }) =>
        presentTotals(tx, await store.totalEarnings(tx, { ...query, ...idsIn(query) })),
    }),
    route(contract.getEarning, {
      act: "earning.read",
      handle: async (tx, { params }) => {
        return recordOf(tx, await load(tx, params.earningId));
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
          ...explanationOf(receipt),
          earning: store.present(tx, row),
          english: explainInEnglish(receipt),
        };
      },
    }),
    route(contract.listExpectedEarnings, {
      act: "expected-earning.read",
      handle: async (tx) => ({
        items: (await expectedOf(tx, null)).map(({ lines: _lines, ...one }) => one),
      }),
    }),
    route(contract.dealExpectedEarning, {
      act: "expected-earning.read",
      handle: (tx, { params }) => expectedOfDeal(tx, params.dealId),
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

/** The ids of a filter as the database knows them. */
function idsIn(query: QueryOf<typeof contract.totalEarnings>) {
  const inner = (prefix: string, id: string | undefined, noun: string) =>
    id === undefined ? undefined : fromPublicId(prefix, id, noun);
  return {
    partnerId: inner("par", query.partnerId, "partner"),
    opportunityId: inner("opp", query.opportunityId, "opportunity"),
    statementId: inner("sta", query.statementId, "statement"),
    paymentId: inner("pay", query.paymentId, "payment"),
    runId: inner("run", query.runId, "run"),
  };
}

function presentTotals(tx: Tx, found: readonly store.TotalRow[]): ResponseOf<typeof contract.totalEarnings> {
  const money = (minor: bigint) => toJson({ minor, currency: tx.vendor.currency });
  return {
    lines: found.reduce((sum, row) => sum + row.lines, 0),
    amount: money(found.reduce((sum, row) => sum + row.amount_minor, 0n)),
    statuses: contract.earningStatuses.flatMap((status) => {
      const row = found.find((one) => one.status === status);
      return row === undefined ? [] : [{ status, lines: row.lines, amount: money(row.amount_minor) }];
    }),
  };
}
