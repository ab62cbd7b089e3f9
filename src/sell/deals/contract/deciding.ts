import { z } from "zod";
import { endpoint } from "#platform/http/endpoint.ts";
import { DayJson, InstantJson, idJson, ListQuery, MoneyJson, pageOf } from "#platform/http/wire.ts";
import { protections, reasonKeys } from "../../engagement/contract.ts";
import { states } from "../deal.ts";
import { DaysGiven, DealDetail, Person } from "./registration.ts";
import { Named, oneDeal, reason, tag, text } from "./shared.ts";

/* What the vendor does: read the case, ask, decide, tell, revoke, and know whom to ask. */

export const reviewDeal = endpoint({
  method: "POST",
  path: "/deals/{dealId}/review",
  summary: "Take it into review: the first answer, by which the partner knows that somebody is on it",
  tag,
  params: oneDeal,
  response: DealDetail,
});

export const askDeal = endpoint({
  method: "POST",
  path: "/deals/{dealId}/questions",
  summary: "Ask the partner; the vendor's clock stands until it has answered",
  tag,
  params: oneDeal,
  body: z.object({ question: z.string().trim().min(1, "Write the question.").max(2000) }),
  response: DealDetail,
  status: 201,
});

export const approveDeal = endpoint({
  method: "POST",
  path: "/deals/{dealId}/approval",
  summary:
    "Approve it: a window of protection for what it holds, and one opportunity. Told after a while; until then it can be taken back",
  tag,
  params: oneDeal,
  body: z.object({
    protection: z.enum(protections).optional(),
    series: z
      .array(z.string().min(1).max(100))
      .min(1)
      .max(100)
      .optional()
      .describe("All that it holds unless told"),
    protectedUntil: DayJson.optional().describe(
      "The last day, inclusive, in the vendor's zone; by the rules unless told",
    ),
    benefit: text(1000).optional(),
    accountId: idJson("acc")
      .optional()
      .describe("The customer among the vendor's accounts; a new one unless told"),
    opportunityId: idJson("opp").optional().describe("The sale that it belongs to; a new one unless told"),
    note: reason.optional().describe("The partner can read it"),
  }),
  response: DealDetail,
  ifMatch: true,
});

export const rejectDeal = endpoint({
  method: "POST",
  path: "/deals/{dealId}/rejection",
  summary: "Reject it with a reason of the published list; its place goes to the next",
  tag,
  params: oneDeal,
  body: z.object({ reasonKey: z.enum(reasonKeys), reason: reason.describe("The partner can read it") }),
  response: DealDetail,
  ifMatch: true,
});

export const undoDecision = endpoint({
  method: "DELETE",
  path: "/deals/{dealId}/decision",
  summary: "Take a decision back before it is told",
  tag,
  params: oneDeal,
  response: DealDetail,
});

export const tellDecision = endpoint({
  method: "POST",
  path: "/deals/{dealId}/decision",
  summary: "Tell a decision now",
  tag,
  params: oneDeal,
  response: DealDetail,
});

export const revokeDeal = endpoint({
  method: "POST",
  path: "/deals/{dealId}/revocation",
  summary: "End a protection before its time, with a reason",
  tag,
  params: oneDeal,
  body: z.object({ reason: reason.describe("The partner can read it") }),
  response: DealDetail,
  ifMatch: true,
});

export const decideExtension = endpoint({
  method: "POST",
  path: "/deals/{dealId}/extensions/{extensionId}/decision",
  summary: "Grant more time, or not",
  tag,
  params: oneDeal.extend({ extensionId: idJson("ext") }),
  body: z.object({
    granted: z.boolean(),
    note: reason.optional().describe("Needed where it is not granted; the partner can read it"),
  }),
  response: DealDetail,
});

