import { z } from "zod";
import { InstantJson, idJson, MoneyJson } from "#platform/http/wire.ts";
import { states } from "./import.ts";

/* What an import looks like in JSON. */

export const importKinds = ["accounts", "partners", "products", "opportunities", "facts"] as const;
export const KindJson = z.enum(importKinds);
export const StateJson = z.enum(states);
export const Count = z.int().min(0);

export const ImportValue = z
  .object({
    value: z.string().describe("What the mapping says"),
    label: z.string().describe("What people call it"),
  })
  .meta({ id: "ImportValue" });

export const ImportField = z
  .object({
    key: z.string(),
    label: z.string(),
    type: z.enum(["text", "integer", "decimal", "money", "amounts", "day", "choice", "reference"]),
    required: z.boolean(),
    values: z.boolean().describe("True: its cells mean one of a list of known values"),
  })
  .meta({ id: "ImportField" });
export const ImportKindJson = z
  .object({ kind: KindJson, fields: z.array(ImportField) })
  .meta({ id: "ImportKind" });

export const ImportProblem = z
  .object({
    row: z.int().describe("As in the file, where the names of the columns are row 1"),
    field: z.string().nullable().describe("Key of the field; null: the row as a whole"),
    column: z.string().nullable().describe("The file's name of the column that fills the field"),
    severity: z
      .enum(["error", "warning"])
      .describe("A row with an error is left out; one with a warning is taken"),
    code: z.string(),
    message: z.string(),
    value: z.string().nullable().describe("What stands in the cell"),
  })
  .meta({ id: "ImportProblem" });
export type ImportProblem = z.infer<typeof ImportProblem>;

export const ImportFindings = z
  .object({
    rows: z.object({
      total: Count,
      good: Count.describe("Without an error"),
      withErrors: Count,
      withWarnings: Count,
      empty: Count.describe("Rows without any text; they count for nothing"),
      unlisted: Count.describe(
        "Rows with errors that are too many to be listed; they are part of withErrors",
      ),
    }),
    expected: z
      .object({ created: Count, updated: Count, unchanged: Count })
      .nullable()
      .describe("What a run would do with the good rows; null where trying it out would take too long"),
    byCode: z
      .array(
        z.object({
          field: z.string().nullable(),
          code: z.string(),
          severity: z.enum(["error", "warning"]),
          count: Count,
          example: ImportProblem,
        }),
      )
      .describe("Problems of the same kind together, the most frequent first"),
    problems: z.array(ImportProblem).describe("The first of them"),
    questions: z
      .array(
        z.object({
          about: z.enum(["decimal-mark", "day-order"]),
          field: z.string(),
          column: z.string(),
          example: z.string().describe("A cell that can be read in two ways"),
          contradicted: z.boolean().describe("Some cells of the column need the one reading, some the other"),
        }),
      )
      .describe("Answered by `decimalMark` or `dayOrder` in the mapping"),
    unknownValues: z.array(
      z.object({
        field: z.string(),
        column: z.string(),
        values: z.array(
          z.object({ value: z.string(), count: Count, firstRow: z.int(), suggestions: z.array(ImportValue) }),
        ),
        more: Count.describe("Further distinct values that are not listed"),
      }),
    ),
    translatedValues: z.array(
      z.object({
        field: z.string(),
        value: z.string(),
        target: z.string(),
        from: z.enum(["mapping", "memory"]),
      }),
    ),
  })
  .meta({ id: "ImportFindings" });
export type ImportFindings = z.infer<typeof ImportFindings>;

export const DecimalMarkJson = z.enum([".", ","]);
export const DayOrderJson = z.enum(["day-first", "month-first"]);

export const ImportMapping = z
  .object({
    columns: z
      .record(z.string(), z.string().nullable())
      .describe("Column's name to field key; null: left out"),
    values: z
      .record(z.string(), z.record(z.string(), z.string()))
      .describe("Per field, what a cell says to what it means"),
    decimalMark: DecimalMarkJson.nullable().describe("null: as the cells decide"),
    dayOrder: DayOrderJson.nullable().describe("Of days such as 01/02/2026; null: as the cells decide"),
    opening: z
      .object({ reason: z.string() })
      .nullable()
      .describe("Set: open deals of this import earn when they are won"),
    options: z.record(z.string(), z.string()),
  })
  .meta({ id: "ImportMapping" });

export const Counts = z.object({ created: Count, updated: Count, unchanged: Count, skipped: Count });

const Outcome = z.object({
  meaning: z.enum(["open", "won", "lost"]),
  count: Count,
  value: MoneyJson.describe("The sum of the values that are known"),
});
const Result = Counts.extend({
  outcomes: z.array(Outcome).optional().describe("Of opportunities: what those that it created come to"),
});

export const ImportSummary = z
  .object({
    id: idJson("imp"),
    number: z.int(),
    kind: KindJson,
    state: StateJson,
    fileName: z.string(),
    fileBytes: z.int(),
    opening: z.boolean(),
    progress: z.object({
      phase: z.enum(["waiting", "reading", "comparing", "trying", "writing"]).nullable(),
      rowsDone: Count,
      rowsTotal: Count.nullable(),
      share: z.number().min(0).max(1).nullable().describe("Of the work that is going on; null while none is"),
    }),
    result: Result.nullable(),
    failure: z.string().nullable(),
    startedBy: z.object({ id: idJson("mem"), name: z.string() }),
    createdAt: InstantJson,
    finishedAt: InstantJson.nullable(),
    version: z.int(),
  })
  .meta({ id: "ImportSummary" });
export type ImportSummary = z.infer<typeof ImportSummary>;

export const Import = ImportSummary.extend({
  file: z.object({
    encoding: z.enum(["utf-8", "utf-16le", "utf-16be", "windows-1252"]),
    encodingNote: z.string().nullable(),
    delimiter: z.enum(["comma", "semicolon", "tab"]),
  }),
  columns: z.array(
    z.object({
      name: z.string(),
      guess: z.object({
        field: z.string().nullable(),
        by: z.enum(["memory", "name", "similar-name", "content", "nothing"]),
        why: z.string(),
      }),
    }),
  ),
  sample: z.array(z.array(z.string())).describe("The first rows as they stand in the file"),
  sameFile: z
    .object({ id: idJson("imp"), number: z.int(), state: StateJson, createdAt: InstantJson })
    .nullable()
    .describe("The last import before this one of the very same file"),
  mapping: ImportMapping.nullable(),
  findings: ImportFindings.nullable(),
  undo: z
    .object({ removed: Count, kept: z.array(z.object({ label: z.string(), why: z.string() })) })
    .nullable(),
  acts: z
    .array(z.enum(["map", "check", "run", "cancel", "undo", "discard"]))
    .describe("What can be done with it now"),
}).meta({ id: "Import" });
export type Import = z.infer<typeof Import>;
