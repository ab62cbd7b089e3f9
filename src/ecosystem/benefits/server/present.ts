import type { Tx } from "#platform/database/tx.ts";
import { fromPublicId, toPublicId } from "#platform/ids.ts";
import { notFound } from "#platform/problem.ts";
import type { BenefitCase, BenefitEntitlement, BenefitRequest } from "../contract.ts";
import { type BenefitAct, isOpen, type State, stateAt } from "../grant.ts";
import { validUntil } from "../period.ts";
import { countedIn, quantityText } from "../quantity.ts";
import { type Line, lineOf, whyNot } from "./lines.ts";
import { findRequest, type RequestRow, type UseRow, usesOf } from "./store.ts";

/** A partner's benefit as it is told. */
export function presentLine(tx: Tx, line: Line): BenefitEntitlement {
  const { entitlement, period } = line;
  const { benefit, level, value, from, programSays, rests, next } = entitlement;
  const counted = countedIn(benefit);
  const asked = (quantity: bigint) => (benefit.onRequest ? quantityText(quantity, counted) : null);
  return {
    program: { id: toPublicId("prg", line.program.id), name: line.program.name },
    track: line.track,
    trackKey: line.trackKey,
    key: benefit.key,
    label: benefit.label,
    kind: benefit.kind,
    unit: benefit.unit,
    currency: benefit.currency ?? null,
    description: benefit.description,
    level,
    levelSince: line.levelSince,
    value,
    from,
    countsWhere: benefit.countsWhere,
    programSays,
    rests,
    missing: rests ? [...line.missing] : [],
    reviewedOn: rests ? line.reviewedOn : null,
    onRequest: benefit.onRequest,
    validDays: benefit.validDays,
    period: period.until === null ? null : { from: period.from.toString(), until: period.until.toString() },
    given: asked(line.given),
    left: asked(line.left),
    waiting: asked(line.waiting),
    free: asked(line.free),
    againOn: benefit.onRequest && value !== null ? line.againOn : null,
    next,
    canAsk: mayAskFor(tx, line.partnerId) && whyNot(line) === null && line.free > 0n,
  };
}

function mayAskFor({ actor }: Tx, partnerId: string): boolean {
  return (
    actor.databaseRole === "hanse_partner" &&
    actor.partnerId === partnerId &&
    actor.can.has("benefit.request")
  );
}

export function presentRequest(tx: Tx, row: RequestRow): BenefitRequest {
  const text = (quantity: bigint) => quantityText(quantity, row.counted_in);
  const state = stateAt({ state: row.state, validUntil: row.valid_until }, tx.now());
  return {
    id: toPublicId("bnr", row.id),
    state,
    partner: { id: toPublicId("par", row.partner_id), name: row.partner_name },
    program: { id: toPublicId("prg", row.program_id), name: row.program_name },
    key: row.benefit_key,
    label: row.label,
    kind: row.kind,
    unit: row.unit,
    currency: row.unit === "money" ? row.counted_in : null,
    quantity: text(row.quantity),
    purpose: row.purpose,
    requestedBy: row.requester_name,
    requestedAt: row.requested_at.toString(),
    decidedBy: row.decider_name,
    decidedAt: row.decided_at?.toString() ?? null,
    reason: row.reason,
    granted: row.granted_quantity === null ? null : text(row.granted_quantity),
    used: text(row.consumed),
    left: state === "granted" ? text((row.granted_quantity ?? 0n) - row.consumed) : null,
    validUntil: row.valid_until?.toString() ?? null,
    reversedAt: row.reversed_at?.toString() ?? null,
    reversalReason: row.reversal_reason,
    can: whatCan(tx, row, state),
  };
}

function whatCan(tx: Tx, row: RequestRow, state: State): BenefitRequest["can"] {
  const { actor } = tx;
  const isVendors = actor.databaseRole === "hanse_vendor";
  const may = (act: string) => actor.membershipId !== null && actor.can.has(act);
  const open = (act: BenefitAct, allowed: boolean) => allowed && isOpen(act, state);
  return {
    withdraw: open("withdraw", isOwn(tx, row) && may("benefit.request")),
    grant: open("grant", isVendors && may("benefit.decide")),
    decline: open("decline", isVendors && may("benefit.decide")),
    use: open("use", (isVendors || isOwn(tx, row)) && may("benefit.use")),
    reverse: open("reverse", isVendors && may("benefit.decide")),
  };
}

/** Those above a partner look on: they act on none of its requests. */
export function isOwn({ actor }: Tx, { partner_id }: Pick<RequestRow, "partner_id">): boolean {
  return actor.databaseRole === "hanse_partner" && actor.partnerId === partner_id;
}

/** A request with its whole case: what it would take today, by what it was granted, how it was used. @throws Problem 404 */
export async function caseOf(tx: Tx, publicId: string): Promise<BenefitCase> {
  const row = await findRequest(tx, fromPublicId("bnr", publicId, "request"));
  if (row === null) throw notFound("request");
  const line = await lineOf(tx, row);
  const presented = presentRequest(tx, row);
  const waits =
    presented.state === "requested" &&
    line !== null &&
    countedIn(line.entitlement.benefit) === row.counted_in;
  const fits = waits && whyNot(line) === null && row.quantity <= line.left;
  const until = fits ? validUntil(tx.today(), line.entitlement.benefit.validDays, tx.vendor.timezone) : null;
  const state = presented.state;
  return {
    ...presented,
    uses: (await usesOf(tx, row.id)).map((one) => presentUse(tx, row, state, one)),
    grantedBy: row.entitled,
    today: line === null ? null : presentLine(tx, line),
    leftAfter: fits ? quantityText(line.left - row.quantity, row.counted_in) : null,
    endsAt: until?.toString() ?? null,
  };
}

function presentUse(tx: Tx, row: RequestRow, state: State, one: UseRow): BenefitCase["uses"][number] {
  const { actor } = tx;
  const side = actor.databaseRole === "hanse_partner" ? "partner" : "vendor";
  const mayUse = actor.membershipId !== null && actor.can.has("benefit.use");
  const isTheirs = one.side === side && (side === "vendor" || isOwn(tx, row));
  return {
    id: toPublicId("bnu", one.id),
    quantity: quantityText(one.quantity, row.counted_in),
    usedOn: one.used_on,
    note: one.note,
    side: one.side,
    recordedBy: one.recorder_name,
    recordedAt: one.recorded_at.toString(),
    takenBack:
      one.taken_back_reason === null || one.taken_back_at === null
        ? null
        : { reason: one.taken_back_reason, at: one.taken_back_at.toString() },
    can: { takeBack: mayUse && isTheirs && one.taken_back_at === null && isOpen("takeBackUse", state) },
  };
}
