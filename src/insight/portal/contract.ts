import { z } from "zod";
import { EdgeKind } from "#ecosystem/partners/contract.ts";
import { endpoint } from "#platform/http/endpoint.ts";
import { DayJson, idJson, MoneyJson } from "#platform/http/wire.ts";
import { DealsToClose, Wait } from "../work/contract.ts";

export const PartnerSales = z
  .object({
    partner: z.object({ id: idJson("par"), name: z.string() }),
    open: z.int(),
    openValue: MoneyJson,
    now: MoneyJson.describe("Won in this quarter so far, less what was taken back"),
    deals: z.int().describe("Won in this quarter so far"),
    last: MoneyJson.describe("Won in the last quarter"),
  })
  .meta({ id: "PartnerSales" });
export type PartnerSales = z.infer<typeof PartnerSales>;

export const readPortal = endpoint({
  method: "GET",
  path: "/portal",
  summary:
    "How our deals stand, and those of the partners below us: what to do next, what was won this quarter",
  tag: "Insight",
  response: z.object({
    today: DayJson.describe("In the vendor's calendar"),
    quarter: z.object({ from: DayJson, until: DayJson }),
    above: z
      .array(z.object({ name: z.string(), kind: EdgeKind }))
      .describe("Who stands directly above us today, such as our master agent; by name alone"),
    waits: z.array(Wait).describe("What waits for me in our own company, what waits longest first"),
    own: PartnerSales,
    all: PartnerSales.omit({ partner: true }).describe("Ours and those of all partners whose deals we see"),
    below: z.array(PartnerSales).describe("The partners whose deals we see, who won most this quarter first"),
    deals: DealsToClose.describe("Ours and theirs together"),
    influenced: z
      .object({ touchpoints: z.int(), customers: z.int() })
      .describe(
        "Our touchpoints of this quarter that are confirmed on customers as such, and how many customers: what was sold to them is not ours to know",
      ),
  }),
});
