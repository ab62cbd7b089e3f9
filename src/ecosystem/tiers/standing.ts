import { z } from "zod";
import { DayJson, idJson } from "#platform/http/wire.ts";
import { LevelName, whys } from "../ladders/contract.ts";

/* Where a partner stands in a program, as it goes over the wire. */

export const Why = z
  .enum(whys)
  .describe(
    "Why a level holds: entered, promoted, kept, demoted by what was earned; not-in-good-standing, minimum-stay, waits-for-review, grace: it earned otherwise, and this keeps it; exception, grandfathered: people decided so; stood: a run has paid by it",
  );

/** Amounts by currency; plain numbers and points under the empty key. */
const Amounts = z.record(z.string(), z.string());

export const ScopeJson = z.object({
  kind: z.enum(["global", "region", "country"]),
  key: z.string(),
  label: z.string(),
});

/** A requirement, line for line as it is written; `depth` says what lies within what. */
export const RequirementLine = z
  .object({
    depth: z.int(),
    kind: z.enum(["all", "any", "points", "compare"]),
    met: z.boolean(),
    givesPoints: z.int().nullable().describe("Within points: how many this part gives"),
    points: z.object({ have: z.int(), atLeast: z.int() }).nullable(),
    compare: z
      .object({
        measure: z.string(),
        label: z.string(),
        yesNo: z.boolean().describe("Whether it is so or not: 1 for yes, 0 for no"),
        operator: z.enum([">=", "<="]),
        have: Amounts,
        need: Amounts,
        missing: Amounts.describe(
          "How much more, or how much less, there would have to be; none once it is met",
        ),
        scope: ScopeJson.describe("Which level of the framework says so"),
        global: Amounts.nullable().describe(
          "What the program says to all, where a region or country says otherwise",
        ),
        reason: z.string().nullable().describe("Why it says otherwise"),
        until: DayJson.nullable(),
      })
      .nullable(),
  })
  .meta({ id: "TierRequirementLine" });
export type RequirementLine = z.infer<typeof RequirementLine>;

/** What was counted of one measure. */
export const Counted = z.object({
  key: z.string(),
  label: z.string(),
  yesNo: z.boolean().describe("Whether it is so or not: 1 for yes, 0 for no"),
  fact: z.string().nullable().describe("The kind of facts that are counted; none: they give points"),
  currency: z.string().nullable().describe("Of money: the ladder's, in which nothing is told"),
  amounts: Amounts,
});
export type Counted = z.infer<typeof Counted>;

/** A threshold that a partner only just missed, or only just reached. */
export const Near = z
  .object({
    side: z.enum(["below", "above"]),
    level: LevelName,
    key: z.string(),
    measure: z.string(),
    have: Amounts,
    need: Amounts,
    by: Amounts.describe("How far the one is from the other"),
  })
  .describe("By currency, and only in those in which it is near");
export type Near = z.infer<typeof Near>;

const MeasureJson = Counted.extend({
  window: z
    .object({ from: DayJson.nullable().describe("None: what is so on the last day"), until: DayJson })
    .describe("Up to but not including the last"),
});

const ReviewDates = z.object({
  on: DayJson.describe("What has happened before this day counts"),
  decidedOn: DayJson,
  inForceFrom: DayJson,
  demotes: z.boolean().describe("Whether levels may also be taken away at it"),
});

const Granted = z.object({ level: LevelName, until: DayJson, reason: z.string() });

const Gain = z.object({
  key: z.string(),
  label: z.string(),
  unit: z.enum(["percent", "count", "money", "text", "none"]),
  currency: z.string().nullable(),
  period: z.enum(["year", "quarter", "none"]),
  now: z.string().nullable().describe("What the level in force gives; none: nothing"),
  given: z.string().nullable().describe("What the other level gives; none: nothing"),
});

export const Standing = z
  .object({
    program: z.object({ id: idJson("prg"), name: z.string(), label: z.string() }),
    place: z
      .object({
        kind: z.enum(["country", "location"]),
        key: z.string(),
        label: z.string(),
        main: z.boolean(),
      })
      .nullable()
      .describe("Where levels are measured for each country or location: which; none: the whole company"),
    measuredAt: z.enum(["entity", "group", "downline", "country", "location"]),
    levels: z.array(LevelName).describe("From the base upwards"),
    current: z
      .object({
        level: LevelName,
        why: Why,
        since: DayJson,
        review: ReviewDates,
        earned: LevelName.describe("What its numbers alone gave"),
        graceUntil: DayJson.nullable(),
        measures: z.array(MeasureJson),
        exception: Granted.nullable(),
        grandfathered: Granted.nullable(),
      })
      .nullable()
      .describe("None before the first review, and for who is not in the program"),
    left: z
      .object({
        since: DayJson.nullable().describe("None where the criteria do not fit the partner any more"),
        until: DayJson.nullable().describe("The first day on which it does not hold any more"),
        reason: z.string().nullable().describe("Why somebody left it out by name"),
        level: LevelName.nullable().describe("What it had by the last review that it took part in"),
      })
      .nullable()
      .describe("That the partner is not in the program today, and so has none of its levels"),
    next: z
      .object({
        review: ReviewDates,
        warnedOn: DayJson.nullable().describe("None where nobody is warned"),
        level: LevelName.describe("What the next review would give by what has counted so far"),
        why: Why,
        earned: LevelName,
        graceUntil: DayJson.nullable(),
        measures: z.array(MeasureJson),
        goodStanding: z.array(RequirementLine).describe("What every level above the base asks for besides"),
        inGoodStanding: z.boolean(),
        losses: z.array(Gain).describe("What would be less, where the next review would give a lower level"),
        levels: z.array(
          z.object({
            level: LevelName,
            met: z.boolean(),
            requirement: z.array(RequirementLine),
            gains: z.array(Gain).describe("What this level gives beside what is held now"),
          }),
        ),
      })
      .nullable()
      .describe("None where no review is planned, or the partner would not take part in it"),
  })
  .meta({ id: "TierStanding" });
export type Standing = z.infer<typeof Standing>;
