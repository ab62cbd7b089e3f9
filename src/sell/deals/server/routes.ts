import { distributorsOf } from "#ecosystem/partners/index.ts";
import type { FileStore } from "#platform/files/files.ts";
import type { FileLinks } from "#platform/files/links.ts";
import { type CsvColumn, listRoute, openRoute, type Route, route } from "#platform/http/route.ts";
import { fromPublicId, toPublicId } from "#platform/ids.ts";
import { notFound } from "#platform/problem.ts";
import { parseDay } from "#platform/time/day.ts";
import * as contract from "../contract.ts";
import { change } from "./amend.ts";
import { breaches } from "./breaches.ts";
import { caseOf, note } from "./case.ts";
import { conflictsOf } from "./conflicts.ts";
import * as conversation from "./conversation.ts";
import { customersOf } from "./customers.ts";
import * as decide from "./decide.ts";
import { disclosedOf } from "./disclosure.ts";
import * as drafts from "./drafts.ts";
import * as extend from "./extend.ts";
import * as proofs from "./files.ts";
import { detailOf, presentItem } from "./present.ts";
import * as proposals from "./propose.ts";
import { protectedAccounts } from "./protected.ts";
import type { ReceiptSigner } from "./receipt.ts";
import * as store from "./store.ts";
import { submit } from "./submit.ts";
import * as together from "./together.ts";

export interface DealServices {
  signer: ReceiptSigner;
  files: FileStore;
  fileLinks: FileLinks;
  /** Public keys that receipts were signed with before. */
  earlierKeys: () => Promise<string[]>;
}

export function dealRoutes({ signer, files, fileLinks, earlierKeys }: DealServices): Route[] {
  return [
    listRoute(contract.listDeals, {
      act: "deal.read",
      handle: async (tx, { query }) => {
        const { rows, nextCursor } = await store.listDeals(tx, {
          ...query,
          partnerId:
            query.partnerId === undefined ? undefined : fromPublicId("par", query.partnerId, "partner"),
          endsBefore:
            query.endsBefore === undefined ? undefined : parseDay(query.endsBefore, "?endsBefore").toString(),
          from: query.from === undefined ? undefined : parseDay(query.from, "?from").toString(),
          until: query.until === undefined ? undefined : parseDay(query.until, "?until").toString(),
        });
        const conflicts = await conflictsOf(tx, rows);
        const disclosed = await disclosedOf(tx, rows);
        const items = rows.map((row) => ({
          ...presentItem(tx, row, disclosed.get(row.id)),
          conflicts: conflicts?.get(row.id) ?? null,
        }));
        return { items, nextCursor };
      },
      csv: columns,
    }),
    route(contract.listDealCustomers, {
      act: "deal.register",
      handle: async (tx, { query: { search = "", partnerId } }) => {
        const { actor } = tx;
        const own = actor.membershipId !== null && actor.side === "partner" ? actor.partnerId : null;
        const wanted = partnerId === undefined ? null : fromPublicId("par", partnerId, "partner");
        return { items: await customersOf(tx, own ?? wanted, search) };
      },
    }),
    route(contract.listDealDistributors, {
      act: "deal.register",
      handle: async (tx) => {
        const own = tx.actor.membershipId !== null && tx.actor.side === "partner" ? tx.actor.partnerId : null;
        const found = own === null ? [] : await distributorsOf(tx, own);
        return { items: found.map(({ id, name }) => ({ id: toPublicId("par", id), name })) };
      },
    }),
    route(contract.getDeal, {
      act: "deal.read",
      handle: (tx, { params }) => detailOf(tx, params.dealId),
    }),
    route(contract.beginDeal, { act: "deal.register", handle: (tx, { body }) => drafts.begin(tx, body) }),
    route(contract.discardDeal, {
      act: "deal.register",
      handle: (tx, { params }) => drafts.discard(tx, params.dealId),
    }),
    route(contract.submitDeal, {
      act: "deal.register",
      handle: (tx, { params, ifMatch }) => submit(tx, params.dealId, ifMatch, signer),
    }),
    route(contract.changeDeal, {
      act: "deal.register",
      handle: (tx, { params, body, ifMatch }) => change(tx, params.dealId, body, ifMatch),
    }),
    route(contract.withdrawDeal, {
      act: "deal.register",
      handle: (tx, { params, body }) => conversation.withdraw(tx, params.dealId, body.reason ?? null),
    }),
    route(contract.answerDeal, {
      act: "deal.register",
      handle: (tx, { params, body }) =>
        conversation.answer(tx, params.dealId, params.questionId, body.answer),
    }),
    route(contract.requestExtension, {
      act: "deal.register",
      handle: (tx, { params, body }) => extend.request(tx, params.dealId, body.reason),
    }),
    route(contract.proposeOutcome, {
      act: "deal.register",
      handle: (tx, { params, body }) => proposals.propose(tx, params.dealId, body),
    }),
    route(contract.addDealFile, {
      act: "deal.register",
      handle: (tx, { params, file }) => proofs.addFile(tx, params.dealId, file, files),
    }),
    route(contract.linkDealFile, {
      act: "deal.read",
      handle: (tx, { params }) => proofs.linkFile(tx, params.dealId, params.fileId, fileLinks),
    }),
    route(contract.removeDealFile, {
      act: "deal.register",
      handle: (tx, { params }) => proofs.removeFile(tx, params.dealId, params.fileId),
    }),
    ...decisionRoutes(),
    ...togetherRoutes(),
    listRoute(contract.listBreaches, {
      act: "deal.case",
      handle: (tx, { query }) => breaches(tx, query),
      csv: breachColumns,
    }),
    listRoute(contract.listProtected, {
      act: "deal.protected",
      handle: (tx, { query }) => protectedAccounts(tx, query),
      csv: [
        { header: "account", value: (one) => one.name },
        { header: "country", value: (one) => one.country },
        { header: "ask", value: (one) => one.ask.map(({ name }) => name).join(", ") },
      ],
    }),
    route(contract.getDealReceipt, {
      act: "deal.read",
      handle: async (tx, { params }) => {
        const row = await store.findDeal(tx, fromPublicId("deal", params.dealId, "registration"));
        if (row?.receipt === null || row === null) throw notFound("receipt");
        return JSON.parse(row.receipt) as contract.DealReceipt;
      },
    }),
    openRoute(contract.getDealReceiptKey, async () => ({
      algorithm: "Ed25519" as const,
      publicKey: signer.publicKey,
      earlier: await earlierKeys(),
    })),
  ];
}

