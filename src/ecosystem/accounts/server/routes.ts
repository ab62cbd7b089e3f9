import { listRoute, type Route, route } from "#platform/http/route.ts";
import * as contract from "../contract.ts";
import * as accounts from "./accounts.ts";
import { listPartnerAccounts } from "./partner-accounts.ts";

export function accountRoutes(): Route[] {
  return [
    listRoute(contract.listAccounts, {
      act: "account.read",
      handle: (tx, { query }) => accounts.listAccounts(tx, query),
      csv: [
        { header: "id", value: (account) => account.id },
        { header: "externalId", value: (account) => account.externalId },
        { header: "name", value: (account) => account.name },
        { header: "sector", value: (account) => account.sector },
        { header: "country", value: (account) => account.country },
        { header: "yearEstablished", value: (account) => account.yearEstablished },
        { header: "employees", value: (account) => account.employees },
        { header: "annualRevenueMillions", value: (account) => account.annualRevenueMillions },
        { header: "parent", value: (account) => account.parent?.name ?? null },
        { header: "createdAt", value: (account) => account.createdAt },
      ],
    }),
    route(contract.getAccount, {
      act: "account.read",
      handle: async (tx, { params }) => accounts.present(tx, await accounts.load(tx, params.accountId)),
    }),
    route(contract.createAccount, {
      act: "account.manage",
      handle: (tx, { body }) => accounts.createAccount(tx, body),
    }),
    route(contract.changeAccount, {
      act: "account.manage",
      handle: (tx, { params, body, ifMatch }) => accounts.changeAccount(tx, params.accountId, body, ifMatch),
    }),
    listRoute(contract.listPartnerAccounts, {
      act: "partner-account.read",
      handle: (tx, { query }) => listPartnerAccounts(tx, query),
      csv: [
        { header: "partner", value: (shared) => shared.partner.name },
        { header: "account", value: (shared) => shared.account.name },
        { header: "country", value: (shared) => shared.country },
        { header: "createdAt", value: (shared) => shared.createdAt },
      ],
    }),
  ];
}
