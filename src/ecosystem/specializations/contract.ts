import { z } from "zod";
import { eventType } from "#platform/events/event.ts";
import { endpoint } from "#platform/http/endpoint.ts";
import { DayJson, InstantJson, idJson, ListQuery, pageOf } from "#platform/http/wire.ts";

const tag = "Specializations";
const oneSpecialization = z.object({ specializationId: idJson("spz") });
const oneApplication = z.object({ applicationId: idJson("sap") });
const oneAward = z.object({ awardId: idJson("saw") });
const Colour = z.string().regex(/^#[0-9a-f]{6}$/, "Write a colour such as #125f69.");

/** What a version of a specialization says. It never changes; another version takes its place. */
export const Terms = z.object({
  label: z.string().trim().min(1, "Name it.").max(80, "Write at most 80 characters."),
  summary: z.string().trim().max(1000, "Write at most 1,000 characters.").describe("What it stands for"),
  requires: z
    .string()
    .trim()
    .min(1, "Say what is asked for.")
    .max(2000, "Write at most 2,000 characters.")
    .describe(
      "An expression over facts, such as all(certified_heads >= 2, references >= 1). What adds up counts over the last 12 months",
    ),
  validMonths: z.int("Write a whole number.").min(1, "At least 1 month.").max(120, "At most 120 months."),
  warnDays: z
    .int("Write a whole number.")
    .min(1, "At least 1 day.")
    .max(365, "At most 365 days.")
    .describe("So many days before its end it is warned of, and can be applied for again"),
  badge: z.object({ background: Colour, text: Colour }),
  open: z.boolean().describe("Whether partners can apply for it"),
});
export type Terms = z.infer<typeof Terms>;

export const SpecializationVersion = Terms.extend({
  id: idJson("spv"),
  version: z.int(),
  publishedBy: z.string().nullable().describe("Vendor's side only"),
  publishedAt: InstantJson,
}).meta({ id: "SpecializationVersion" });
export type SpecializationVersion = z.infer<typeof SpecializationVersion>;

export const Specialization = z
  .object({
    id: idJson("spz"),
    key: z.string().describe("What tracks name it by"),
    current: SpecializationVersion,
    holders: z.int().nullable().describe("How many companies hold it today. Vendor's side only"),
  })
  .meta({ id: "Specialization" });
export type Specialization = z.infer<typeof Specialization>;

const amounts = z
  .record(z.string(), z.string())
  .describe('By currency; a plain number stands under the empty key, such as {"": "2"}');

/** What is asked, line by line as it is written, and what the company has of it. */
export const Asked = z
  .object({
    met: z.boolean(),
    lines: z.array(
      z.object({
        depth: z.int().describe("How deep it lies within all, any and points"),
        met: z.boolean(),
        kind: z.enum(["all", "any", "points", "compare"]),
        points: z.int().nullable().describe("What it gives, within points"),
        atLeast: z.int().nullable().describe("How many points are asked for"),
        measure: z.object({ key: z.string(), label: z.string() }).nullable(),
        operator: z.enum([">=", "<="]).nullable(),
        need: amounts.nullable(),
        have: amounts.nullable().describe("Of points how many there are"),
      }),
    ),
  })
  .meta({ id: "SpecializationAsked" });
export type Asked = z.infer<typeof Asked>;

export const awardStates = ["planned", "held", "over", "revoked"] as const;
const partner = z.object({ id: idJson("par"), name: z.string() });
const short = z.object({ id: idJson("spz"), key: z.string(), label: z.string() });

export const SpecializationAward = z
  .object({
    id: idJson("saw"),
    specialization: short,
    partner,
    version: z.int(),
    state: z.enum(awardStates),
    from: DayJson,
    until: DayJson.describe("The first day on which it is not held any more"),
    endsSoon: z.boolean().describe("Held, not renewed, and within the days in which it is warned of"),
    renewedUntil: DayJson.nullable().describe("The end of the renewal that follows it; null where none does"),
    badge: z.object({ background: z.string(), text: z.string() }),
    awardedBy: z.string().nullable().describe("Vendor's side only"),
    awardedAt: InstantJson,
    applicationId: idJson("sap").describe("With what was asked and what there was of it"),
    revoked: z
      .object({ on: DayJson, at: InstantJson, by: z.string().nullable(), reason: z.string() })
      .nullable(),
    can: z.object({ revoke: z.boolean() }),
  })
  .meta({ id: "SpecializationAward" });
export type SpecializationAward = z.infer<typeof SpecializationAward>;

export const applicationStates = ["open", "granted", "declined", "withdrawn"] as const;

export const SpecializationApplication = z
  .object({
    id: idJson("sap"),
    specialization: short,
    partner,
    version: z.int().describe("The version that it was made under"),
    state: z.enum(applicationStates),
    renews: z.boolean().describe("The company holds it while it applies"),
    note: z.string(),
    appliedBy: z.string().nullable(),
    appliedAt: InstantJson,
    decided: z
      .object({ at: InstantJson, by: z.string().nullable(), reason: z.string().nullable() })
      .nullable()
      .describe("By whom: vendor's side only"),
    withdrawnAt: InstantJson.nullable(),
    asked: Asked.nullable().describe(
      "As it is now while it is open, as it was when it was decided; null in lists",
    ),
    awardId: idJson("saw").nullable(),
    can: z.object({ decide: z.boolean(), withdraw: z.boolean() }),
  })
  .meta({ id: "SpecializationApplication" });
export type SpecializationApplication = z.infer<typeof SpecializationApplication>;

/** How a company stands towards one specialization. */
export const PartnerSpecialization = z
  .object({
    specialization: Specialization,
    award: SpecializationAward.nullable().describe("The one held today, or last"),
    application: idJson("sap").nullable().describe("The one that is not decided"),
    asked: Asked,
    can: z.object({ apply: z.boolean(), renew: z.boolean() }),
  })
  .meta({ id: "PartnerSpecialization" });
export type PartnerSpecialization = z.infer<typeof PartnerSpecialization>;

const reason = z.string().trim().min(1, "Give a reason.").max(1000, "Write at most 1,000 characters.");

export const listSpecializations = endpoint({
  method: "GET",
  path: "/specializations",
  summary: "What companies can be specialized in",
  tag,
  query: ListQuery,
  response: pageOf(Specialization),
});
export const getSpecialization = endpoint({
  method: "GET",
  path: "/specializations/{specializationId}",
  summary: "One specialization, as it is asked for now",
  tag,
  params: oneSpecialization,
  response: Specialization,
});
export const listSpecializationVersions = endpoint({
  method: "GET",
  path: "/specializations/{specializationId}/versions",
  summary: "All versions of a specialization, the newest first",
  tag,
  params: oneSpecialization,
  query: ListQuery,
  response: pageOf(SpecializationVersion),
});
export const createSpecialization = endpoint({
  method: "POST",
  path: "/specializations",
  summary: "Define something that companies can be specialized in",
  tag,
  body: Terms.extend({
    key: z
      .string()
      .regex(/^[a-z][a-z0-9-]{0,39}$/, "Write a short key of small letters, digits and hyphens."),
  }),
  response: Specialization,
  status: 201,
});
export const publishSpecialization = endpoint({
  method: "POST",
  path: "/specializations/{specializationId}/versions",
  summary: "Publish another version; who applied or holds it by an earlier one goes on by that",
  tag,
  params: oneSpecialization,
  body: Terms,
  response: Specialization,
  status: 201,
});
export const listPartnerSpecializations = endpoint({
  method: "GET",
  path: "/partners/{partnerId}/specializations",
  summary: "What a company holds, what it could hold, and what is missing",
  tag,
  params: z.object({ partnerId: idJson("par") }),
  query: ListQuery,
  response: pageOf(PartnerSpecialization),
});
export const listApplications = endpoint({
  method: "GET",
  path: "/specialization-applications",
  summary: "Applications for specializations, the newest first",
  tag,
  query: ListQuery.extend({
    state: z.enum(applicationStates).optional(),
    specializationId: idJson("spz").optional(),
    partnerId: idJson("par").optional(),
  }),
  response: pageOf(SpecializationApplication),
});
export const getApplication = endpoint({
  method: "GET",
  path: "/specialization-applications/{applicationId}",
  summary: "One application, beside what is asked and what the company has",
  tag,
  params: oneApplication,
  response: SpecializationApplication,
});
export const applyForSpecialization = endpoint({
  method: "POST",
  path: "/specialization-applications",
  summary: "Apply for one's own company, anew or to renew what ends soon",
  tag,
  body: z.object({
    specializationId: idJson("spz"),
    note: z
      .string()
      .trim()
      .max(2000, "Write at most 2,000 characters.")
      .describe("What whoever decides should know"),
  }),
  response: SpecializationApplication,
  status: 201,
});
export const withdrawApplication = endpoint({
  method: "POST",
  path: "/specialization-applications/{applicationId}/withdrawal",
  summary: "Take an application back that nobody has decided",
  tag,
  params: oneApplication,
  response: SpecializationApplication,
});
export const awardSpecialization = endpoint({
  method: "POST",
  path: "/specialization-applications/{applicationId}/award",
  summary: "Award what was applied for; a renewal begins where what is held ends",
  tag,
  params: oneApplication,
  body: z.object({
    note: reason
      .optional()
      .describe("Needed where not everything that is asked is there; the partner reads it"),
  }),
  response: SpecializationApplication,
});
export const declineApplication = endpoint({
  method: "POST",
  path: "/specialization-applications/{applicationId}/refusal",
  summary: "Decline an application, with a reason",
  tag,
  params: oneApplication,
  body: z.object({ reason: reason.describe("The partner reads it") }),
  response: SpecializationApplication,
});
export const listAwards = endpoint({
  method: "GET",
  path: "/specialization-awards",
  summary: "Who holds or held which specialization, the latest end first",
  tag,
  query: ListQuery.extend({
    state: z.enum(awardStates).optional(),
    specializationId: idJson("spz").optional(),
    partnerId: idJson("par").optional(),
    endsSoon: z.enum(["yes"]).optional(),
  }),
  response: pageOf(SpecializationAward),
});
export const getAward = endpoint({
  method: "GET",
  path: "/specialization-awards/{awardId}",
  summary: "What a company holds or held, from when until when",
  tag,
  params: oneAward,
  response: SpecializationAward,
});
export const revokeAward = endpoint({
  method: "POST",
  path: "/specialization-awards/{awardId}/revocation",
  summary: "Revoke a specialization from today on, and a renewal of it with it",
  tag,
  params: oneAward,
  body: z.object({ reason: reason.describe("The partner reads it") }),
  response: SpecializationAward,
});
export const getBadge = endpoint({
  method: "GET",
  path: "/specialization-awards/{awardId}/badge",
  summary: "The badge as a picture (SVG)",
  tag,
  params: oneAward,
  download: "application/octet-stream",
});

const told = z.object({ label: z.string() });
const withReason = told.extend({ reason: z.string() });
const withEnd = told.extend({ until: z.string().describe("The first day on which it is not held any more") });

export const events = {
  specializationPublished: eventType("specialization.published", {
    reach: null,
    payload: told.extend({ version: z.int() }),
  }),
  specializationApplied: eventType("specialization.applied", { reach: "money", payload: told }),
  specializationWithdrawn: eventType("specialization.withdrawn", { reach: "money", payload: told }),
  specializationAwarded: eventType("specialization.awarded", { reach: "money", payload: withEnd }),
  specializationDeclined: eventType("specialization.declined", { reach: "money", payload: withReason }),
  specializationRevoked: eventType("specialization.revoked", { reach: "money", payload: withReason }),
  specializationEnding: eventType("specialization.ending", { reach: "money", payload: withEnd }),
  specializationExpired: eventType("specialization.expired", { reach: "money", payload: withEnd }),
};
