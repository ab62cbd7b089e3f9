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
import { Receipt } from "../plans/receipt.ts";
import { Explanation, SentenceJson } from "../plans/wire.ts";

const tag = "Earnings";
const earningParams = z.object({ earningId: idJson("ern") });

export const earningStatuses = ["held", "approved", "on-statement", "paid"] as const;

export const Earning = z
  .object({
    id: idJson("ern"),
    kind: z.string().describe("The plan's component, such as commission or override"),
    label: z.string().describe("What the plan calls it"),
    entry: z.enum(["first", "adjustment", "reversal"]),
    adjustsId: idJson("ern").nullable().describe("The line that this one adjusts or reverses"),
    partnerId: idJson("par"),
    partner: z.object({ id: idJson("par"), name: z.string() }),
    opportunityId: idJson("opp"),
    opportunity: z.object({ id: idJson("opp"), name: z.string(), externalId: z.string().nullable() }),
    owner: z
      .object({ id: idJson("par"), name: z.string() })
      .nullable()
      .describe("Whose deal it is today; null where there is none or it is not the reader's to see"),
    period: MonthJson.describe("The month it is booked in"),
    closedOn: DayJson,
    holdUntil: DayJson.describe("The day at whose start the hold ends, in the vendor's zone"),
    amount: MoneyJson,
    status: z.enum(earningStatuses),
    releasedOn: DayJson.nullable(),
    statementId: idJson("sta").nullable(),
    planId: idJson("pln"),
    planVersion: z.int(),
    runId: idJson("run").nullable().describe("Vendor's side only"),
    recordedAt: InstantJson,
  })
  .meta({ id: "Earning" });
export type Earning = z.infer<typeof Earning>;

/** How long a line has been owed: still held, or for how many days it has been released and not paid. */
export const liabilityAges = [
  "held",
  "released-0-30",
  "released-31-60",
  "released-61-90",
  "released-over-90",
] as const;
export type LiabilityAge = (typeof liabilityAges)[number];

/** A line with what it came from and where it went. */
export const EarningRecord = Earning.extend({
  plan: z.object({ id: idJson("pln"), name: z.string() }),
  run: z
    .object({ id: idJson("run"), number: z.int() })
    .nullable()
    .describe("Vendor's side only"),
  statement: z
    .object({ id: idJson("sta"), number: z.int(), period: MonthJson, closedAt: InstantJson })
    .nullable(),
  payment: z
    .object({
      id: idJson("pay"),
      state: z.enum(["made", "released", "paid"]),
      paidOn: DayJson.nullable(),
      reference: z.string().nullable(),
    })
    .nullable()
    .describe("The payment that it goes or went out with; a returned one no longer has its lines"),
  bookedOn: DayJson.describe("The day under which the ledger has it"),
  reversals: z
    .array(z.object({ day: DayJson, amount: MoneyJson, reason: z.string() }))
    .describe("What was taken back of the win, and why. Vendor's side only"),
  related: z.array(Earning).describe("The first line, and what adjusts or reverses it, but for this line"),
  net: MoneyJson.describe("What this line and the related ones come to"),
}).meta({ id: "EarningRecord" });
export type EarningRecord = z.infer<typeof EarningRecord>;

/** Most lines that are told of what is coming. */
export const maxComing = 50;

/** What a list of lines may be narrowed by. */
const EarningFilter = z.object({
  period: MonthJson.optional(),
  partnerId: idJson("par").optional(),
  kind: z.string().max(40).optional(),
  status: z.enum(earningStatuses).optional(),
  opportunityId: idJson("opp").optional(),
  statementId: idJson("sta").optional(),
  paymentId: idJson("pay").optional(),
  runId: idJson("run").optional(),
  entry: z.enum(["first", "adjustment", "reversal"]).optional(),
  age: z
    .enum(["released", ...liabilityAges])
    .optional()
    .describe("Not yet paid, by how long it has been owed; `released` is all but what is held"),
  search: z.string().max(200).optional().describe("In the opportunity's name or number"),
});

export const listEarnings = endpoint({
  method: "GET",
  path: "/earnings",
  summary: "Lines of money earned, the newest month first",
  tag,
  query: ListQuery.extend(EarningFilter.shape),
  response: pageOf(Earning),
});

export const totalEarnings = endpoint({
  method: "GET",
  path: "/earnings-totals",
  summary: "What the lines of a list come to, in all and by where they stand",
  tag,
  query: EarningFilter,
  response: z.object({
    lines: z.int(),
    amount: MoneyJson,
    statuses: z.array(z.object({ status: z.enum(earningStatuses), lines: z.int(), amount: MoneyJson })),
  }),
});

export const getEarning = endpoint({
  method: "GET",
  path: "/earnings/{earningId}",
  summary: "One line, with the lines that adjust it",
  tag,
  params: earningParams,
  response: EarningRecord,
});

export const getReceipt = endpoint({
  method: "GET",
  path: "/earnings/{earningId}/receipt",
  summary: "Why this amount: facts, rules and steps, to be recomputed by anyone",
  tag,
  params: earningParams,
  response: Receipt,
});

