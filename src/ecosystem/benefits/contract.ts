import { z } from "zod";
import { endpoint } from "#platform/http/endpoint.ts";
import { DayJson, InstantJson, idJson, ListQuery, pageOf } from "#platform/http/wire.ts";
import { states } from "./grant.ts";

export { type State, states } from "./grant.ts";

const tag = "Benefits";

const Named = (prefix: string) => z.object({ id: idJson(prefix), name: z.string() });
const oneRequest = z.object({ requestId: idJson("bnr") });
const text = (max: number, missing: string) => z.string().trim().min(1, missing).max(max);
const Quantity = z
  .string()
  .min(1, "Say how much.")
  .max(20)
  .describe("Pieces, such as 3, or an amount of the benefit's currency, such as 1500.00");

const Unit = z.enum(["percent", "count", "money", "text", "none"]);
const benefit = {
  key: z.string(),
  label: z.string(),
  kind: z.string(),
  unit: Unit,
  currency: z.string().nullable(),
};

/** Which level of the framework says a value: the program for all, a region or a country. */
const Whence = z.object({
  kind: z.enum(["global", "region", "country"]),
  label: z.string().describe("Name of the region, code of the country; empty for the program itself"),
  reason: z.string().nullable().describe("Why it is otherwise there"),
  until: DayJson.nullable().describe("The first day on which it does not hold any more"),
});
export type Whence = z.infer<typeof Whence>;

export const BenefitEntitlement = z
  .object({
    program: Named("prg"),
    track: z.string(),
    trackKey: z.string(),
    ...benefit,
    description: z.string(),
    level: z.string(),
    levelSince: DayJson.nullable(),
    value: z.string().nullable().describe("In the benefit's unit; null where the level gives none"),
    from: Whence,
    countsWhere: z
      .enum(["contracting-entity", "paying-entity", "place-of-activity"])
      .describe(
        "Whose country counts. Until an activity says where it takes place, it is the one in which the partner contracts",
      ),
    programSays: z
      .string()
      .nullable()
      .describe("What the program gives at this level where no region says otherwise"),
    rests: z.boolean().describe("It may not be had while the partner is not in good standing"),
    missing: z.array(z.string()).describe("What good standing lacks, where it rests"),
    reviewedOn: DayJson.nullable().describe("The day on which a review found that, where it rests"),
    onRequest: z.boolean(),
    validDays: z.int().nullable().describe("How long a grant lasts"),
    period: z
      .object({ from: DayJson, until: DayJson })
      .nullable()
      .describe("The days that its allowance is for"),
    given: z
      .string()
      .nullable()
      .describe("What of the allowance is given away; null where it is not asked for"),
    left: z.string().nullable(),
    waiting: z.string().nullable().describe("What is asked for and not decided"),
    free: z.string().nullable().describe("What may still be asked for: what is left, less what waits"),
    againOn: DayJson.nullable().describe(
      "Where all is given: the day from which there is some again; null where that is not known",
    ),
    next: z
      .object({ level: z.string(), value: z.string() })
      .nullable()
      .describe("The next level that gives something else"),
    canAsk: z.boolean(),
  })
  .meta({ id: "BenefitEntitlement" });
export type BenefitEntitlement = z.infer<typeof BenefitEntitlement>;

export const BenefitRequest = z
  .object({
    id: idJson("bnr"),
    state: z.enum(states),
    partner: Named("par"),
    program: Named("prg"),
    ...benefit,
    quantity: Quantity,
    purpose: z.string(),
    requestedBy: z.string().nullable(),
    requestedAt: InstantJson,
    decidedBy: z.string().nullable(),
    decidedAt: InstantJson.nullable(),
    reason: z.string().nullable().describe("Why it was declined, or a word to the grant"),
    granted: Quantity.nullable(),
    used: Quantity,
    left: Quantity.nullable().describe("What of the grant may still be used"),
    validUntil: InstantJson.nullable().describe("From this instant on it is over"),
    reversedAt: InstantJson.nullable(),
    reversalReason: z.string().nullable(),
    can: z.object({
      withdraw: z.boolean(),
      grant: z.boolean(),
      decline: z.boolean(),
      use: z.boolean(),
      reverse: z.boolean(),
    }),
  })
  .meta({ id: "BenefitRequest" });
export type BenefitRequest = z.infer<typeof BenefitRequest>;

const BenefitUse = z.object({
  id: idJson("bnu"),
  quantity: Quantity,
  usedOn: DayJson,
  note: z.string().nullable(),
  side: z.enum(["vendor", "partner"]),
  recordedBy: z.string().nullable(),
  recordedAt: InstantJson,
  takenBack: z.object({ reason: z.string(), at: InstantJson }).nullable(),
  can: z.object({ takeBack: z.boolean() }),
});

