import { sql } from "kysely";
import { maybe, type Tx } from "#platform/database/tx.ts";
import type { BodyOf } from "#platform/http/endpoint.ts";
import { fromPublicId, newId, toPublicId } from "#platform/ids.ts";
import { forbidden, invalid } from "#platform/problem.ts";
import { currentRules } from "../../engagement/index.ts";
import type { beginDeal, DealDetail } from "../contract.ts";
import { readContent } from "./content.ts";
import { changedMeanwhile, loadFor } from "./load.ts";
import { detailOf } from "./present.ts";
import * as store from "./store.ts";

/** How many drafts a partner may keep: enough for anybody, and not enough to fill a disk. */
const maxDrafts = 1_000;

/** Begins a registration: on the partner's side for itself, on the vendor's side for a partner, with a reason. */
export async function begin(tx: Tx, body: BodyOf<typeof beginDeal>): Promise<DealDetail> {
  const { partnerId: wanted, reason, ...content } = body;
  const { partnerId, onBehalfReason } = await forWhom(tx, wanted, reason);
  await refuseTooMany(tx, partnerId);
  const { settings } = await currentRules(tx);
  const { written, lines } = await readContent(tx, content, settings);
  const id = newId();
  await store.insertDraft(tx, { id, partnerId, onBehalfReason, written });
  if (lines !== undefined) await store.replaceLines(tx, { id, partnerId }, lines);
  return detailOf(tx, toPublicId("deal", id));
}

async function forWhom(
  tx: Tx,
  wanted: string | undefined,
  reason: string | undefined,
): Promise<{ partnerId: string; onBehalfReason: string | null }> {
  const { actor } = tx;
  if (actor.membershipId === null) throw forbidden();
  if (actor.side === "partner") {
    if (actor.partnerId === null) throw forbidden();
    if (wanted !== undefined) throw invalid("/partnerId", "You register for your own company.");
    if (reason !== undefined)
      throw invalid("/reason", "A reason is for the vendor, who enters it in your place.");
    return { partnerId: actor.partnerId, onBehalfReason: null };
  }
  if (wanted === undefined) throw invalid("/partnerId", "Say for which partner you enter it.");
  if (reason === undefined) throw invalid("/reason", "Say why you enter it in the partner's place.");
  const id = fromPublicId("par", wanted, "partner");
  const found = await maybe(tx, sql`select id from partner where vendor_id = ${tx.vendorId} and id = ${id}`);
  if (found === null) throw invalid("/partnerId", "There is no such partner.");
  return { partnerId: id, onBehalfReason: reason };
}

async function refuseTooMany(tx: Tx, partnerId: string): Promise<void> {
  const many = await maybe(
    tx,
    sql`select from registration where vendor_id = ${tx.vendorId} and partner_id = ${partnerId} and state = 'draft'
      offset ${maxDrafts - 1} limit 1`,
  );
  if (many !== null)
    throw invalid("", `There are ${maxDrafts} drafts already. Submit or discard some first.`);
}

/** Throws a draft away. @throws Problem 404, 409 */
export async function discard(tx: Tx, publicId: string): Promise<null> {
  const row = await loadFor(tx, "discard", publicId, null);
  if (!(await store.deleteDraft(tx, row))) throw changedMeanwhile();
  return null;
}
