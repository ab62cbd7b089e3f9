import { z } from "zod";
import { DayJson, InstantJson, idJson, MoneyJson } from "#platform/http/wire.ts";
import { protections, reasonKeys, roles } from "../../engagement/contract.ts";
import { states } from "../deal.ts";
import { Named } from "./shared.ts";

/* A registration as it is read, and what lists of them answer. */

export const maxLines = 100;

export const maxFiles = 20;

/** Of all proofs of one registration together. */
export const maxFilesBytes = 100 * 1024 * 1024;

export const sources = [
  "own-prospecting",
  "existing-customer",
  "customer-request",
  "vendor-lead",
  "event",
  "referral",
] as const;

/** What a partner is told before the decision where the rules of engagement say so; in the neutral setting nothing ever. */
export const Disclosed = z
  .object({
    reasonKey: z.enum(["already-protected", "public-tender", "vendor-engaged"]),
    by: z
      .array(z.string())
      .nullable()
      .describe("Partners that were first; empty where it is the vendor itself; null where that is not told"),
    until: InstantJson.nullable().describe("The end of the other's protection, where that is told and known"),
  })
  .meta({ id: "Disclosed" });

export type Disclosed = z.infer<typeof Disclosed>;

export const DealItem = z
  .object({
    id: idJson("deal"),
    number: z.int().nullable().describe("Counted for each partner; none while it is a draft"),
    partner: Named("par"),
    customer: z.object({ name: z.string().nullable(), country: z.string().nullable() }),
    project: z.string(),
    role: z.enum(roles),
    state: z.enum(states),
    value: MoneyJson.nullable(),
    expectedCloseOn: DayJson.nullable(),
    onBehalf: z.boolean().describe("The vendor entered it in the partner's place"),
    submittedAt: InstantJson.nullable(),
    answerDueAt: InstantJson.nullable().describe(
      "When the vendor owes a first answer; none while its clock stands",
    ),
    decisionDueAt: InstantJson.nullable().describe(
      "When the vendor owes a decision; none while its clock stands",
    ),
    answerOwedAt: InstantJson.nullable().describe("When the partner owes the answer to a question"),
    protection: z
      .object({
        kind: z.enum(protections),
        series: z.array(z.string()),
        from: InstantJson,
        until: InstantJson,
      })
      .nullable(),
    opportunity: Named("opp").nullable(),
    disclosed: Disclosed.nullable().describe(
      "That its claim is not free, while it is undecided; null where it is free, and always where the rules are neutral",
    ),
    conflicts: z
      .int()
      .nullable()
      .describe("How much stands against it while it is undecided; null on the partner's side"),
    version: z.int(),
    updatedAt: InstantJson,
  })
  .meta({ id: "DealItem" });

export type DealItem = z.infer<typeof DealItem>;

/** How many days a protection began with, and which level they came from. Those of before name no program. */
export const DaysGiven = z
  .object({
    days: z.int(),
    globalDays: z.int().describe("What is given where no place says otherwise"),
    place: z
      .object({
        kind: z.enum(["country", "region"]),
        key: z.string(),
        label: z.string(),
        reason: z.string(),
      })
      .nullable()
      .describe("The country or region that says otherwise, and why"),
    program: z
      .object({
        name: z.string(),
        level: z
          .string()
          .nullable()
          .describe("The partner's level, where that has days of its own; not for those above the partner"),
        counts: z
          .enum(["customer-site", "contracting-entity"])
          .describe("Whose country counts: the end customer's, or that in which the partner contracts"),
      })
      .nullable()
      .default(null)
      .describe("The program that says so; null: the rules of engagement"),
    passedOver: z
      .array(z.object({ program: z.string(), days: z.int() }))
      .default([])
      .describe("What other programs would give: the nearest place counts, then the most days"),
    byHand: z.boolean().describe("A person chose other days than either says"),
  })
  .meta({ id: "DaysGiven" });
export type DaysGiven = z.infer<typeof DaysGiven>;

export const Person = z.object({ id: idJson("mem"), name: z.string() });

