import { z } from "zod";
import { eventType } from "#platform/events/event.ts";
import { endpoint } from "#platform/http/endpoint.ts";
import { DayJson, InstantJson, idJson, ListQuery, pageOf } from "#platform/http/wire.ts";
import { ParameterValue } from "./value.ts";

const tag = "Program overrides";
const oneProgram = z.object({ programId: idJson("prg") });
const oneOverride = z.object({ overrideId: idJson("ovr") });

/** So many days before its end an override is listed as ending soon, and those who may renew it are told. */
export const endsSoonDays = 30;

export const overrideStates = [
  "proposed",
  "planned",
  "in-force",
  "over",
  "ended",
  "declined",
  "withdrawn",
] as const;
export const OverrideState = z
  .enum(overrideStates)
  .describe("planned: approved and not begun; over: its time has passed; ended: before its time");
export type OverrideState = z.infer<typeof OverrideState>;

const named = z.object({ key: z.string(), label: z.string() });

/** What can be said otherwise somewhere. The list is closed: it follows from the program's version. */
export const Parameter = z
  .object({
    key: z.string().describe("Such as protection-days or threshold:Gold:won"),
    about: z.discriminatedUnion("kind", [
      z.object({
        kind: z.literal("threshold"),
        level: z.string(),
        measure: named,
        operator: z.enum([">=", "<="]),
        currencies: z.array(z.string()).describe("In which the program says it; none: a plain number"),
      }),
      z.object({
        kind: z.literal("benefit"),
        level: z.string(),
        benefit: named,
        unit: z.enum(["percent", "count", "money", "text"]),
        currency: z.string().nullable(),
      }),
      z.object({ kind: z.literal("protection-days") }),
      z.object({ kind: z.literal("agreements"), track: named }),
      z.object({ kind: z.literal("content"), track: named }),
    ]),
    globalValue: ParameterValue.nullable().describe("What the program says to all; null: nothing"),
  })
  .meta({ id: "ProgramParameter" });
export type Parameter = z.infer<typeof Parameter>;

const place = z.object({
  kind: z.enum(["country", "region"]),
  key: z.string().describe("ISO 3166 country, or the key of a region"),
});

export const ProgramOverride = z
  .object({
    id: idJson("ovr"),
    program: z.object({ id: idJson("prg"), name: z.string() }),
    scope: place.extend({ label: z.string().describe("How it was called when it was proposed") }),
    parameter: z.string(),
    about: Parameter.shape.about
      .nullable()
      .describe("Null where the program's version says nothing of it any more"),
    globalValue: ParameterValue.nullable().describe("What the program says to all today"),
    value: ParameterValue,
    reason: z.string(),
    state: OverrideState,
    from: DayJson,
    until: DayJson.describe("The first day on which it does not hold any more"),
    endsSoon: z.boolean().describe("In force, and over within 30 days"),
    proposedBy: z.string(),
    proposedAt: InstantJson,
    decided: z
      .object({ by: z.string(), at: InstantJson, reason: z.string().nullable() })
      .nullable()
      .describe("Who approved or declined it, or took it back"),
    ended: z.object({ by: z.string(), at: InstantJson, on: DayJson, reason: z.string() }).nullable(),
    can: z.object({ approve: z.boolean(), decline: z.boolean(), withdraw: z.boolean(), end: z.boolean() }),
  })
  .meta({ id: "ProgramOverride" });
export type ProgramOverride = z.infer<typeof ProgramOverride>;

const reason = z.string().trim().min(1, "Give a reason.").max(1000, "Write at most 1,000 characters.");

