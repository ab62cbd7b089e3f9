import { z } from "zod";
import { eventType } from "#platform/events/event.ts";
import { endpoint } from "#platform/http/endpoint.ts";
import { InstantJson, idJson, ListQuery, pageOf } from "#platform/http/wire.ts";
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

export const events = {
  engagementPublished: eventType("engagement.published", {
    reach: null,
    payload: z.object({ version: z.int(), note: z.string() }),
  }),
  accountNamed: eventType("account.named", { reach: null, payload: z.object({ account: z.string() }) }),
  accountUnnamed: eventType("account.unnamed", { reach: null, payload: z.object({ account: z.string() }) }),
};