function decisionRoutes(): Route[] {
  const act = "deal.decide";
  return [
    route(contract.reviewDeal, { act, handle: (tx, { params }) => conversation.review(tx, params.dealId) }),
    route(contract.askDeal, {
      act,
      handle: (tx, { params, body }) => conversation.ask(tx, params.dealId, body.question),
    }),
    route(contract.approveDeal, {
      act,
      handle: (tx, { params, body, ifMatch }) => decide.approve(tx, params.dealId, body, ifMatch),
    }),
    route(contract.rejectDeal, {
      act,
      handle: (tx, { params, body, ifMatch }) => decide.reject(tx, params.dealId, body, ifMatch),
    }),
    route(contract.revokeDeal, {
      act,
      handle: (tx, { params, body, ifMatch }) => decide.revoke(tx, params.dealId, body, ifMatch),
    }),
    route(contract.decideExtension, {
      act,
      handle: (tx, { params, body }) => extend.decide(tx, params.dealId, params.extensionId, body),
    }),
    route(contract.decideOutcome, {
      act,
      handle: (tx, { params, body }) => proposals.decide(tx, params.dealId, params.outcomeId, body),
    }),
    route(contract.getDealCase, {
      act: "deal.case",
      handle: (tx, { params }) => caseOf(tx, params.dealId),
    }),
    route(contract.noteDeal, {
      act,
      handle: (tx, { params, body }) => note(tx, params.dealId, body.text),
    }),
    route(contract.undoDecision, { act, handle: (tx, { params }) => decide.undo(tx, params.dealId) }),
    route(contract.tellDecision, { act, handle: (tx, { params }) => decide.tellNow(tx, params.dealId) }),
  ];
}

/** Several at once. */
function togetherRoutes(): Route[] {
  const act = "deal.decide";
  return [
    route(contract.approveTogether, { act, handle: (tx, { body }) => together.approveAll(tx, body) }),
    route(contract.rejectTogether, { act, handle: (tx, { body }) => together.rejectAll(tx, body) }),
    route(contract.getDealBatch, {
      act,
      handle: (tx, { params }) => together.pendingOf(tx, params.batchId),
    }),
    route(contract.undoTogether, { act, handle: (tx, { params }) => together.undoAll(tx, params.batchId) }),
  ];
}

const breachColumns: readonly CsvColumn<contract.DealBreach>[] = [
  { header: "id", value: ({ deal }) => deal.id },
  { header: "partner", value: ({ deal }) => deal.partner.name },
  { header: "number", value: ({ deal }) => deal.number },
  { header: "customer", value: ({ deal }) => deal.customer },
  { header: "clock", value: ({ clock }) => clock },
  { header: "dueAt", value: ({ dueAt }) => dueAt },
  { header: "metAt", value: ({ metAt }) => metAt },
  { header: "running", value: ({ running }) => (running ? "yes" : "no") },
  { header: "lateBusinessHours", value: ({ lateHours }) => lateHours },
  { header: "whose", value: ({ whose }) => whose?.name ?? null },
];

const columns: readonly CsvColumn<contract.DealItem>[] = [
  { header: "id", value: (deal) => deal.id },
  { header: "number", value: (deal) => deal.number },
  { header: "partner", value: (deal) => deal.partner.name },
  { header: "customer", value: (deal) => deal.customer.name },
  { header: "country", value: (deal) => deal.customer.country },
  { header: "project", value: (deal) => deal.project },
  { header: "role", value: (deal) => deal.role },
  { header: "state", value: (deal) => deal.state },
  { header: "value", value: (deal) => deal.value?.amount ?? null },
  { header: "currency", value: (deal) => deal.value?.currency ?? null },
  { header: "expectedCloseOn", value: (deal) => deal.expectedCloseOn },
  { header: "submittedAt", value: (deal) => deal.submittedAt },
  { header: "decisionDueAt", value: (deal) => deal.decisionDueAt },
  { header: "protectedUntil", value: (deal) => deal.protection?.until ?? null },
];
