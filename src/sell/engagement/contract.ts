import { z } from "zod";
import { eventType } from "#platform/events/event.ts";
import { endpoint } from "#platform/http/endpoint.ts";
import { DayJson, InstantJson, idJson, ListQuery, pageOf } from "#platform/http/wire.ts";
import { EngagementSettings } from "./rules.ts";

export {
  type DealRole,
  type Disclosure,
  disclosures,
  EngagementSettings,
  type Protection,
  protections,
  type ReasonKey,
  reasonKeys,
  roles,
} from "./rules.ts";

const tag = "Rules of engagement";

export const EngagementRules = z
  .object({
    id: idJson("roe"),
    version: z.int(),
    settings: EngagementSettings,
    note: z.string().nullable().describe("What is new in it"),
    publishedBy: z.string().nullable(),
    publishedAt: InstantJson,
  })
  .meta({ id: "EngagementRules" });
export type EngagementRules = z.infer<typeof EngagementRules>;

export const getEngagementRules = endpoint({
  method: "GET",
  path: "/rules-of-engagement",
  summary: "The rules of engagement in force: who may register what, who wins, how long, and what is told",
  tag,
  query: z.object({ version: z.coerce.number().int().min(1).optional().describe("An earlier version") }),
  response: EngagementRules,
});
export const listEngagementRules = endpoint({
  method: "GET",
  path: "/rules-of-engagement/versions",
  summary: "All versions, the newest first",
  tag,
  query: ListQuery,
  response: pageOf(EngagementRules),
});
export const publishEngagementRules = endpoint({
  method: "POST",
  path: "/rules-of-engagement",
  summary:
    "Publish a new version. It is in force from now on; what was decided keeps the version it was decided by",
  tag,
  body: z.object({
    settings: EngagementSettings,
    note: z.string().trim().min(1, "Say what is new.").max(1000),
    basedOn: z.int().min(1).describe("The version that was in force when the change was begun"),
  }),
  response: EngagementRules,
  status: 201,
});

export const NamedAccount = z
  .object({
    id: idJson("nam"),
    account: z.object({ id: idJson("acc"), name: z.string() }),
    seller: z
      .object({ id: idJson("mem"), name: z.string() })
      .nullable()
      .describe("Whom to ask"),
    publishedAt: InstantJson.describe("It counts against registrations from this moment on"),
    publishedBy: z.string(),
  })
  .meta({ id: "NamedAccount" });
export type NamedAccount = z.infer<typeof NamedAccount>;

export const listNamedAccounts = endpoint({
  method: "GET",
  path: "/named-accounts",
  summary: "Accounts that the vendor keeps for itself",
  tag,
  query: ListQuery.extend({ search: z.string().max(200).optional(), accountId: idJson("acc").optional() }),
  response: pageOf(NamedAccount),
});
export const nameAccount = endpoint({
  method: "POST",
  path: "/named-accounts",
  summary: "Keep an account for the vendor from now on",
  tag,
  body: z.object({ accountId: idJson("acc"), sellerId: idJson("mem").optional() }),
  response: NamedAccount,
  status: 201,
});
export const releaseNamedAccount = endpoint({
  method: "DELETE",
  path: "/named-accounts/{namedAccountId}",
  summary: "Let partners register deals with it again",
  tag,
  params: z.object({ namedAccountId: idJson("nam") }),
});

export const PublicTender = z
  .object({
    id: idJson("ptn"),
    customer: z.string(),
    website: z.string().nullable().describe("The domain by which the customer is known"),
    country: z.string().nullable(),
    project: z.string().describe("What it is about; empty: anything that we sell"),
    publishedOn: DayJson.describe("Registrations of this day and later are not accepted, earlier ones stay"),
    source: z.string().nullable().describe("Where it is announced"),
    enteredBy: z.string(),
    enteredAt: InstantJson,
  })
  .meta({ id: "PublicTender" });
export type PublicTender = z.infer<typeof PublicTender>;

export const listPublicTenders = endpoint({
  method: "GET",
  path: "/public-tenders",
  summary: "What customers have put out to tender in public, the latest first",
  tag,
  query: ListQuery.extend({ search: z.string().max(200).optional() }),
  response: pageOf(PublicTender),
});
export const enterPublicTender = endpoint({
  method: "POST",
  path: "/public-tenders",
  summary:
    "Note a public tender: it stands against registrations of the day on which it was published, and later ones",
  tag,
  body: z.object({
    customer: z.string().trim().min(1, "Write the customer's name.").max(400),
    website: z.string().trim().min(1).max(400).optional(),
    country: z
      .string()
      .regex(/^[A-Z]{2}$/, "Choose a country.")
      .optional(),
    project: z.string().trim().max(200).optional(),
    publishedOn: DayJson,
    source: z.string().trim().min(1).max(400).optional(),
  }),
  response: PublicTender,
  status: 201,
});
export const endPublicTender = endpoint({
  method: "DELETE",
  path: "/public-tenders/{publicTenderId}",
  summary: "Take a tender off: it stands against registrations no more",
  tag,
  params: z.object({ publicTenderId: idJson("ptn") }),
});

export const events = {
  tenderEntered: eventType("tender.entered", { reach: null, payload: z.object({ customer: z.string() }) }),
  tenderEnded: eventType("tender.ended", { reach: null, payload: z.object({ customer: z.string() }) }),
  engagementPublished: eventType("engagement.published", {
    reach: null,
    payload: z.object({ version: z.int(), note: z.string() }),
  }),
  accountNamed: eventType("account.named", { reach: null, payload: z.object({ account: z.string() }) }),
  accountUnnamed: eventType("account.unnamed", { reach: null, payload: z.object({ account: z.string() }) }),
};
