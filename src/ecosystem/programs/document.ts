import { z } from "zod";
import { idJson } from "#platform/http/wire.ts";
import { CurrencyCode, Ladder, LevelName, Slug } from "../ladders/contract.ts";
import { PartnerType, partnerTypes } from "../partner-types/contract.ts";

/* A program as a document, `hanse-program/1`: everything that a version says. Immutable once it is published. */

const mostLevels = 13;
const Line = z.string().trim().min(1, "Write something.").max(80, "Write at most 80 characters.");
const Text = z.string().trim().max(2000, "Write at most 2,000 characters.");

/** Where something is chosen: the key of one of the vendor's regions, or a country's two letters. */
const Place = z
  .string()
  .regex(
    /^([A-Z]{2}|[a-z0-9]+(-[a-z0-9]+)*)$/,
    "Write a region's key, or a country's two letters, such as DE.",
  )
  .max(40);
export type Place = z.infer<typeof Place>;

const referenceKinds = [
  "application-form",
  "onboarding-track",
  "agreement",
  "rules-of-engagement",
  "content",
] as const;

/** Something that another part of the product will own; until it does, it is a kind and perhaps a name in words. */
export const Reference = z
  .strictObject({
    kind: z.enum(referenceKinds),
    name: z.string().trim().min(1, "Write a name, or leave it out.").max(200).nullable(),
  })
  .meta({ id: "ProgramReference" });
export type Reference = z.infer<typeof Reference>;

export const benefitKinds = [
  "discount",
  "fund-share",
  "lead-priority",
  "demo-licences",
  "sandbox",
  "support-level",
  "roadmap-access",
  "badge",
  "other",
] as const;
export const benefitUnits = ["percent", "count", "money", "text", "none"] as const;

/** The value of a benefit that is there or not. */
export const included = "yes";

export const Benefit = z
  .strictObject({
    key: Slug,
    label: Line,
    kind: z.enum(benefitKinds),
    unit: z.enum(benefitUnits),
    currency: CurrencyCode.optional().describe("Of amounts"),
    values: z
      .partialRecord(LevelName, z.string().trim().min(1, "Write a value, or leave the level out.").max(200))
      .describe("By level; a level that is not named has nothing. `yes` where there is nothing to count"),
    period: z.enum(["year", "quarter", "none"]).describe("Over which time a count or an amount is meant"),
    onRequest: z.boolean().describe("Whether a partner asks for it, and somebody grants it"),
    validDays: z
      .int()
      .min(1, "At least 1 day.")
      .max(3650)
      .nullable()
      .describe("From the grant; none: it does not end"),
    description: Text,
  })
  .meta({ id: "Benefit" });
export type Benefit = z.infer<typeof Benefit>;

export const TrackTier = z.strictObject({
  benefits: z.array(Slug).max(60).optional().describe("The keys of those that count here; none named: all"),
  protectionDays: z
    .int("Write a whole number of days.")
    .min(1, "At least 1 day.")
    .max(730, "At most 730 days.")
    .optional(),
});
export type TrackTier = z.infer<typeof TrackTier>;

const keys = z.array(Slug).max(60);

export const Track = z
  .strictObject({
    key: Slug,
    label: Line,
    types: z.array(PartnerType).max(partnerTypes.length).describe("None: whatever the partner is"),
    regions: z.array(Place).max(250).describe("None: everywhere"),
    specializations: keys.describe("None: whatever it is specialized in"),
    isDefault: z.boolean().describe("For whoever fits no other; exactly one is"),
    applicationForm: Reference,
    onboardingTrack: Reference,
    agreements: z.array(Reference).max(50),
    rulesOfEngagement: Reference.nullable().describe("None: those that hold for everybody"),
    plans: z.array(idJson("pln")).max(50).describe("By which partners on it are paid"),
    content: z.array(Reference).max(50),
    tiers: z.partialRecord(LevelName, TrackTier).describe("What is otherwise at a level"),
  })
  .meta({ id: "ProgramTrack" });
export type Track = z.infer<typeof Track>;

/** Whose region counts, for each sort of rule. */
export const Counts = z.strictObject({
  dealRules: z.enum(["customer-site", "contracting-entity"]),
  tiers: z.enum(["contracting-entity", "customer-site"]),
  funds: z.enum(["paying-entity", "place-of-activity"]),
});
export type Counts = z.infer<typeof Counts>;

export const Criteria = z
  .strictObject({ types: z.array(PartnerType).max(partnerTypes.length), regions: z.array(Place).max(250) })
  .describe("Who is in the program by itself; none named: everybody");
export type Criteria = z.infer<typeof Criteria>;

/** The document without its ladder. */
export const ProgramTerms = z.strictObject({
  format: z.literal("hanse-program/1"),
  label: Line.describe("As partners read it"),
  summary: Text,
  criteria: Criteria,
  noticeDays: z
    .int()
    .min(0)
    .max(365, "At most 365 days.")
    .describe("So long before its first day a version is published that takes something away"),
  acknowledge: z.boolean().describe("Whether partners acknowledge each program year"),
  counts: Counts,
  benefits: z.array(Benefit).max(60, "At most 60 benefits."),
  tracks: z.array(Track).max(40, "At most 40 tracks."),
});
export type ProgramTerms = z.infer<typeof ProgramTerms>;

export const ProgramDocument = ProgramTerms.extend({
  ladder: Ladder.nullable().describe("None: everybody in it has the same"),
}).meta({
  id: "ProgramDocument",
});
export type ProgramDocument = z.infer<typeof ProgramDocument>;

/** The level of everybody in a program without a ladder. */
const onlyLevel = "Member";

/** The levels that a document knows, from the base upwards. */
export function levelsOf({ ladder }: Pick<ProgramDocument, "ladder">): string[] {
  if (ladder === null) return [onlyLevel];
  return [ladder.base, ...ladder.levels.map(({ level }) => level)].slice(0, mostLevels);
}

/** A reference that names nothing yet. */
export function unnamed(kind: Reference["kind"]): Reference {
  return { kind, name: null };
}

/** A track for whoever fits no other. */
export function defaultTrack(): Track {
  return {
    key: "everyone",
    label: "Everyone",
    types: [],
    regions: [],
    specializations: [],
    isDefault: true,
    applicationForm: unnamed("application-form"),
    onboardingTrack: unnamed("onboarding-track"),
    agreements: [],
    rulesOfEngagement: null,
    plans: [],
    content: [],
    tiers: {},
  };
}

/** The terms of a program that everybody is in and that has a ladder at most: the short way to begin one. */
export function termsForEveryone(label: string): ProgramTerms {
  return {
    format: "hanse-program/1",
    label: label.slice(0, 80),
    summary: "",
    criteria: { types: [], regions: [] },
    noticeDays: 0,
    acknowledge: false,
    counts: { dealRules: "customer-site", tiers: "contracting-entity", funds: "paying-entity" },
    benefits: [],
    tracks: [defaultTrack()],
  };
}
