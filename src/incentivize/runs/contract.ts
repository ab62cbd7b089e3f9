import { z } from "zod";
import { eventType } from "#platform/events/event.ts";
import { endpoint } from "#platform/http/endpoint.ts";
import {
  DayJson,
  InstantJson,
  idJson,
  ListQuery,
  MoneyJson,
  MonthJson,
  pageOf,
} from "#platform/http/wire.ts";
import { Explanation } from "../plans/wire.ts";

const tag = "Runs";
const runParams = z.object({ runId: idJson("run") });
const Ref = (prefix: string) => z.object({ id: idJson(prefix), name: z.string() });

const ComponentTotal = z.object({
  component: z.string(),
  label: z.string(),
  lines: z.int(),
  amount: MoneyJson,
  lastMonth: MoneyJson.nullable(),
  difference: MoneyJson.nullable().describe("Against last month"),
});

export const Run = z
  .object({
    id: idJson("run"),
    number: z.int(),
    plan: Ref("pln"),
    period: MonthJson.describe("The month whose wins it computes"),
    bookedIn: MonthJson.describe("The month in which its lines are booked"),
    adjusts: z.object({ id: idJson("run"), number: z.int() }).nullable(),
    state: z.enum(["previewed", "posted", "discarded"]),
    lines: z.int(),
    problems: z.int(),
    total: MoneyJson,
    partners: z.int(),
    wins: z.int(),
    previewedBy: z.string().nullable(),
    previewedAt: InstantJson,
    postedBy: z.string().nullable(),
    postedAt: InstantJson.nullable(),
  })
  .meta({ id: "Run" });
export type Run = z.infer<typeof Run>;

export const RunRecord = Run.extend({
  components: z.array(ComponentTotal),
  lastMonth: z
    .object({ period: MonthJson, total: MoneyJson, difference: MoneyJson })
    .nullable()
    .describe("The same plan's total booked in the month before"),
  hold: z
    .object({
      held: MoneyJson.describe("Of lines whose hold ends after today"),
      first: DayJson.nullable().describe("The day at whose start the first of them is released"),
      last: DayJson.nullable(),
      released: MoneyJson.describe("Of lines whose hold is over already"),
    })
    .describe("When the lines are released, as of today"),
  stale: z.boolean().describe("True: facts changed since the preview, so it cannot be posted; preview again"),
  monthIsOver: z
    .boolean()
    .describe("False: wins of this month may still come, and need an adjustment run once it is posted"),
  unbookedChanges: z
    .int()
    .describe("Posted run: wins of this month that changed since, waiting for an adjustment run"),
  planChanged: z
    .boolean()
    .describe("Posted run: a version that governs its month was published since; an adjustment run looks"),
  beforePlan: z
    .object({
      begins: DayJson.describe("The first day of the plan's first version"),
      wins: z.int().describe("Wins of the month that closed before it: they earn nothing by this plan"),
    })
    .nullable()
    .describe("Null where the plan governs every win of the month"),
  can: z.object({ post: z.boolean(), discard: z.boolean(), adjust: z.boolean() }),
}).meta({ id: "RunRecord" });
export type RunRecord = z.infer<typeof RunRecord>;

export const RunLine = z
  .object({
    id: idJson("ern").describe("The earning that it is, once posted"),
    kind: z.string().describe("The component"),
    entry: z.enum(["first", "adjustment", "reversal"]),
    partner: Ref("par"),
    opportunity: z.object({ id: idJson("opp"), name: z.string(), externalId: z.string().nullable() }),
    closedOn: DayJson,
    holdUntil: DayJson,
    amount: MoneyJson,
  })
  .meta({ id: "RunLine" });
export type RunLine = z.infer<typeof RunLine>;

export const RunPartner = z
  .object({
    partner: Ref("par"),
    lines: z.int(),
    amount: MoneyJson,
    lastMonth: MoneyJson,
    difference: MoneyJson.describe("Against last month"),
    components: z.array(z.object({ component: z.string(), amount: MoneyJson })),
  })
  .meta({ id: "RunPartner" });
