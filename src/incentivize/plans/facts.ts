import type { Edge } from "./contract.ts";
import type { TierDecision } from "./decision.ts";

/*
 * What the engine is told about one win. Plain values, no I/O: whoever loads them has decided what is true; the
 * engine decides what follows. Ids are opaque text, in the form in which people may see them.
 */

/** A partner, product or other noun, by its id and the name that a receipt shows. */
export interface Named {
  readonly id: string;
  readonly name: string;
}

/** One line of the won opportunity, gross, in the minor units of the win's currency. */
export interface WinLine {
  readonly product: Named | null;
  readonly series: string | null;
  readonly amountMinor: bigint;
}

/** The owner's level on a ladder for the quarter of the close, and how it came. */
export type TierFacts = MeasuredTier | DecidedTier | UnreviewedTier;

/**
 * A level on a ladder of the first format.
 *
 * - `computed`: it follows from `basisMinor`, the measure over the window.
 * - `stood`: a posted run used it for this quarter, so it stands; `basisMinor` is the measure as it was then.
 * - `base`: the partner has no won close value in the window.
 *
 * In all three the level must follow from the basis by the ladder version, or the win becomes a problem.
 */
export interface MeasuredTier {
  readonly level: string;
  readonly how: "computed" | "stood" | "base";
  /** In the minor units of the ladder's currency; may be negative when reversals outweigh wins. */
  readonly basisMinor: bigint;
  /** Days `YYYY-MM-DD`, half-open: from `from` up to but not including `until`. */
  readonly window: { readonly from: string; readonly until: string };
  readonly ladderVersionId: string;
}

/** A level on a ladder of the second format: what a review decided, and what it followed from. */
export interface DecidedTier {
  readonly level: string;
  readonly how: "decided";
  readonly decision: TierDecision;
  readonly ladderVersionId: string;
}

/**
 * The base of a ladder of the second format, for whom no review has decided about; or, where it `stood`, the level that
 * a posted run has used for whom none decides about any more.
 */
export interface UnreviewedTier {
  readonly level: string;
  readonly how: "unreviewed";
  readonly stood: boolean;
  readonly ladderVersionId: string;
}

/** Why a won opportunity earns at all. */
export interface PayBasis {
  readonly kind: "opening-import" | "entered-on-behalf" | "registration";
  readonly reason: string;
}

/** Which win of which opportunity. */
export interface WonOpportunity {
  readonly winId: string;
  readonly opportunity: { readonly id: string; readonly externalId: string | null; readonly name: string };
}

/** Who stands above somebody on the day of close, by edge; null or absent where nobody does. */
export type Parents = Readonly<Partial<Record<Edge, Named | null>>>;

/** A participant of a signed split: for its share of the win it stands in the owner's place. */
export interface Participant {
  readonly partner: Named;
  /** A decimal from 0 to 1, such as `0.4`. */
  readonly share: string;
  readonly parents: Parents;
  readonly tier: TierFacts | null;
}

/** A split of the pay credit that all participants signed; their shares add up to 1. */
export interface SplitFacts {
  /** The day of the last signature, `YYYY-MM-DD`. */
  readonly signedOn: string;
  readonly participants: readonly Participant[];
}

export interface WinFacts extends WonOpportunity {
  /** The day of close, `YYYY-MM-DD`. */
  readonly closedOn: string;
  readonly currency: string;
  /** The gross close value; null when nobody has entered one. */
  readonly valueMinor: bigint | null;
  /** What was reversed of it since, 0 up to the whole value. Every line counts with the same share of its amount. */
  readonly reversedMinor: bigint;
  /** Their amounts add up to the gross value. */
  readonly lines: readonly WinLine[];
  readonly owner: Named;
  /** Who stands above the owner. */
  readonly parents: Parents;
  /** Null when no ladder is read, or nothing is known; then a component with a multiplier is a problem. */
  readonly tier: TierFacts | null;
  readonly payBasis: PayBasis;
  /** Then the participants stand where the owner would; `owner`, `parents` and `tier` are not looked at. */
  readonly split?: SplitFacts | null;
}
