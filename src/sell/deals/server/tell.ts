import { sql } from "kysely";
import { createAccount } from "#ecosystem/accounts/index.ts";
import { changed, maybe, one, type Tx } from "#platform/database/tx.ts";
import { record } from "#platform/events/record.ts";
import { fromPublicId } from "#platform/ids.ts";
import { enterRegistered, linkRegistered } from "../../opportunities/index.ts";
import type { DealAct } from "../deal.ts";
import { events } from "../events.ts";
import { aboutOf, letNextMoveUp, namesOf } from "./about.ts";
import { holdUntil, releaseSeries } from "./claims.ts";
import { decided } from "./clocks.ts";
import { countApproval } from "./facts.ts";
import { changedMeanwhile, nextState } from "./load.ts";
import * as store from "./store.ts";
import { Terms } from "./terms.ts";

type TermsOf<K extends Terms["kind"]> = Extract<Terms, { kind: K }>;

interface DecisionRow {
  registration_id: string;
  kind: DealAct;
  terms: unknown;
  rules_id: string;
  decided_by: string;
  decider: string;
  decided_at: Temporal.Instant;
}

/**
 * Tells a decision: the registration becomes what was decided. One that has become impossible meanwhile (the partner
 * has withdrawn) is taken back instead. Tells once, however often it is called.
 */
export async function tell(tx: Tx, decisionId: string): Promise<void> {
  const found = await maybe(
    tx,
    sql<{ registration_id: string }>`select registration_id from registration_decision
      where vendor_id = ${tx.vendorId} and id = ${decisionId}`,
  );
  if (found === null) return;
  await store.lockDeal(tx, found.registration_id);
  const told = await changed(
    tx,
    sql`update registration_decision set told_at = ${tx.now().toString()}
      where vendor_id = ${tx.vendorId} and id = ${decisionId} and told_at is null and taken_back_at is null`,
  );
  const row = await store.findDeal(tx, found.registration_id);
  if (told !== 1 || row === null) return;
  const decision = await one(
    tx,
    sql<DecisionRow>`select d.registration_id, d.kind, d.terms, d.rules_id, d.decided_by, m.name as decider, d.decided_at
      from registration_decision d join membership m on m.vendor_id = d.vendor_id and m.id = d.decided_by
      where d.vendor_id = ${tx.vendorId} and d.id = ${decisionId}`,
  );
  if (nextState(tx, row, decision.kind) === null) return;
  const terms = Terms.parse(decision.terms);
  if (terms.kind === "approve") await approved(tx, row, decision, terms);
  else if (terms.kind === "reject") await rejected(tx, row, decision, terms);
  else await revoked(tx, row, decision, terms);
}

async function approved(
  tx: Tx,
  row: store.DealRow,
  decision: DecisionRow,
  terms: TermsOf<"approve">,
): Promise<void> {
  const opportunityId = await saleOf(tx, row, terms);
  await write(tx, row, {
    state: "approved",
    ...(await settled(tx, row, decision)),
    reason: terms.note,
    benefit: terms.benefit,
    protection: terms.protection,
    protected_series: terms.series,
    protected_from: decision.decided_at.toString(),
    protected_until: terms.until,
    protection_days: terms.days === null ? null : JSON.stringify(terms.days),
    opportunity_id: opportunityId,
  });
  await holdUntil(tx, row.id, Temporal.Instant.from(terms.until));
  await letNextMoveUp(tx, () => releaseSeries(tx, row.id, terms.series));
  await countApproval(tx, row.id, 1);
  await record(tx, events.dealApproved, by(row, decision), {
    ...namesOf(row),
    protectedUntil: terms.until,
    protection: terms.protection,
    series: terms.series,
  });
}

/** The one opportunity that the registration stands for: linked where a person said so, entered otherwise. */
async function saleOf(tx: Tx, row: store.DealRow, terms: TermsOf<"approve">): Promise<string> {
  const reason = `Registration ${row.number} of ${row.partner_name}`;
  if (terms.opportunityId !== null) {
    await linkRegistered(tx, terms.opportunityId, { holderId: row.partner_id, reason });
    return terms.opportunityId;
  }
  const lines = await store.linesOf(tx, row.id);
  const customer = row.customer_name ?? "";
  return enterRegistered(tx, {
    name: row.project === "" ? customer : `${customer}: ${row.project}`,
    accountId: terms.accountId ?? (await newAccount(tx, row)),
    holderId: row.partner_id,
    stage: row.sales_stage,
    valueMinor: row.value_minor,
    engagedOn: (row.submitted_at ?? tx.now()).toZonedDateTimeISO(tx.vendor.timezone).toPlainDate().toString(),
    expectedCloseOn: row.expected_close_on,
    lines: lines.map((line) => ({
      productId: line.product_id,
      quantity: line.quantity,
      amountMinor: line.amount_minor,
    })),
    reason,
  });
}

async function newAccount(tx: Tx, row: store.DealRow): Promise<string> {
  const account = await createAccount(tx, {
    name: row.customer_name ?? "",
    country: row.customer_country ?? undefined,
  });
  return fromPublicId("acc", account.id, "account");
}

async function rejected(
  tx: Tx,
  row: store.DealRow,
  decision: DecisionRow,
  terms: TermsOf<"reject">,
): Promise<void> {
  const { reasonKey, reason } = terms;
  await write(tx, row, {
    state: "rejected",
    ...(await settled(tx, row, decision)),
    reason_key: reasonKey,
    reason,
  });
  await letNextMoveUp(tx, () => releaseSeries(tx, row.id, []));
  await record(tx, events.dealRejected, by(row, decision), { ...namesOf(row), reasonKey, reason });
}

async function revoked(
  tx: Tx,
  row: store.DealRow,
  decision: DecisionRow,
  { reason }: TermsOf<"revoke">,
): Promise<void> {
  await write(tx, row, { state: "revoked", ...toldAs(decision), ended_at: tx.now().toString(), reason });
  await letNextMoveUp(tx, () => releaseSeries(tx, row.id, []));
  await countApproval(tx, row.id, -1);
  await record(tx, events.dealRevoked, by(row, decision), { ...namesOf(row), reason });
}

function toldAs(decision: DecisionRow) {
  return { decided_at: decision.decided_at.toString(), decided_rules_id: decision.rules_id };
}

/** The vendor's clocks have done their work. */
async function settled(tx: Tx, row: store.DealRow, decision: DecisionRow): Promise<Record<string, unknown>> {
  return { ...toldAs(decision), ...(await decided(tx, row, decision.decided_at, decision.decided_by)) };
}

function by(row: store.DealRow, decision: DecisionRow) {
  return { ...aboutOf(row), actor: { membershipId: decision.decided_by, name: decision.decider } };
}

async function write(tx: Tx, row: store.DealRow, set: Readonly<Record<string, unknown>>): Promise<void> {
  if (!(await store.updateDeal(tx, row, set))) throw changedMeanwhile();
}
