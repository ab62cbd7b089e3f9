import { principalOf } from "#ecosystem/people/index.ts";
import { listRoute, type Route, route } from "#platform/http/route.ts";
import { fromPublicId } from "#platform/ids.ts";
import { notFound } from "#platform/problem.ts";
import * as contract from "../contract.ts";
import * as payments from "./payments.ts";
import * as payouts from "./payouts.ts";
import * as store from "./store.ts";

export function payoutRoutes(): Route[] {
  return [
    listRoute(contract.listPayouts, {
      act: "payout.read",
      handle: async (tx, { query }) => {
        const found = await store.listBatches(tx, query);
        return { items: found.rows.map(store.presentBatch), nextCursor: found.nextCursor };
      },
      csv: [
        { header: "number", value: (batch) => batch.number },
        { header: "state", value: (batch) => batch.state },
        { header: "payees", value: (batch) => batch.payees },
        { header: "paid", value: (batch) => batch.paid },
        { header: "returned", value: (batch) => batch.returned },
        { header: "total", value: (batch) => batch.total.amount },
        { header: "currency", value: (batch) => batch.total.currency },
        { header: "madeBy", value: (batch) => batch.madeBy },
        { header: "madeAt", value: (batch) => batch.madeAt },
        { header: "releasedBy", value: (batch) => batch.releasedBy },
        { header: "releasedAt", value: (batch) => batch.releasedAt },
      ],
    }),
    listRoute(contract.listOwnPayouts, {
      act: "payout.read-own",
      handle: async (tx, { query }) => {
        const { partnerId } = principalOf(tx);
        if (partnerId === null) throw notFound("payout");
        const found = await store.listOwn(tx, partnerId, query);
        return { items: found.rows.map(store.presentPayee), nextCursor: found.nextCursor };
      },
      csv: [
        { header: "amount", value: (payee) => payee.amount.amount },
        { header: "currency", value: (payee) => payee.amount.currency },
        { header: "state", value: (payee) => payee.state },
        { header: "reference", value: (payee) => payee.reference },
        { header: "paidOn", value: (payee) => payee.paidOn },
        { header: "returnedOn", value: (payee) => payee.returnedOn },
        { header: "returnReason", value: (payee) => payee.returnReason },
      ],
    }),
    route(contract.getPayment, {
      act: "payment.read",
      handle: async (tx, { params }) => {
        const found = await store.findPayment(tx, fromPublicId("pay", params.paymentId, "payment"));
        if (found === null) throw notFound("payment");
        return store.presentPayment(found);
      },
    }),
    route(contract.previewPayout, { act: "payout.read", handle: (tx) => payouts.preview(tx) }),
    route(contract.getPayout, {
      act: "payout.read",
      handle: (tx, { params }) => payouts.get(tx, params.payoutId),
    }),
    route(contract.makePayout, { act: "payout.make", handle: (tx) => payouts.make(tx) }),
    route(contract.withdrawPayout, {
      act: "payout.make",
      handle: (tx, { params }) => payouts.withdraw(tx, params.payoutId),
    }),
    route(contract.releasePayout, {
      act: "payout.release",
      handle: (tx, { params }) => payouts.release(tx, params.payoutId),
    }),
    route(contract.payPayee, {
      act: "payout.pay",
      handle: (tx, { params, body }) => payments.pay(tx, params.payoutId, params.partnerId, body),
    }),
    route(contract.payAll, {
      act: "payout.pay",
      handle: (tx, { params, body }) => payments.pay(tx, params.payoutId, null, body),
    }),
    route(contract.returnPayee, {
      act: "payout.pay",
      handle: (tx, { params, body }) => payments.giveBack(tx, params.payoutId, params.partnerId, body),
    }),
  ];
}
