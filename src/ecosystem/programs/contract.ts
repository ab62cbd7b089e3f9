import { z } from "zod";
import { eventType } from "#platform/events/event.ts";
import { endpoint } from "#platform/http/endpoint.ts";
import { DayJson, InstantJson, idJson, ListQuery, MoneyJson, pageOf } from "#platform/http/wire.ts";
import { Ladder, LevelName } from "./ladder.ts";

export { CurrencyCode, Label, Ladder, type LadderVersion, LevelName, Slug } from "./ladder.ts";
export { type Bound, boundsOf, levelAt, readLadder, type Tier, tierWindow } from "./tier.ts";

const tag = "Programs";
const programParams = z.object({ programId: idJson("prg") });
const Quarter = z.string().regex(/^\d{4}-Q[1-4]$/);

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

const window = z
  .object({ from: DayJson, until: DayJson })
  .describe("From a day up to but not including a day");

export const PartnerTier = z
  .object({
    program: z.object({ id: idJson("prg"), name: z.string() }).nullable(),
    current: z
      .object({
        quarter: Quarter,
        level: LevelName,
        how: z
          .enum(["computed", "stood", "base"])
          .describe(
            "It follows from the basis; a posted run has used it, so it stands; there was nothing to count",
          ),
        basis: MoneyJson.describe("What was counted"),
        window,
        version: z.int().describe("The program version whose ladder it is by"),
      })
      .nullable()
      .describe("None where no ladder was in force on the quarter's first day"),
    forecast: z
      .object({
        quarter: Quarter,
        level: LevelName.describe("What the next quarter's review would give by what has counted so far"),
        basis: MoneyJson,
        window,
        next: z
          .object({ level: LevelName, from: MoneyJson, missing: MoneyJson })
          .nullable()
          .describe("The next level above it and what is missing to it; none on the highest"),
      })
      .nullable(),
  })
  .meta({ id: "PartnerTier" });
export type PartnerTier = z.infer<typeof PartnerTier>;

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
export const getPartnerTier = endpoint({
  method: "GET",
  path: "/partners/{partnerId}/tier",
  summary: "A partner's tier of this quarter, how it came, and how far it is to the next",
  tag,
  params: z.object({ partnerId: idJson("par") }),
  query: z.object({ programId: idJson("prg").optional().describe("The oldest program unless told") }),
  response: PartnerTier,
});

const versionPayload = z.object({ name: z.string(), version: z.int(), effectiveFrom: z.string() });
export const events = {
  programPublished: eventType("program.published", { reach: null, payload: versionPayload }),
};
