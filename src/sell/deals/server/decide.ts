import { sql } from "kysely";
import type { ProtectionDays } from "#ecosystem/overrides/index.ts";
import { maybe, type Tx } from "#platform/database/tx.ts";
import type { BodyOf } from "#platform/http/endpoint.ts";
import { fromPublicId, newId, toPublicId } from "#platform/ids.ts";
import { conflict, invalid } from "#platform/problem.ts";
import { parseDay, startOfDay } from "#platform/time/day.ts";
import { currentRules, standingRules } from "../../engagement/index.ts";
import type { approveDeal, DaysGiven, DealDetail, rejectDeal, revokeDeal } from "../contract.ts";
import { standingOf } from "./claims.ts";
import { daysFor } from "./days.ts";
import { load, loadFor } from "./load.ts";
import { detailOf } from "./present.ts";
import type * as store from "./store.ts";
import { tell } from "./tell.ts";
import type { Terms } from "./terms.ts";

/*
 * A person's decision is a row of its own, which only the vendor sees. The registration itself, which the partner
 * reads, changes when it is told: after the time in which it can be taken back.
 */

/** Approves what the registration holds. @throws Problem 409 when somebody else is first, or it is decided already */
export async function approve(
  tx: Tx,
  publicId: string,
  body: BodyOf<typeof approveDeal>,
  version: number,
  batchId: string | null = null,
): Promise<DealDetail> {
  const row = await loadFor(tx, "approve", publicId, version);
  const { settings } = await currentRules(tx);
  const { holds } = await standingOf(tx, row.id);
  const series = body.series ?? holds;
  const waits = series.filter((one) => !holds.includes(one));
  if (series.length === 0 || waits.length > 0) {
    const what = waits.length === 0 ? "it" : waits.join(", ");
    throw conflict("waits", `Another registration was first for ${what}. Decide that one first.`);
  }
  const days = await daysFor(tx, row);
  const until =
    body.protectedUntil === undefined
      ? tx.now().toZonedDateTimeISO(tx.vendor.timezone).add({ days: days.days }).toInstant()
      : startOfDay(parseDay(body.protectedUntil, "/protectedUntil").add({ days: 1 }), tx.vendor.timezone);
  if (Temporal.Instant.compare(until, tx.now()) <= 0)
    throw invalid("/protectedUntil", "The protection would be over before it begins.");
  const terms: Terms = {
    kind: "approve",
    protection: body.protection ?? settings.protection,
    series: series.toSorted(),
    until: until.toString(),
    days:
      body.protectedUntil === undefined ? { ...days, byHand: false } : chosen(tx, days, body.protectedUntil),
    benefit: body.benefit ?? settings.benefit,
    accountId: await existing(tx, "account", body.accountId),
    opportunityId: await existing(tx, "opportunity", body.opportunityId),
    note: body.note ?? null,
  };
  return decide(tx, row, terms, batchId);
}

/** The last day that a person chose: another one than the days come to is theirs, and no level's. */
function chosen(tx: Tx, days: ProtectionDays, lastDay: string): DaysGiven {
  const given = tx.today().until(parseDay(lastDay), { largestUnit: "days" }).days;
  return { ...days, days: given, byHand: given !== days.days };
}

export async function reject(
  tx: Tx,
  publicId: string,
  body: BodyOf<typeof rejectDeal>,
  version: number,
  batchId: string | null = null,
): Promise<DealDetail> {
  const row = await loadFor(tx, "reject", publicId, version);
  return decide(tx, row, { kind: "reject", reasonKey: body.reasonKey, reason: body.reason }, batchId);
}

export async function revoke(
  tx: Tx,
  publicId: string,
  body: BodyOf<typeof revokeDeal>,
  version: number,
): Promise<DealDetail> {
  const row = await loadFor(tx, "revoke", publicId, version);
  return decide(tx, row, { kind: "revoke", reason: body.reason });
}

async function decide(
  tx: Tx,
  row: store.DealRow,
  terms: Terms,
  batchId: string | null = null,
): Promise<DealDetail> {
  const rules = await standingRules(tx);
  const id = newId();
  const tellAt = tx.now().add({ seconds: rules.settings.undoSeconds });
  const done = await maybe(
    tx,
    sql`insert into registration_decision (vendor_id, id, registration_id, kind, terms, rules_id, decided_by, decided_at, tell_at, batch_id)
      values (${tx.vendorId}, ${id}, ${row.id}, ${terms.kind}, ${JSON.stringify(terms)}::jsonb, ${rules.id},
        ${tx.actor.membershipId}, ${tx.now().toString()}, ${tellAt.toString()}, ${batchId})
      on conflict (vendor_id, registration_id) where told_at is null and taken_back_at is null do nothing returning id`,
  );
  if (done === null) throw conflict("decided-already", "Somebody else has decided it meanwhile.");
  if (rules.settings.undoSeconds === 0) await tell(tx, id);
  return detailOf(tx, toPublicId("deal", row.id));
}

/** Takes a decision back that was not told yet. @throws Problem 404 when there is none, or it is told */
export async function undo(tx: Tx, publicId: string): Promise<DealDetail> {
  const { id } = await load(tx, publicId);
  const done = await maybe(
    tx,
    sql`update registration_decision set taken_back_at = ${tx.now().toString()}, taken_back_by = ${tx.actor.membershipId}
      where vendor_id = ${tx.vendorId} and registration_id = ${id} and told_at is null and taken_back_at is null
      returning id`,
  );
  if (done === null) throw conflict("told-already", "There is no decision that could still be taken back.");
  return detailOf(tx, publicId);
}

/** Tells a decision before its time. */
export async function tellNow(tx: Tx, publicId: string): Promise<DealDetail> {
  const { id } = await load(tx, publicId);
  const open = await maybe(
    tx,
    sql<{ id: string }>`select id from registration_decision where vendor_id = ${tx.vendorId}
      and registration_id = ${id} and told_at is null and taken_back_at is null`,
  );
  if (open === null) throw conflict("told-already", "There is no decision that waits to be told.");
  await tell(tx, open.id);
  return detailOf(tx, publicId);
}

const prefixes = { account: "acc", opportunity: "opp" } as const;

async function existing(
  tx: Tx,
  noun: keyof typeof prefixes,
  publicId: string | undefined,
): Promise<string | null> {
  if (publicId === undefined) return null;
  const id = fromPublicId(prefixes[noun], publicId, noun);
  const found = await maybe(
    tx,
    sql`select id from ${sql.table(noun)} where vendor_id = ${tx.vendorId} and id = ${id}`,
  );
  if (found === null) throw invalid(`/${noun}Id`, `There is no such ${noun}.`);
  return id;
}
