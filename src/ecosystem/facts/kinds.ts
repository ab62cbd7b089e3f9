/**
 * What kinds of facts there are and what their numbers mean. The product's own kinds stand here; a vendor adds kinds of
 * its own, whose keys begin with `x_`.
 */
export interface FactKindSpec {
  key: string;
  label: string;
  /** Money is counted in minor units of its currency, a number in thousandths. */
  unit: "money" | "number";
  /** What facts of a period come to: their sum, or the one that was true last. */
  counts: "sum" | "latest";
  /** The product records what it sees happen; people enter or import the rest. */
  recordedBy: "product" | "people";
}

/**
 * The value of won opportunities: an amount is added when one is won, and further amounts, below zero too, when its
 * value, owner or stage changes afterwards. Tiers are measured by it.
 */
export const wonValue = "won_value";
/** The value of sales that others won and that a partner's confirmed touchpoints helped. */
export const assistedValue = "assisted_value";
/** Registrations that the vendor approved; one that is revoked is taken back. */
export const registrationsApproved = "registrations_approved";
/** Won opportunities, each once, whichever way they came; one that is taken back or goes to another owner counts no more. */
export const dealsWon = "deals_won";

const money = (key: string, label: string, counts: FactKindSpec["counts"]) =>
  ({ key, label, unit: "money", counts, recordedBy: "people" }) satisfies FactKindSpec;
const number = (key: string, label: string, counts: FactKindSpec["counts"]) =>
  ({ key, label, unit: "number", counts, recordedBy: "people" }) satisfies FactKindSpec;
const byProduct = (spec: FactKindSpec): FactKindSpec => ({ ...spec, recordedBy: "product" });

/** Between what the plain numbers of a kind lie, in thousandths, and whether they are whole. */
export interface Range {
  least: bigint;
  /** Null: there is no most. */
  most: bigint | null;
  whole: boolean;
}

/** What is so or not: recorded as 1 for yes and 0 for no, and asked for in the same way. */
const yesNo: Range = { least: 0n, most: 1_000n, whole: true };
const count: Range = { least: 0n, most: null, whole: true };

const ranges: ReadonlyMap<string, Range> = new Map([
  [registrationsApproved, count],
  [dealsWon, count],
  ["certificates", count],
  ["certified_heads", count],
  ["references", count],
  ["active_resellers", count],
  // As surveys ask: one to five stars.
  ["satisfaction", { least: 0n, most: 5_000n, whole: false }],
  ["audit_passed", yesNo],
  ["agreement_signed", yesNo],
  ["due_diligence_cleared", yesNo],
]);

/** The kinds whose numbers lie in a range, by key. */
export const rangedKinds: Iterable<[string, Range]> = ranges;

export function isYesNo(kind: string): boolean {
  return ranges.get(kind) === yesNo;
}

/** Kinds of which partners should have little, so that at most so much of them is asked for. */
const betterLow: ReadonlySet<string> = new Set(["overdue_balance"]);

export function isBetterLow(kind: string): boolean {
  return betterLow.has(kind);
}

/** Why a plain number, in thousandths, is none of a kind's; null where it is one. */
export function rangeError(
  { key, label }: Pick<FactKindSpec, "key" | "label">,
  number: bigint,
): string | null {
  const range = ranges.get(key);
  if (range === undefined) return null;
  const { least, most, whole } = range;
  const isOutside = number < least || (most !== null && number > most);
  if (isYesNo(key)) {
    return isOutside || number % 1_000n !== 0n ? `${label} is so or not. Write 1 for yes or 0 for no.` : null;
  }
  if (isOutside) {
    return most === null
      ? `${label} is never below ${least / 1_000n}.`
      : `${label} is told from ${least / 1_000n} to ${most / 1_000n}.`;
  }
  return whole && number % 1_000n !== 0n ? `${label} is counted in whole numbers.` : null;
}

/** The kinds that every vendor has. What is entered by people is so until a feature owns it. */
export const builtInKinds: readonly FactKindSpec[] = [
  byProduct(money(wonValue, "Won value", "sum")),
  byProduct(money(assistedValue, "Assisted value", "sum")),
  byProduct(number(registrationsApproved, "Approved registrations", "sum")),
  byProduct(number(dealsWon, "Deals won", "sum")),
  number("certificates", "Certificates", "latest"),
  number("certified_heads", "Certified people", "latest"),
  number("references", "Customer references", "latest"),
  number("active_resellers", "Active resellers", "latest"),
  number("satisfaction", "Satisfaction", "latest"),
  number("audit_passed", "Audit passed", "latest"),
  number("agreement_signed", "Agreement signed", "latest"),
  number("due_diligence_cleared", "Due diligence cleared", "latest"),
  money("overdue_balance", "Overdue balance", "latest"),
  money("managed_value", "Managed value", "sum"),
];
