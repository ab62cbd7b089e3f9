import type { Tx } from "#platform/database/tx.ts";
import { fromPublicId } from "#platform/ids.ts";
import { conflict, notFound, type Problem } from "#platform/problem.ts";
import { type DealAct, type State, stateAt, transitions } from "../deal.ts";
import * as store from "./store.ts";

/** @throws Problem 404 */
export async function load(tx: Tx, publicId: string): Promise<store.DealRow> {
  const row = await store.findDeal(tx, fromPublicId("deal", publicId, "registration"));
  if (row === null) throw notFound("registration");
  return row;
}

/** One that the partner's people act on; to those above it, it is as if it were not there. @throws Problem 404 */
export async function loadOwn(tx: Tx, publicId: string): Promise<store.DealRow> {
  const row = await load(tx, publicId);
  if (looksOn(tx) && !isOwn(tx, row)) throw notFound("registration");
  return row;
}

/** A registration for an act: locked, of the version that was read, in a state in which the act is open. */
export async function loadFor(
  tx: Tx,
  act: DealAct,
  publicId: string,
  version: number | null,
): Promise<store.DealRow> {
  const id = fromPublicId("deal", publicId, "registration");
  await store.lockDeal(tx, id);
  const row = await store.findDeal(tx, id);
  if (row === null) throw notFound("registration");
  if (!deciding.has(act) && !isOwn(tx, row)) throw notOwn(tx);
  if (version !== null && version !== row.version) throw changedMeanwhile();
  if (nextState(tx, row, act) === null) throw conflict("not-open", sentences[stateOf(tx, row)]);
  return row;
}

/** What the vendor's people do with anybody's registration. */
const deciding: ReadonlySet<DealAct> = new Set([
  "review",
  "ask",
  "approve",
  "reject",
  "revoke",
  "decideExtension",
  "decideOutcome",
]);

/** A partner's people act for their own company, the vendor's on what they entered in its place; those above look on. */
export function isOwn(tx: Tx, row: Pick<store.DealRow, "partner_id" | "on_behalf_reason">): boolean {
  const { actor } = tx;
  if (actor.membershipId === null) return true;
  return actor.side === "vendor" ? row.on_behalf_reason !== null : actor.partnerId === row.partner_id;
}

/** Those above a partner see its registrations and act on none: for an act it is as if there were no such one. */
function notOwn(tx: Tx): Problem {
  return looksOn(tx)
    ? notFound("registration")
    : conflict("not-on-behalf", "The partner entered it itself, so it is the partner who acts on it.");
}

function looksOn({ actor }: Tx): boolean {
  return actor.membershipId !== null && actor.side === "partner";
}

type Timed = Pick<store.DealRow, "state" | "protected_until" | "question_due_at">;

export function stateOf(tx: Tx, row: Timed): State {
  const ends = { protectedUntil: row.protected_until, questionDueAt: row.question_due_at };
  return stateAt({ state: row.state, ...ends }, tx.now());
}

/** Where an act leads; null where it is not open. */
export function nextState(tx: Tx, row: Timed, act: DealAct): State | null {
  return transitions[act][stateOf(tx, row)] ?? null;
}

export function changedMeanwhile() {
  return conflict("version-mismatch", "The registration was changed by somebody else meanwhile. Look again.");
}

/** Why nothing more is done to it in a state. */
const sentences: Record<State, string> = {
  draft: "It is a draft: submit it first.",
  submitted: "It was submitted and waits for the vendor.",
  "in-review": "The vendor is looking at it.",
  "needs-information": "The vendor has asked something; answer first.",
  approved: "It is approved.",
  rejected: "It was rejected. A new registration is a new one.",
  withdrawn: "It was withdrawn.",
  expired: "Its protection has ended.",
  revoked: "Its protection was revoked.",
  superseded: "Another agreement has taken its place.",
  closed: "It is closed: its opportunity was won or lost.",
};
