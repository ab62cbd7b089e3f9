import type { Tx } from "#platform/database/tx.ts";
import type { EventAbout } from "#platform/events/record.ts";
import { record } from "#platform/events/record.ts";
import { formatMinor, money, toJson } from "#platform/money/money.ts";
import { type Change, events } from "../events.ts";
import { heldMinor } from "../opportunity.ts";
import type { Settlement } from "../settlement.ts";
import type { OpportunityRow } from "./store.ts";

/*
 * Tells the event stream what was done. Each event belongs to the partner whose money or sight it concerns; where an
 * opportunity goes from one partner to another, each gets its own, and none reads the other's name.
 */

function aboutOf(row: OpportunityRow, onBehalfOf: string | null = null): EventAbout {
  return {
    subject: { kind: "opportunity", id: row.id },
    partnerId: row.owner_partner_id,
    accountId: row.account_id,
    onBehalfOf,
  };
}

export async function tellOfCreation(tx: Tx, row: OpportunityRow, settlement: Settlement): Promise<void> {
  await record(tx, events.opportunityCreated, aboutOf(row, row.owner_partner_id), {
    name: row.name,
    stage: row.stage_label,
    reason: row.pay_basis_reason,
  });
  if (settlement.opened !== null) await tellOfWin(tx, row, settlement);
}

export interface Told {
  earlier: OpportunityRow;
  later: OpportunityRow;
  settlement: Settlement;
  reason: string | null;
}

/** A move to another stage, or a change in the stage that it is in. */
export async function tellOfChange(tx: Tx, told: Told): Promise<void> {
  const { earlier, later, settlement, reason } = told;
  if (settlement.reversal !== null) await tellOfReversal(tx, earlier, settlement);
  if (earlier.stage === later.stage) return tellOfEdit(tx, told);
  if (settlement.opened !== null) return tellOfWin(tx, later, settlement);
  if (later.meaning === "lost" && earlier.meaning !== "lost") return tellOfLoss(tx, later);
  await record(tx, events.opportunityMoved, aboutOf(later), {
    name: later.name,
    from: earlier.stage_label,
    to: later.stage_label,
    reason,
  });
}

async function tellOfWin(tx: Tx, row: OpportunityRow, { opened }: Settlement): Promise<void> {
  await record(tx, events.opportunityWon, aboutOf(row), {
    name: row.name,
    n: opened?.n ?? 1,
    value: toJson(money(row.value_minor ?? 0n, row.currency)),
    closedOn: row.closed_on ?? "",
  });
}

async function tellOfLoss(tx: Tx, row: OpportunityRow): Promise<void> {
  await record(tx, events.opportunityLost, aboutOf(row), {
    name: row.name,
    reason: row.lost_reason ?? "",
    closedOn: row.closed_on ?? "",
  });
}

async function tellOfReversal(tx: Tx, row: OpportunityRow, settlement: Settlement): Promise<void> {
  const { reversal, after, closed } = settlement;
  if (reversal === null) return;
  await record(tx, events.opportunityReversed, aboutOf(row), {
    name: row.name,
    n: closed?.n ?? after.win?.n ?? 1,
    amount: toJson(money(reversal.amountMinor, row.currency)),
    left: toJson(money(heldMinor(after), row.currency)),
    reason: reversal.reason,
  });
}

async function tellOfEdit(tx: Tx, { earlier, later, settlement, reason }: Told): Promise<void> {
  const changes = changesBetween(earlier, later, settlement.linesChanged);
  if (changes.length === 0) return;
  const { name } = later;
  if (earlier.owner_partner_id === later.owner_partner_id) {
    await record(tx, events.opportunityChanged, aboutOf(later), { name, changes, reason });
    return;
  }
  if (earlier.owner_partner_id !== null) {
    const left = [{ field: "owner" as const, from: earlier.owner_name, to: null }];
    await record(tx, events.opportunityChanged, aboutOf(earlier), {
      name: earlier.name,
      changes: left,
      reason: null,
    });
  }
  const arrived = changes.filter(({ field }) => field !== "seller").map((one) => ({ ...one, from: null }));
  const onBehalfOf = earlier.pay_basis === later.pay_basis ? null : later.owner_partner_id;
  await record(tx, events.opportunityChanged, aboutOf(later, onBehalfOf), { name, changes: arrived, reason });
}

/** Field by field what reads differently, in words. */
function changesBetween(earlier: OpportunityRow, later: OpportunityRow, linesChanged: boolean): Change[] {
  const amount = (row: OpportunityRow) =>
    row.value_minor === null ? null : `${formatMinor(row.value_minor, row.currency)} ${row.currency}`;
  const lines = (row: OpportunityRow) =>
    row.line_count === 0
      ? null
      : row.products.join(", ") + (row.line_count > row.products.length ? ` + ${row.line_count - 3}` : "");
  const fields: Record<Change["field"], (row: OpportunityRow) => string | null> = {
    name: (row) => row.name,
    account: (row) => row.account_name,
    owner: (row) => row.owner_name,
    seller: (row) => row.seller_name,
    lines,
    value: amount,
    engagedOn: (row) => row.engaged_on,
    expectedCloseOn: (row) => row.expected_close_on,
    closedOn: (row) => row.closed_on,
  };
  return (Object.keys(fields) as Change["field"][]).flatMap((field) => {
    const [from, to] = [fields[field](earlier), fields[field](later)];
    return from === to && !(field === "lines" && linesChanged) ? [] : [{ field, from, to }];
  });
}
