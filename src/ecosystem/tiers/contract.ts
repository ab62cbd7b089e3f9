import { z } from "zod";
import { endpoint } from "#platform/http/endpoint.ts";
import { DayJson, idJson, MoneyJson } from "#platform/http/wire.ts";
import { LevelName } from "../programs/contract.ts";

const tag = "Tiers";
const Quarter = z.string().regex(/^\d{4}-Q[1-4]$/);
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

export const getPartnerTier = endpoint({
  method: "GET",
  path: "/partners/{partnerId}/tier",
  summary: "A partner's tier of this quarter, how it came, and how far it is to the next",
  tag,
  params: z.object({ partnerId: idJson("par") }),
  query: z.object({ programId: idJson("prg").optional().describe("The oldest program unless told") }),
  response: PartnerTier,
});
