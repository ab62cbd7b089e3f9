import { z } from "zod";
import { endpoint } from "#platform/http/endpoint.ts";
import { DayJson, InstantJson, idJson, ListQuery, pageOf } from "#platform/http/wire.ts";
import { anyIdPattern } from "./prefixes.ts";

export type { RecordKind } from "./prefixes.ts";

const AnyId = z.string().regex(anyIdPattern, "This is not an id.");

export const StreamEvent = z
  .object({
    id: idJson("evt"),
    type: z.string().describe("What happened, such as opportunity.won"),
    version: z.int().describe("Of the payload's shape"),
    subject: z.object({ kind: z.string(), id: AnyId }),
    partner: z.object({ id: idJson("par"), name: z.string() }).nullable(),
    account: z
      .object({ id: idJson("acc"), name: z.string() })
      .nullable()
      .describe("The end customer, where the reader may see it"),
    actor: z.object({
      id: idJson("mem").nullable().describe("Who acted; none for Hanse itself and on the partner's side"),
      name: z.string(),
      onBehalfOf: z
        .object({ id: idJson("par"), name: z.string() })
        .nullable()
        .describe("The partner in whose place"),
    }),
    payload: z.record(z.string(), z.unknown()),
    occurredAt: InstantJson.describe("When it happened"),
    recordedAt: InstantJson.describe("When it was written down"),
  })
  .meta({ id: "Event" });
export type StreamEvent = z.infer<typeof StreamEvent>;

export const listEvents = endpoint({
  method: "GET",
  path: "/events",
  summary: "What happened, the newest first",
  tag: "Events",
  query: ListQuery.extend({
    subjectId: AnyId.optional().describe("What it happened to: the id of any record"),
    partnerId: idJson("par").optional(),
    accountId: idJson("acc").optional(),
    type: z.string().max(100).optional().describe("Exactly this type, or all of a noun, such as opportunity"),
    from: DayJson.optional().describe("The first day, in the vendor's zone"),
    until: DayJson.optional().describe("The day after the last"),
  }),
  response: pageOf(StreamEvent),
});
