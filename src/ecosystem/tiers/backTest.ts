import { z } from "zod";
import { endpoint } from "#platform/http/endpoint.ts";
import { DayJson, idJson } from "#platform/http/wire.ts";
import { Ladder, LevelName } from "../ladders/contract.ts";
import { Near } from "./standing.ts";

const counted = z.object({ level: LevelName, live: z.int(), draft: z.int() });

export const BackTestResult = z
  .object({
    from: DayJson,
    until: DayJson,
    overridesAssumed: z
      .int()
      .describe("Regional overrides that begin today or later, tried with the draft as if they had held"),
    unmeasured: z
      .array(z.object({ key: z.string(), label: z.string() }))
      .describe("The draft's measures of which nothing is recorded of anybody over the days that counted"),
    reviews: z
      .array(z.object({ on: DayJson, inForceFrom: DayJson, levels: z.array(counted) }))
      .describe("How many partners have each level, as it is and by the draft"),
    levels: z.array(counted).describe("On the last day"),
    moves: z
      .array(
        z.object({
          partner: z.object({ id: idJson("par"), name: z.string() }),
          on: DayJson.describe("The first day on which the two differ"),
          live: LevelName.nullable(),
          draft: LevelName.nullable(),
          direction: z.enum(["up", "down"]),
        }),
      )
      .describe("Who would have another level on the last day, at most 500"),
    moved: z.object({ up: z.int(), down: z.int() }),
    benefits: z
      .array(
        z.object({
          key: z.string(),
          label: z.string(),
          unit: z.enum(["percent", "count", "money", "text", "none"]),
          currency: z.string().nullable(),
          levels: z.array(
            z.object({
              level: LevelName,
              value: z.string().nullable(),
              valueNow: z.string().nullable(),
              partners: z.int(),
              partnersNow: z.int(),
            }),
          ),
          total: z
            .object({ live: z.string(), draft: z.string() })
            .nullable()
            .describe("Of counts and amounts: what all partners have together, a period"),
          holders: z.object({ live: z.int(), draft: z.int() }).describe("How many partners have it at all"),
        }),
      )
      .describe("What it would cost in benefits, by the draft's values and by those in force"),
    near: z
      .array(Near.extend({ partner: z.object({ id: idJson("par"), name: z.string() }) }))
      .describe("Who lies within a tenth of one of the draft's thresholds at its last review, at most 200"),
  })
  .meta({ id: "TierBackTest" });
export type BackTestResult = z.infer<typeof BackTestResult>;

export const backTest = endpoint({
  method: "POST",
  path: "/programs/{programId}/tier-back-tests",
  summary:
    "Replay a draft over the recorded history: who would have had which level, and what it would cost. Nothing changes",
  tag: "Tiers",
  params: z.object({ programId: idJson("prg") }),
  body: z.object({
    tried: z.discriminatedUnion("kind", [
      z.object({ kind: z.literal("draft") }).describe("The program's draft"),
      z.object({ kind: z.literal("version"), version: z.int().min(1) }),
      z
        .object({ kind: z.literal("ladder"), ladder: Ladder })
        .describe("The version in force with another ladder"),
    ]),
    from: DayJson.describe("From which day on it is as if the draft had been in force"),
    until: DayJson.optional().describe("Today unless told; up to and including"),
  }),
  response: BackTestResult,
});
