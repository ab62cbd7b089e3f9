import { z } from "zod";
import { MoneyJson } from "#platform/http/wire.ts";
import type { BusinessCalendar } from "#platform/time/business.ts";

/*
 * Rules of engagement as data: the settings that run are the rules that partners read. A version never changes; each
 * decision keeps the one that it was made by.
 */

export const roles = ["sells", "refers", "delivers", "integrates", "fulfils"] as const;
export type DealRole = (typeof roles)[number];
export const protections = ["exclusive", "preferred", "open"] as const;
export type Protection = (typeof protections)[number];
export const disclosures = ["neutral", "reason-only", "open"] as const;
export type Disclosure = (typeof disclosures)[number];

/** Why a registration is refused, as the published list names it; a person may add to it. */
export const reasonKeys = [
  "already-protected",
  "vendor-engaged",
  "incomplete",
  "not-eligible",
  "below-minimum",
  "public-tender",
] as const;
export type ReasonKey = (typeof reasonKeys)[number];

const Time = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, "Write a time such as 09:00.");
const Closing = z.string().regex(/^(([01]\d|2[0-3]):[0-5]\d|24:00)$/, "Write a time such as 17:00.");
const Holiday = z.string().regex(/^\d{4}-\d{2}-\d{2}$/, "Write a date such as 2026-12-24.");

const Wording = z.object({
  label: z.string().trim().min(1, "Write a name for the list.").max(80, "Write at most 80 characters."),
  sentence: z
    .string()
    .trim()
    .min(1, "Write what the partner reads.")
    .max(500, "Write at most 500 characters."),
});

const WorkingTime = z
  .object({
    workdays: z.array(z.int().min(1).max(7)).min(1, "Choose at least one day.").max(7),
    from: Time,
    until: Closing,
    holidays: z.array(Holiday).max(400),
  })
  .refine(({ from, until }) => from < until, { path: ["until"], message: "It ends after it begins." })
  .describe("When the vendor works, in its own zone; 1 is Monday");

export const EngagementSettings = z
  .object({
    disclosure: z
      .enum(disclosures)
      .describe(
        "What a partner is told before a person decides: nothing (neutral), that its claim is not free (reason-only), or also by whom and until when (open)",
      ),
    protection: z.enum(protections).describe("What an approval gives unless told otherwise"),
    protectionDays: z.int().min(1).max(730),
    benefit: z.string().trim().min(1, "Say what an approval gives.").max(1000),
    extension: z
      .object({ days: z.int().min(1).max(365), times: z.int().min(0).max(10) })
      .describe("How often an approval may be extended, and by how much"),
    reminderDays: z
      .array(z.int().min(1).max(180))
      .max(5)
      .describe("Days before the end on which the partner is reminded"),
    firstAnswerDays: z.int().min(1).max(60).describe("Business days"),
    decisionDays: z.int().min(1).max(60).describe("Business days"),
    questionDays: z.int().min(1).max(60).describe("Business days that a partner has for an answer"),
    undoSeconds: z.int().min(0).max(3600).describe("How long a decision can be taken back before it is told"),
    activeDays: z
      .int()
      .min(1)
      .max(730)
      .describe("An open opportunity counts against a registration if it was active within so many days"),
    minimumValue: MoneyJson.nullable().describe("Of a deal, in the vendor's currency; null: any"),
    roles: z.array(z.enum(roles)).min(1, "Choose at least one role."),
    countries: z
      .array(z.string().regex(/^[A-Z]{2}$/))
      .max(250)
      .describe("Customers' countries; none: all"),
    excludedSeries: z.array(z.string().min(1).max(100)).max(100),
    sharedDomains: z
      .array(z.string().min(3).max(253))
      .max(1000)
      .describe("Domains of groups, under which several customers are found"),
    contactNotice: z
      .object({ version: z.int().min(1), text: z.string().trim().min(1).max(2000) })
      .describe("What a contact's data are given for; its version is kept with each contact"),
    reasons: z
      .partialRecord(z.enum(reasonKeys), Wording)
      .optional()
      .describe("The vendor's own words for reasons of a refusal; the product's for those that are left out"),
    workingTime: WorkingTime,
  })
  .meta({ id: "EngagementSettings" });
export type EngagementSettings = z.infer<typeof EngagementSettings>;

/** What runs until a vendor publishes rules of its own. */
export const standardSettings: EngagementSettings = {
  disclosure: "neutral",
  protection: "exclusive",
  protectionDays: 90,
  benefit: "The deal is yours: no other partner is approved for it, and a win of it earns by your plan.",
  extension: { days: 30, times: 1 },
  reminderDays: [14, 3],
  firstAnswerDays: 2,
  decisionDays: 5,
  questionDays: 10,
  undoSeconds: 60,
  activeDays: 90,
  minimumValue: null,
  roles: [...roles],
  countries: [],
  excludedSeries: [],
  sharedDomains: [],
  contactNotice: {
    version: 1,
    text: "We use the contact to check the registration and to coordinate this deal, and for nothing else. It is removed when the deal has been closed for two years.",
  },
  workingTime: { workdays: [1, 2, 3, 4, 5], from: "09:00", until: "17:00", holidays: [] },
};

/** The vendor's business calendar. */
export function calendarOf(settings: EngagementSettings, timezone: string): BusinessCalendar {
  return { timezone, ...settings.workingTime };
}
