import { z } from "zod";
import { eventType } from "#platform/events/event.ts";
import { endpoint } from "#platform/http/endpoint.ts";
import { idJson, ListQuery, pageOf } from "#platform/http/wire.ts";
import {
  Count,
  Counts,
  DayOrderJson,
  DecimalMarkJson,
  Import,
  ImportKindJson,
  ImportProblem,
  ImportSummary,
  ImportValue,
  KindJson,
  StateJson,
} from "./shape.ts";

export * from "./shape.ts";

const tag = "Imports";
const params = z.object({ importId: idJson("imp") });

export const listImportKinds = endpoint({
  method: "GET",
  path: "/import-kinds",
  summary: "What can be imported, and the fields of each kind",
  tag,
  response: z.object({ items: z.array(ImportKindJson) }),
});
export const listImports = endpoint({
  method: "GET",
  path: "/imports",
  summary: "Imports, the newest first",
  tag,
  query: ListQuery.extend({ kind: KindJson.optional(), state: StateJson.optional() }),
  response: pageOf(ImportSummary),
});
export const upload = endpoint({
  method: "POST",
  path: "/imports",
  summary: "Upload a CSV file; nothing of it is taken over yet",
  tag,
  body: z.object({ kind: KindJson }),
  response: Import,
  status: 201,
  upload: "multipart",
});
export const getImport = endpoint({
  method: "GET",
  path: "/imports/{importId}",
  summary: "One import with its mapping, findings and progress",
  tag,
  params,
  response: Import,
});
export const mapImport = endpoint({
  method: "PUT",
  path: "/imports/{importId}/mapping",
  summary: "Say which column holds what; it is remembered for the next file",
  tag,
  params,
  body: z.object({
    columns: z.record(z.string().max(250), z.string().max(100).nullable()),
    values: z.record(z.string().max(100), z.record(z.string().max(10_000), z.string().max(400))).optional(),
    decimalMark: DecimalMarkJson.nullable().optional(),
    dayOrder: DayOrderJson.nullable().optional(),
    opening: z
      .object({ reason: z.string().trim().min(1, "Say why its open deals may earn.").max(1000) })
      .nullable()
      .optional(),
    options: z.record(z.string().max(100), z.string().max(400)).optional(),
  }),
  response: Import,
  ifMatch: true,
});
export const listValues = endpoint({
  method: "GET",
  path: "/imports/{importId}/values",
  summary: "What the cells of a field can mean",
  tag,
  params,
  query: z.object({
    field: z.string().max(100),
    search: z.string().max(200).optional(),
    limit: z.coerce.number().int().min(1).max(200).optional(),
  }),
  response: z.object({ items: z.array(ImportValue) }),
});
export const checkImport = endpoint({
  method: "POST",
  path: "/imports/{importId}/check",
  summary: "Read the whole file and find every problem, without taking anything over",
  tag,
  params,
  response: Import,
  status: 202,
});
export const listProblems = endpoint({
  method: "GET",
  path: "/imports/{importId}/problems",
  summary: "Rows that cannot be taken over as they are, each with its reason",
  tag,
  params,
  query: ListQuery.extend({
    severity: z.enum(["error", "warning"]).optional(),
    field: z.string().max(100).optional(),
    code: z.string().max(100).optional(),
  }),
  response: pageOf(ImportProblem),
});
export const runImport = endpoint({
  method: "POST",
  path: "/imports/{importId}/run",
  summary: "Take the rows over, all of them or none",
  tag,
  params,
  body: z.object({
    skipProblemRows: z.boolean().optional().describe("Confirms that rows with errors are left out"),
  }),
  response: Import,
  status: 202,
});
export const cancelImport = endpoint({
  method: "POST",
  path: "/imports/{importId}/cancellation",
  summary: "Stop a check or a run; nothing of it is kept",
  tag,
  params,
  response: Import,
  status: 202,
});
export const undoImport = endpoint({
  method: "POST",
  path: "/imports/{importId}/undo",
  summary: "Remove what the import created and nobody has changed or used since",
  tag,
  params,
  response: Import,
});
export const discardImport = endpoint({
  method: "DELETE",
  path: "/imports/{importId}",
  summary: "Let go of an import that never ran, and of its file",
  tag,
  params,
  response: z.object({ id: idJson("imp") }),
});

const about = { kind: KindJson, fileName: z.string() };
export const events = {
  importDone: eventType("import.done", {
    reach: null,
    payload: z.object({ ...about, number: z.int(), opening: z.boolean(), ...Counts.shape }),
  }),
  importUndone: eventType("import.undone", {
    reach: null,
    payload: z.object({ ...about, number: z.int(), removed: Count, kept: Count }),
  }),
  importDiscarded: eventType("import.discarded", {
    reach: null,
    payload: z.object({ ...about, number: z.int() }),
  }),
};
