import { z } from "zod";
import { endpoint } from "#platform/http/endpoint.ts";
import { DayJson, InstantJson, idJson, ListQuery, MoneyJson, pageOf } from "#platform/http/wire.ts";
import { protections, reasonKeys, roles } from "../engagement/contract.ts";
import { maxFileBytes } from "../evidence/contract.ts";
import { states } from "./deal.ts";

export { type DealAct, type State, states, undecided } from "./deal.ts";

const tag = "Deals";
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

const Named = (prefix: string) => z.object({ id: idJson(prefix), name: z.string() });
const oneDeal = z.object({ dealId: idJson("deal") });
const text = (max: number) => z.string().trim().min(1).max(max);
const reason = z.string().trim().min(1, "Give a reason.").max(2000);

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

const Person = z.object({ id: idJson("mem"), name: z.string() });

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

const content = {
  customerName: text(400).nullable().optional(),
  customerCountry: z
    .string()
    .regex(/^[A-Z]{2}$/, "Choose a country.")
    .nullable()
    .optional(),
  customerWebsite: text(400)
    .nullable()
    .optional()
    .describe("Address of its site or of its mail; what names a company of it is a key"),
  customerTaxId: text(60).nullable().optional(),
  customerCrmId: text(200).nullable().optional(),
  contactName: text(200).nullable().optional(),
  contactEmail: z.email("Write an address such as name@example.com.").max(254).nullable().optional(),
  contactTitle: text(200).nullable().optional(),
  contactNoticeVersion: z
    .int()
    .min(1)
    .nullable()
    .optional()
    .describe("Version of the notice that was shown; needed with a contact"),
  role: z.enum(roles).optional(),
  project: z.string().trim().max(200).optional(),
  salesStage: z.string().max(41).nullable().optional(),
  source: z.enum(sources).nullable().optional(),
  expectedCloseOn: DayJson.nullable().optional(),
  value: MoneyJson.nullable().optional().describe("The sum of the lines unless told"),
  distributorId: idJson("par").nullable().optional(),
  tenderPublishedOn: DayJson.nullable().optional(),
  note: text(4000).nullable().optional(),
  lines: z
    .array(
      z.object({
        productId: idJson("prd"),
        quantity: z.int().min(1).max(1_000_000).optional().describe("1 unless told"),
        amount: MoneyJson.optional().describe("List price times quantity unless told"),
      }),
    )
    .max(maxLines)
    .optional()
    .describe("All lines, in place of those that were"),
};

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

export const listDeals = endpoint({
  method: "GET",
  path: "/deals",
  summary: "Registrations, the newest change first",
  tag,
  query: ListQuery.extend({
    search: z.string().max(200).optional().describe("In the customer's name, the project or the number"),
    state: z.enum(states).optional(),
    view: z.enum(dealViews).optional(),
    partnerId: idJson("par").optional(),
    endsBefore: DayJson.optional().describe("Protection ends before this day"),
    happened: z.enum(happenings).optional().describe("What became of it, on the days given"),
    from: DayJson.optional().describe("It happened on this day or later"),
    until: DayJson.optional().describe("It happened on this day or before"),
    late: z.enum(["yes", "no"]).optional().describe("The answer or decision that happened came too late"),
    reasonKey: z.enum(reasonKeys).optional().describe("For which it was rejected"),
    sort: z.enum(dealSorts).optional(),
  }),
  response: pageOf(DealItem),
});
export const KnownCustomer = z
  .object({
    name: z.string(),
    country: z.string().nullable(),
    website: z.string().nullable(),
    taxId: z.string().nullable(),
    crmId: z.string().nullable(),
    contact: z
      .object({
        name: z.string().nullable(),
        email: z.string().nullable(),
        title: z.string().nullable(),
        noticeVersion: z.int().nullable().describe("Version of the notice that the contact was given"),
      })
      .nullable(),
  })
  .meta({ id: "KnownCustomer" });
export type KnownCustomer = z.infer<typeof KnownCustomer>;

export const listDealCustomers = endpoint({
  method: "GET",
  path: "/deal-customers",
  summary:
    "Customers that a partner registered before or was shown, as it described them last: to fill a form with",
  tag,
  query: z.object({
    search: z.string().max(200).optional().describe("In the name; nothing is found without it"),
    partnerId: idJson("par").optional().describe("Whose, on the vendor's side; not on the partner's"),
  }),
  response: z.object({ items: z.array(KnownCustomer) }),
});

export const listDealDistributors = endpoint({
  method: "GET",
  path: "/deal-distributors",
  summary: "Distributors that our company buys from, to be named in a registration",
  tag,
  response: z.object({ items: z.array(Named("par")) }),
});

