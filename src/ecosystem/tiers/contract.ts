import { z } from "zod";
import { endpoint } from "#platform/http/endpoint.ts";
import { DayJson, InstantJson, idJson, ListQuery, pageOf } from "#platform/http/wire.ts";
import { LevelName, MeasuredJson } from "../ladders/contract.ts";
import { Counted, Near, RequirementLine, ScopeJson, Standing, Why } from "./standing.ts";

export { backTest } from "./backTest.ts";
export { Counted, Near, RequirementLine, Standing } from "./standing.ts";
export { touchedByVersion } from "./touched.ts";

const tag = "Tiers";
const onePartner = z.object({ partnerId: idJson("par") });
const oneProgram = z.object({ programId: idJson("prg") });
const partner = z.object({ id: idJson("par"), name: z.string() });
const reason = z.string().trim().min(1, "Give a reason.").max(1000, "Write at most 1,000 characters.");

export const listStandings = endpoint({
  method: "GET",
  path: "/partners/{partnerId}/standings",
  summary:
    "Where a partner stands in each of its programs, what it has, what is missing, and what the next review would give",
  tag,
  params: onePartner,
  query: ListQuery.extend({ programId: idJson("prg").optional() }),
  response: pageOf(Standing),
});

export const TierDecision = z
  .object({
    id: idJson("tde"),
    program: z.object({ id: idJson("prg"), name: z.string() }),
    place: z.string().describe("The country or location it is about; empty for the whole company"),
    reviewOn: DayJson,
    decidedOn: DayJson,
    inForceFrom: DayJson,
    n: z.int().describe("1 for the decision; more for what facts that came late changed"),
    replaced: z.boolean().describe("Whether the review was decided again since"),
    level: LevelName,
    earned: LevelName,
    why: Why,
    graceUntil: DayJson.nullable(),
    measured: MeasuredJson.describe("What was counted, by measure and currency"),
    measures: z.array(Counted).describe("The same under the names that the measures have"),
    version: z.int().describe("The program version by which it was decided"),
    recordedAt: InstantJson,
  })
  .meta({ id: "TierDecision" });
export type TierDecision = z.infer<typeof TierDecision>;

export const listTierDecisions = endpoint({
  method: "GET",
  path: "/partners/{partnerId}/tier-decisions",
  summary: "A partner's past reviews, the newest first, with what was counted and why it came so",
  tag,
  params: onePartner,
  query: ListQuery.extend({ programId: idJson("prg").optional() }),
  response: pageOf(TierDecision),
});

export const tierViews = ["moving", "near", "warned", "grace", "exception", "all"] as const;

export const Outlook = z
  .object({
    partner,
    place: z.string(),
    level: LevelName.describe("In force today"),
    why: Why,
    next: z.object({ level: LevelName, why: Why }).nullable().describe("By what has counted so far"),
    near: z
      .array(Near)
      .describe("Thresholds that it lies within a tenth of; what is so or not is near to nothing"),
    toward: z
      .object({ level: LevelName, requirement: z.array(RequirementLine) })
      .nullable()
      .describe(
        "The level that it would lose, else the one above what the next review would give, with what is missing to it",
      ),
    otherwise: z.array(ScopeJson).describe("The regions and countries whose thresholds it is measured by"),
    warnedOn: DayJson.nullable(),
    graceUntil: DayJson.nullable().describe(
      "Of the grace that runs, or that would begin with the next review",
    ),
    exceptionUntil: DayJson.nullable(),
  })
  .meta({ id: "TierOutlook" });
export type Outlook = z.infer<typeof Outlook>;

export const listOutlook = endpoint({
  method: "GET",
  path: "/programs/{programId}/tier-outlook",
  summary:
    "Who moves at the next review by what has counted so far, who lies just below or above a threshold, who is warned or in grace",
  tag,
  params: oneProgram,
  query: ListQuery.extend({ view: z.enum(tierViews).optional().describe("moving unless told") }),
  response: pageOf(Outlook),
});

