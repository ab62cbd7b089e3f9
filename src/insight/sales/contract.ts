import { z } from "zod";
import { endpoint } from "#platform/http/endpoint.ts";
import { DayJson, idJson, ListQuery, MoneyJson, MonthJson, pageOf } from "#platform/http/wire.ts";

const tag = "Insight";

const Days = z.object({ from: DayJson, until: DayJson }).describe("From a day up to but not including a day");

/** By how much one amount is above another, as a share of it: `0.125` for an eighth more. Null where it was nothing. */
const Change = z
  .string()
  .regex(/^-?\d+\.\d{3}$/)
  .nullable();

export const wonByMonth = endpoint({
  method: "GET",
  path: "/won-by-month",
  summary:
    "What was won each month by the day of close, less what was taken back; a direct seller is told of their own deals",
  tag,
  response: z.object({
    months: z
      .array(
        z.object({
          period: MonthJson,
          won: MoneyJson,
          deals: z.int(),
          lastYear: MoneyJson.nullable().describe(
            "The same month of the year before; null before the first win",
          ),
        }),
      )
      .describe("Twelve, the last of them the current one"),
    latest: z
      .object({
        period: MonthJson,
        days: Days,
        won: MoneyJson,
        against: z
          .object({ kind: z.enum(["last-year", "month-before"]), period: MonthJson, won: MoneyJson })
          .nullable()
          .describe("The same month of the year before, or the month before where there is none"),
        change: Change,
      })
      .describe("The last month that is over"),
    quarter: z
      .object({
        days: Days,
        won: MoneyJson,
        deals: z.int(),
        before: MoneyJson,
        beforeDays: Days,
        change: Change,
      })
      .describe("This quarter so far, and as many days of the quarter before"),
  }),
});

export const PartnerTrend = z
  .object({
    partner: z.object({ id: idJson("par"), name: z.string() }),
    now: MoneyJson.describe("Won in this quarter so far"),
    deals: z.int().describe("Won in this quarter so far"),
    last: MoneyJson.describe("Won in the last quarter"),
    before: MoneyJson.describe("Won in the quarter before that"),
    change: Change.describe("Of the last quarter on the one before"),
  })
  .meta({ id: "PartnerTrend" });
export type PartnerTrend = z.infer<typeof PartnerTrend>;

export const partnerTrends = endpoint({
  method: "GET",
  path: "/partner-trends",
  summary: "Who wins most this quarter, and whose last quarter rose or fell most against the one before",
  tag,
  response: z.object({
    quarters: z.object({ now: Days, last: Days, before: Days }),
    top: z.array(PartnerTrend),
    up: z.array(PartnerTrend),
    down: z.array(PartnerTrend),
  }),
});

const Part = z.object({ deals: z.int(), won: MoneyJson });

export const partneredThisQuarter = endpoint({
  method: "GET",
  path: "/partnered-wins-summary",
  summary: "What partners brought this quarter so far, and what they helped to win: sourced and influenced",
  tag,
  response: z.object({
    days: Days,
    all: Part.describe("Everything that was won"),
    sourced: Part.describe("A partner holds the registration, or owns the sale"),
    influenced: Part.describe(
      "A partner that is neither helped, by a confirmed touchpoint in the 90 days before; each win once",
    ),
    both: Part.describe("Sourced by one partner and influenced by another: counted in both of them"),
  }),
});

export const PartneredWin = z
  .object({
    opportunity: z.object({ id: idJson("opp"), name: z.string() }),
    closedOn: DayJson,
    won: MoneyJson.describe("Less what was taken back"),
    source: z.object({ id: idJson("par"), name: z.string() }).nullable(),
    helpers: z.array(z.object({ id: idJson("par"), name: z.string() })),
  })
  .meta({ id: "PartneredWin" });
export type PartneredWin = z.infer<typeof PartneredWin>;

export const listPartneredWins = endpoint({
  method: "GET",
  path: "/partnered-wins",
  summary: "Wins that a partner brought or helped with, and which one; the latest first",
  tag,
  query: ListQuery.extend({
    part: z.enum(["sourced", "influenced", "both"]).optional(),
    closedFrom: DayJson.optional(),
    closedUntil: DayJson.optional().describe("The last day, inclusive"),
  }),
  response: pageOf(PartneredWin),
});
