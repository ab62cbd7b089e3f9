import { z } from "zod";
import { eventType } from "#platform/events/event.ts";
import { endpoint } from "#platform/http/endpoint.ts";
import { DayJson, InstantJson, idJson, ListQuery, pageOf } from "#platform/http/wire.ts";
import { Ladder } from "./ladder.ts";

export {
  type Benefit,
  type Counts,
  levelsOf,
  ProgramDocument,
  type Reference,
  type Track,
  type TrackTier,
} from "./document.ts";
export { Ladder, Slug } from "./ladder.ts";
export { readLadder } from "./tier.ts";

const tag = "Programs";
const programParams = z.object({ programId: idJson("prg") });

export const ProgramVersion = z
  .object({
    id: idJson("prv"),
    version: z.int(),
    effectiveFrom: DayJson.describe("Quarters that begin on this day or later go by it"),
    ladder: Ladder,
    publishedBy: z.string().nullable(),
    publishedAt: InstantJson,
  })
  .meta({ id: "ProgramVersion" });
export type ProgramVersion = z.infer<typeof ProgramVersion>;

export const Program = z
  .object({
    id: idJson("prg"),
    name: z.string(),
    current: ProgramVersion.nullable().describe("The version that this quarter goes by"),
    latest: ProgramVersion.nullable().describe("The version published last, by which a plan is checked"),
    versions: z.int().describe("How many there are"),
    createdAt: InstantJson,
  })
  .meta({ id: "Program" });
export type Program = z.infer<typeof Program>;

export const listPrograms = endpoint({
  method: "GET",
  path: "/programs",
  summary: "Programs with the ladder that this quarter goes by, the oldest first",
  tag,
  query: ListQuery,
  response: pageOf(Program),
});
export const listProgramVersions = endpoint({
  method: "GET",
  path: "/programs/{programId}/versions",
  summary: "All versions of a program, the newest first",
  tag,
  params: programParams,
  query: ListQuery,
  response: pageOf(ProgramVersion),
});
export const createProgram = endpoint({
  method: "POST",
  path: "/programs",
  summary: "Begin a program with the first version of its ladder",
  tag,
  body: z.object({
    name: z.string().trim().min(1, "Name the program.").max(200),
    ladder: Ladder,
    effectiveFrom: DayJson,
  }),
  response: Program,
  status: 201,
});
export const publishProgramVersion = endpoint({
  method: "POST",
  path: "/programs/{programId}/versions",
  summary: "Publish another version of a program's ladder; the versions before stay as they are",
  tag,
  params: programParams,
  body: z.object({ ladder: Ladder, effectiveFrom: DayJson }),
  response: ProgramVersion,
  status: 201,
});
const versionPayload = z.object({ name: z.string(), version: z.int(), effectiveFrom: z.string() });
export const events = {
  programPublished: eventType("program.published", { reach: null, payload: versionPayload }),
};
