import { z } from "zod";
import { endpoint } from "#platform/http/endpoint.ts";
import { DayJson, MonthJson } from "#platform/http/wire.ts";
import { reasonKeys } from "#sell/engagement/contract.ts";

const tag = "Insight";
const Days = z.object({ from: DayJson, until: DayJson }).describe("From a day up to but not including a day");
const Hours = z.number().nullable().describe("Business hours, to a tenth; null where there was none");

const Pace = z.object({
  count: z.int(),
  inTime: z.int(),
  medianHours: Hours,
  mostHours: Hours.describe("Nine of ten took at most so many business hours"),
});
export type Pace = z.infer<typeof Pace>;

export const readDealPace = endpoint({
  method: "GET",
  path: "/deal-pace",
  summary:
    "How fast registrations were answered and decided, by month; a partner is told of its own ones alone",
  tag,
  response: z.object({
    months: z
      .array(z.object({ period: MonthJson, days: Days, answers: Pace, decisions: Pace }))
      .describe("Twelve, the last of them the current one"),
    promised: z
      .object({ answerHours: z.number(), decisionHours: z.number() })
      .describe("By the rules in force, in business hours"),
    owed: z
      .object({ waiting: z.int(), overdue: z.int() })
      .describe("Undecided now, and longer than was promised"),
  }),
});

const Outcomes = z.object({
  approved: z.int(),
  rejected: z.int(),
  rejectedFor: z.array(z.object({ reasonKey: z.enum(reasonKeys), count: z.int() })),
  withdrawn: z.int(),
  expired: z.int(),
  revoked: z.int(),
  won: z.int(),
  lost: z.int(),
});
export type Outcomes = z.infer<typeof Outcomes>;

export const readDealOutcomes = endpoint({
  method: "GET",
  path: "/deal-outcomes",
  summary: "What became of registrations, by month, and how many of those that closed were won",
  tag,
  response: z.object({
    months: z
      .array(Outcomes.extend({ period: MonthJson, days: Days }))
      .describe("Twelve, the last the current one"),
    total: Outcomes.extend({
      days: Days,
      winRate: z
        .string()
        .regex(/^[01]\.\d{3}$/)
        .nullable()
        .describe("Won among won and lost, `0.625` for five of eight; null where none was closed"),
    }),
  }),
});