export type RunPartner = z.infer<typeof RunPartner>;

export const RunProblem = z
  .object({
    opportunity: z.object({ id: idJson("opp"), name: z.string(), externalId: z.string().nullable() }),
    code: z.string(),
    params: z.record(z.string(), z.string()),
  })
  .meta({ id: "RunProblem" });
export type RunProblem = z.infer<typeof RunProblem>;

export const listRuns = endpoint({
  method: "GET",
  path: "/runs",
  summary: "Runs, the newest first",
  tag,
  query: ListQuery.extend({
    planId: idJson("pln").optional(),
    period: MonthJson.optional(),
    state: z.enum(["previewed", "posted", "discarded"]).optional(),
  }),
  response: pageOf(Run),
});

export const previewRun = endpoint({
  method: "POST",
  path: "/runs",
  summary: "Compute a plan for a month, as a preview; with `adjusts`, what came after a posted run",
  tag,
  body: z.object({
    planId: idJson("pln"),
    period: MonthJson,
    adjusts: idJson("run")
      .optional()
      .describe("The posted run of this month whose later changes are to be booked"),
  }),
  response: RunRecord,
  status: 201,
});

export const getRun = endpoint({
  method: "GET",
  path: "/runs/{runId}",
  summary: "A run with its totals",
  tag,
  params: runParams,
  response: RunRecord,
});
export const runLines = endpoint({
  method: "GET",
  path: "/runs/{runId}/lines",
  summary: "Each line of a run",
  tag,
  params: runParams,
  query: ListQuery.extend({ partnerId: idJson("par").optional(), kind: z.string().max(40).optional() }),
  response: pageOf(RunLine),
});
export const explainRunLine = endpoint({
  method: "GET",
  path: "/runs/{runId}/lines/{lineId}",
  summary: "Why a line has its amount, before it is posted, too",
  tag,
  params: z.object({ runId: idJson("run"), lineId: idJson("ern") }),
  response: Explanation.extend({ line: RunLine }),
});
export const runPartners = endpoint({
  method: "GET",
  path: "/runs/{runId}/partners",
  summary: "A run's totals by partner, against the month before",
  tag,
  params: runParams,
  query: ListQuery,
  response: pageOf(RunPartner),
});
export const runProblems = endpoint({
  method: "GET",
  path: "/runs/{runId}/problems",
  summary: "Wins that a run could not turn into money",
  tag,
  params: runParams,
  query: ListQuery,
  response: pageOf(RunProblem),
});
export const postRun = endpoint({
  method: "POST",
  path: "/runs/{runId}/posting",
  summary: "Post a previewed run: its lines become earnings and are booked",
  tag,
  params: runParams,
  response: RunRecord,
  status: 201,
  idempotencyKey: true,
});
export const discardRun = endpoint({
  method: "DELETE",
  path: "/runs/{runId}",
  summary: "Give a preview up",
  tag,
  params: runParams,
  response: RunRecord,
});

/** Months of a plan that have wins to run or changes to book. */
export const openMonths = endpoint({
  method: "GET",
  path: "/plans/{planId}/months",
  summary: "What there is to run: each month with its wins, whether it is posted, and changes since",
  tag,
  params: z.object({ planId: idJson("pln") }),
  response: z.object({
    items: z.array(
      z.object({
        period: MonthJson,
        wins: z.int(),
        value: MoneyJson,
        over: z.boolean(),
        run: z
          .object({ id: idJson("run"), number: z.int(), state: z.enum(["previewed", "posted"]) })
          .nullable(),
        changes: z.int().describe("Wins that changed after they were booked, or came late"),
        planChanged: z
          .boolean()
          .describe("A version that governs the month was published after it was posted"),
      }),
    ),
  }),
});

export const events = {
  runPosted: eventType("run.posted", {
    reach: null,
    payload: z.object({
      number: z.int(),
      plan: z.string(),
      period: z.string(),
      bookedIn: z.string(),
      lines: z.int(),
      total: MoneyJson,
      adjusts: z.string().nullable(),
    }),
  }),
};
