import { z } from "zod";
import { endpoint } from "#platform/http/endpoint.ts";
import { DayJson, InstantJson, idJson, ListQuery, pageOf } from "#platform/http/wire.ts";
import { Ladder } from "../../ladders/contract.ts";
import { ProgramDocument } from "../document.ts";

/* Programs and their versions: what is in force, what comes, what was. */

export const tag = "Programs";
export const programParams = z.object({ programId: idJson("prg") });
export const versionParams = programParams.extend({ version: z.coerce.number().int().min(1).max(100_000) });
export const Reason = z.string().trim().min(1, "Say why.").max(1000, "Write at most 1,000 characters.");
export const ProgramName = z
  .string()
  .trim()
  .min(1, "Name the program.")
  .max(80, "Write at most 80 characters.");

export const ProgramVersion = z
  .object({
    id: idJson("prv"),
    version: z.int(),
    effectiveFrom: DayJson.describe("The first day that goes by it; plans go by it from the next quarter on"),
    ladder: Ladder.nullable(),
    publishedBy: z.string().nullable(),
    publishedAt: InstantJson,
    withdrawn: z
      .object({ by: z.string().nullable(), at: InstantJson, reason: z.string() })
      .nullable()
      .describe("It was taken back before its first day, and never holds"),
  })
  .meta({ id: "ProgramVersion" });
export type ProgramVersion = z.infer<typeof ProgramVersion>;

export const ListedVersion = ProgramVersion.extend({
  follows: z.int().nullable().describe("The version before it"),
  takesAway: z
    .int()
    .nullable()
    .describe("On the vendor's side: in how many points somebody may have less than by the version before"),
}).meta({ id: "ListedProgramVersion" });
export type ListedVersion = z.infer<typeof ListedVersion>;

export const Program = z
  .object({
    id: idJson("prg"),
    name: z.string(),
    current: ProgramVersion.nullable().describe("The version that this quarter goes by"),
    latest: ProgramVersion.nullable().describe("The version published last, by which a plan is checked"),
    versions: z.int().describe("How many there are"),
    hasDraft: z.boolean().describe("On the vendor's side: whether the next version is being written"),
    createdAt: InstantJson,
  })
  .meta({ id: "Program" });
export type Program = z.infer<typeof Program>;

export const ProgramVersionRecord = ProgramVersion.extend({ document: ProgramDocument }).meta({
  id: "ProgramVersionRecord",
});
export type ProgramVersionRecord = z.infer<typeof ProgramVersionRecord>;

export const ProgramYear = z.object({
  year: z.int().describe("The calendar year in which it begins"),
  from: DayJson,
  until: DayJson,
});

export const ProgramRecord = z
  .object({
    id: idJson("prg"),
    name: z.string(),
    current: ProgramVersionRecord.nullable().describe("In force today"),
    next: ProgramVersionRecord.nullable().describe("Published, and in force from a day to come"),
    versions: z.int(),
    hasDraft: z.boolean(),
    members: z.int().describe("How many partners are in it today"),
    year: ProgramYear.describe("The program year that runs"),
    acknowledged: z.int().describe("How many of the members have acknowledged this year"),
    can: z.object({ manage: z.boolean(), enrol: z.boolean() }),
  })
  .meta({ id: "ProgramRecord" });
export type ProgramRecord = z.infer<typeof ProgramRecord>;

export const listPrograms = endpoint({
  method: "GET",
  path: "/programs",
  summary:
    "Programs with the ladder that this quarter goes by, the oldest first; a partner sees those it is in",
  tag,
  query: ListQuery,
  response: pageOf(Program),
});
export const getProgram = endpoint({
  method: "GET",
  path: "/programs/{programId}",
  summary: "A program with the version in force and the next one",
  tag,
  params: programParams,
  response: ProgramRecord,
});
export const listProgramVersions = endpoint({
  method: "GET",
  path: "/programs/{programId}/versions",
  summary: "All versions of a program, the newest first",
  tag,
  params: programParams,
  query: ListQuery,
  response: pageOf(ListedVersion),
});
export const getProgramVersion = endpoint({
  method: "GET",
  path: "/programs/{programId}/versions/{version}",
  summary: "A published version, whole",
  tag,
  params: versionParams,
  response: ProgramVersionRecord,
});
export const createProgram = endpoint({
  method: "POST",
  path: "/programs",
  summary: "Begin a program of a ladder alone, which everybody is in: its first version is published at once",
  tag,
  body: z.object({ name: ProgramName, ladder: Ladder, effectiveFrom: DayJson }),
  response: Program,
  status: 201,
});
export const publishProgramVersion = endpoint({
  method: "POST",
  path: "/programs/{programId}/versions",
  summary: "Publish the next version with another ladder and all else as it is",
  tag,
  params: programParams,
  body: z.object({ ladder: Ladder, effectiveFrom: DayJson }),
  response: ProgramVersion,
  status: 201,
});
export const withdrawProgramVersion = endpoint({
  method: "POST",
  path: "/programs/{programId}/versions/{version}/withdrawal",
  summary: "Take a version back before its first day; what was written is a draft again where there is none",
  tag,
  params: versionParams,
  body: z.object({ reason: Reason }),
  response: ProgramVersion,
  status: 201,
});
