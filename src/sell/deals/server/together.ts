import { sql } from "kysely";
import { changed, one, type Tx } from "#platform/database/tx.ts";
import type { BodyOf } from "#platform/http/endpoint.ts";
import { fromPublicId, newId, toPublicId } from "#platform/ids.ts";
import { conflict, invalid, notFound, Problem } from "#platform/problem.ts";
import { standingRules } from "../../engagement/index.ts";
import type { approveTogether, DealBatch, rejectTogether } from "../contract.ts";
import { accountsOf } from "./case.ts";
import { conflictsOf } from "./conflicts.ts";
import { approve, reject } from "./decide.ts";
import { load } from "./load.ts";

/*
 * Several registrations decided at once: the same decision for each, as if it had been made one by one, and taken back
 * together. What is not safe to decide without looking at it is left out, each with a sentence.
 */

/** Approves those against which nothing stands, by the terms of the rules in force. */
export async function approveAll(tx: Tx, { deals }: BodyOf<typeof approveTogether>): Promise<DealBatch> {
  return each(tx, deals, async (one, batchId) => {
    const accountId = await onlyAccountOf(tx, one.dealId);
    const body = accountId === null ? {} : { accountId };
    await approve(tx, one.dealId, body, one.version, batchId);
  });
}

/** Rejects all with one reason. */
export async function rejectAll(
  tx: Tx,
  { deals, reasonKey, reason }: BodyOf<typeof rejectTogether>,
): Promise<DealBatch> {
  return each(tx, deals, async (one, batchId) => {
    await reject(tx, one.dealId, { reasonKey, reason }, one.version, batchId);
  });
}

/** Takes back what of a batch was not told yet. @throws Problem 404, 409 when all of it is told */
export async function undoAll(tx: Tx, publicId: string): Promise<{ takenBack: number }> {
  const { id } = await loadBatch(tx, publicId);
  const takenBack = await changed(
    tx,
    sql`update registration_decision set taken_back_at = ${tx.now().toString()}, taken_back_by = ${tx.actor.membershipId}
      where vendor_id = ${tx.vendorId} and batch_id = ${id} and told_at is null and taken_back_at is null`,
  );
  if (takenBack === 0) throw conflict("told-already", "There is no decision that could still be taken back.");
  return { takenBack };
}

/** Decides one after the other, each as a whole or not at all. In the order of their ids, so that two never wait in a ring. */
async function each(
  tx: Tx,
  deals: BodyOf<typeof approveTogether>["deals"],
  decideOne: (given: { dealId: string; version: number }, batchId: string) => Promise<void>,
): Promise<DealBatch> {
  const batchId = newId();
  const rules = await standingRules(tx);
  const decided: string[] = [];
  const refused: DealBatch["refused"] = [];
  const inOrder = [...new Map(deals.map((one) => [one.dealId, one])).values()].toSorted((one, other) =>
    one.dealId < other.dealId ? -1 : 1,
  );
  for (const given of inOrder) {
    await sql`savepoint one_decision`.execute(tx.db);
    try {
      await decideOne(given, batchId);
      decided.push(given.dealId);
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      if (error.status === 404) throw invalid(pointerTo(deals, given), "There is no such registration.");
      await sql`rollback to savepoint one_decision`.execute(tx.db);
      refused.push({ dealId: given.dealId, type: error.type, detail: error.message });
    }
  }
  return {
    id: toPublicId("dba", batchId),
    decided,
    refused,
    tellAt: tx.now().add({ seconds: rules.settings.undoSeconds }).toString(),
  };
}

function pointerTo(deals: readonly { dealId: string }[], wanted: { dealId: string }): string {
  return `/deals/${deals.findIndex(({ dealId }) => dealId === wanted.dealId)}/dealId`;
}

/** The account that surely is the customer; null where none is near. @throws Problem 409 where a person has to look */
async function onlyAccountOf(tx: Tx, publicId: string): Promise<string | null> {
  const row = await load(tx, publicId);
  const conflicts = await conflictsOf(tx, [row]);
  if (row.state === "needs-information")
    throw conflict("asked", "The partner was asked something and has not answered. Decide it by itself.");
  if ((conflicts?.get(row.id) ?? 0) > 0)
    throw conflict("not-alone", "Something stands against it. Decide it by itself.");
  const known = await accountsOf(tx, row);
  const certain = known.filter(({ sure }) => sure === "certain");
  if (certain.length > 1 || (certain.length === 0 && known.length > 0))
    throw conflict("which-account", "It is not sure which of our accounts it is. Decide it by itself.");
  return certain[0]?.account.id ?? null;
}

/** What of a batch still waits to be told. @throws Problem 404 */
export async function pendingOf(
  tx: Tx,
  publicId: string,
): Promise<{ waiting: number; tellAt: string | null }> {
  const { waiting, tellAt } = await loadBatch(tx, publicId);
  return { waiting, tellAt: tellAt?.toString() ?? null };
}

interface Batch {
  id: string;
  waiting: number;
  tellAt: Temporal.Instant | null;
}

async function loadBatch(tx: Tx, publicId: string): Promise<Batch> {
  const id = fromPublicId("dba", publicId, "batch of decisions");
  const found = await one(
    tx,
    sql<{ decisions: number; waiting: number; tell_at: Temporal.Instant | null }>`
      with waits as (
        select tell_at, told_at is null and taken_back_at is null as is_open from registration_decision
        where vendor_id = ${tx.vendorId} and batch_id = ${id}
      )
      select count(*)::int as decisions, count(*) filter (where is_open)::int as waiting,
        max(tell_at) filter (where is_open) as tell_at
      from waits`,
  );
  if (found.decisions === 0) throw notFound("batch of decisions");
  return { id, waiting: found.waiting, tellAt: found.tell_at };
}
