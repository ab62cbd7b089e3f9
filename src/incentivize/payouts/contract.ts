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

const tag = "Payouts";
const batchParams = z.object({ payoutId: idJson("bat") });
const payeeParams = z.object({ payoutId: idJson("bat"), partnerId: idJson("par") });

export const payeeStates = ["made", "released", "paid", "returned", "withdrawn"] as const;

export const Payee = z
  .object({
    id: idJson("pay"),
    partner: z.object({ id: idJson("par"), name: z.string() }),
    statementId: idJson("sta").describe("The payee's latest closed statement"),
    amount: MoneyJson,
    state: z.enum(payeeStates),
    reference: z.string().nullable(),
    paidOn: DayJson.nullable(),
    returnReason: z.string().nullable(),
    returnedOn: DayJson.nullable(),
  })
  .meta({ id: "Payee" });
export type Payee = z.infer<typeof Payee>;

/** A payment of one payee: its lines are the earnings with its id, until it comes back. */
export const Payment = Payee.extend({
  batch: z
    .object({ id: idJson("bat"), number: z.int() })
    .nullable()
    .describe("Vendor's side only"),
  statement: z.object({ id: idJson("sta"), number: z.int(), period: MonthJson }),
  releasedAt: InstantJson.nullable(),
}).meta({ id: "Payment" });
export type Payment = z.infer<typeof Payment>;

export const PayoutBatch = z
  .object({
    id: idJson("bat"),
    number: z.int(),
    state: z.enum(["made", "released", "withdrawn"]),
    payees: z.int(),
    paid: z.int(),
    returned: z.int(),
    total: MoneyJson,
    madeBy: z.string(),
    madeAt: InstantJson,
    releasedBy: z.string().nullable(),
    releasedAt: InstantJson.nullable(),
    version: z.int(),
  })
  .meta({ id: "PayoutBatch" });
export type PayoutBatch = z.infer<typeof PayoutBatch>;

/** What a payment may be held against before it is made or released. Vendor's side only. */
const evidence = {
  last: z
    .object({ id: idJson("pay"), amount: MoneyJson, paidOn: DayJson })
    .nullable()
    .describe("The payment to the same partner before this one"),
  since: MoneyJson.describe("Released or taken back after the close, so it is not in the amount"),
};
export const BatchPayee = Payee.extend({
  ...evidence,
  statement: z.object({ number: z.int(), period: MonthJson }).describe("The one that `statementId` names"),
}).meta({ id: "BatchPayee" });
export type BatchPayee = z.infer<typeof BatchPayee>;

export const PayoutRecord = PayoutBatch.extend({
  items: z.array(BatchPayee),
  since: MoneyJson.describe("Of all partners: released or taken back and on no closed statement yet"),
  sums: z
    .object({ open: MoneyJson, paid: MoneyJson, returned: MoneyJson })
    .describe("What still waits for a payment, what was paid and what came back"),
  can: z.object({ release: z.boolean(), withdraw: z.boolean(), pay: z.boolean() }),
  releaseHint: z.enum(["maker", "role"]).nullable().describe("Why this reader may not release it"),
}).meta({ id: "PayoutRecord" });
export type PayoutRecord = z.infer<typeof PayoutRecord>;

export const listPayouts = endpoint({
  method: "GET",
  path: "/payouts",
  summary: "Payout batches, the newest first",
  tag,
  query: ListQuery.extend({ state: z.enum(["made", "released", "withdrawn"]).optional() }),
  response: pageOf(PayoutBatch),
});
export const listOwnPayouts = endpoint({
  method: "GET",
  path: "/my-payouts",
  summary: "What was released or paid to one's own company",
  tag,
  query: ListQuery,
  response: pageOf(Payee),
});
export const getPayment = endpoint({
  method: "GET",
  path: "/payments/{paymentId}",
  summary: "One payment to one payee: how it stands, and by which statement it was owed",
  tag,
  params: z.object({ paymentId: idJson("pay") }),
  response: Payment,
});
export const previewPayout = endpoint({
  method: "GET",
  path: "/payout-preview",
  summary: "Whom a batch made now would pay, and who carries forward and why",
  tag,
  response: z.object({
    payees: z.array(
      z.object({
        partner: z.object({ id: idJson("par"), name: z.string() }),
        amount: MoneyJson,
        lines: z.int(),
        ...evidence,
      }),
    ),
    carried: z.array(
      z.object({
        partner: z.object({ id: idJson("par"), name: z.string() }),
        balance: MoneyJson,
        why: z.enum(["below-minimum", "negative"]),
      }),
    ),
    total: MoneyJson,
    minimum: MoneyJson,
    since: MoneyJson.describe("Of all partners: released or taken back and on no closed statement yet"),
  }),
});
export const getPayout = endpoint({
  method: "GET",
  path: "/payouts/{payoutId}",
  summary: "A batch with its payees",
  tag,
  params: batchParams,
  response: PayoutRecord,
});
export const makePayout = endpoint({
  method: "POST",
  path: "/payouts",
  summary: "Make a batch of what closed statements owe; another person releases it",
  tag,
  response: PayoutRecord,
  status: 201,
  idempotencyKey: true,
});
export const withdrawPayout = endpoint({
  method: "DELETE",
  path: "/payouts/{payoutId}",
  summary: "Take back a batch that is not released",
  tag,
  params: batchParams,
  response: PayoutRecord,
});
export const releasePayout = endpoint({
  method: "POST",
  path: "/payouts/{payoutId}/release",
  summary: "Release a batch made by another person",
  tag,
  params: batchParams,
  response: PayoutRecord,
  status: 201,
  idempotencyKey: true,
});
const reference = z.string().trim().min(1, "Write the reference of the payment.").max(140);
export const payPayee = endpoint({
  method: "POST",
  path: "/payouts/{payoutId}/payees/{partnerId}/payment",
  summary: "Record that a payee was paid",
  tag,
  params: payeeParams,
  body: z.object({ reference, paidOn: DayJson.optional() }),
  response: PayoutRecord,
  status: 201,
  idempotencyKey: true,
});
export const payAll = endpoint({
  method: "POST",
  path: "/payouts/{payoutId}/payments",
  summary: "Record that all payees still open were paid",
  tag,
  params: batchParams,
  body: z.object({ reference, paidOn: DayJson.optional() }),
  response: PayoutRecord,
  status: 201,
  idempotencyKey: true,
});
export const returnPayee = endpoint({
  method: "POST",
  path: "/payouts/{payoutId}/payees/{partnerId}/return",
  summary: "Record that a payment came back; it is payable again with the next batch",
  tag,
  params: payeeParams,
  body: z.object({
    reason: z.string().trim().min(1, "Say why it came back.").max(500),
    returnedOn: DayJson.optional(),
  }),
  response: PayoutRecord,
  status: 201,
  idempotencyKey: true,
});

const batchPayload = z.object({ number: z.int(), payees: z.int(), total: MoneyJson });
const payeePayload = z.object({
  amount: MoneyJson,
  reference: z.string().nullable(),
  reason: z.string().nullable(),
});
export const events = {
  payoutMade: eventType("payout.made", { reach: null, payload: batchPayload }),
  payoutWithdrawn: eventType("payout.withdrawn", { reach: null, payload: batchPayload }),
  payoutReleased: eventType("payout.released", { reach: null, payload: batchPayload }),
  payoutPaid: eventType("payout.paid", { reach: "money", payload: payeePayload }),
  payoutReturned: eventType("payout.returned", { reach: "money", payload: payeePayload }),
};
