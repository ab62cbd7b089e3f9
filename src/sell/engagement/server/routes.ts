import { listRoute, type Route, route } from "#platform/http/route.ts";
import * as contract from "../contract.ts";
import * as engagement from "./engagement.ts";
import * as tenders from "./tenders.ts";

export function engagementRoutes(): Route[] {
  return [
    route(contract.getEngagementRules, {
      act: "engagement.read",
      handle: (tx, { query }) => engagement.readRules(tx, query.version),
    }),
    listRoute(contract.listEngagementRules, {
      act: "engagement.read",
      handle: (tx, { query }) => engagement.listRules(tx, query),
      csv: [
        { header: "version", value: (rules) => rules.version },
        { header: "publishedAt", value: (rules) => rules.publishedAt },
        { header: "publishedBy", value: (rules) => rules.publishedBy },
        { header: "note", value: (rules) => rules.note },
        { header: "settings", value: (rules) => JSON.stringify(rules.settings) },
      ],
    }),
    route(contract.publishEngagementRules, {
      act: "engagement.publish",
      handle: (tx, { body }) => engagement.publishRules(tx, body),
    }),
    listRoute(contract.listNamedAccounts, {
      act: "named-account.read",
      handle: (tx, { query }) => engagement.listNamed(tx, query),
      csv: [
        { header: "account", value: (named) => named.account.name },
        { header: "seller", value: (named) => named.seller?.name ?? null },
        { header: "publishedAt", value: (named) => named.publishedAt },
        { header: "publishedBy", value: (named) => named.publishedBy },
      ],
    }),
    route(contract.nameAccount, {
      act: "named-account.manage",
      handle: (tx, { body }) => engagement.nameAccount(tx, body),
    }),
    listRoute(contract.listPublicTenders, {
      act: "tender.read",
      handle: (tx, { query }) => tenders.listTenders(tx, query),
      csv: [
        { header: "customer", value: (tender) => tender.customer },
        { header: "website", value: (tender) => tender.website },
        { header: "country", value: (tender) => tender.country },
        { header: "project", value: (tender) => tender.project },
        { header: "publishedOn", value: (tender) => tender.publishedOn },
        { header: "source", value: (tender) => tender.source },
        { header: "enteredBy", value: (tender) => tender.enteredBy },
        { header: "enteredAt", value: (tender) => tender.enteredAt },
      ],
    }),
    route(contract.enterPublicTender, {
      act: "tender.manage",
      handle: (tx, { body }) => tenders.enterTender(tx, body),
    }),
    route(contract.endPublicTender, {
      act: "tender.manage",
      handle: (tx, { params }) => tenders.endTender(tx, params.publicTenderId),
    }),
    route(contract.releaseNamedAccount, {
      act: "named-account.manage",
      handle: (tx, { params }) => engagement.releaseNamed(tx, params.namedAccountId),
    }),
  ];
}
