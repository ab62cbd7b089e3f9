import { listRoute, type Route, route } from "#platform/http/route.ts";
import * as contract from "../contract.ts";
import type { Holders } from "./holders.ts";
import { listAccountPostings, listPostings } from "./postings.ts";
import { controlSums, findAccount, listAccounts } from "./read.ts";
import { findTransaction, listTransactions } from "./transactions.ts";

export function ledgerRoutes(holders: Holders): Route[] {
  return [
    route(contract.controls, { act: "ledger.read", handle: (tx, { query }) => controlSums(tx, query) }),
    listRoute(contract.listAccounts, {
      act: "ledger.read",
      handle: (tx, { query }) => listAccounts(tx, holders, query),
      csv: [
        { header: "kind", value: (account) => account.kind },
        { header: "holder", value: (account) => account.holder?.name ?? null },
        { header: "balance", value: (account) => account.balance.amount },
        { header: "currency", value: (account) => account.balance.currency },
      ],
    }),
    route(contract.getAccount, {
      act: "ledger.read",
      handle: (tx, { params, query }) => findAccount(tx, holders, params.accountId, query),
    }),
    listRoute(contract.listAccountPostings, {
      act: "ledger.read",
      handle: (tx, { params, query }) => listAccountPostings(tx, holders, params, query),
      csv: [
        { header: "occurredOn", value: (one) => one.transaction.occurredOn },
        { header: "kind", value: (one) => one.transaction.kind },
        { header: "other", value: (one) => one.other.kind },
        { header: "otherHolder", value: (one) => one.other.holder?.name ?? null },
        { header: "amount", value: (one) => one.amount.amount },
        { header: "currency", value: (one) => one.amount.currency },
        { header: "reference", value: (one) => one.reference },
      ],
    }),
    route(contract.getTransaction, {
      act: "ledger.read",
      handle: (tx, { params }) => findTransaction(tx, holders, params.transactionId),
    }),
    listRoute(contract.listTransactions, {
      act: "ledger.read",
      handle: (tx, { query }) => listTransactions(tx, holders, query),
      csv: [
        { header: "id", value: (one) => one.id },
        { header: "kind", value: (one) => one.kind },
        { header: "occurredOn", value: (one) => one.occurredOn },
        { header: "recordedAt", value: (one) => one.recordedAt },
        { header: "memo", value: (one) => one.memo },
        { header: "holder", value: (one) => one.holder?.name ?? null },
        { header: "postings", value: (one) => one.postings },
        { header: "total", value: (one) => one.total.amount },
        { header: "currency", value: (one) => one.total.currency },
      ],
    }),
    listRoute(contract.listPostings, {
      act: "ledger.read",
      handle: (tx, { params, query }) => listPostings(tx, holders, params, query),
      csv: [
        { header: "source", value: (one) => one.source.kind },
        { header: "sourceHolder", value: (one) => one.source.holder?.name ?? null },
        { header: "destination", value: (one) => one.destination.kind },
        { header: "destinationHolder", value: (one) => one.destination.holder?.name ?? null },
        { header: "amount", value: (one) => one.amount.amount },
        { header: "currency", value: (one) => one.amount.currency },
        { header: "reference", value: (one) => one.reference },
      ],
    }),
  ];
}
