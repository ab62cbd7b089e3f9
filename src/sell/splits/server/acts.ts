import type { Tx } from "#platform/database/tx.ts";
import type { EventType } from "#platform/events/event.ts";
import { record, recordAll } from "#platform/events/record.ts";
import type { BodyOf } from "#platform/http/endpoint.ts";
import { fromPublicId, newId } from "#platform/ids.ts";
import { conflict, invalid, notFound } from "#platform/problem.ts";
import { events, type PaySplit, type proposePaySplit } from "../contract.ts";
import { layShares } from "../split.ts";
import { present } from "./present.ts";
import * as store from "./store.ts";

/**
 * Proposes a split of a sale's pay credit. It moves nothing until each participant has signed and the vendor confirmed.
 * @throws Problem 404, 409 `proposed-already`, 422 where the shares or participants cannot be
 */
export async function propose(
  tx: Tx,
  publicId: string,
  body: BodyOf<typeof proposePaySplit>,
): Promise<PaySplit> {
  const opportunityId = fromPublicId("opp", publicId, "opportunity");
  const sale = await store.findSale(tx, opportunityId);
  if (sale === null) throw notFound("opportunity");
  if (sale.owner === null)
    throw conflict("nobody-to-share", "It belongs to no partner, so nobody has a pay credit to share.");
  const claimants = [...new Set([sale.owner, sale.holder, ...(sale.participants ?? [])])].filter(
    (id) => id !== null,
  );
  const laid = layShares(
    body.participants.map(({ partnerId, shareBasisPoints }) => ({
      partnerId: fromPublicId("par", partnerId, "partner"),
      shareBasisPoints,
    })),
    claimants,
  );
  const names = await store.partnerNames(
    tx,
    laid.map(({ partnerId }) => partnerId),
  );
  const shares = laid.map((share, index) => {
    const name = names.get(share.partnerId);
    if (name === undefined) throw invalid(`/participants/${index}/partnerId`, "There is no such partner.");
    return { ...share, name };
  });
  const id = newId();
  const split = { id, opportunityId, opportunityName: sale.name, terms: body.terms, shares };
  if (!(await store.insertSplit(tx, split)))
    throw conflict("proposed-already", "A split of it is proposed already. Withdraw that one first.");
  const row = await load(tx, id);
  await tellAll(tx, row, events.splitProposed, {});
  return present(tx, row);
}

/** Signs for one's own company what was proposed. @throws Problem 404, 409 where it is over or signed already */
export async function sign(tx: Tx, publicId: string): Promise<PaySplit> {
  const { row, partnerId } = await loadAsParticipant(tx, publicId);
  refuseWhatIsOver(row);
  if (!(await store.sign(tx, row.id, partnerId)))
    throw conflict("signed-already", "Your company has signed it already.");
  await record(
    tx,
    events.splitSigned,
    { subject: { kind: "pay-split", id: row.id }, partnerId },
    { name: row.opportunity_name },
  );
  return present(tx, await load(tx, row.id));
}

/**
 * Refuses for one's own company, before or after it has signed: the proposal is over for all.
 * @throws Problem 404, 409 where it is over
 */
export async function refuse(tx: Tx, publicId: string, reason: string): Promise<PaySplit> {
  const { row, partnerId } = await loadAsParticipant(tx, publicId);
  if (!(await store.end(tx, row.id, "refused", reason))) throw isOver(row);
  await record(
    tx,
    events.splitRefused,
    { subject: { kind: "pay-split", id: row.id }, partnerId },
    { name: row.opportunity_name, reason },
  );
  return present(tx, await load(tx, row.id));
}

/** Takes a proposal back, whoever has signed. @throws Problem 404, 409 where it is over or in force */
export async function withdraw(tx: Tx, publicId: string, reason: string): Promise<PaySplit> {
  const row = await lockAndLoad(tx, publicId);
  if (!(await store.end(tx, row.id, "withdrawn", reason))) throw isOver(row);
  await tellAll(tx, row, events.splitWithdrawn, { reason });
  return present(tx, await load(tx, row.id));
}

/**
 * The vendor's word: runs from now on pay by it, and what is booked already is adjusted in the open month.
 * @throws Problem 404, 409 where it is over, or somebody has not signed or has a claim since and takes no part
 */
export async function confirm(tx: Tx, publicId: string): Promise<PaySplit> {
  const row = await lockAndLoad(tx, publicId);
  refuseWhatIsOver(row);
  const missing = row.shares.filter(([, , by]) => by === null).length;
  if (missing > 0)
    throw conflict("not-signed", `${missing} of ${row.shares.length} participants have not signed yet.`);
  const sale = await store.findSale(tx, row.opportunity_id);
  const leftOut = [sale?.owner, sale?.holder].some((id) => id && !row.participant_ids.includes(id));
  if (leftOut)
    throw conflict(
      "claimant-left-out",
      "Since it was proposed another partner has a claim to it, who takes no part. Withdraw it and propose another.",
    );
  await store.bringIntoForce(tx, row);
  await tellAll(tx, row, events.splitConfirmed, {});
  return present(tx, await load(tx, row.id));
}

export async function read(tx: Tx, publicId: string): Promise<PaySplit> {
  return present(tx, await load(tx, fromPublicId("spl", publicId, "pay split")));
}

async function load(tx: Tx, id: string): Promise<store.SplitRow> {
  const row = await store.findSplit(tx, id);
  if (row === null) throw notFound("pay split");
  return row;
}

async function lockAndLoad(tx: Tx, publicId: string): Promise<store.SplitRow> {
  const id = fromPublicId("spl", publicId, "pay split");
  await store.lockSplit(tx, id);
  return load(tx, id);
}

async function loadAsParticipant(tx: Tx, publicId: string) {
  const row = await lockAndLoad(tx, publicId);
  const own = row.shares[0]?.[0];
  if (own === undefined) throw notFound("pay split");
  return { row, partnerId: own };
}

function refuseWhatIsOver(row: store.SplitRow): void {
  if (row.state !== "open") throw isOver(row);
}

function isOver({ state }: store.SplitRow) {
  return state === "in-force" || state === "replaced"
    ? conflict("in-force", "All have signed it and it is in force; it does not change any more.")
    : conflict("over", "This proposal is over: it was refused or withdrawn.");
}

/** One event for each participant, which names no other. */
async function tellAll<Said extends object>(
  tx: Tx,
  row: store.SplitRow,
  type: EventType,
  said: Said,
): Promise<void> {
  await recordAll(
    tx,
    type,
    row.participant_ids.map((partnerId) => ({
      about: { subject: { kind: "pay-split", id: row.id }, partnerId },
      payload: { name: row.opportunity_name, ...said },
    })),
  );
}