export const decideOutcome = endpoint({
  method: "POST",
  path: "/deals/{dealId}/outcomes/{outcomeId}/decision",
  summary: "Take over what the partner said became of it, or not",
  tag,
  params: oneDeal.extend({ outcomeId: idJson("out") }),
  body: z.object({
    accepted: z.boolean(),
    note: reason.optional().describe("Needed where it is not taken over"),
  }),
  response: DealDetail,
});

/** How surely a record is the customer: the same key, or a name alone in the same country. */
const sureness = z.enum(["certain", "likely"]);

const keyKinds = z.enum(["domain", "name", "tax-id", "crm-id", "parent"]);

export const DealCase = z
  .object({
    standing: z.object({
      holds: z.array(z.string()).describe("Series in which it is first"),
      waits: z.array(z.string()).describe("Series in which another one is first"),
    }),
    rivals: z
      .array(
        z.object({
          deal: z.object({
            id: idJson("deal"),
            number: z.int(),
            partner: Named("par"),
            state: z.enum(states),
            submittedAt: InstantJson,
          }),
          series: z.array(z.string()).describe("In which both ask for the same"),
          on: z.array(keyKinds),
          first: z.boolean().describe("It was received before this one"),
          protectedUntil: InstantJson.nullable(),
        }),
      )
      .describe("Other registrations that ask for the same customer, the first received first"),
    opportunities: z.array(
      z.object({
        opportunity: Named("opp"),
        account: Named("acc"),
        owner: Named("par").nullable(),
        seller: z.object({ id: idJson("mem"), name: z.string() }).nullable(),
        on: z.array(keyKinds).describe("By what its account is the customer"),
        stage: z.string(),
        open: z.boolean(),
        value: MoneyJson.nullable(),
        activeOn: DayJson.nullable().describe("Its last day of activity, by its source"),
        counts: z
          .boolean()
          .describe(
            "It was there before, is open, and was active within the programme's days: a possible conflict",
          ),
        sure: sureness,
      }),
    ),
    tenders: z
      .array(
        z.object({
          tender: z.object({ id: idJson("ptn"), customer: z.string(), project: z.string() }),
          publishedOn: DayJson,
          source: z.string().nullable(),
          on: z.array(keyKinds),
          counts: z.boolean().describe("It was published on the day of the registration or before"),
          sure: sureness,
        }),
      )
      .describe("Public tenders that may be what it is about"),
    namedAccounts: z.array(
      z.object({
        account: Named("acc"),
        seller: z.object({ id: idJson("mem"), name: z.string() }).nullable(),
        publishedAt: InstantJson,
        on: z.array(keyKinds),
        counts: z.boolean().describe("It was published before the registration was submitted"),
        sure: sureness,
      }),
    ),
    accounts: z
      .array(
        z.object({
          account: Named("acc"),
          country: z.string().nullable(),
          on: z.array(keyKinds),
          sure: sureness,
        }),
      )
      .describe("The vendor's accounts that may be the customer, the surest first"),
    protectionDays: DaysGiven.omit({ byHand: true }).describe("What an approval would give today"),
    pending: z
      .object({
        kind: z.enum(["approve", "reject", "revoke"]),
        decidedBy: z.string(),
        decidedAt: InstantJson,
        tellAt: InstantJson,
      })
      .nullable()
      .describe("Decided and not told yet"),
    notes: z.array(
      z.object({ id: idJson("dno"), text: z.string(), writtenBy: z.string(), writtenAt: InstantJson }),
    ),
  })
  .meta({ id: "DealCase" });

export type DealCase = z.infer<typeof DealCase>;

export const getDealCase = endpoint({
  method: "GET",
  path: "/deals/{dealId}/case",
  summary:
    "What stands beside a registration when it is decided: who was first, what else is known, and how surely",
  tag,
  params: oneDeal,
  response: DealCase,
});

export const noteDeal = endpoint({
  method: "POST",
  path: "/deals/{dealId}/notes",
  summary: "Note something beside the case, for the vendor's people alone",
  tag,
  params: oneDeal,
  body: z.object({ text: text(4000) }),
  response: DealCase,
  status: 201,
});

