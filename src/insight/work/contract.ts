import { z } from "zod";
import { endpoint } from "#platform/http/endpoint.ts";
import { DayJson, idJson, MoneyJson, MonthJson } from "#platform/http/wire.ts";

/** What can wait for somebody, by the step that it holds up: first the vendor's people, then a partner's. */
export const waitKinds = [
  "batches-to-release",
  "payees-to-pay",
  "payouts-to-make",
  "statements-to-close",
  "months-to-run",
  "changes-to-book",
  "problem-wins",
  "imports-to-finish",
  "deals-to-decide",
  "deals-overdue-to-answer",
  "deal-requests-to-decide",
  "touchpoints-to-confirm",
  "benefits-to-decide",
  "deals-overdue",
  "overrides-to-approve",
  "overrides-ending",
  "levels-at-risk",
  "acknowledgements-missing",
  "specializations-to-decide",
  "drafts-to-publish",
  "invitations-pending",
  "questions-to-answer",
  "protections-ending",
  "splits-to-sign",
  "specializations-ending",
  "years-to-acknowledge",
  "touchpoints-contested",
  "benefits-ending",
  "registrations-to-finish",
] as const;
export type WaitKind = (typeof waitKinds)[number];

export const Wait = z
  .object({
    kind: z.enum(waitKinds),
    count: z.int().min(1),
    since: DayJson.nullable().describe("The day since which the oldest of them waits"),
    period: MonthJson.nullable().describe("The earliest month that it is about"),
    amount: MoneyJson.nullable().describe("What it is about in all"),
    record: z.string().nullable().describe("Id of the record, where it is one alone"),
  })
  .meta({ id: "Wait" });
export type Wait = z.infer<typeof Wait>;

/** An open deal, as far as one needs it to decide what to do next. */
export const DealToClose = z
  .object({
    id: idJson("opp"),
    name: z.string(),
    account: z.string().nullable(),
    partner: z.object({ id: idJson("par"), name: z.string() }).nullable(),
    stage: z.object({ key: z.string(), label: z.string() }),
    value: MoneyJson.nullable(),
    expectedCloseOn: DayJson.nullable(),
    engagedOn: DayJson.nullable(),
  })
  .meta({ id: "DealToClose" });
export type DealToClose = z.infer<typeof DealToClose>;

export const DealsToClose = z.object({
  open: z.int(),
  value: MoneyJson.describe("Of all that are open, as far as they have a value"),
  overdue: z.int().describe("Open ones whose expected close has passed"),
  next: z.array(DealToClose).describe("The first of them: by expected close, then by age"),
});
export type DealsToClose = z.infer<typeof DealsToClose>;

export const FirstSteps = z.object({
  partners: z.boolean(),
  products: z.boolean(),
  accounts: z.boolean(),
  opportunities: z.boolean(),
  plan: z.boolean().describe("A plan is published"),
  planBegun: z.boolean().describe("A plan is there, be it a draft"),
  people: z.boolean().describe("Somebody else has access or is invited"),
  run: z.boolean().describe("A run is posted"),
});
export type FirstSteps = z.infer<typeof FirstSteps>;

export const readHome = endpoint({
  method: "GET",
  path: "/home",
  summary: "What waits for me, as far as my role can do something about it",
  tag: "Insight",
  response: z.object({
    today: DayJson.describe("In the vendor's calendar"),
    waits: z.array(Wait).describe("What waits longest first"),
    deals: DealsToClose.nullable().describe("Null where deals are not the reader's to move"),
    steps: FirstSteps.nullable().describe("Null where the first steps are not the reader's to take"),
  }),
});
