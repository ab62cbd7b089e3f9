import { z } from "zod";
import { endpoint } from "#platform/http/endpoint.ts";
import { DayJson, idJson } from "#platform/http/wire.ts";
import { LevelName } from "../ladders/contract.ts";

/** One partner from which the next version takes something: it is left out, falls, keeps its level only for a time, or has less on it. */
const Touched = z.object({
  partner: z.object({ id: idJson("par"), name: z.string() }),
  how: z.enum(["left-out", "falls", "keeps", "has-less"]),
  level: LevelName.nullable().describe("As it is on the first day of the version"),
  wouldBe: LevelName.nullable().describe(
    "Of who falls its level at the first review by the version; of who keeps its own what it earns then",
  ),
  until: DayJson.nullable().describe("Of who keeps its level in grace: the day on which that ends"),
  benefits: z.array(z.string()).describe("Of who has less: the labels of the benefits"),
  from: DayJson,
});

export const touchedByVersion = endpoint({
  method: "GET",
  path: "/programs/{programId}/touched-partners",
  summary:
    "From whom the version published last takes something, by what counts so far; told are the first 200",
  tag: "Tiers",
  params: z.object({ programId: idJson("prg") }),
  response: z.object({ version: z.int().nullable(), partners: z.int(), items: z.array(Touched) }),
});