export const DealDetail = DealItem.extend({
  customer: z.object({
    name: z.string().nullable(),
    country: z.string().nullable(),
    website: z.string().nullable(),
    domain: z
      .string()
      .nullable()
      .describe("What of the website names a company; none for a public mail host"),
    taxId: z.string().nullable(),
    crmId: z.string().nullable(),
  }),
  contact: z.object({
    name: z.string().nullable(),
    email: z.string().nullable(),
    title: z.string().nullable(),
    noticeVersion: z.int().nullable(),
  }),
  salesStage: z.object({ key: z.string(), label: z.string() }).nullable(),
  source: z.enum(sources).nullable(),
  distributor: Named("par").nullable(),
  tenderPublishedOn: DayJson.nullable(),
  note: z.string().nullable(),
  onBehalfReason: z.string().nullable(),
  lines: z.array(
    z.object({
      product: z.object({ id: idJson("prd"), name: z.string(), series: z.string() }),
      quantity: z.int(),
      amount: MoneyJson.nullable(),
      listed: z.boolean().describe("The amount is the product's list price times quantity"),
    }),
  ),
  files: z.array(
    z.object({
      id: idJson("dfl"),
      name: z.string(),
      contentType: z.string(),
      bytes: z.int(),
      addedBy: z.string().nullable(),
      addedAt: InstantJson,
    }),
  ),
  questions: z
    .array(
      z.object({
        id: idJson("que"),
        question: z.string(),
        askedBy: z.string().nullable(),
        askedAt: InstantJson,
        dueAt: InstantJson,
        answer: z.string().nullable(),
        answeredBy: z.string().nullable(),
        answeredAt: InstantJson.nullable(),
      }),
    )
    .describe("Oldest first"),
  extensions: z.array(
    z.object({
      id: idJson("ext"),
      reason: z.string(),
      requestedBy: z.string().nullable(),
      requestedAt: InstantJson,
      granted: z.boolean().nullable(),
      until: InstantJson.nullable(),
      note: z.string().nullable(),
      decidedAt: InstantJson.nullable(),
    }),
  ),
  outcomes: z.array(
    z.object({
      id: idJson("out"),
      outcome: z.enum(["won", "lost"]),
      value: MoneyJson.nullable(),
      closedOn: DayJson,
      reason: z.string().nullable(),
      proposedBy: z.string().nullable(),
      proposedAt: InstantJson,
      accepted: z.boolean().nullable(),
      note: z.string().nullable(),
      documents: z
        .array(z.object({ id: idJson("dfl"), name: z.string() }))
        .describe("Files of the registration"),
      decidedAt: InstantJson.nullable(),
    }),
  ),
  decision: z
    .object({
      decidedAt: InstantJson,
      reasonKey: z.enum(reasonKeys).nullable(),
      reason: z.string().nullable(),
      benefit: z.string().nullable(),
      rulesVersion: z.int(),
    })
    .nullable()
    .describe("What the partner was told"),
  protectionDays: DaysGiven.nullable().describe(
    "How many days the protection began with and why; null where it never began, or before that was noted",
  ),
  payCredit: z
    .object({ isYours: z.boolean(), reason: z.string(), decidedAt: InstantJson })
    .nullable()
    .describe(
      "What was decided about the partner, where the opportunity's owner was another. Partner's side only",
    ),
  closedAs: z.enum(["won", "lost"]).nullable(),
  rulesVersion: z.int().nullable().describe("Version of the rules of engagement it was submitted under"),
  submittedBy: Person.nullable(),
  createdAt: InstantJson,
  can: z.object({
    change: z.boolean(),
    submit: z.boolean(),
    withdraw: z.boolean(),
    discard: z.boolean(),
    answer: z.boolean(),
    addFile: z.boolean(),
    requestExtension: z.boolean(),
    proposeOutcome: z.boolean(),
    decide: z.boolean().describe("Ask, approve, reject"),
    revoke: z.boolean(),
  }),
}).meta({ id: "DealDetail" });

export type DealDetail = z.infer<typeof DealDetail>;

export const dealSorts = [
  "-updatedAt",
  "updatedAt",
  "decisionDueAt",
  "-decisionDueAt",
  "submittedAt",
  "-submittedAt",
  "protectedUntil",
  "-protectedUntil",
] as const;

/**
 * Questions that lists answer: what waits for the vendor, for the partner, what is about to end, where more time is asked
 * for or an outcome is proposed. What the vendor has decided and not told yet waits for it no longer.
 */
export const dealViews = [
  "waits-for-vendor",
  "waits-for-partner",
  "protected",
  "overdue",
  "requests",
] as const;

/** What can become of a registration on a day. */
export const happenings = [
  "answered",
  "decided",
  "approved",
  "rejected",
  "withdrawn",
  "expired",
  "revoked",
  "won",
  "lost",
] as const;