const several = z
  .array(z.object({ dealId: idJson("deal"), version: z.int().min(1) }))
  .min(1)
  .max(100);

export const DealBatch = z
  .object({
    id: idJson("dba"),
    decided: z.array(idJson("deal")),
    refused: z
      .array(z.object({ dealId: idJson("deal"), type: z.string(), detail: z.string() }))
      .describe("What is left for a person to look at, each with the reason"),
    tellAt: InstantJson.describe("Until then all of it can be taken back"),
  })
  .meta({ id: "DealBatch" });

export type DealBatch = z.infer<typeof DealBatch>;

export const approveTogether = endpoint({
  method: "POST",
  path: "/deal-approvals",
  summary:
    "Approve several against which nothing stands, by the terms of the rules in force; the others are left out",
  tag,
  body: z.object({ deals: several }),
  response: DealBatch,
});

export const rejectTogether = endpoint({
  method: "POST",
  path: "/deal-rejections",
  summary: "Reject several with one reason",
  tag,
  body: z.object({
    deals: several,
    reasonKey: z.enum(reasonKeys),
    reason: reason.describe("The partners can read it"),
  }),
  response: DealBatch,
});

const oneBatch = z.object({ batchId: idJson("dba") });

export const getDealBatch = endpoint({
  method: "GET",
  path: "/deal-decisions/{batchId}",
  summary: "How many decisions that were made together still wait to be told",
  tag,
  params: oneBatch,
  response: z.object({ waiting: z.int(), tellAt: InstantJson.nullable() }),
});

export const undoTogether = endpoint({
  method: "DELETE",
  path: "/deal-decisions/{batchId}",
  summary: "Take back all of them that were not told yet",
  tag,
  params: oneBatch,
  response: z.object({ takenBack: z.int() }),
});

export const DealBreach = z
  .object({
    deal: z.object({
      id: idJson("deal"),
      number: z.int(),
      customer: z.string(),
      partner: Named("par"),
    }),
    clock: z.enum(["answer", "decision"]).describe("The first answer, or the decision"),
    dueAt: InstantJson,
    metAt: InstantJson.nullable().describe(
      "When it was answered, decided, or needed no more; none while it is owed",
    ),
    running: z.boolean(),
    lateHours: z.number().describe("Business hours, to a tenth; up to now while it is owed"),
    whose: Person.nullable().describe("Who answered or decided, or is on it; nobody where none has taken it"),
  })
  .meta({ id: "DealBreach" });

export type DealBreach = z.infer<typeof DealBreach>;

export const listBreaches = endpoint({
  method: "GET",
  path: "/deal-breaches",
  summary: "What the vendor did not answer or decide in time, the latest first",
  tag,
  query: ListQuery.extend({
    clock: z.enum(["answer", "decision"]).optional(),
    status: z.enum(["running", "over"]).optional(),
    partnerId: idJson("par").optional(),
    dueFrom: DayJson.optional(),
    dueUntil: DayJson.optional(),
  }),
  response: pageOf(DealBreach),
});

export const ProtectedAccount = z
  .object({
    id: idJson("acc"),
    name: z.string(),
    country: z.string().nullable(),
    ask: z
      .array(z.object({ name: z.string() }))
      .describe("Whom of the vendor's people to ask; the same for each"),
  })
  .meta({ id: "ProtectedAccount" });

export type ProtectedAccount = z.infer<typeof ProtectedAccount>;

export const listProtected = endpoint({
  method: "GET",
  path: "/protected-accounts",
  summary: "Accounts for which a partner is protected now: that they are, and whom to ask, no more",
  tag,
  query: ListQuery.extend({
    search: z.string().max(200).optional().describe("A name in any spelling, a part of it, or a domain"),
    accountId: idJson("acc").optional(),
  }),
  response: pageOf(ProtectedAccount),
});