export const getDeal = endpoint({
  method: "GET",
  path: "/deals/{dealId}",
  summary: "One registration, with everything said about it",
  tag,
  params: oneDeal,
  response: DealDetail,
});
export const beginDeal = endpoint({
  method: "POST",
  path: "/deals",
  summary: "Begin a registration: a draft that nobody else sees and that claims nothing",
  tag,
  body: z.object({
    ...content,
    partnerId: idJson("par").optional().describe("For whom the vendor enters it; not on the partner's side"),
    reason: reason
      .optional()
      .describe("Why the vendor enters it in the partner's place; the partner can read it"),
  }),
  response: DealDetail,
  status: 201,
});
export const changeDeal = endpoint({
  method: "PATCH",
  path: "/deals/{dealId}",
  summary:
    "Change what is given. After submission the place in the queue stays, unless the claim itself is another",
  tag,
  params: oneDeal,
  body: z.object(content),
  response: DealDetail,
  ifMatch: true,
});
export const discardDeal = endpoint({
  method: "DELETE",
  path: "/deals/{dealId}",
  summary: "Throw a draft away",
  tag,
  params: oneDeal,
});

export const DealReceipt = z
  .object({
    format: z.literal("hanse-deal/1"),
    document: z.string().describe("What was submitted and when it was received, as canonical JSON"),
    sha256: z.string().describe("Of the document's bytes, in hexadecimal digits"),
    signature: z.string().describe("Ed25519 over the document's bytes, base64url"),
    publicKey: z.string().describe("Of this installation, base64url; also at /api/v1/deal-receipt-key"),
  })
  .meta({ id: "DealReceipt" });
export type DealReceipt = z.infer<typeof DealReceipt>;

export const submitDeal = endpoint({
  method: "POST",
  path: "/deals/{dealId}/submission",
  summary: "Submit it: it is numbered, its place in the queue is taken, and the receipt says so",
  tag,
  params: oneDeal,
  response: z.object({ deal: DealDetail, receipt: DealReceipt }),
  status: 201,
  ifMatch: true,
});
export const getDealReceipt = endpoint({
  method: "GET",
  path: "/deals/{dealId}/receipt",
  summary: "The signed receipt of a submission, as a file",
  tag,
  params: oneDeal,
  response: DealReceipt,
});
export const getDealReceiptKey = endpoint({
  method: "GET",
  path: "/deal-receipt-key",
  summary: "The public key that this installation's receipts are signed with, and those that were before",
  tag,
  response: z.object({
    algorithm: z.literal("Ed25519"),
    publicKey: z.string(),
    earlier: z
      .array(z.string())
      .describe("Keys of receipts that were signed before the secret became another"),
  }),
});
export const reviewDeal = endpoint({
  method: "POST",
  path: "/deals/{dealId}/review",
  summary: "Take it into review: the first answer, by which the partner knows that somebody is on it",
  tag,
  params: oneDeal,
  response: DealDetail,
});
export const withdrawDeal = endpoint({
  method: "POST",
  path: "/deals/{dealId}/withdrawal",
  summary: "Take it back before it is decided; its place goes to the next",
  tag,
  params: oneDeal,
  body: z.object({ reason: reason.optional() }),
  response: DealDetail,
});

export const addDealFile = endpoint({
  method: "POST",
  path: "/deals/{dealId}/files",
  summary: "Add a proof: a proposal, an order, notes of a meeting",
  tag,
  params: oneDeal,
  response: DealDetail,
  status: 201,
  upload: "multipart",
  maxUploadBytes: maxFileBytes,
});
export const linkDealFile = endpoint({
  method: "GET",
  path: "/deals/{dealId}/files/{fileId}",
  summary:
    "Where a proof is fetched: an address that is the caller's own for a minute, needs no cookie and no key, and answers an attachment",
  tag,
  params: oneDeal.extend({ fileId: idJson("dfl") }),
  response: z.object({
    url: z.string().describe("Path on this installation"),
    validUntil: InstantJson,
  }),
});
export const removeDealFile = endpoint({
  method: "DELETE",
  path: "/deals/{dealId}/files/{fileId}",
  summary: "Take a proof away again, while nothing was decided",
  tag,
  params: oneDeal.extend({ fileId: idJson("dfl") }),
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
export const answerDeal = endpoint({
  method: "POST",
  path: "/deals/{dealId}/questions/{questionId}/answer",
  summary: "Answer the vendor's question",
  tag,
  params: oneDeal.extend({ questionId: idJson("que") }),
  body: z.object({ answer: z.string().trim().min(1, "Write the answer.").max(4000) }),
  response: DealDetail,
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

export const requestExtension = endpoint({
  method: "POST",
  path: "/deals/{dealId}/extensions",
  summary: "Ask for more time",
  tag,
  params: oneDeal,
  body: z.object({ reason }),
  response: DealDetail,
  status: 201,
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
export const proposeOutcome = endpoint({
  method: "POST",
  path: "/deals/{dealId}/outcomes",
  summary: "Say that the deal was won or lost; the vendor takes it over",
  tag,
  params: oneDeal,
  body: z.object({
    outcome: z.enum(["won", "lost"]),
    value: MoneyJson.optional().describe("Needed where it was won"),
    closedOn: DayJson,
    reason: reason.max(1000).optional().describe("Needed where it was lost"),
    documents: z
      .array(idJson("dfl"))
      .max(20)
      .optional()
      .describe("Files of the registration that show it, such as the order"),
  }),
  response: DealDetail,
  status: 201,
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
