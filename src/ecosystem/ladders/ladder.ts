import { z } from "zod";
import { DayJson } from "#platform/http/wire.ts";
import { isYesNo } from "../facts/contract.ts";

/* What a program says about its tiers, as data: immutable once published, read by the engine here and by plans. */

export const Label = z.string().trim().min(1, "Write a label.").max(80, "Write at most 80 characters.");
export const Slug = z
  .string()
  .regex(/^[a-z][a-z0-9-]{0,39}$/, "Write a short key of small letters, digits and hyphens.");
export const CurrencyCode = z.string().regex(/^[A-Z]{3}$/, "Write a currency code such as EUR.");
export const LevelName = z.string().trim().min(1, "Name the level.").max(40, "Write at most 40 characters.");

/** The first format: one measure, reviewed at the start of every calendar quarter, without memory. */
export const LadderOne = z
  .strictObject({
    format: z.literal("hanse-ladder/1"),
    name: Slug,
    label: Label,
    currency: CurrencyCode,
    measure: z.literal("won close value"),
    window: z.literal("previous calendar quarter"),
    base: LevelName,
    levels: z.array(z.strictObject({ level: LevelName, from: z.string() })).max(12),
  })
  .meta({ id: "Ladder" });
export type LadderOne = z.infer<typeof LadderOne>;

const Key = z
  .string()
  .regex(/^[a-z][a-z0-9_]{0,39}$/, "Write a short key of small letters, digits and underscores.");
const Factor = z.string().regex(/^(0|[1-9]\d{0,11})(\.\d{1,6})?$/, "Write a number such as 2 or 1.5.");
const Country = z.string().regex(/^[A-Z]{2}$/, "Write a country's two letters, such as DE.");
const days = z.int().min(0, "At least 0 days.").max(90, "At most 90 days.");

/** Over which days a measure counts, told from the day of a review; quarters and years are the vendor's fiscal ones. */
export const Window = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("previous-quarter") }),
  z.strictObject({
    kind: z.literal("trailing-months"),
    months: z.int().min(1, "At least 1 month.").max(60, "At most 60 months."),
  }),
  z.strictObject({ kind: z.literal("previous-year") }),
  z.strictObject({ kind: z.literal("as-of") }).describe("What is so on the last day before the review"),
]);
export type Window = z.infer<typeof Window>;

const PointRate = z.strictObject({
  fact: Key,
  points: Factor,
  per: Factor.describe("For how much of the fact the points are given, such as 100.00"),
  currency: CurrencyCode.nullable().describe("None where the fact is a plain number"),
  from: DayJson.describe("The first day whose sales go by this rate"),
});
const Market = z.strictObject({
  countries: z.array(Country).min(1, "Name at least one country.").max(250),
  times: Factor,
});

export const Measure = z.discriminatedUnion("kind", [
  z.strictObject({ key: Key, label: Label, kind: z.literal("fact"), fact: Key, window: Window }),
  z.strictObject({
    key: Key,
    label: Label,
    kind: z.literal("points"),
    window: Window,
    rates: z.array(PointRate).min(1, "Write at least one rate.").max(200),
    markets: z.array(Market).max(50).describe("Where points count more, by the end customer's country"),
  }),
]);
export type Measure = z.infer<typeof Measure>;

/** Whether a measure says that something is so or not, rather than how much of it there is. */
export function asksYesNo(measure: Measure | undefined): boolean {
  return measure?.kind === "fact" && isYesNo(measure.fact);
}

const Cadence = z.union([z.literal(1), z.literal(3), z.literal(6), z.literal(12)]);
const ExpressionText = z
  .string()
  .trim()
  .min(1, "Say what is asked for.")
  .max(2000, "At most 2,000 characters.");

/** The second format: requirements are expressions over several measures, and reviews remember where a partner stood. */
export const LadderTwo = z
  .strictObject({
    format: z.literal("hanse-ladder/2"),
    name: Slug,
    label: Label,
    currency: CurrencyCode.describe("In which amounts are shown first"),
    base: LevelName,
    measuredAt: z
      .enum(["entity", "group", "downline", "country", "location"])
      .describe(
        "Whose facts count together: the partner's, its whole group's, its own with those below it, each country's, each location's",
      ),
    reviews: z.strictObject({
      everyMonths: Cadence.describe("Counted from the first month of the fiscal year"),
      demoteEveryMonths: Cadence,
      decidedAfterDays: days.describe("From the end of the window to the decision"),
      inForceAfterDays: days.describe("From the decision to the day from which the level counts"),
    }),
    graceDays: z.int().min(0).max(730),
    warnDays: z.int().min(0).max(365),
    minimumStayMonths: z.int().min(0).max(60),
    measures: z.array(Measure).max(20, "At most 20 measures."),
    goodStanding: z.array(ExpressionText).max(10),
    levels: z.array(z.strictObject({ level: LevelName, requires: ExpressionText })).max(12),
  })
  .meta({ id: "TierLadder" });
export type LadderTwo = z.infer<typeof LadderTwo>;

/** A ladder in either format. */
export const Ladder = z.discriminatedUnion("format", [LadderOne, LadderTwo]);
export type Ladder = z.infer<typeof Ladder>;

/** A published ladder: the document and the identity of its version. */
export interface LadderVersion<Document extends Ladder = Ladder> {
  readonly id: string;
  readonly version: number;
  readonly ladder: Document;
}

/** A kind of fact as far as a ladder has to know it. */
export interface MeasurableKind {
  readonly key: string;
  readonly label: string;
  readonly unit: "money" | "number";
  /** Whether what happens adds up over days, or the latest says how things are. */
  readonly counts: "sum" | "latest";
}

/** What a ladder may refer to; without `kinds` whatever it names is taken as known. */
export interface LadderContext {
  readonly kinds?: readonly MeasurableKind[];
}

/** The key of the only measure of a ladder of format 1. */
export const wonMeasure = "won";

/** The same ladder in the second format. It is for reading and comparing: a published document stays as it is. */
export function expand(ladder: Ladder): LadderTwo {
  if (ladder.format === "hanse-ladder/2") return ladder;
  const { name, label, currency, base, levels } = ladder;
  return {
    format: "hanse-ladder/2",
    name,
    label,
    currency,
    base,
    measuredAt: "entity",
    reviews: { everyMonths: 3, demoteEveryMonths: 3, decidedAfterDays: 0, inForceAfterDays: 0 },
    graceDays: 0,
    warnDays: 0,
    minimumStayMonths: 0,
    measures: [
      {
        key: wonMeasure,
        label: "Won value",
        kind: "fact",
        fact: "won_value",
        window: { kind: "previous-quarter" },
      },
    ],
    goodStanding: [],
    levels: levels.map(({ level, from }) => ({ level, requires: `${wonMeasure} >= ${from} ${currency}` })),
  };
}
