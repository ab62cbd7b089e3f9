import { z } from "zod";
import { Ladder } from "#ecosystem/ladders/contract.ts";
import { createProgram } from "#ecosystem/programs/contract.ts";
import { eventType } from "#platform/events/event.ts";
import { endpoint } from "#platform/http/endpoint.ts";
import { DayJson, InstantJson, idJson, ListQuery, pageOf } from "#platform/http/wire.ts";
import { PlanName, PlanRules } from "./contract.ts";

/* The plan routes. The language of the rules themselves is in contract.ts. */

const tag = "Plans";
const planParams = z.object({ planId: idJson("pln") });

const Program = z.object({ id: idJson("prg"), name: z.string(), ladder: Ladder });

/** One plain sentence as a code with its values; the reader's language is put to it where it is shown. */
export const SentenceJson = z.object({
  code: z.string(),
  params: z.record(z.string(), z.unknown()),
  from: z.string().optional().describe("For a step: the exact value that it starts from"),
});
export type SentenceJson = z.infer<typeof SentenceJson>;

/** Why an amount, in order; `verified` says that recomputing gives the same bytes. */
export const Explanation = z.object({
  sentences: z.array(SentenceJson),
  digest: z.string(),
  verified: z.boolean(),
});
export type Explanation = z.infer<typeof Explanation>;

export const PlanVersionJson = z
  .object({
    id: idJson("plv"),
    version: z.int(),
    effectiveFrom: DayJson,
    publishedAt: InstantJson,
    publishedBy: z.string().nullable(),
    rules: PlanRules,
    program: Program.nullable().describe(
      "The program whose ladder gives the tiers that the rules name, as in force on the first day",
    ),
  })
  .meta({ id: "PlanVersion" });
export type PlanVersionJson = z.infer<typeof PlanVersionJson>;

export const PlanDraftJson = z
  .object({
    rules: PlanRules,
    effectiveFrom: DayJson,
    editedBy: z.string().nullable(),
    editedAt: InstantJson,
    version: z.int(),
    ladders: z.array(Ladder),
  })
  .meta({ id: "PlanDraft" });
export type PlanDraftJson = z.infer<typeof PlanDraftJson>;

export const PlanSummary = z
  .object({
    id: idJson("pln"),
    name: z.string(),
    currency: z.string().nullable(),
    latestVersion: z.int().nullable(),
    effectiveFrom: DayJson.nullable(),
    components: z.array(z.object({ key: z.string(), label: z.string() })),
    hasDraft: z.boolean(),
  })
  .meta({ id: "PlanSummary" });
export type PlanSummary = z.infer<typeof PlanSummary>;

export const PlanRecord = z
  .object({
    id: idJson("pln"),
    name: z.string(),
    versions: z.array(PlanVersionJson).describe("The newest first"),
    draft: PlanDraftJson.nullable().describe("Vendor's side only"),
    can: z.object({ draft: z.boolean(), publish: z.boolean(), run: z.boolean() }),
  })
  .meta({ id: "Plan" });
export type PlanRecord = z.infer<typeof PlanRecord>;

const draftBody = z.object({
  rules: z.unknown().describe("A plan document, `hanse-plan/1`"),
  effectiveFrom: DayJson.describe("Wins that close on this day or later are governed by it"),
});

export const listPlans = endpoint({
  method: "GET",
  path: "/plans",
  summary: "Incentive plans",
  tag,
  query: ListQuery,
  response: pageOf(PlanSummary),
});
export const getPlan = endpoint({
  method: "GET",
  path: "/plans/{planId}",
  summary: "A plan with its versions",
  tag,
  params: planParams,
  response: PlanRecord,
});
export const createPlan = endpoint({
  method: "POST",
  path: "/plans",
  summary: "Begin a plan as a draft",
  tag,
  body: draftBody.extend({
    name: PlanName,
    ladders: z
      .array(createProgram.body)
      .max(12)
      .optional()
      .describe("Ladders that the rules read and that are not there yet: each begins a program"),
  }),
  response: PlanRecord,
  status: 201,
});
export const writeDraft = endpoint({
  method: "PUT",
  path: "/plans/{planId}/draft",
  summary: "Write the next version as a draft",
  tag,
  params: planParams,
  body: draftBody,
  response: PlanRecord,
});
export const discardDraft = endpoint({
  method: "DELETE",
  path: "/plans/{planId}/draft",
  summary: "Give a draft up",
  tag,
  params: planParams,
  response: PlanRecord,
});
export const publishPlan = endpoint({
  method: "POST",
  path: "/plans/{planId}/versions",
  summary: "Publish the draft as the next version; it never changes again",
  tag,
  params: planParams,
  response: PlanRecord,
  status: 201,
});

export const events = {
  planDrafted: eventType("plan.drafted", { reach: null, payload: z.object({ name: z.string() }) }),
  planPublished: eventType("plan.published", {
    reach: null,
    payload: z.object({ name: z.string(), version: z.int(), effectiveFrom: z.string() }),
  }),
};
