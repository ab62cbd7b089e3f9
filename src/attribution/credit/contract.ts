import { z } from "zod";
import { endpoint } from "#platform/http/endpoint.ts";
import { DayJson, idJson, MoneyJson } from "#platform/http/wire.ts";
import { kinds, states } from "#sell/touchpoints/contract.ts";
import { exclusions } from "./credit.ts";
import { modelKeys } from "./models.ts";

export type { Exclusion } from "./credit.ts";
export type { ModelKey } from "./models.ts";

/** Days before a win in which a touch counts, unless somebody asks otherwise. */
export const standardLookBackDays = 90;

const Partner = z.object({ id: idJson("par"), name: z.string() });
const Share = z
  .string()
  .regex(/^[01]\.\d{4}$/)
  .describe("Of one: `0.2500` is a quarter");

export const CreditTouch = z
  .object({
    id: idJson("tch"),
    kind: z.enum(kinds),
    state: z.enum(states),
    partner: Partner,
    occurredOn: DayJson,
    withWhom: z.string().nullable(),
    purpose: z.string().nullable(),
    excluded: z.enum(exclusions).nullable().describe("Why it has no part; null where it counts"),
  })
  .meta({ id: "CreditTouch" });
export type CreditTouch = z.infer<typeof CreditTouch>;

export const ModelCredit = z
  .object({
    model: z.enum(modelKeys),
    version: z.string().describe("Of the model's rule"),
    shares: z
      .array(z.object({ partner: Partner, share: Share, amount: MoneyJson }))
      .describe("Who has most first; together exactly one and exactly the amount, or none"),
    receipt: z
      .object({
        weights: z
          .array(z.object({ touchpointId: idJson("tch"), weight: z.int() }))
          .describe("In the order of time"),
        total: z.int(),
      })
      .describe("Why: a partner's share is the weight of its touches of what all weigh"),
  })
  .meta({ id: "ModelCredit" });
export type ModelCredit = z.infer<typeof ModelCredit>;

export const readCredit = endpoint({
  method: "GET",
  path: "/opportunities/{opportunityId}/credit",
  summary: "Who helped to win it, by all models side by side: insight credit, which moves no money",
  tag: "Attribution",
  params: z.object({ opportunityId: idJson("opp") }),
  query: z.object({
    lookBackDays: z.coerce
      .number()
      .int()
      .min(1)
      .max(730)
      .optional()
      .describe(`Days before the win in which a touch counts; ${standardLookBackDays} unless told`),
  }),
  response: z.object({
    source: Partner.nullable().describe("Who holds its registration, or else owns it"),
    win: z
      .object({ closedOn: DayJson, amount: MoneyJson.describe("Less what was taken back") })
      .nullable()
      .describe("Null while it is not won: then no model says anything"),
    lookBackDays: z.int(),
    touches: z.array(CreditTouch).describe("In the order of time; withdrawn ones are left out"),
    models: z.array(ModelCredit),
  }),
});
