import { z } from "zod";
import { endpoint } from "#platform/http/endpoint.ts";
import { DayJson, InstantJson, idJson, ListQuery, MoneyJson, pageOf } from "#platform/http/wire.ts";

const tag = "Ledger";

export const accountKinds = ["expense", "held", "payable", "paid-out"] as const;
export type AccountKind = (typeof accountKinds)[number];

export const transactionKinds = ["run-posted", "hold-ended", "payout-paid", "payout-returned"] as const;
export type TransactionKind = (typeof transactionKinds)[number];

const Holder = z.object({ id: z.string(), name: z.string() });

export const LedgerAccount = z
  .object({
    id: idJson("lac"),
    kind: z.enum(accountKinds),
    holder: Holder.nullable().describe("Whose account it is; null for the vendor's own"),
    balance: MoneyJson.describe("What came in less what went out"),
  })
  .meta({ id: "LedgerAccount" });
export type LedgerAccount = z.infer<typeof LedgerAccount>;

export const LedgerTransaction = z
  .object({
    id: idJson("ltx"),
    kind: z.enum(transactionKinds),
    occurredOn: DayJson,
    recordedAt: InstantJson,
    memo: z.string(),
    holder: Holder.nullable().describe(
      "Whose account it moved, where it is one partner's alone: a payment's payee",
    ),
    total: MoneyJson,
    postings: z.int(),
  })
  .meta({ id: "LedgerTransaction" });
export type LedgerTransaction = z.infer<typeof LedgerTransaction>;

export const Posting = z
  .object({
    id: idJson("pst"),
    source: z.object({ kind: z.enum(accountKinds), holder: Holder.nullable() }),
    destination: z.object({ kind: z.enum(accountKinds), holder: Holder.nullable() }),
    amount: MoneyJson,
    reference: z.string().describe("The earning or payout that explains it"),
  })
  .meta({ id: "Posting" });
export type Posting = z.infer<typeof Posting>;

export const listAccounts = endpoint({
  method: "GET",
  path: "/ledger/accounts",
  summary: "Accounts with their balances, as of the end of a day",
  tag,
  query: ListQuery.extend({ asOf: DayJson.optional(), kind: z.enum(accountKinds).optional() }),
  response: pageOf(LedgerAccount),
});

export const listTransactions = endpoint({
  method: "GET",
  path: "/ledger/transactions",
  summary: "What was booked, the newest day first",
  tag,
  query: ListQuery.extend({
    kind: z.enum(transactionKinds).optional(),
    from: DayJson.optional(),
    until: DayJson.optional(),
  }),
  response: pageOf(LedgerTransaction),
});

export const listPostings = endpoint({
  method: "GET",
  path: "/ledger/transactions/{transactionId}/postings",
  summary: "The postings of one transaction",
  tag,
  params: z.object({ transactionId: idJson("ltx") }),
  query: ListQuery,
  response: pageOf(Posting),
});

/** A posting from where one account stands: what came in is positive, what went out negative. */
export const AccountPosting = z
  .object({
    id: idJson("pst"),
    transaction: z.object({ id: idJson("ltx"), kind: z.enum(transactionKinds), occurredOn: DayJson }),
    other: z.object({ kind: z.enum(accountKinds), holder: Holder.nullable() }),
    amount: MoneyJson,
    reference: z.string().describe("The earning or payout that explains it"),
  })
  .meta({ id: "AccountPosting" });
export type AccountPosting = z.infer<typeof AccountPosting>;

export const getAccount = endpoint({
  method: "GET",
  path: "/ledger/accounts/{accountId}",
  summary: "One account with its balance, as of the end of a day",
  tag,
  params: z.object({ accountId: idJson("lac") }),
  query: z.object({ asOf: DayJson.optional() }),
  response: LedgerAccount,
});

export const listAccountPostings = endpoint({
  method: "GET",
  path: "/ledger/accounts/{accountId}/postings",
  summary: "What moved an account, the latest first; up to the end of a day it adds up to the balance",
  tag,
  params: z.object({ accountId: idJson("lac") }),
  query: ListQuery.extend({ asOf: DayJson.optional() }),
  response: pageOf(AccountPosting),
});

export const getTransaction = endpoint({
  method: "GET",
  path: "/ledger/transactions/{transactionId}",
  summary: "One transaction",
  tag,
  params: z.object({ transactionId: idJson("ltx") }),
  response: LedgerTransaction,
});

export const controls = endpoint({
  method: "GET",
  path: "/ledger/controls",
  summary: "The sum of every kind of account, as of the end of a day",
  tag,
  query: z.object({ asOf: DayJson.optional() }),
  response: z.object({
    asOf: DayJson,
    kinds: z.array(z.object({ kind: z.enum(accountKinds), balance: MoneyJson })),
    owed: MoneyJson.describe("held + payable"),
    sum: MoneyJson.describe("Of all kinds: always zero, since every posting has two sides"),
  }),
});
