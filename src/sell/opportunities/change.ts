import type { FieldError } from "#platform/problem.ts";
import type { Line, Opportunity } from "./opportunity.ts";
import { type Meaning, refusalsOfMove } from "./stage.ts";

/** What somebody wants otherwise; what is left out stays. */
export interface WantedChange {
  name?: string;
  accountId?: string | null;
  ownerPartnerId?: string | null;
  sellerId?: string | null;
  lines?: readonly Line[];
  valueMinor?: bigint | null;
  engagedOn?: string | null;
  expectedCloseOn?: string | null;
  closedOn?: string | null;
}

/**
 * The opportunity with a change made. Who holds it takes the place of whoever held it. A partner that comes to hold it
 * is entered for by the vendor, with the reason for it, unless an opening import has brought it: then that stands.
 */
export function changed(before: Opportunity, change: WantedChange, reason: string | null): Opportunity {
  const given = Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined));
  const after: Opportunity = { ...before, ...given };
  if (change.ownerPartnerId && change.sellerId === undefined) after.sellerId = null;
  if (change.sellerId && change.ownerPartnerId === undefined) after.ownerPartnerId = null;
  if (after.ownerPartnerId === before.ownerPartnerId || stands(after)) return after;
  if (after.ownerPartnerId === null) return { ...after, payBasis: null, payBasisReason: null };
  return reason === null ? after : { ...after, payBasis: "on-behalf", payBasisReason: reason };
}

/** What an opening import brought, or a registration was approved for, earns whoever comes to hold it. */
function stands({ payBasis }: Opportunity): boolean {
  return payBasis === "opening-import" || payBasis === "registration";
}

/** Why a change needs a reason and has none; empty otherwise. */
export function refusalsOfChange(
  before: Opportunity,
  after: Opportunity,
  reason: string | null,
): FieldError[] {
  const entered = after.ownerPartnerId !== null && after.ownerPartnerId !== before.ownerPartnerId;
  return entered && !stands(after) && reason === null
    ? [{ pointer: "/reason", message: "Say why it is entered on the partner's behalf." }]
    : [];
}

export interface WantedMove {
  stage: string;
  meaning: Meaning;
  valueMinor: bigint | null;
  closedOn: string | null;
  reason: string | null;
}

/** What is wrong with a move before it is made; empty when it may be made. */
export function refusalsOfWantedMove(before: Opportunity, move: WantedMove): FieldError[] {
  return refusalsOfMove(before.meaning, move.meaning, {
    value: move.valueMinor !== null,
    closedOn: move.closedOn !== null,
    reason: move.reason !== null,
  });
}

/** The opportunity in another stage. A lost one keeps the value that it might have had. */
export function moved(before: Opportunity, move: WantedMove, today: string): Opportunity {
  const after: Opportunity = { ...before, stage: move.stage, meaning: move.meaning };
  if (before.meaning === move.meaning) return after;
  after.valueMinor = move.valueMinor ?? before.valueMinor;
  after.closedOn = move.meaning === "open" ? null : (move.closedOn ?? today);
  after.lostReason = move.meaning === "lost" ? move.reason : null;
  return after;
}

/**
 * The opportunity with a part of its win taken back, or, where `amountMinor` is null or all that is left, with none of
 * it left and so lost.
 */
export function takenBack(
  before: Opportunity,
  amountMinor: bigint | null,
  lost: { stage: string; reason: string },
  today: string,
): Opportunity {
  const held = (before.valueMinor ?? 0n) - (before.win?.reversedMinor ?? 0n);
  if (before.win === null || amountMinor === null || amountMinor === held) {
    const move = { meaning: "lost", valueMinor: null, closedOn: null, ...lost } as const;
    return moved(before, move, today);
  }
  return { ...before, win: { ...before.win, reversedMinor: before.win.reversedMinor + amountMinor } };
}