export const explainEarning = endpoint({
  method: "GET",
  path: "/earnings/{earningId}/explanation",
  summary: "The receipt as sentences to be put into the reader's language",
  tag,
  params: earningParams,
  response: Explanation.extend({ earning: Earning, english: z.array(z.string()) }),
});

export const earningsSummary = endpoint({
  method: "GET",
  path: "/earnings-summary",
  summary: "A partner's money at a glance: earned, held, payable, paid, coming, and by month",
  tag,
  query: z.object({
    partnerId: idJson("par").optional().describe("Vendor's side: whose; the partner's side sees its own"),
  }),
  response: z.object({
    partner: z.object({ id: idJson("par"), name: z.string() }),
    month: MonthJson.describe("The month that is open now, in the vendor's zone"),
    earned: MoneyJson.describe("Booked in that month"),
    takenBack: MoneyJson.describe("What of that month's lines is negative: reversals and lower values"),
    earnedThisYear: MoneyJson,
    held: MoneyJson,
    nextRelease: z
      .object({ day: DayJson, amount: MoneyJson })
      .nullable()
      .describe("The next day that releases anything; lines that cancel each other release nothing"),
    payable: MoneyJson.describe("Released and not yet paid"),
    paid: MoneyJson.describe("Paid, ever"),
    paidThisYear: MoneyJson,
    coming: MoneyJson.describe("Of wins that no run has booked yet, as the plan computes them today"),
    comingLines: z.int(),
    comingNext: z
      .array(
        z.object({
          opportunity: z.object({ id: idJson("opp"), name: z.string() }),
          label: z.string().describe("What the plan calls the line"),
          closedOn: DayJson,
          amount: MoneyJson,
        }),
      )
      .max(maxComing)
      .describe(
        "The lines of `coming`, the last closed first; a deal that the reader does not see has no name",
      ),
    months: z.array(
      z.object({
        period: MonthJson,
        amount: MoneyJson,
        kinds: z.array(z.object({ kind: z.string(), label: z.string(), amount: MoneyJson })),
      }),
    ),
  }),
});

/** Most registrations that an expectation is told of at once, the last changed first. */
export const maxExpected = 200;

export const ExpectedEarning = z
  .object({
    dealId: idJson("deal"),
    condition: z
      .enum(["if-approved", "approved", "undecided"])
      .describe("undecided: a person has still to say whose the pay credit is"),
    asOf: DayJson.describe(
      "As if it closed on this day: by the plan, the tier and the hierarchy of that day",
    ),
    amount: MoneyJson.nullable().describe("Null where nothing is expected, or nothing can be said"),
    lines: z.array(
      z.object({
        label: z.string().describe("What the plan calls it"),
        amount: MoneyJson,
        planId: idJson("pln"),
        holdDays: z.int().describe("For so many days after the close it is held"),
        sentences: z.array(SentenceJson).describe("Why this amount, in order"),
      }),
    ),
  })
  .meta({ id: "ExpectedEarning" });
export type ExpectedEarning = z.infer<typeof ExpectedEarning>;

export const listExpectedEarnings = endpoint({
  method: "GET",
  path: "/expected-earnings",
  summary: "What registrations that are not over would earn, each as if it closed today",
  tag,
  query: z.object({}),
  response: z.object({ items: z.array(ExpectedEarning.omit({ lines: true })).max(maxExpected) }),
});

export const dealExpectedEarning = endpoint({
  method: "GET",
  path: "/deals/{dealId}/expected-earning",
  summary: "What a registration would earn if it closed today, and why; the reader's own money alone",
  tag,
  params: z.object({ dealId: idJson("deal") }),
  response: ExpectedEarning,
});

export const liabilities = endpoint({
  method: "GET",
  path: "/liabilities",
  summary: "What is owed, by age, held against the ledger's control accounts",
  tag,
  query: z.object({}),
  response: z.object({
    asOf: DayJson,
    held: MoneyJson,
    payable: MoneyJson,
    owed: MoneyJson,
    control: z.object({ held: MoneyJson, payable: MoneyJson }),
    owing: z
      .object({ partners: z.int(), amount: MoneyJson })
      .describe("Partners whose balance is below zero, and what they owe: taken off `owed`"),
    difference: MoneyJson.describe("Lines less control accounts; anything but zero is a fault"),
    ages: z.array(
      z.object({
        bucket: z.enum(liabilityAges),
        amount: MoneyJson,
        lines: z.int(),
      }),
    ),
    partners: z.array(
      z.object({
        partner: z.object({ id: idJson("par"), name: z.string() }),
        held: MoneyJson,
        payable: MoneyJson,
        owed: MoneyJson,
      }),
    ),
  }),
});

export const events = {
  earningsReleased: eventType("earning.released", {
    reach: null,
    payload: z.object({ day: z.string(), lines: z.int(), amount: MoneyJson }),
  }),
};