export const NextTierReview = z
  .object({
    program: z.object({ id: idJson("prg"), name: z.string(), label: z.string() }),
    hasTiers: z.boolean(),
    review: z
      .object({
        on: DayJson,
        decidedOn: DayJson,
        inForceFrom: DayJson,
        warnedOn: DayJson.nullable().describe("None where nobody is warned"),
        graceDays: z.int(),
        demotes: z.boolean(),
      })
      .nullable(),
    last: z.object({ on: DayJson, decidedOn: DayJson, inForceFrom: DayJson, partners: z.int() }).nullable(),
    levels: z.array(
      z
        .object({ level: LevelName, now: z.int(), next: z.int() })
        .describe("How many have it, and would have it"),
    ),
    counts: z.object({
      up: z.int(),
      down: z.int(),
      near: z.int(),
      warned: z.int(),
      grace: z.int().describe("In grace today, or from the next review on"),
      graceToday: z.int(),
      exception: z.int(),
    }),
    drafted: z.boolean().describe("Whether a draft of the program waits to be tried"),
    can: z.object({ except: z.boolean(), backTest: z.boolean() }),
  })
  .meta({ id: "NextTierReview" });
export type NextTierReview = z.infer<typeof NextTierReview>;

export const getNextReview = endpoint({
  method: "GET",
  path: "/programs/{programId}/next-tier-review",
  summary: "A program's next review: its days, and how many would move",
  tag,
  params: oneProgram,
  response: NextTierReview,
});

export const TierException = z
  .object({
    id: idJson("tex"),
    partner,
    program: z.object({ id: idJson("prg"), name: z.string() }),
    level: LevelName,
    reason: z.string().describe("The partner reads it, too"),
    from: DayJson,
    until: DayJson.describe("The first day on which it does not hold any more"),
    state: z.enum(["planned", "in-force", "over"]),
    grantedBy: z.string(),
    grantedAt: InstantJson,
    endedBy: z.string().nullable(),
    can: z.object({ end: z.boolean() }),
  })
  .meta({ id: "TierException" });
export type TierException = z.infer<typeof TierException>;

export const listExceptions = endpoint({
  method: "GET",
  path: "/programs/{programId}/tier-exceptions",
  summary: "Levels that somebody gave a partner for a time, the latest first",
  tag,
  params: oneProgram,
  query: ListQuery.extend({ partnerId: idJson("par").optional() }),
  response: pageOf(TierException),
});
export const grantException = endpoint({
  method: "POST",
  path: "/programs/{programId}/tier-exceptions",
  summary: "Give a partner a level for a time, whatever its numbers say",
  tag,
  params: oneProgram,
  body: z.object({
    partnerId: idJson("par"),
    level: LevelName,
    reason,
    from: DayJson.optional().describe("Today unless told"),
    until: DayJson.describe("The first day on which it does not hold any more"),
  }),
  response: TierException,
  status: 201,
});
export const endException = endpoint({
  method: "POST",
  path: "/tier-exceptions/{exceptionId}/ending",
  summary: "End an exception today; from then on the rules hold again",
  tag,
  params: z.object({ exceptionId: idJson("tex") }),
  response: TierException,
});

export const GrandfatherClause = z
  .object({
    id: idJson("tgc"),
    level: LevelName,
    reason: z.string(),
    from: DayJson,
    until: DayJson.describe("The first day on which it does not hold any more"),
    partners: z.int().describe("How many had the level and keep it"),
    grantedBy: z.string(),
    grantedAt: InstantJson,
  })
  .meta({ id: "GrandfatherClause" });
export type GrandfatherClause = z.infer<typeof GrandfatherClause>;

export const listClauses = endpoint({
  method: "GET",
  path: "/programs/{programId}/grandfather-clauses",
  summary: "Promises that whoever had a level keeps it for a time, the latest first",
  tag,
  params: oneProgram,
  query: ListQuery,
  response: pageOf(GrandfatherClause),
});
export const grantClause = endpoint({
  method: "POST",
  path: "/programs/{programId}/grandfather-clauses",
  summary: "Promise everyone who has at least a level today that they keep it until a day",
  tag,
  params: oneProgram,
  body: z.object({ level: LevelName, reason, until: DayJson }),
  response: GrandfatherClause,
  status: 201,
});
