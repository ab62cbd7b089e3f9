import type { FieldError } from "#platform/problem.ts";
import type { DealRole, EngagementSettings } from "../engagement/contract.ts";

/** A registration as far as the rules look at it before it is received. Days are `YYYY-MM-DD`, amounts minor units. */
export interface Submission {
  customerName: string | null;
  customerCountry: string | null;
  /** What somebody typed, and whether it is an address of the web at all. */
  customerWebsite: string | null;
  websiteIsAddress: boolean;
  contactName: string | null;
  contactEmail: string | null;
  contactNoticeVersion: number | null;
  role: DealRole;
  expectedCloseOn: string | null;
  tenderPublishedOn: string | null;
  /** The day on which it was received; today for one that is being received. */
  receivedOn: string;
  valueMinor: bigint | null;
  /** Series of its lines. */
  series: readonly string[];
}

/** What the rules in force ask. `minimumMinor` is in the vendor's currency. */
export interface Eligibility {
  settings: EngagementSettings;
  minimumMinor: bigint | null;
  today: string;
  /** The least value as people read it. */
  minimumText: string;
}

/**
 * What is missing or not eligible, field by field; empty when it is received. All of it follows from what is submitted
 * and from the published rules alone, so it says nothing about anybody else.
 */
export function refusalsOfSubmission(one: Submission, rules: Eligibility): FieldError[] {
  return [...missing(one, rules), ...notEligible(one, rules)];
}

function missing(one: Submission, { settings, today }: Eligibility): FieldError[] {
  const errors: FieldError[] = [];
  const need = (holds: boolean, field: string, message: string) => {
    if (!holds) errors.push({ pointer: `/${field}`, message });
  };
  need(one.customerName !== null, "customerName", "Write the customer's name.");
  need(one.customerCountry !== null, "customerCountry", "Choose the customer's country.");
  need(one.series.length > 0, "lines", "Add at least one product.");
  need(one.expectedCloseOn !== null, "expectedCloseOn", "Say when you expect it to close.");
  need(
    one.customerWebsite === null || one.websiteIsAddress,
    "customerWebsite",
    "This is not an address of a company's site, such as example.com.",
  );
  need(
    one.expectedCloseOn === null || one.expectedCloseOn >= today,
    "expectedCloseOn",
    "The expected close lies in the past. Is the draft still right?",
  );
  const hasContact = one.contactName !== null || one.contactEmail !== null;
  need(
    !hasContact || one.contactNoticeVersion === settings.contactNotice.version,
    "contactNoticeVersion",
    one.contactNoticeVersion === null
      ? "Confirm that the contact knows what the data are given for."
      : "The notice for contacts has changed. Read it and confirm it again.",
  );
  return errors;
}

function notEligible(one: Submission, { settings, minimumMinor, minimumText }: Eligibility): FieldError[] {
  const errors: FieldError[] = [];
  const refuse = (when: boolean, field: string, message: string) => {
    if (when) errors.push({ pointer: `/${field}`, message });
  };
  refuse(!settings.roles.includes(one.role), "role", "Deals are not registered in this role.");
  const { countries } = settings;
  refuse(
    countries.length > 0 && one.customerCountry !== null && !countries.includes(one.customerCountry),
    "customerCountry",
    "Deals with customers of this country are not registered.",
  );
  const excluded = one.series.filter((series) => settings.excludedSeries.includes(series));
  refuse(excluded.length > 0, "lines", `${excluded.join(", ")} is not eligible for registration.`);
  refuse(
    minimumMinor !== null && (one.valueMinor ?? 0n) < minimumMinor,
    "value",
    `Deals are registered from ${minimumText} on.`,
  );
  refuse(
    one.tenderPublishedOn !== null && one.tenderPublishedOn <= one.receivedOn,
    "tenderPublishedOn",
    "It is a public tender already. What was registered before a tender was published stays protected; after, it is not accepted.",
  );
  return errors;
}
