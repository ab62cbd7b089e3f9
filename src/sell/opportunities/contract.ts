import { z } from "zod";
import { endpoint } from "#platform/http/endpoint.ts";
import { DayJson, InstantJson, idJson, ListQuery, MoneyJson, pageOf } from "#platform/http/wire.ts";
import { meanings } from "./stage.ts";

export { type Meaning, moves, type Need } from "./stage.ts";

const tag = "Opportunities";
export const maxLines = 100;

export const OpportunityStage = z
  .object({
    key: z.string(),
    label: z.string(),
    meaning: z.enum(meanings).describe("What the stage means, whatever the vendor calls it"),
  })
  .meta({ id: "OpportunityStage" });
export type OpportunityStage = z.infer<typeof OpportunityStage>;

const Named = (prefix: string) => z.object({ id: idJson(prefix), name: z.string() });

export const OpportunityItem = z
  .object({
    id: idJson("opp"),
    externalId: z.string().nullable().describe("What the vendor's other systems call it"),
    name: z.string(),
    account: Named("acc").nullable(),
    owner: Named("par").nullable().describe("The partner it belongs to; none for a direct deal"),
    seller: Named("mem").nullable().describe("The vendor's own seller of a direct deal"),
    stage: OpportunityStage,
    value: MoneyJson.nullable().describe("Gross: what reversals took back is said by the win"),
    products: z.array(z.string()).describe("Names of the first three products, in the order of the lines"),
    lineCount: z.int(),
    engagedOn: DayJson.nullable(),
    expectedCloseOn: DayJson.nullable(),
    closedOn: DayJson.nullable().describe("The day it was won or lost"),
    payBasis: z
      .enum(["opening-import", "on-behalf", "registration"])
      .nullable()
      .describe("Why a win of it earns; null: a win of it earns nothing"),
    version: z.int(),
    updatedAt: InstantJson,
  })
  .meta({ id: "OpportunityItem" });
export type OpportunityItem = z.infer<typeof OpportunityItem>;

/** Whose the pay credit is, where the holder of its registration and its owner are two partners. */
const PayCreditOf = z.object({
  holder: z
    .object({ id: idJson("par"), name: z.string() })
    .nullable()
    .describe("Of its registration. Vendor's side only"),
  bySplit: z.boolean().describe("A signed split says it, whatever was decided. Vendor's side only"),
  decision: z
    .object({
      partner: z
        .object({ id: idJson("par"), name: z.string() })
        .nullable()
        .describe("Vendor's side only"),
      isYours: z.boolean().nullable().describe("Partner's side only: whether it is the reader's company's"),
      reason: z.string(),
      decidedBy: z.string().nullable().describe("Vendor's side only"),
      decidedAt: InstantJson,
    })
    .nullable()
    .describe("Null: a person has still to decide, and until then no run books anything"),
});

export const OpportunityDetail = OpportunityItem.extend({
  lines: z.array(
    z.object({
      product: z.object({ id: idJson("prd"), name: z.string(), series: z.string() }),
      quantity: z.int(),
      amount: MoneyJson.nullable().describe("Of a won opportunity never null, and in sum its value"),
    }),
  ),
  payBasisReason: z.string().nullable(),
  lostReason: z.string().nullable(),
  win: z
    .object({
      id: idJson("win"),
      n: z.int().describe("Which passage to won this is"),
      reversed: MoneyJson.describe("What was taken back of the value so far"),
      recordedAt: InstantJson,
    })
    .nullable()
    .describe("The win that stands; null when it is not won"),
  reversals: z
    .array(
      z.object({
        id: idJson("rev"),
        n: z.int().describe("Of which win"),
        amount: MoneyJson,
        reason: z.string(),
        reversedOn: DayJson,
        recordedBy: z.string().nullable(),
        recordedAt: InstantJson,
      }),
    )
    .nullable()
    .describe("Newest first; null where the reader is not of the vendor's staff"),
  payCredit: PayCreditOf.nullable().describe(
    "Null where one partner alone has a claim to it, and where there is nothing for the reader's own company to know",
  ),
  can: z.object({
    move: z.boolean().describe("To any other stage"),
    edit: z.boolean(),
    reverse: z.boolean().describe("Take its win back, in part or all of it"),
    decidePayCredit: z.boolean(),
  }),
}).meta({ id: "OpportunityDetail" });
export type OpportunityDetail = z.infer<typeof OpportunityDetail>;

export const opportunitySorts = [
  "-updatedAt",
  "updatedAt",
  "-closedOn",
  "closedOn",
  "-expectedCloseOn",
  "expectedCloseOn",
  "-value",
  "value",
] as const;

const oneOpportunity = z.object({ opportunityId: idJson("opp") });
const name = z.string().trim().min(1, "Give it a name.").max(400);
const reason = z.string().trim().min(1, "Give a reason.").max(1000);
const Line = z.object({
  productId: idJson("prd"),
  quantity: z.int().min(1).max(1_000_000).optional().describe("1 unless told"),
  amount: MoneyJson.optional().describe(
    "Its weight in the value; list price times quantity where no line has one",
  ),
});
const lines = z.array(Line).max(maxLines);

