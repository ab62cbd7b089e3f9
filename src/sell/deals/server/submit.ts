import { readDomain } from "#ecosystem/matching/index.ts";
import type { Tx } from "#platform/database/tx.ts";
import { record } from "#platform/events/record.ts";
import { toPublicId } from "#platform/ids.ts";
import { formatMinor, parseMoney } from "#platform/money/money.ts";
import { type FieldError, Problem } from "#platform/problem.ts";
import { addBusinessMinutes, minutesOfDay } from "#platform/time/business.ts";
import type { EngagementSettings } from "../../engagement/contract.ts";
import { calendarOf, standingRules } from "../../engagement/index.ts";
import { refusalsOfSubmission } from "../completeness.ts";
import type { DealDetail, DealReceipt } from "../contract.ts";
import { type Claim, claimsOf, type Identity, identifierKey } from "../deal.ts";
import { events } from "../events.ts";
import { lockClaims, receive } from "./claims.ts";
import { changedMeanwhile, loadFor } from "./load.ts";
import { presentReceived } from "./present.ts";
import { canonical, type ReceiptSigner } from "./receipt.ts";
import * as store from "./store.ts";

/**
 * Submits a draft: it is numbered, takes its place in the server's order, and is answered by a signed receipt. Whether
 * somebody else was first makes no difference to anything the partner gets.
 * @throws Problem 422 for what is missing or not eligible, 409 when it is no draft any more
 */
export async function submit(
  tx: Tx,
  publicId: string,
  version: number,
  signer: ReceiptSigner,
): Promise<{ deal: DealDetail; receipt: DealReceipt }> {
  const row = await loadFor(tx, "submit", publicId, version);
  const lines = await store.linesOf(tx, row.id);
  const rules = await standingRules(tx);
  refuseIncomplete(tx, row, lines, rules.settings);
  const claims = await claimsOfDeal(tx, row, lines);
  refuseNobody(claims);
  await lockClaims(tx, claims);
  // After the locks: whoever waited for somebody was later, and its receipt says so.
  const receivedAt = asStored(tx.clock.now());
  const number = await receive(tx, row, claims);
  const receipt = signer.sign(
    canonical(documentOf(tx, row, lines, { number, receivedAt, rules: rules.version })),
  );
  const calendar = calendarOf(rules.settings, tx.vendor.timezone);
  const due = (days: number) => addBusinessMinutes(calendar, receivedAt, days * minutesOfDay(calendar));
  const received = {
    state: "submitted" as const,
    number,
    submitted_at: receivedAt,
    submitted_by: tx.actor.membershipId,
    receipt: JSON.stringify(receipt),
    rules_id: rules.id,
    answer_due_at: due(rules.settings.firstAnswerDays),
    decision_due_at: due(rules.settings.decisionDays),
  };
  if (!(await store.updateDeal(tx, row, received))) throw changedMeanwhile();
  const after = { ...row, ...received, version: row.version + 1, updated_at: asStored(tx.now()) };
  const deal = await presentReceived(tx, after, lines, rules);
  await record(
    tx,
    events.dealSubmitted,
    {
      subject: { kind: "deal", id: row.id },
      partnerId: row.partner_id,
      onBehalfOf: row.on_behalf_reason === null ? null : row.partner_id,
    },
    {
      number,
      customer: row.customer_name ?? "",
      sha256: receipt.sha256,
      ...(deal.disclosed !== null && { notFree: deal.disclosed.reasonKey }),
    },
  );
  return { deal, receipt };
}

/** An instant as the database keeps it, in microseconds. */
function asStored(instant: Temporal.Instant): Temporal.Instant {
  return instant.round({ smallestUnit: "microsecond" });
}

