import { z } from "zod";
import { eventType } from "#platform/events/event.ts";
import { endpoint } from "#platform/http/endpoint.ts";
import {
  DayJson,
  InstantJson,
  idJson,
  ListQuery,
  MoneyJson,
  MonthJson,
  pageOf,
} from "#platform/http/wire.ts";

const tag = "Statements";

export const Statement = z
  .object({
    id: idJson("sta"),
    number: z.int().describe("Counted per partner"),
    partner: z.object({ id: idJson("par"), name: z.string() }),
    period: MonthJson,
    opening: MoneyJson,
    released: MoneyJson.describe("First lines whose hold ended"),
    adjusted: MoneyJson.describe("Adjustments and reversals of released lines"),
    paid: MoneyJson.describe("Paid out in the period, less what was returned"),
    closing: MoneyJson.describe("opening + released + adjusted − paid"),
    earned: MoneyJson.describe("Beside the sum: booked in the period"),
    held: MoneyJson.describe("Beside the sum: still held at its end"),
    payout: z
      .object({
        id: idJson("pay"),
        state: z.enum(["released", "paid", "returned"]),
        paidOn: z.string().nullable(),
        reference: z.string().nullable(),
      })
      .nullable(),
    closedAt: InstantJson,
  })
  .meta({ id: "Statement" });
export type Statement = z.infer<typeof Statement>;

/** A statement with what stands behind its sums; its lines are the earnings with its id. */
export const StatementRecord = Statement.extend({
  vendor: z.object({ name: z.string() }),
  closedBy: z.string().nullable().describe("Vendor's side only"),
  previous: z
    .object({ id: idJson("sta"), number: z.int(), period: MonthJson })
    .nullable()
    .describe("Where the opening balance comes from"),
  payments: z.array(
    z.object({
      id: idJson("pay"),
      direction: z.enum(["paid", "returned"]),
      day: DayJson,
      amount: MoneyJson,
      reference: z.string().nullable(),
      reason: z.string().nullable(),
    }),
  ),
}).meta({ id: "StatementRecord" });
export type StatementRecord = z.infer<typeof StatementRecord>;

const OpenStatement = Statement.omit({ id: true, number: true, payout: true, closedAt: true }).meta({
  id: "OpenStatement",
});
export type OpenStatement = z.infer<typeof OpenStatement>;

export const listStatements = endpoint({
  method: "GET",
  path: "/statements",
  summary: "Closed statements, the newest month first",
  tag,
  query: ListQuery.extend({ partnerId: idJson("par").optional(), period: MonthJson.optional() }),
  response: pageOf(Statement),
});
export const getStatement = endpoint({
  method: "GET",
  path: "/statements/{statementId}",
  summary: "A closed statement; its lines are the earnings with its id",
  tag,
  params: z.object({ statementId: idJson("sta") }),
  response: StatementRecord,
});
export const openStatements = endpoint({
  method: "GET",
  path: "/open-statements",
  summary: "What closing a month would put on each partner's statement",
  tag,
  query: z.object({ period: MonthJson, partnerId: idJson("par").optional() }),
  response: z.object({
    period: MonthJson,
    over: z.boolean().describe("A month is closed only when it is over"),
    earlier: MonthJson.nullable().describe(
      "A month before it that is to be closed first; the sums hold its money too",
    ),
    items: z.array(OpenStatement),
    closed: z.int().describe("Statements of this month that are closed already"),
    totals: z.object({
      opening: MoneyJson,
      released: MoneyJson,
      adjusted: MoneyJson,
      paid: MoneyJson,
      closing: MoneyJson,
    }),
  }),
});
export const statementMonths = endpoint({
  method: "GET",
  path: "/statement-months",
  summary: "The months with money to state, and which are closed",
  tag,
  response: z.object({
    items: z.array(z.object({ period: MonthJson, closed: z.int(), open: z.int(), over: z.boolean() })),
  }),
});
export const closeStatements = endpoint({
  method: "POST",
  path: "/statements",
  summary: "Close a month's statements and publish them to the partners",
  tag,
  body: z.object({
    period: MonthJson,
    partnerId: idJson("par").optional().describe("One partner alone; not given: all"),
  }),
  response: z.object({ period: MonthJson, closed: z.int(), closing: MoneyJson }),
  status: 201,
  idempotencyKey: true,
});

export const events = {
  statementClosed: eventType("statement.closed", {
    reach: "money",
    payload: z.object({ number: z.int(), period: z.string(), closing: MoneyJson }),
  }),
};
