import { z } from "zod";
import { endpoint } from "#platform/http/endpoint.ts";
import { DayJson, InstantJson, idJson, ListQuery, pageOf } from "#platform/http/wire.ts";
import { maxFileBytes } from "../evidence/contract.ts";
import { kinds, loggedKinds, states } from "./touchpoint.ts";

export { type Kind, kinds, loggedKinds, type State, states } from "./touchpoint.ts";

const tag = "Touchpoints";
export const maxFiles = 10;
/** How many are confirmed at once. */
export const maxConfirmed = 200;

/** A touch helps a sale that closes on its day or within this many days after it. */
export const assistDays = 90;

export const targets = ["deal", "opportunity", "account"] as const;

const Named = (prefix: string) => z.object({ id: idJson(prefix), name: z.string() });
const oneTouchpoint = z.object({ touchpointId: idJson("tch") });
const oneFile = oneTouchpoint.extend({ fileId: idJson("tfl") });
const text = (max: number, missing: string) => z.string().trim().min(1, missing).max(max);

export const Touchpoint = z
  .object({
    id: idJson("tch"),
    kind: z.enum(kinds),
    state: z.enum(states),
    partner: Named("par"),
    about: z
      .discriminatedUnion("kind", [
        z.object({ kind: z.literal("deal"), id: idJson("deal"), name: z.string() }),
        z.object({ kind: z.literal("opportunity"), id: idJson("opp"), name: z.string() }),
        z.object({ kind: z.literal("account"), id: idJson("acc"), name: z.string() }),
      ])
      .describe(
        "A registration of the partner, its own opportunity, or a customer of its own, by its name then",
      ),
    occurredOn: DayJson,
    withWhom: z.string().nullable(),
    purpose: z.string().nullable(),
    link: z.string().nullable(),
    recordedBy: z
      .string()
      .nullable()
      .describe("Nobody where a submission recorded it by itself, or where the reader may not know"),
    recordedAt: InstantJson,
    reason: z.string().nullable().describe("Why it was contested"),
    remark: z.string().nullable().describe("What the partner said when it asked again"),
    decidedAt: InstantJson.nullable(),
    decidedBy: z.string().nullable(),
    countsFor: Named("opp")
      .nullable()
      .describe("The sale that the vendor named for it; null on the partner's side"),
    files: z.array(
      z.object({ id: idJson("tfl"), name: z.string(), contentType: z.string(), bytes: z.int() }),
    ),
    can: z.object({
      withdraw: z.boolean(),
      askAgain: z.boolean(),
      addEvidence: z.boolean(),
      confirm: z.boolean(),
      contest: z.boolean(),
    }),
  })
  .meta({ id: "Touchpoint" });
export type Touchpoint = z.infer<typeof Touchpoint>;

export const touchpointSorts = ["-occurredOn", "occurredOn", "recordedAt", "-recordedAt"] as const;

export const listTouchpoints = endpoint({
  method: "GET",
  path: "/touchpoints",
  summary: "Touchpoints, the latest first",
  tag,
  query: ListQuery.extend({
    search: z.string().max(200).optional().describe("In what it was about, with whom and what for"),
    state: z.enum(states).optional(),
    kind: z.enum(kinds).optional(),
    on: z.enum(targets).optional().describe("What it was for"),
    view: z.enum(["to-confirm"]).optional().describe("What waits for the vendor"),
    partnerId: idJson("par").optional(),
    dealId: idJson("deal").optional(),
    opportunityId: idJson("opp").optional(),
    accountId: idJson("acc").optional(),
    occurredFrom: DayJson.optional(),
    occurredUntil: DayJson.optional().describe("The last day, inclusive"),
    sort: z.enum(touchpointSorts).optional(),
  }),
  response: pageOf(Touchpoint),
});
export const getTouchpoint = endpoint({
  method: "GET",
  path: "/touchpoints/{touchpointId}",
  summary: "One touchpoint, with its evidence and what was said about it",
  tag,
  params: oneTouchpoint,
  response: Touchpoint,
});
export const logTouchpoint = endpoint({
  method: "POST",
  path: "/touchpoints",
  summary: "Log what we did for a registration, an opportunity or a customer of ours",
  tag,
  body: z.object({
    kind: z.enum(loggedKinds),
    dealId: idJson("deal").optional().describe("One of the three says what it was for"),
    opportunityId: idJson("opp").optional(),
    accountId: idJson("acc").optional(),
    occurredOn: DayJson.describe("Not in the future"),
    withWhom: text(300, "Say with whom."),
    purpose: text(1000, "Say what for."),
    link: z
      .url({ protocol: /^https?$/, error: "Write an address that begins with https://." })
      .max(1000)
      .optional()
      .describe("Evidence that lies elsewhere"),
  }),
  response: Touchpoint,
  status: 201,
});
export const withdrawTouchpoint = endpoint({
  method: "POST",
  path: "/touchpoints/{touchpointId}/withdrawal",
  summary: "Take it back while it is not confirmed",
  tag,
  params: oneTouchpoint,
  response: Touchpoint,
});
export const askTouchpointAgain = endpoint({
  method: "POST",
  path: "/touchpoints/{touchpointId}/appeal",
  summary: "Ask again after it was contested, once, with a remark",
  tag,
  params: oneTouchpoint,
  body: z.object({ remark: text(1000, "Say what the vendor should know.") }),
  response: Touchpoint,
});
export const confirmTouchpoint = endpoint({
  method: "POST",
  path: "/touchpoints/{touchpointId}/confirmation",
  summary: "Confirm it: it stands from now on and counts for credit",
  tag,
  params: oneTouchpoint,
  body: z.object({
    opportunityId: idJson("opp")
      .optional()
      .describe("The one sale it counts for; unless told, what it names leads there"),
  }),
  response: Touchpoint,
});
export const confirmTouchpoints = endpoint({
  method: "POST",
  path: "/touchpoint-confirmations",
  summary: "Confirm several at once: all of them or none",
  tag,
  body: z.object({ touchpointIds: z.array(idJson("tch")).min(1).max(maxConfirmed) }),
  response: z.object({ confirmed: z.int() }),
});
export const contestTouchpoint = endpoint({
  method: "POST",
  path: "/touchpoints/{touchpointId}/contest",
  summary: "Contest it, with a reason that the partner reads",
  tag,
  params: oneTouchpoint,
  body: z.object({ reason: text(1000, "Give a reason.") }),
  response: Touchpoint,
});
export const addTouchpointFile = endpoint({
  method: "POST",
  path: "/touchpoints/{touchpointId}/files",
  summary: "Add evidence: a protocol, a picture, the document itself",
  tag,
  params: oneTouchpoint,
  response: Touchpoint,
  status: 201,
  upload: "multipart",
  maxUploadBytes: maxFileBytes,
});
export const linkTouchpointFile = endpoint({
  method: "GET",
  path: "/touchpoints/{touchpointId}/files/{fileId}",
  summary:
    "Where evidence is fetched: an address that is the caller's own for a minute, needs no cookie and no key, and answers an attachment",
  tag,
  params: oneFile,
  response: z.object({ url: z.string().describe("Path on this installation"), validUntil: InstantJson }),
});
export const removeTouchpointFile = endpoint({
  method: "DELETE",
  path: "/touchpoints/{touchpointId}/files/{fileId}",
  summary: "Take evidence away again, while it is not confirmed",
  tag,
  params: oneFile,
  response: Touchpoint,
});
