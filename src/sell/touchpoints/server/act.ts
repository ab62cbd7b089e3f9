import { type RawBuilder, sql } from "kysely";
import { maybe, type Tx } from "#platform/database/tx.ts";
import type { EventType } from "#platform/events/event.ts";
import { recordAll } from "#platform/events/record.ts";
import type { BodyOf } from "#platform/http/endpoint.ts";
import { fromPublicId } from "#platform/ids.ts";
import { conflict, invalid, notFound } from "#platform/problem.ts";
import type { confirmTouchpoint, State, Touchpoint } from "../contract.ts";
import { events } from "../events.ts";
import { nextState, type TouchpointAct } from "../touchpoint.ts";
import { countAssistsOf } from "./assists.ts";
import { detailOf, isOwn } from "./present.ts";
import * as store from "./store.ts";

/* What people do with touchpoints: the partner with its own, the vendor with anybody's. */

export async function withdraw(tx: Tx, publicId: string): Promise<Touchpoint> {
  const [row] = await loadFor(tx, "withdraw", [publicId]);
  await update(tx, [row], sql`state = 'withdrawn'`);
  await tell(tx, events.touchpointWithdrawn, [row]);
  return detailOf(tx, publicId);
}

/** After it was contested; once. */
export async function askAgain(tx: Tx, publicId: string, remark: string): Promise<Touchpoint> {
  const [row] = await loadFor(tx, "askAgain", [publicId]);
  const now = tx.now().toString();
  await update(tx, [row], sql`state = 'recorded', remark = ${remark}, asked_again_at = ${now}`);
  await tell(tx, events.touchpointAskedAgain, [row], { remark });
  return detailOf(tx, publicId);
}

/** Confirms several, all or none. @throws Problem 422 where one is not there, 409 where one is not open any more */
export async function confirmAll(tx: Tx, publicIds: readonly string[]): Promise<{ confirmed: number }> {
  const missing = invalid("/touchpointIds", "One of them is not there, or you may not see it.");
  const done = await confirmEach(tx, await loadFor(tx, "confirm", publicIds, missing));
  await countAssistsOf(tx, sql`t.id = any (${publicIds.map(touchpointId)}::uuid[])`);
  return done;
}

async function confirmEach(tx: Tx, rows: Found): Promise<{ confirmed: number }> {
  await update(tx, rows, sql`state = 'confirmed', ${decided(tx)}`);
  await tell(tx, events.touchpointConfirmed, rows);
  return { confirmed: rows.length };
}

/** Confirms it, for the sale that is named where one is. */
export async function confirm(
  tx: Tx,
  publicId: string,
  { opportunityId }: BodyOf<typeof confirmTouchpoint>,
): Promise<Touchpoint> {
  const saleId = opportunityId === undefined ? null : fromPublicId("opp", opportunityId, "opportunity");
  if (saleId !== null) await refuseUnknownSale(tx, saleId);
  await confirmEach(tx, await loadFor(tx, "confirm", [publicId]));
  if (saleId !== null)
    await sql`insert into touchpoint_sale (vendor_id, touchpoint_id, opportunity_id, named_by, named_at)
      values (${tx.vendorId}, ${touchpointId(publicId)}, ${saleId}, ${tx.actor.membershipId},
        ${tx.now().toString()})`.execute(tx.db);
  await countAssistsOf(tx, sql`t.id = ${touchpointId(publicId)}`);
  return detailOf(tx, publicId);
}

const touchpointId = (publicId: string) => fromPublicId("tch", publicId, "touchpoint");

async function refuseUnknownSale(tx: Tx, id: string): Promise<void> {
  const sale = await maybe(
    tx,
    sql`select id from opportunity where vendor_id = ${tx.vendorId} and id = ${id}`,
  );
  if (sale === null) throw invalid("/opportunityId", "There is no such opportunity.");
}

export async function contest(tx: Tx, publicId: string, reason: string): Promise<Touchpoint> {
  const [row] = await loadFor(tx, "contest", [publicId]);
  await update(tx, [row], sql`state = 'contested', reason = ${reason}, ${decided(tx)}`);
  await tell(tx, events.touchpointContested, [row], { reason });
  return detailOf(tx, publicId);
}

function decided(tx: Tx): RawBuilder<unknown> {
  return sql`decided_at = ${tx.now().toString()}, decided_by = ${tx.actor.membershipId}`;
}

type Found = [store.TouchpointRow, ...store.TouchpointRow[]];

/**
 * Touchpoints for an act: locked, and the act is open on each.
 * @throws Problem 404 (or `missing`) where one is not there or not the asker's, 409 where one is not open
 */
export async function loadFor(
  tx: Tx,
  act: TouchpointAct,
  publicIds: readonly string[],
  missing = notFound("touchpoint"),
): Promise<Found> {
  const ids = [...new Set(publicIds.map(touchpointId))];
  await store.lockTouchpoints(tx, ids);
  const [first, ...others] = await store.findTouchpoints(tx, ids);
  if (first === undefined || others.length + 1 < ids.length) throw missing;
  const found: Found = [first, ...others];
  const isPartners = act !== "confirm" && act !== "contest";
  if (isPartners && !found.every((row) => isOwn(tx, row))) throw notFound("touchpoint");
  const closed = found.find((row) => nextState(act, store.standingOf(row)) === null);
  if (closed !== undefined) throw conflict("not-open", sentenceFor(closed));
  return found;
}

function sentenceFor(row: store.TouchpointRow): string {
  if (row.kind === "registration" && store.standingOf(row).isUndecided)
    return "It is decided together with its registration.";
  return sentences[row.state];
}

/** Why that is not done to it in a state. */
const sentences: Record<State, string> = {
  recorded: "It waits for the vendor.",
  confirmed: "It is confirmed, and stands.",
  contested: "It was contested.",
  withdrawn: "It was withdrawn.",
};

async function update(tx: Tx, rows: readonly store.TouchpointRow[], set: RawBuilder<unknown>): Promise<void> {
  await sql`update touchpoint set ${set} where vendor_id = ${tx.vendorId}
    and id = any (${rows.map(({ id }) => id)}::uuid[])`.execute(tx.db);
}

async function tell(
  tx: Tx,
  type: EventType,
  rows: readonly store.TouchpointRow[],
  more: Readonly<Record<string, string>> = {},
): Promise<void> {
  const happenings = rows.map((row) => ({
    about: { subject: { kind: "touchpoint", id: row.id }, partnerId: row.partner_id },
    payload: { kind: row.kind, about: row.about, occurredOn: row.occurred_on, ...more },
  }));
  await recordAll(tx, type, happenings);
}
