import { z } from "zod";
import { eventType } from "#platform/events/event.ts";
import { endpoint } from "#platform/http/endpoint.ts";
import { InstantJson, idJson, ListQuery, pageOf } from "#platform/http/wire.ts";
import { PartnerRef } from "../partners/contract.ts";

const tag = "Accounts";

/** The lines of business that an account can be in. */
export const sectors = [
  "agriculture",
  "construction",
  "education",
  "employment",
  "energy",
  "entertainment",
  "finance",
  "government",
  "hospitality",
  "manufacturing",
  "marketing",
  "medical",
  "nonprofit",
  "real-estate",
  "retail",
  "services",
  "software",
  "technology",
  "telecommunications",
  "transport",
  "other",
] as const;
export const Sector = z.enum(sectors);
export type Sector = z.infer<typeof Sector>;

const name = z.string().trim().min(1, "Write the customer's name.").max(400);
const externalId = z.string().trim().min(1).max(200);
const country = z.string().regex(/^[A-Z]{2}$/, "Write a country code such as DE.");
const accountParams = z.object({ accountId: idJson("acc") });

/** Limits of what can be said of a company, for forms, imports and the API alike. */
export const limits = { firstYear: 1000, lastYear: 2200, employees: 2_000_000_000, nameLength: 400 } as const;
const yearEstablished = z.int().min(limits.firstYear).max(limits.lastYear);
const employees = z.int().min(0).max(limits.employees);
const annualRevenueMillions = z
  .string()
  .regex(
    /^(0|[1-9]\d{0,11})(\.\d{1,2})?$/,
    "Write millions with at most two digits after the point: 1100.04.",
  );

export const AccountRef = z.object({ id: idJson("acc"), name: z.string() }).meta({ id: "AccountRef" });

export const AccountSummary = z
  .object({
    id: idJson("acc"),
    name: z.string(),
    externalId: z.string().nullable(),
    sector: z.string().nullable(),
    country: z.string().nullable().describe("ISO 3166-1 alpha-2"),
    yearEstablished: z.int().nullable(),
    employees: z.int().nullable(),
    annualRevenueMillions: z.string().nullable().describe("Millions, as a decimal string"),
    parent: AccountRef.nullable().describe("The company that it belongs to"),
    createdAt: InstantJson,
    version: z.int(),
  })
  .meta({ id: "AccountSummary" });
export type AccountSummary = z.infer<typeof AccountSummary>;

export const Account = AccountSummary.extend({
  counts: z.object({
    children: z.int().describe("Accounts that belong to it"),
    partners: z.int().nullable().describe("Partners that may see it; null for direct sellers"),
  }),
}).meta({ id: "Account" });
export type Account = z.infer<typeof Account>;

export const PartnerAccount = z
  .object({
    partner: PartnerRef,
    account: AccountRef,
    country: z.string().nullable(),
    createdAt: InstantJson,
  })
  .meta({ id: "PartnerAccount" });
export type PartnerAccount = z.infer<typeof PartnerAccount>;

export const accountSorts = [
  "name",
  "-name",
  "createdAt",
  "-createdAt",
  "employees",
  "-employees",
  "annualRevenueMillions",
  "-annualRevenueMillions",
] as const;

export const listAccounts = endpoint({
  method: "GET",
  path: "/accounts",
  summary: "End customers as the vendor knows them",
  tag,
  query: ListQuery.extend({
    search: z.string().max(200).optional().describe("Part of the name or of the external id"),
    sector: z.string().max(40).optional(),
    country: country.optional(),
    parentId: idJson("acc").optional().describe("Only those that belong to this account"),
    sort: z.enum(accountSorts).optional(),
  }),
  response: pageOf(AccountSummary),
});
export const getAccount = endpoint({
  method: "GET",
  path: "/accounts/{accountId}",
  summary: "One end customer",
  tag,
  params: accountParams,
  response: Account,
});

const details = {
  externalId: externalId.nullable().optional(),
  sector: Sector.nullable().optional(),
  country: country.nullable().optional(),
  yearEstablished: yearEstablished.nullable().optional(),
  employees: employees.nullable().optional(),
  annualRevenueMillions: annualRevenueMillions.nullable().optional(),
  parentId: idJson("acc").nullable().optional().describe("The company that it belongs to"),
};
export const createAccount = endpoint({
  method: "POST",
  path: "/accounts",
  summary: "Add an end customer",
  tag,
  body: z.object({ name, ...details }),
  response: Account,
  status: 201,
});
export const changeAccount = endpoint({
  method: "PATCH",
  path: "/accounts/{accountId}",
  summary: "Change what is known of an end customer",
  tag,
  params: accountParams,
  body: z.object({ name: name.optional(), ...details }),
  response: Account,
  ifMatch: true,
});

export const listPartnerAccounts = endpoint({
  method: "GET",
  path: "/partner-accounts",
  summary: "End customers that partners may see, as they see them",
  tag,
  query: ListQuery.extend({
    search: z.string().max(200).optional(),
    partnerId: idJson("par").optional(),
    accountId: idJson("acc").optional(),
    country: country.optional(),
  }),
  response: pageOf(PartnerAccount),
});

const changed = z.object({ changed: z.record(z.string(), z.unknown()) });
export const events = {
  accountCreated: eventType("account.created", { reach: null, payload: z.object({ name: z.string() }) }),
  accountChanged: eventType("account.changed", { reach: null, payload: changed }),
};