/** @throws Problem 422, naming every field */
export function refuseIncomplete(
  tx: Tx,
  row: store.DealRow,
  lines: readonly store.LineRow[],
  settings: EngagementSettings,
): void {
  const { currency } = tx.vendor;
  const minimumMinor = settings.minimumValue === null ? null : parseMoney(settings.minimumValue).minor;
  const errors = refusalsOfSubmission(
    {
      customerName: row.customer_name,
      customerCountry: row.customer_country,
      customerWebsite: row.customer_website,
      websiteIsAddress: row.customer_website !== null && readDomain(row.customer_website).names !== "nothing",
      contactName: row.contact_name,
      contactEmail: row.contact_email,
      contactNoticeVersion: row.contact_notice_version,
      role: row.role,
      expectedCloseOn: row.expected_close_on,
      tenderPublishedOn: row.tender_published_on,
      receivedOn: (
        row.submitted_at?.toZonedDateTimeISO(tx.vendor.timezone).toPlainDate() ?? tx.today()
      ).toString(),
      valueMinor: row.value_minor,
      series: lines.map((line) => line.series),
    },
    {
      settings,
      minimumMinor,
      minimumText: minimumMinor === null ? "" : `${formatMinor(minimumMinor, currency)} ${currency}`,
      today: tx.today().toString(),
    },
  );
  if (errors.length > 0) throw incomplete(errors);
}

/** A name of punctuation alone names nobody, and neither does anything else that was given. */
export function refuseNobody(claims: readonly Claim[]): void {
  if (claims.length === 0)
    throw incomplete([{ pointer: "/customerName", message: "Write the customer's name." }]);
}

function incomplete(errors: FieldError[]): Problem {
  return new Problem({
    status: 422,
    type: "invalid-input",
    detail: errors.map((error) => error.message).join(" "),
    errors,
  });
}

const maxKeyCharacters = 400;

/** What it asks for, of the customer's keys. The name's key is the database's own: one reading for everybody. */
export async function claimsOfDeal(
  tx: Tx,
  row: store.DealRow,
  lines: readonly Pick<store.LineRow, "series">[],
): Promise<Claim[]> {
  const identity = (kind: Identity["kind"], key: string | null): Identity[] =>
    key === null || key === "" ? [] : [{ kind, key }];
  const identifier = (value: string | null) => (value === null ? null : identifierKey(value));
  const nameKey = row.customer_name === null ? null : await store.nameKeyOf(tx, row.customer_name);
  return claimsOf({
    identities: [
      ...identity("domain", row.customer_domain),
      // Folding can make a name longer: what is longer than a key may be is told apart by its beginning.
      ...identity("name", nameKey && [...nameKey].slice(0, maxKeyCharacters).join("")),
      ...identity("tax-id", identifier(row.customer_tax_id)),
      ...identity("crm-id", identifier(row.customer_crm_id)),
    ],
    series: lines.map((line) => line.series),
    country: row.customer_country ?? "",
    project: row.project,
    role: row.role,
  });
}

/** What was submitted, in the words of the one who submitted it. */
function documentOf(
  tx: Tx,
  row: store.DealRow,
  lines: readonly store.LineRow[],
  received: { number: number; receivedAt: Temporal.Instant; rules: number },
): object {
  return {
    format: "hanse-deal/1",
    vendor: { id: toPublicId("ven", tx.vendorId), name: tx.vendor.name },
    partner: { id: toPublicId("par", row.partner_id), name: row.partner_name },
    deal: toPublicId("deal", row.id),
    number: received.number,
    receivedAt: received.receivedAt.toString(),
    rulesVersion: received.rules,
    submittedBy: tx.actor.name,
    onBehalf: row.on_behalf_reason !== null,
    customer: {
      name: row.customer_name,
      country: row.customer_country,
      website: row.customer_website,
      taxId: row.customer_tax_id,
      crmId: row.customer_crm_id,
    },
    role: row.role,
    project: row.project,
    expectedCloseOn: row.expected_close_on,
    tenderPublishedOn: row.tender_published_on,
    value: row.value_minor === null ? null : formatMinor(row.value_minor, row.currency),
    currency: row.currency,
    lines: lines.map((line) => ({
      product: line.product_name,
      series: line.series,
      quantity: line.quantity,
      amount: line.amount_minor === null ? null : formatMinor(line.amount_minor, row.currency),
    })),
  };
}