export const BenefitCase = BenefitRequest.extend({
  uses: z.array(BenefitUse).describe("In the order in which they were recorded"),
  grantedBy: z
    .object({ level: z.string(), track: z.string(), value: z.string(), from: Whence })
    .nullable()
    .describe("What it was granted by, as it was then"),
  today: BenefitEntitlement.nullable().describe(
    "What the partner is entitled to today; null where the program does not know the benefit any more",
  ),
  leftAfter: Quantity.nullable().describe("What of the allowance is left if all of it is granted now"),
  endsAt: InstantJson.nullable().describe(
    "When it would end if it were granted now; null where it would not",
  ),
}).meta({ id: "BenefitCase" });
export type BenefitCase = z.infer<typeof BenefitCase>;

export const requestSorts = ["-requestedAt", "requestedAt"] as const;

export const listEntitlements = endpoint({
  method: "GET",
  path: "/partners/{partnerId}/benefits",
  summary: "What a partner is entitled to in each of its programs today, why, and what is left of it",
  tag,
  params: z.object({ partnerId: idJson("par") }),
  query: ListQuery.extend({ programId: idJson("prg").optional() }),
  response: pageOf(BenefitEntitlement),
});
export const listBenefitRequests = endpoint({
  method: "GET",
  path: "/benefit-requests",
  summary: "Requests of benefits and what became of them, the latest first",
  tag,
  query: ListQuery.extend({
    search: z.string().max(200).optional().describe("In the benefit's name and the purpose"),
    state: z.enum(states).optional(),
    partnerId: idJson("par").optional(),
    programId: idJson("prg").optional(),
    sort: z.enum(requestSorts).optional(),
  }),
  response: pageOf(BenefitRequest),
});
export const getBenefitRequest = endpoint({
  method: "GET",
  path: "/benefit-requests/{requestId}",
  summary: "One request: what it would take of the allowance, by what it was granted, how it was used",
  tag,
  params: oneRequest,
  response: BenefitCase,
});
export const requestBenefit = endpoint({
  method: "POST",
  path: "/benefit-requests",
  summary: "Ask for a benefit of our own level",
  tag,
  body: z.object({
    programId: idJson("prg"),
    benefit: z.string().min(1).max(80).describe("Key of the benefit"),
    quantity: Quantity.optional().describe("Only of what is counted: pieces or an amount"),
    purpose: text(1000, "Say what for."),
  }),
  response: BenefitCase,
  status: 201,
});
export const withdrawBenefitRequest = endpoint({
  method: "POST",
  path: "/benefit-requests/{requestId}/withdrawal",
  summary: "Take it back while it is not decided",
  tag,
  params: oneRequest,
  response: BenefitCase,
});
export const grantBenefit = endpoint({
  method: "POST",
  path: "/benefit-requests/{requestId}/grant",
  summary: "Grant all of it, or less, within what is left of the allowance",
  tag,
  params: oneRequest,
  body: z.object({
    quantity: Quantity.optional().describe("All that was asked for unless told"),
    reason: z.string().trim().min(1).max(1000).optional().describe("A word to it, which the partner reads"),
  }),
  response: BenefitCase,
});
export const declineBenefit = endpoint({
  method: "POST",
  path: "/benefit-requests/{requestId}/refusal",
  summary: "Decline it, with a reason that the partner reads",
  tag,
  params: oneRequest,
  body: z.object({ reason: text(1000, "Give a reason.") }),
  response: BenefitCase,
});
export const reverseBenefit = endpoint({
  method: "POST",
  path: "/benefit-requests/{requestId}/reversal",
  summary: "Take back a grant that was a mistake: what is not used returns to the allowance",
  tag,
  params: oneRequest,
  body: z.object({ reason: text(1000, "Give a reason.") }),
  response: BenefitCase,
});
export const useBenefit = endpoint({
  method: "POST",
  path: "/benefit-requests/{requestId}/uses",
  summary: "Record that some of a grant was used",
  tag,
  params: oneRequest,
  body: z.object({
    quantity: Quantity.optional().describe("Only of what is counted"),
    usedOn: DayJson.describe("Not in the future"),
    note: z.string().trim().min(1).max(1000).optional(),
  }),
  response: BenefitCase,
  status: 201,
});
export const takeBackUse = endpoint({
  method: "POST",
  path: "/benefit-requests/{requestId}/uses/{useId}/reversal",
  summary: "Take back a use that was recorded by mistake, by the side that recorded it",
  tag,
  params: oneRequest.extend({ useId: idJson("bnu") }),
  body: z.object({ reason: text(1000, "Give a reason.") }),
  response: BenefitCase,
});
