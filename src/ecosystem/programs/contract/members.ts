import { z } from "zod";
import { endpoint } from "#platform/http/endpoint.ts";
import { DayJson, InstantJson, idJson, ListQuery, pageOf } from "#platform/http/wire.ts";
import { LevelName } from "../../ladders/contract.ts";
import { PartnerType } from "../../partner-types/contract.ts";
import { ProgramDocument, Track } from "../document.ts";
import { ProgramYear, programParams, Reason, tag } from "./programs.ts";

/* Who is in a program, on which track, by what; and who has acknowledged the year. */

const Named = z.object({ id: idJson("par"), name: z.string() });
const how = z.enum(["criteria", "included"]).describe("By the criteria, or because somebody said so");

export const ProgramMember = z
  .object({
    partner: Named,
    types: z.array(PartnerType).describe("What the partner is today"),
    track: z.object({ key: z.string(), label: z.string() }),
    level: LevelName.nullable().describe("In force today; none where the program has no ladder"),
    how,
  })
  .meta({ id: "ProgramMember" });
export type ProgramMember = z.infer<typeof ProgramMember>;

export const Enrolment = z
  .object({
    id: idJson("enr"),
    partner: Named,
    kind: z.enum(["included", "excluded"]),
    reason: z.string(),
    effectiveFrom: DayJson,
    effectiveUntil: DayJson.nullable().describe("The first day on which it does not hold any more"),
    decidedBy: z.string().nullable(),
    decidedAt: InstantJson,
    ended: z.object({ by: z.string().nullable(), at: InstantJson, reason: z.string() }).nullable(),
  })
  .meta({ id: "ProgramEnrolment" });
export type Enrolment = z.infer<typeof Enrolment>;

export const Acknowledgement = z
  .object({
    partner: Named,
    acknowledged: z.object({ by: z.string().nullable(), at: InstantJson, version: z.int() }).nullable(),
    remindedAt: InstantJson.nullable().describe("When it was last asked to"),
  })
  .meta({ id: "ProgramAcknowledgement" });
export type Acknowledgement = z.infer<typeof Acknowledgement>;

export const PartnerProgram = z
  .object({
    program: z.object({ id: idJson("prg"), name: z.string() }),
    version: z.int(),
    effectiveFrom: DayJson,
    document: ProgramDocument.omit({ criteria: true, tracks: true }),
    track: Track,
    how,
    next: z
      .object({ version: z.int(), effectiveFrom: DayJson })
      .nullable()
      .describe("A version that is published and holds from a day to come"),
    year: ProgramYear,
    acknowledged: z.object({ by: z.string().nullable(), at: InstantJson }).nullable(),
    canAcknowledge: z.boolean().describe("Whether this year waits for the reader to acknowledge it"),
  })
  .meta({ id: "PartnerProgram" });
export type PartnerProgram = z.infer<typeof PartnerProgram>;

export const LeftProgram = z
  .object({
    program: z.object({ id: idJson("prg"), name: z.string(), label: z.string() }),
    since: DayJson,
    until: DayJson.nullable().describe("The first day on which it does not hold any more"),
    reason: z.string(),
  })
  .meta({ id: "LeftProgram" });
export type LeftProgram = z.infer<typeof LeftProgram>;

const partnerParams = z.object({ partnerId: idJson("par") });

export const listProgramMembers = endpoint({
  method: "GET",
  path: "/programs/{programId}/members",
  summary: "The partners that are in a program today, with their track and why",
  tag,
  params: programParams,
  query: ListQuery.extend({
    track: z.string().max(40).optional(),
    how: how.optional(),
    type: PartnerType.optional(),
    search: z.string().max(200).optional().describe("Part of a partner's name"),
  }),
  response: pageOf(ProgramMember),
});
export const listEnrolments = endpoint({
  method: "GET",
  path: "/programs/{programId}/enrolments",
  summary: "Who is in a program or not by decision, whatever its criteria say",
  tag,
  params: programParams,
  query: ListQuery,
  response: pageOf(Enrolment),
});
export const enrolPartner = endpoint({
  method: "POST",
  path: "/programs/{programId}/enrolments",
  summary: "Take a partner into a program or leave it out, from a day on",
  tag,
  params: programParams,
  body: z.object({
    partnerId: idJson("par"),
    kind: z.enum(["included", "excluded"]),
    reason: Reason,
    effectiveFrom: DayJson,
    effectiveUntil: DayJson.optional(),
  }),
  response: Enrolment,
  status: 201,
});
export const endEnrolment = endpoint({
  method: "POST",
  path: "/programs/{programId}/enrolments/{enrolmentId}/end",
  summary: "End such a decision: from a day on the criteria hold again",
  tag,
  params: programParams.extend({ enrolmentId: idJson("enr") }),
  body: z.object({ reason: Reason, effectiveUntil: DayJson.optional().describe("Today unless told") }),
  response: Enrolment,
  status: 201,
});
export const listAcknowledgements = endpoint({
  method: "GET",
  path: "/programs/{programId}/acknowledgements",
  summary: "Which members have acknowledged the program year that runs, and which have not",
  tag,
  params: programParams,
  query: ListQuery.extend({ state: z.enum(["missing", "given"]).optional() }),
  response: pageOf(Acknowledgement),
});
export const remindToAcknowledge = endpoint({
  method: "POST",
  path: "/programs/{programId}/acknowledgement-reminders",
  summary: "Ask the members that have not acknowledged this year to do so, each at most once a day",
  tag,
  params: programParams,
  response: z.object({ reminded: z.int() }),
  status: 201,
});
export const listPartnerPrograms = endpoint({
  method: "GET",
  path: "/partners/{partnerId}/programs",
  summary: "The programs that a partner is in today: its track, the levels, what they ask and give",
  tag,
  params: partnerParams,
  response: z.object({
    items: z.array(PartnerProgram),
    left: z.array(LeftProgram).describe("Those that it is left out of by name, with why"),
  }),
});
export const acknowledgeProgram = endpoint({
  method: "POST",
  path: "/partners/{partnerId}/programs/{programId}/acknowledgement",
  summary: "Acknowledge the program year that runs, for one's company",
  tag,
  params: partnerParams.extend({ programId: idJson("prg") }),
  response: PartnerProgram,
  status: 201,
});
