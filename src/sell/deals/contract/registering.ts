import { z } from "zod";
import { endpoint } from "#platform/http/endpoint.ts";
import { DayJson, InstantJson, idJson, ListQuery, MoneyJson, pageOf } from "#platform/http/wire.ts";
import { reasonKeys, roles } from "../../engagement/contract.ts";
import { maxFileBytes } from "../../evidence/contract.ts";
import { states } from "../deal.ts";
import { DealDetail, DealItem, dealSorts, dealViews, happenings, maxLines, sources } from "./registration.ts";
import { Named, oneDeal, reason, tag, text } from "./shared.ts";

/* What the partner does: describe, submit, amend, answer, ask for more time, tell the outcome. */

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

export const answerDeal = endpoint({
  method: "POST",
  path: "/deals/{dealId}/questions/{questionId}/answer",
  summary: "Answer the vendor's question",
  tag,
  params: oneDeal.extend({ questionId: idJson("que") }),
  body: z.object({ answer: z.string().trim().min(1, "Write the answer.").max(4000) }),
  response: DealDetail,
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
