import { sql } from "kysely";
import { distributorsOf } from "#ecosystem/partners/index.ts";
import { maybe, type Tx } from "#platform/database/tx.ts";
import { toPublicId } from "#platform/ids.ts";
import { money, toJson } from "#platform/money/money.ts";
import type { EngagementSettings } from "../../engagement/contract.ts";
import { DaysGiven, type DealDetail, type DealItem, type Disclosed } from "../contract.ts";
import type { DealAct } from "../deal.ts";
import { disclosedOf } from "./disclosure.ts";
import { isOwn, load, nextState, stateOf } from "./load.ts";
import { type Related, relatedOf, relatedToNew } from "./related.ts";
import { type DealRow, type LineRow, linesOf } from "./store.ts";

/** As a list shows it; `disclosed` is what its partner is told before the decision. */
export function presentItem(tx: Tx, row: DealRow, disclosed: Disclosed | undefined): DealItem {
  const text = (instant: Temporal.Instant | null) => instant?.toString() ?? null;
  return {
    id: toPublicId("deal", row.id),
    number: row.number,
    partner: { id: toPublicId("par", row.partner_id), name: row.partner_name },
    customer: { name: row.customer_name, country: row.customer_country },
    project: row.project,
    role: row.role,
    state: stateOf(tx, row),
    value: row.value_minor === null ? null : toJson(money(row.value_minor, row.currency)),
    expectedCloseOn: row.expected_close_on,
    onBehalf: row.on_behalf_reason !== null,
    submittedAt: text(row.submitted_at),
    answerDueAt: text(row.answer_due_at),
    decisionDueAt: text(row.decision_due_at),
    answerOwedAt: text(row.question_due_at),
    protection:
      row.protection === null || row.protected_from === null || row.protected_until === null
        ? null
        : {
            kind: row.protection,
            series: row.protected_series ?? [],
            from: row.protected_from.toString(),
            until: row.protected_until.toString(),
          },
    opportunity:
      row.opportunity_id === null || row.opportunity_name === null
        ? null
        : { id: toPublicId("opp", row.opportunity_id), name: row.opportunity_name },
    disclosed: disclosed ?? null,
    conflicts: null,
    version: row.version,
    updatedAt: row.updated_at.toString(),
  };
}

/** @throws Problem 404 */
export async function detailOf(tx: Tx, publicId: string): Promise<DealDetail> {
  return presentDetail(tx, await load(tx, publicId));
}

async function presentDetail(tx: Tx, row: DealRow): Promise<DealDetail> {
  const lines = await linesOf(tx, row.id);
  const disclosed = await disclosedOf(tx, [row]);
  return put(tx, row, {
    lines,
    disclosed: disclosed.get(row.id),
    related: await relatedOf(tx, row),
    payCredit: await ownPayCredit(tx, row),
    distributor: await distributorOf(tx, row),
  });
}

/**
 * One that was received just now, of what is known of it anyway: nobody has said anything about it yet, and under
 * neutral rules nobody is told anything.
 */
export async function presentReceived(
  tx: Tx,
  row: DealRow,
  lines: readonly LineRow[],
  rules: { version: number; settings: EngagementSettings },
): Promise<DealDetail> {
  const disclosed = rules.settings.disclosure === "neutral" ? null : await disclosedOf(tx, [row]);
  return put(tx, row, {
    lines,
    disclosed: disclosed?.get(row.id),
    related: await relatedToNew(tx, row, rules.version),
    payCredit: null,
    distributor: await distributorOf(tx, row),
  });
}

interface Beside {
  lines: readonly LineRow[];
  disclosed: Disclosed | undefined;
  related: Related;
  payCredit: DealDetail["payCredit"];
  distributor: DealDetail["distributor"];
}

/** By whom it is delivered: the partner reads the name of its own distributor, whose record is not its to see. */
async function distributorOf(tx: Tx, row: DealRow): Promise<DealDetail["distributor"]> {
  if (row.distributor_id === null) return null;
  const name =
    row.distributor_name ??
    (await distributorsOf(tx, row.partner_id)).find(({ id }) => id === row.distributor_id)?.name;
  return name === undefined ? null : { id: toPublicId("par", row.distributor_id), name };
}

function put(
  tx: Tx,
  row: DealRow,
  { lines, disclosed, related, payCredit, distributor }: Beside,
): DealDetail {
  return {
    ...presentItem(tx, row, disclosed),
    customer: {
      name: row.customer_name,
      country: row.customer_country,
      website: row.customer_website,
      domain: row.customer_domain,
      taxId: row.customer_tax_id,
      crmId: row.customer_crm_id,
    },
    contact: {
      name: row.contact_name,
      email: row.contact_email,
      title: row.contact_title,
      noticeVersion: row.contact_notice_version,
    },
    salesStage:
      row.sales_stage === null ? null : { key: row.sales_stage, label: row.stage_label ?? row.sales_stage },
    source: row.source,
    distributor,
    tenderPublishedOn: row.tender_published_on,
    note: row.note,
    onBehalfReason: row.on_behalf_reason,
    lines: lines.map((line) => ({
      product: { id: toPublicId("prd", line.product_id), name: line.product_name, series: line.series },
      quantity: line.quantity,
      amount: line.amount_minor === null ? null : toJson(money(line.amount_minor, row.currency)),
      listed: line.listed,
    })),
    ...related,
    protectionDays: daysGiven(tx, row),
    payCredit,
    closedAs: row.closed_as,
    createdAt: row.created_at.toString(),
    can: whatCan(tx, row),
  };
}

/** At which level the partner stands is told to the vendor and to itself, not to those above it. */
function daysGiven(tx: Tx, row: DealRow): DealDetail["protectionDays"] {
  if (row.protection_days === null) return null;
  const given = DaysGiven.parse(row.protection_days);
  const isTold = tx.actor.databaseRole !== "hanse_partner" || isOwn(tx, row);
  return isTold || given.program === null ? given : { ...given, program: { ...given.program, level: null } };
}

async function ownPayCredit(tx: Tx, row: DealRow): Promise<DealDetail["payCredit"]> {
  if (row.opportunity_id === null || tx.actor.databaseRole !== "hanse_partner") return null;
  const told = await maybe(
    tx,
    sql<{
      is_theirs: boolean;
      reason: string;
      decided_at: Temporal.Instant;
    }>`select is_theirs, reason, decided_at
      from pay_credit_told where vendor_id = ${tx.vendorId} and opportunity_id = ${row.opportunity_id}
        and partner_id = ${row.partner_id}`,
  );
  return told && { isYours: told.is_theirs, reason: told.reason, decidedAt: told.decided_at.toString() };
}

function whatCan(tx: Tx, row: DealRow): DealDetail["can"] {
  const { actor } = tx;
  const holds = (act: string) => actor.membershipId !== null && actor.can.has(act);
  const open = (act: DealAct) => nextState(tx, row, act) !== null;
  const enters = holds("deal.register") && isOwn(tx, row);
  const decides = holds("deal.decide");
  return {
    change: enters && open("change"),
    submit: enters && open("submit"),
    withdraw: enters && open("withdraw"),
    discard: enters && open("discard"),
    answer: enters && open("answer"),
    addFile: enters && open("addFile"),
    requestExtension: enters && open("requestExtension"),
    proposeOutcome: enters && open("proposeOutcome"),
    decide: decides && open("approve"),
    revoke: decides && open("revoke"),
  };
}
