import { sql } from "kysely";
import type { Tx } from "#platform/database/tx.ts";
import type { EventType } from "#platform/events/event.ts";
import { record } from "#platform/events/record.ts";
import type { BodyOf } from "#platform/http/endpoint.ts";
import { fromPublicId, newId } from "#platform/ids.ts";
import { conflict, invalid, notFound } from "#platform/problem.ts";
import { compareDays, dayIn, parseDay } from "#platform/time/day.ts";
import type { BenefitCase, useBenefit } from "../contract.ts";
import { events } from "../events.ts";
import { type BenefitAct, closedBecause, isOpen, stateAt } from "../grant.ts";
import { quantityWords, readQuantity, refused } from "../quantity.ts";
import { aboutOf, told } from "./about.ts";
import { caseOf, isOwn } from "./present.ts";
import * as store from "./store.ts";

/* What people do with requests and grants, apart from asking and granting. */

export async function withdraw(tx: Tx, publicId: string): Promise<BenefitCase> {
  const row = await loadFor(tx, "withdraw", publicId);
  const by = sql`withdrawn_by = ${tx.actor.membershipId}, withdrawn_at = ${tx.now().toString()}`;
  await store.updateRequest(tx, row.id, sql`state = 'withdrawn', ${by}`);
  await record(tx, events.benefitWithdrawn, aboutOf(row), told(row, row.quantity));
  return caseOf(tx, publicId);
}

export async function decline(tx: Tx, publicId: string, reason: string): Promise<BenefitCase> {
  const row = await loadFor(tx, "decline", publicId);
  const by = sql`decided_by = ${tx.actor.membershipId}, decided_at = ${tx.now().toString()}`;
  await store.updateRequest(tx, row.id, sql`state = 'declined', reason = ${reason}, ${by}`);
  await tellWhy(tx, events.benefitDeclined, row, row.quantity, reason);
  return caseOf(tx, publicId);
}

/** Takes back a grant that was a mistake. What was used stays used; the rest returns to the allowance. */
export async function reverse(tx: Tx, publicId: string, reason: string): Promise<BenefitCase> {
  const row = await loadFor(tx, "reverse", publicId);
  const unused = row.held - row.consumed;
  const by = sql`reversed_by = ${tx.actor.membershipId}, reversed_at = ${tx.now().toString()}, reversal_reason = ${reason}`;
  await store.updateRequest(tx, row.id, sql`state = 'reversed', held = consumed, ${by}`);
  await store.giveBack(tx, allowanceOfRow(row), unused);
  await tellWhy(tx, events.benefitReversed, row, unused, reason);
  return caseOf(tx, publicId);
}

/** Records that some of a grant was used, by either side. @throws Problem 422 where more is said than is left */
export async function use(tx: Tx, publicId: string, body: BodyOf<typeof useBenefit>): Promise<BenefitCase> {
  const row = await loadFor(tx, "use", publicId);
  const quantity = readQuantity(measuredOf(row), body.quantity, "/quantity");
  const left = grantedOf(row) - row.consumed;
  if (quantity > left) {
    const words = quantityWords(left, row.counted_in);
    const detail = `${words} of the grant is left. Record no more than that.`;
    throw refused("/quantity", "That is more than is left.", detail);
  }
  const usedOn = parseDay(body.usedOn, "/usedOn");
  if (compareDays(usedOn, tx.today()) > 0) throw invalid("/usedOn", "The day lies in the future.");
  const grantedOn = row.decided_at === null ? tx.today() : dayIn(tx.vendor.timezone, row.decided_at);
  if (compareDays(usedOn, grantedOn) < 0)
    throw refused("/usedOn", "That is before the grant.", `It was granted on ${grantedOn}, which is later.`);
  const side = sideOf(tx);
  const note = body.note ?? null;
  const given = {
    id: newId(),
    request: row,
    quantity,
    usedOn: usedOn.toString(),
    note,
    side,
    takesBack: null,
  };
  await store.insertUse(tx, given);
  const state = quantity === left ? sql`'consumed'` : sql`'granted'`;
  await store.updateRequest(tx, row.id, sql`consumed = consumed + ${quantity}::bigint, state = ${state}`);
  const payload = { ...told(row, quantity), usedOn: usedOn.toString() };
  await record(tx, events.benefitUsed, aboutOf(row), payload);
  return caseOf(tx, publicId);
}

/** Takes back a use that was recorded by mistake; who recorded it does, or a colleague. */
export async function takeBackUse(
  tx: Tx,
  publicId: string,
  publicUseId: string,
  reason: string,
): Promise<BenefitCase> {
  const row = await loadFor(tx, "takeBackUse", publicId);
  const useId = fromPublicId("bnu", publicUseId, "use");
  const found = (await store.usesOf(tx, row.id)).find(({ id }) => id === useId);
  if (found === undefined) throw notFound("use");
  const side = sideOf(tx);
  if (found.side !== side) throw conflict("not-yours", "The other side recorded it, and takes it back.");
  if (found.taken_back_at !== null) throw conflict("taken-back", "It was taken back already.");
  await store.insertUse(tx, {
    id: newId(),
    request: row,
    quantity: -found.quantity,
    usedOn: found.used_on,
    note: reason,
    side,
    takesBack: found.id,
  });
  const after = row.lapsed_at === null ? sql`'granted'` : sql`'expired'`;
  await store.updateRequest(
    tx,
    row.id,
    sql`consumed = consumed - ${found.quantity}::bigint, state = ${after}`,
  );
  await tellWhy(tx, events.benefitUseTakenBack, row, found.quantity, reason);
  return caseOf(tx, publicId);
}

/**
 * A request for an act, locked: the act is open on it.
 * @throws Problem 404 where it is not there or not the asker's, 409 where the act is not open
 */
export async function loadFor(tx: Tx, act: BenefitAct, publicId: string): Promise<store.RequestRow> {
  const id = fromPublicId("bnr", publicId, "request");
  await store.lockRequest(tx, id);
  const row = await store.findRequest(tx, id);
  if (row === null) throw notFound("request");
  // Those above a partner look on.
  if (tx.actor.databaseRole === "hanse_partner" && !isOwn(tx, row)) throw notFound("request");
  const state = stateAt({ state: row.state, validUntil: row.valid_until }, tx.now());
  if (!isOpen(act, state)) throw conflict("not-open", closedBecause[state]);
  return row;
}

export function allowanceOfRow(row: store.RequestRow): store.AllowanceKey {
  return {
    partnerId: row.partner_id,
    programId: row.program_id,
    benefitKey: row.benefit_key,
    countedIn: row.counted_in,
    periodFrom: row.period_from ?? "",
  };
}

export function measuredOf({ label, unit, counted_in }: store.RequestRow) {
  return { label, unit, currency: unit === "money" ? counted_in : null };
}

function grantedOf({ granted_quantity }: store.RequestRow): bigint {
  return granted_quantity ?? 0n;
}

function sideOf({ actor }: Tx): "vendor" | "partner" {
  return actor.databaseRole === "hanse_partner" ? "partner" : "vendor";
}

async function tellWhy(
  tx: Tx,
  type: EventType<typeof events.benefitDeclined.payload>,
  row: store.RequestRow,
  quantity: bigint,
  reason: string,
): Promise<void> {
  await record(tx, type, aboutOf(row), { ...told(row, quantity), reason });
}