export const listParameters = endpoint({
  method: "GET",
  path: "/programs/{programId}/parameters",
  summary: "What regions and countries may do otherwise, with what the program says to all",
  tag,
  params: oneProgram,
  query: ListQuery,
  response: pageOf(Parameter),
});
export const listOverrides = endpoint({
  method: "GET",
  path: "/program-overrides",
  summary: "What regions and countries do otherwise, of one program or of all: the latest end first",
  tag,
  query: ListQuery.extend({
    programId: idJson("prg").optional(),
    state: OverrideState.optional(),
    endsSoon: z.enum(["yes"]).optional(),
    scope: z.string().max(60).optional().describe("A country or the key of a region"),
  }),
  response: pageOf(ProgramOverride),
});
export const getOverride = endpoint({
  method: "GET",
  path: "/program-overrides/{overrideId}",
  summary: "One override, beside what the program says to all",
  tag,
  params: oneOverride,
  response: ProgramOverride,
});
export const PartnerOverride = z
  .object({
    program: z.object({ id: idJson("prg"), name: z.string() }),
    scope: place.extend({ label: z.string() }),
    about: Parameter.shape.about,
    globalValue: ParameterValue.nullable().describe("What the program says to all"),
    value: ParameterValue,
    reason: z.string(),
    until: DayJson.describe("The first day on which it does not hold any more"),
  })
  .meta({ id: "PartnerOverride" });
export type PartnerOverride = z.infer<typeof PartnerOverride>;

export const listPartnerOverrides = endpoint({
  method: "GET",
  path: "/partners/{partnerId}/program-overrides",
  summary:
    "What holds for a partner today otherwise than its programs say to all, because of where it contracts",
  tag,
  params: z.object({ partnerId: idJson("par") }),
  response: z.object({ items: z.array(PartnerOverride) }),
});
export const proposeOverride = endpoint({
  method: "POST",
  path: "/programs/{programId}/overrides",
  summary:
    "Propose that a region or country does something otherwise; an administrator's is approved with it",
  tag,
  params: oneProgram,
  body: z.object({
    scope: place,
    parameter: z.string().min(1).max(200),
    value: ParameterValue,
    reason: reason.describe("Partners to whom it applies read it"),
    from: DayJson,
    until: DayJson.describe("The first day on which it does not hold any more"),
  }),
  response: ProgramOverride,
  status: 201,
});
export const approveOverride = endpoint({
  method: "POST",
  path: "/program-overrides/{overrideId}/approval",
  summary: "Approve what was proposed: it holds from its first day",
  tag,
  params: oneOverride,
  response: ProgramOverride,
});
export const declineOverride = endpoint({
  method: "POST",
  path: "/program-overrides/{overrideId}/refusal",
  summary: "Decline what was proposed, with a reason",
  tag,
  params: oneOverride,
  body: z.object({ reason: reason.describe("Whoever proposed it reads it") }),
  response: ProgramOverride,
});
export const withdrawOverride = endpoint({
  method: "POST",
  path: "/program-overrides/{overrideId}/withdrawal",
  summary: "Take a proposal back that nobody has decided",
  tag,
  params: oneOverride,
  response: ProgramOverride,
});
export const endOverride = endpoint({
  method: "POST",
  path: "/program-overrides/{overrideId}/ending",
  summary: "End an override before its time, with a reason",
  tag,
  params: oneOverride,
  body: z.object({
    on: DayJson.describe("The first day on which it does not hold any more: today or later"),
    reason,
  }),
  response: ProgramOverride,
});

const told = z.object({ program: z.string(), scope: z.string(), parameter: z.string() });
const withReason = told.extend({ reason: z.string() });

/** All on the vendor's side: a partner is told what applies to it where it applies. */
export const events = {
  overrideProposed: eventType("program_override.proposed", { reach: null, payload: told }),
  overrideApproved: eventType("program_override.approved", { reach: null, payload: told }),
  overrideDeclined: eventType("program_override.declined", { reach: null, payload: withReason }),
  overrideWithdrawn: eventType("program_override.withdrawn", { reach: null, payload: told }),
  overrideEnded: eventType("program_override.ended", { reach: null, payload: withReason }),
  overrideEnding: eventType("program_override.ending", {
    reach: null,
    payload: told.extend({ until: z.string().describe("The first day on which it does not hold any more") }),
  }),
};
