import { z } from "zod";
import { endpoint } from "#platform/http/endpoint.ts";
import { DayJson, InstantJson, idJson } from "#platform/http/wire.ts";
import { LadderChange } from "../../ladders/contract.ts";
import { TermsChange } from "../changes.ts";
import { ProgramDocument } from "../document.ts";
import { templateKeys } from "../templates/templates.ts";
import { ProgramName, ProgramRecord, ProgramVersion, programParams, tag } from "./programs.ts";

/* Writing the next version of a program, comparing it, publishing it. */

const FieldErrorJson = z.object({ pointer: z.string(), message: z.string() });

export const ProgramChangesJson = z
  .object({ ladder: z.array(LadderChange), terms: z.array(TermsChange) })
  .meta({ id: "ProgramChanges" });

export const ProgramDraft = z
  .object({
    document: z.record(z.string(), z.unknown()).describe("As it was written; it may still be wrong"),
    effectiveFrom: DayJson,
    begunWith: z.string().nullable().describe("The template or program that it was begun with"),
    editedBy: z.string().nullable(),
    editedAt: InstantJson,
    version: z.int().describe("What `If-Match` takes"),
    errors: z
      .array(FieldErrorJson)
      .describe("What has to change before it can be published, by place in the document"),
    changes: ProgramChangesJson.nullable().describe(
      "Against the version published last; none where there is none yet",
    ),
    earliest: DayJson.nullable().describe("From when on it may hold, where it takes something away"),
    names: z
      .object({
        facts: z.array(
          z.object({
            key: z.string(),
            label: z.string(),
            unit: z.enum(["money", "number"]),
            counts: z.enum(["sum", "latest"]),
            lastOn: DayJson.nullable().describe(
              "The latest day on which one counts; none while nothing is recorded",
            ),
          }),
        ),
        regions: z.array(z.object({ key: z.string(), name: z.string() })),
        specializations: z.array(z.object({ key: z.string(), label: z.string() })),
      })
      .describe("What the document may name"),
  })
  .meta({ id: "ProgramDraft" });
export type ProgramDraft = z.infer<typeof ProgramDraft>;

const draftBody = z.object({
  document: z.record(z.string(), z.unknown()).describe("A program, `hanse-program/1`"),
  effectiveFrom: DayJson.describe("The first day that is to go by it"),
});

export const beginProgram = endpoint({
  method: "POST",
  path: "/program-drafts",
  summary: "Begin a program as a draft: from a template, as a copy of another, or empty",
  tag,
  body: z.object({
    name: ProgramName,
    template: z.enum(templateKeys).optional(),
    cloneOf: idJson("prg")
      .optional()
      .describe("The program to copy, as published last or, before that, as drafted"),
  }),
  response: ProgramRecord,
  status: 201,
});
export const getProgramDraft = endpoint({
  method: "GET",
  path: "/programs/{programId}/draft",
  summary: "The next version as it is being written",
  tag,
  params: programParams,
  response: ProgramDraft,
});
export const beginProgramDraft = endpoint({
  method: "POST",
  path: "/programs/{programId}/draft",
  summary:
    "Begin the next version with the one published last; where there is a draft it is answered as it is",
  tag,
  params: programParams,
  response: ProgramDraft,
  status: 201,
});
export const writeProgramDraft = endpoint({
  method: "PUT",
  path: "/programs/{programId}/draft",
  summary: "Write the next version; what is wrong in it is kept and answered",
  tag,
  params: programParams,
  body: draftBody,
  response: ProgramDraft,
  ifMatch: true,
});
export const discardProgramDraft = endpoint({
  method: "DELETE",
  path: "/programs/{programId}/draft",
  summary: "Give a draft up; a program that was never published goes with it",
  tag,
  params: programParams,
});
export const publishProgram = endpoint({
  method: "POST",
  path: "/programs/{programId}/publication",
  summary: "Publish the draft as the next version; it never changes again",
  tag,
  params: programParams,
  response: z.object({
    version: ProgramVersion,
    takesAway: ProgramChangesJson.describe("What somebody may have less of by it"),
  }),
  status: 201,
  ifMatch: true,
});
export const compareProgramVersions = endpoint({
  method: "GET",
  path: "/programs/{programId}/comparison",
  summary: "What changes from one version of a program to another",
  tag,
  params: programParams,
  query: z.object({
    before: z.coerce.number().int().min(1).max(100_000),
    after: z.coerce.number().int().min(1).max(100_000),
  }),
  response: ProgramChangesJson,
});
export const listProgramTemplates = endpoint({
  method: "GET",
  path: "/program-templates",
  summary: "Programs to begin with, in the vendor's currency",
  tag,
  response: z.object({ items: z.array(z.object({ key: z.enum(templateKeys), document: ProgramDocument })) }),
});
