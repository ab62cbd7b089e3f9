import { z } from "zod";
import { eventType } from "#platform/events/event.ts";
import { endpoint } from "#platform/http/endpoint.ts";
import { DayJson, InstantJson, idJson, ListQuery, pageOf } from "#platform/http/wire.ts";

export {
  assistedValue,
  builtInKinds,
  dealsWon,
  type FactKindSpec,
  isBetterLow,
  isYesNo,
  rangeError,
  registrationsApproved,
  wonValue,
} from "./kinds.ts";

const tag = "Facts";
const kindKey = z.string().min(1, "Say of which kind it is.").max(40);
const label = z.string().trim().min(1, "Say what is counted.").max(100);
const note = z.string().trim().min(1, "Say where the number is from.").max(1000);
const value = z
  .string()
  .trim()
  .min(1, "Write a number such as 4.5.")
  .max(24)
  .describe("Decimal string, never a float");

export const FactKind = z
  .object({
    key: z.string(),
    label: z.string(),
    unit: z.enum(["money", "number"]),
    counts: z
      .enum(["sum", "latest"])
      .describe("What facts of a period come to: their sum, or the one that was true last"),
    recordedBy: z.enum(["product", "people"]),
    own: z
      .object({ id: idJson("fkd"), retired: z.boolean(), version: z.int() })
      .nullable()
      .describe("Set for the vendor's own kinds"),
  })
  .meta({ id: "FactKind" });
export type FactKind = z.infer<typeof FactKind>;

export const Fact = z
  .object({
    id: idJson("fct"),
    partner: z.object({ id: idJson("par"), name: z.string() }),
    kind: z.object({ key: z.string(), label: z.string() }),
    counts: z.enum(["sum", "latest"]),
    value: z.string().describe("Decimal string; of a sum, what is added or, below zero, taken back"),
    currency: z.string().nullable().describe("Null: a plain number"),
    countsOn: DayJson.describe("The day in whose period it counts"),
    validUntil: DayJson.nullable().describe("The first day on which it holds no more"),
    country: z.string().nullable().describe("Where the end customer is, ISO 3166-1 alpha-2"),
    location: z.object({ id: idJson("loc"), name: z.string() }).nullable(),
    source: z.object({
      kind: z.enum(["entered", "file", "product"]),
      note: z.string().nullable().describe("Where the number is from"),
      enteredBy: z
        .string()
        .nullable()
        .describe("Null where the product recorded it, and on the partner's side"),
    }),
    corrects: idJson("fct").nullable(),
    correctedBy: idJson("fct").nullable(),
    recordedAt: InstantJson,
    can: z.object({ correct: z.boolean() }),
  })
  .meta({ id: "Fact" });
export type Fact = z.infer<typeof Fact>;

export const listFactKinds = endpoint({
  method: "GET",
  path: "/fact-kinds",
  summary: "What partners can be measured by",
  tag,
  response: z.object({ items: z.array(FactKind) }),
});
export const createFactKind = endpoint({
  method: "POST",
  path: "/fact-kinds",
  summary: "Add a kind of fact of the vendor's own",
  tag,
  body: z.object({
    label,
    unit: z.enum(["money", "number"]),
    counts: z.enum(["sum", "latest"]),
    key: z
      .string()
      .regex(/^x_[a-z][a-z0-9_]{0,37}$/, "Begin with x_ and go on with small letters, digits and _.")
      .optional()
      .describe("What ladders call it; made from the label unless told. It never changes"),
  }),
  response: FactKind,
  status: 201,
});
export const changeFactKind = endpoint({
  method: "PATCH",
  path: "/fact-kinds/{factKindId}",
  summary: "Rename a kind of fact of the vendor's own, or say that no more of it are entered",
  tag,
  params: z.object({ factKindId: idJson("fkd") }),
  body: z.object({ label: label.optional(), retired: z.boolean().optional() }),
  response: FactKind,
  ifMatch: true,
});

export const listFacts = endpoint({
  method: "GET",
  path: "/facts",
  summary: "Facts about partners, the latest day first",
  tag,
  query: ListQuery.extend({
    partnerId: idJson("par").optional(),
    kind: kindKey.optional(),
    from: DayJson.optional().describe("Those that count on this day or later"),
    until: DayJson.optional().describe("Those that count before this day"),
    through: DayJson.optional().describe("Those that count on this day or earlier"),
  }),
  response: pageOf(Fact),
});
export const enterFact = endpoint({
  method: "POST",
  path: "/facts",
  summary: "Enter a fact that the product does not see happen, with its source",
  tag,
  body: z.object({
    partnerId: idJson("par"),
    kind: kindKey,
    value,
    currency: z.string().length(3).nullable().optional().describe("For money"),
    countsOn: DayJson.optional().describe("Today unless told"),
    validUntil: DayJson.nullable().optional().describe("The first day on which it holds no more"),
    country: z.string().length(2).nullable().optional().describe("Where the end customer is"),
    locationId: idJson("loc").nullable().optional().describe("The partner's location that it is about"),
    note,
  }),
  response: Fact,
  status: 201,
});
export const correctFact = endpoint({
  method: "POST",
  path: "/facts/{factId}/correction",
  summary: "Correct a fact that somebody entered by a further one; both stay to be seen",
  tag,
  params: z.object({ factId: idJson("fct") }),
  body: z.object({
    value: value.nullable().describe("The right number; null: it was never so"),
    validUntil: DayJson.nullable().optional().describe("As it was unless told"),
    note,
  }),
  response: Fact,
  status: 201,
});

const said = { kind: z.string(), value: z.string(), currency: z.string().nullable(), countsOn: z.string() };
export const events = {
  factEntered: eventType("fact.entered", {
    reach: "money",
    payload: z.object({ ...said, note: z.string() }),
  }),
  factCorrected: eventType("fact.corrected", {
    reach: "money",
    payload: z.object({ ...said, was: z.string(), note: z.string() }),
  }),
  factKindCreated: eventType("fact_kind.created", {
    reach: null,
    payload: z.object({ key: z.string(), label: z.string(), unit: z.string(), counts: z.string() }),
  }),
  factKindChanged: eventType("fact_kind.changed", {
    reach: null,
    payload: z.object({ key: z.string(), label: z.string(), retired: z.boolean() }),
  }),
};