export const listOpportunities = endpoint({
  method: "GET",
  path: "/opportunities",
  summary: "Opportunities, the newest change first",
  tag,
  query: ListQuery.extend({
    search: z.string().max(200).optional().describe("In its name, external id or account's name"),
    stage: z.string().max(41).optional().describe("A stage's key"),
    meaning: z.enum(meanings).optional(),
    ownerPartnerId: idJson("par").optional(),
    sellerId: idJson("mem").optional(),
    accountId: idJson("acc").optional(),
    productId: idJson("prd").optional(),
    closedFrom: DayJson.optional(),
    closedUntil: DayJson.optional().describe("The last day, inclusive"),
    expectedFrom: DayJson.optional().describe("The first day of expected closes"),
    expectedUntil: DayJson.optional().describe("The last day of expected closes, inclusive"),
    sort: z.enum(opportunitySorts).optional(),
  }),
  response: pageOf(OpportunityItem),
});
export const listStages = endpoint({
  method: "GET",
  path: "/opportunity-stages",
  summary: "The stages of a sale, in the vendor's words and order",
  tag,
  response: z.object({ items: z.array(OpportunityStage) }),
});
export const getOpportunity = endpoint({
  method: "GET",
  path: "/opportunities/{opportunityId}",
  summary: "One opportunity, with its lines, its win and what was taken back",
  tag,
  params: oneOpportunity,
  response: OpportunityDetail,
});

export const createOpportunity = endpoint({
  method: "POST",
  path: "/opportunities",
  summary: "Enter an opportunity; with an owner it is entered on that partner's behalf",
  tag,
  body: z.object({
    name,
    externalId: z.string().trim().min(1).max(200).optional(),
    accountId: idJson("acc").optional(),
    ownerPartnerId: idJson("par").optional(),
    sellerId: idJson("mem").optional().describe("One of the vendor's direct sellers; not beside an owner"),
    lines: lines.optional(),
    stage: z
      .string()
      .max(41)
      .optional()
      .describe("Key of a stage that means open or won; the first open one unless told"),
    value: MoneyJson.optional(),
    engagedOn: DayJson.optional(),
    expectedCloseOn: DayJson.optional(),
    closedOn: DayJson.optional().describe("Needed where the stage means won"),
    reason: reason
      .optional()
      .describe("Why it is entered on the partner's behalf; needed with an owner, who can read it"),
  }),
  response: OpportunityDetail,
  status: 201,
});
export const changeOpportunity = endpoint({
  method: "PATCH",
  path: "/opportunities/{opportunityId}",
  summary:
    "Change what is given. What money depends on may change after a win too, and is adjusted in the open month",
  tag,
  params: oneOpportunity,
  body: z.object({
    name: name.optional(),
    accountId: idJson("acc").nullable().optional(),
    ownerPartnerId: idJson("par").nullable().optional().describe("Takes the place of a direct seller"),
    sellerId: idJson("mem").nullable().optional().describe("Takes the place of an owner"),
    lines: lines.optional().describe("All lines, in place of those that were"),
    value: MoneyJson.nullable().optional(),
    engagedOn: DayJson.nullable().optional(),
    expectedCloseOn: DayJson.nullable().optional(),
    closedOn: DayJson.optional().describe("Of one that was won or lost"),
    reason: reason
      .optional()
      .describe(
        "Needed where it comes to a partner, unless an opening import brought it; the partner can read it",
      ),
  }),
  response: OpportunityDetail,
  ifMatch: true,
});
export const moveOpportunity = endpoint({
  method: "POST",
  path: "/opportunities/{opportunityId}/stage",
  summary: "Move it to another stage: won with value and day, lost with a reason, or open again",
  tag,
  params: oneOpportunity,
  body: z.object({
    stage: z.string().max(41).describe("The key of the stage it moves to"),
    value: MoneyJson.optional().describe("Needed where it is won"),
    closedOn: DayJson.optional().describe("Needed where it is won; today unless told where it is lost"),
    reason: reason
      .optional()
      .describe("Needed where it is lost, and where a win is taken back; its partner can read it"),
  }),
  response: OpportunityDetail,
  ifMatch: true,
});
export const decidePayCredit = endpoint({
  method: "POST",
  path: "/opportunities/{opportunityId}/pay-credit",
  summary: "Say whose the pay credit is, where its owner is another than the holder of its registration",
  tag,
  params: oneOpportunity,
  body: z.object({
    partnerId: idJson("par").describe("The owner, or the holder of the registration"),
    reason: reason.describe("Both partners can read it"),
  }),
  response: OpportunityDetail,
});
export const reverseWin = endpoint({
  method: "POST",
  path: "/opportunities/{opportunityId}/reversal",
  summary: "Take back a part of the win, or all that is left of it: then the opportunity is lost",
  tag,
  params: oneOpportunity,
  body: z.object({
    amount: MoneyJson.optional().describe("All that is left unless told"),
    reason: reason.describe("Its partner can read it"),
  }),
  response: OpportunityDetail,
  idempotencyKey: true,
});
