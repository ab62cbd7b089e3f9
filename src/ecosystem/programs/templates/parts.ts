import type { LadderTwo, Measure } from "../../ladders/contract.ts";
import type { PartnerType } from "../../partner-types/contract.ts";
import {
  type Benefit,
  defaultTrack,
  included,
  type ProgramDocument,
  type Track,
  unnamed,
} from "../document.ts";

/* What templates are put together from. */

/** One way to begin a program: a whole document, which the vendor then makes its own. */
export interface Template {
  key: string;
  /** Whom it is for. */
  type: PartnerType;
  document: ProgramDocument;
}

/** Measures over facts that every vendor has; `months` of what adds up, the day of the review for what is so. */
export const measures = {
  won: sum("won", "Won value", "won_value", 12),
  assisted: sum("assisted", "Assisted value", "assisted_value", 12),
  managed: sum("managed", "Managed value", "managed_value", 12),
  registered: sum("registered", "Approved registrations", "registrations_approved", 12),
  deals: sum("deals", "Deals won", "deals_won", 12),
  certified: latest("certified", "Certified people", "certified_heads"),
  certificates: latest("certificates", "Certificates", "certificates"),
  references: latest("references", "Customer references", "references"),
  active: latest("active", "Active resellers", "active_resellers"),
  satisfaction: latest("satisfaction", "Satisfaction", "satisfaction"),
  audit: latest("audit", "Audit passed", "audit_passed"),
  agreement: latest("agreement", "Agreement signed", "agreement_signed"),
  cleared: latest("cleared", "Due diligence cleared", "due_diligence_cleared"),
  overdue: latest("overdue", "Overdue balance", "overdue_balance"),
} satisfies Record<string, Measure>;
type MeasureName = keyof typeof measures;

function sum(key: string, label: string, fact: string, months: number): Measure {
  return { key, label, kind: "fact", fact, window: { kind: "trailing-months", months } };
}

function latest(key: string, label: string, fact: string): Measure {
  return { key, label, kind: "fact", fact, window: { kind: "as-of" } };
}

/** What a partner needs that buys from the vendor; of one that is only paid, no balance can be overdue. */
export const paysInTime = "overdue <= 0";

/** A ladder that is reviewed twice a year and takes a level away once; `goodStanding` adds to the agreement. */
export function ladder(
  name: string,
  label: string,
  currency: string,
  has: {
    base: string;
    measures: readonly MeasureName[];
    levels: readonly [level: string, requires: string][];
    goodStanding?: readonly string[];
    more?: Partial<LadderTwo>;
  },
): LadderTwo {
  const standing = has.goodStanding ?? [];
  const used = new Set<MeasureName>(has.measures).add("agreement");
  if (standing.includes(paysInTime)) used.add("overdue");
  return {
    format: "hanse-ladder/2",
    name,
    label,
    currency,
    base: has.base,
    measuredAt: "entity",
    reviews: { everyMonths: 6, demoteEveryMonths: 12, decidedAfterDays: 14, inForceAfterDays: 14 },
    graceDays: 180,
    warnDays: 60,
    minimumStayMonths: 6,
    measures: [...used].map((one) => measures[one]),
    goodStanding: ["agreement >= 1", ...standing],
    levels: has.levels.map(([level, requires]) => ({ level, requires })),
    ...has.more,
  };
}

/** A benefit by level; `""` where a level has none. */
export function benefit(
  key: string,
  label: string,
  kind: Benefit["kind"],
  unit: Benefit["unit"],
  values: Record<string, string>,
  more: Partial<Benefit> = {},
): Benefit {
  return {
    key,
    label,
    kind,
    unit,
    values,
    period: "none",
    onRequest: false,
    validDays: null,
    description: "",
    ...more,
  };
}

/** A benefit that is there or not. */
export function given(
  key: string,
  label: string,
  kind: Benefit["kind"],
  levels: readonly string[],
  more: Partial<Benefit> = {},
) {
  return benefit(
    key,
    label,
    kind,
    "none",
    Object.fromEntries(levels.map((level) => [level, included])),
    more,
  );
}

export function track(key: string, label: string, has: Partial<Track>): Track {
  return { ...defaultTrack(), key, label, isDefault: false, ...has };
}

/** Of a track that has not all benefits: which count at each level, beside what is otherwise there. */
export function within(
  benefits: readonly string[],
  levels: readonly string[],
  tiers: Track["tiers"],
): Track["tiers"] {
  return Object.fromEntries(levels.map((level) => [level, { ...tiers[level], benefits: [...benefits] }]));
}

/** The default track of a template, with the agreements and content that are asked for and given. */
export function mainTrack(
  label: string,
  has: { agreements: readonly string[]; content?: readonly string[] } & Partial<Pick<Track, "tiers">>,
): Track {
  return {
    ...defaultTrack(),
    label,
    applicationForm: unnamed("application-form"),
    onboardingTrack: unnamed("onboarding-track"),
    agreements: has.agreements.map((name) => ({ kind: "agreement" as const, name })),
    content: (has.content ?? []).map((name) => ({ kind: "content" as const, name })),
    tiers: has.tiers ?? {},
  };
}

/** The frame that templates share: a year's notice rules, acknowledged every program year. */
export function program(
  type: PartnerType,
  label: string,
  summary: string,
  has: Pick<ProgramDocument, "ladder" | "benefits" | "tracks"> & Partial<ProgramDocument>,
): ProgramDocument {
  return {
    format: "hanse-program/1",
    label,
    summary,
    criteria: { types: [type], regions: [] },
    noticeDays: 60,
    acknowledge: true,
    counts: { dealRules: "customer-site", tiers: "contracting-entity", funds: "paying-entity" },
    ...has,
  };
}
