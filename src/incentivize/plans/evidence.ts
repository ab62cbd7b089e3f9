import { z } from "zod";
import { formatDecimal } from "#platform/money/decimal.ts";
import { parseMinor, toJson } from "#platform/money/money.ts";
import type { CompiledComponent, CompiledPlan } from "./compile.ts";
import type { ComputableWin } from "./computation.ts";
import { Edge } from "./contract.ts";
import { TierDecision } from "./decision.ts";
import type { Named, TierFacts, WinFacts, WonOpportunity } from "./facts.ts";
import { EndedWhy } from "./outcome.ts";

/*
 * The facts of one line as JSON: what its amount rests on, and no more than its beneficiary may see. A component
 * that reads no tier shows none; who stands above the owner is shown only to whom it pays; a line that takes
 * money back because the win now counts for others says that much and nothing about them.
 * Text made here is canonical (RFC 8785): members stand in the order of their names.
 */

const NamedJson = z.strictObject({ id: z.string(), name: z.string() });
const DayText = z.iso.date();
const Amount = z.string();

const MeasuredTierJson = z.strictObject({
  basis: z.strictObject({ amount: Amount, currency: z.string() }),
  how: z.enum(["computed", "stood", "base"]),
  ladderVersionId: z.string(),
  level: z.string(),
  window: z.strictObject({ from: DayText, until: DayText }),
});

/** On a ladder of the second format: what a review decided, or that none has. */
const DecidedTierJson = z.strictObject({
  decision: TierDecision,
  how: z.literal("decided"),
  ladderVersionId: z.string(),
  level: z.string(),
});
const UnreviewedTierJson = z.strictObject({
  how: z.literal("unreviewed"),
  ladderVersionId: z.string(),
  level: z.string(),
  stood: z.boolean(),
});

export type DecidedTierJson = z.infer<typeof DecidedTierJson>;

const TierJson = z.discriminatedUnion("how", [MeasuredTierJson, DecidedTierJson, UnreviewedTierJson]);
export type TierJson = z.infer<typeof TierJson>;

/** The deal, as everybody whom it pays may see it. */
const WinJson = z.strictObject({
  closedOn: DayText,
  currency: z.string(),
  id: z.string(),
  lines: z.array(
    z.strictObject({ amount: Amount, product: NamedJson.nullable(), series: z.string().nullable() }),
  ),
  opportunity: z.strictObject({ externalId: z.string().nullable(), id: z.string(), name: z.string() }),
  owner: NamedJson,
  payBasis: z.strictObject({
    kind: z.enum(["opening-import", "entered-on-behalf", "registration"]),
    reason: z.string(),
  }),
  reversed: Amount,
  value: Amount,
});

export const WinEvidence = z.strictObject({
  about: z.literal("win"),
  parent: z.strictObject({ edge: Edge, id: z.string(), name: z.string() }).nullable(),
  tier: TierJson.nullable(),
  win: WinJson,
});
export type WinEvidence = z.infer<typeof WinEvidence>;

/**
 * A line of somebody who has a part of a win by a signed split: its own parts (two, where two participants stand below
 * it), and how the whole is shared, without saying who the others are; so it does not say why the deal earns either,
 * which was written for its owner.
 */
export const SplitEvidence = z.strictObject({
  about: z.literal("split"),
  parts: z
    .array(
      z.strictObject({
        owner: NamedJson,
        parent: z.strictObject({ edge: Edge, id: z.string(), name: z.string() }).nullable(),
        place: z.int().min(0).max(11),
        tier: TierJson.nullable(),
      }),
    )
    .min(1)
    .max(12),
  shares: z
    .array(z.string().regex(/^0\.\d{1,4}$/))
    .min(2)
    .max(12),
  signedOn: DayText,
  win: WinJson.omit({ owner: true, payBasis: true }),
});
export type SplitEvidence = z.infer<typeof SplitEvidence>;

export const EndedEvidence = z.strictObject({
  about: z.literal("ended"),
  beneficiary: NamedJson,
  opportunity: z.strictObject({ externalId: z.string().nullable(), id: z.string() }),
  why: EndedWhy,
  winId: z.string(),
});
export type EndedEvidence = z.infer<typeof EndedEvidence>;

export const Evidence = z.discriminatedUnion("about", [WinEvidence, SplitEvidence, EndedEvidence]);
export type Evidence = z.infer<typeof Evidence>;

/** The deal's part of the facts as canonical JSON; it is the same for every component. */
export function winText(plan: CompiledPlan, win: ComputableWin): string {
  const { reversed, value, ...rest } = dealJson(plan, win);
  const owner = { id: win.owner.id, name: win.owner.name };
  const payBasis = { kind: win.payBasis.kind, reason: win.payBasis.reason };
  return JSON.stringify({ ...rest, owner, payBasis, reversed, value });
}

function dealJson({ exponent }: CompiledPlan, win: ComputableWin): SplitEvidence["win"] {
  const inWords = (minor: bigint) => formatDecimal({ units: minor, scale: exponent }, exponent);
  const { opportunity } = win;
  return {
    closedOn: win.closedOn,
    currency: win.currency,
    id: win.winId,
    lines: win.lines.map(({ amountMinor, product, series }) => ({
      amount: inWords(amountMinor),
      product: product && { id: product.id, name: product.name },
      series,
    })),
    opportunity: { externalId: opportunity.externalId, id: opportunity.id, name: opportunity.name },
    reversed: inWords(win.reversedMinor),
    value: inWords(win.valueMinor),
  };
}

/** The facts of a line of `component` as canonical JSON: the deal, and what else the component read. */
export function winEvidence(
  plan: CompiledPlan,
  component: CompiledComponent,
  win: WinFacts,
  deal: string,
): string {
  const { beneficiary } = component.rule;
  const parent = beneficiary.who === "owner" ? null : parentEvidence(win, beneficiary.edge);
  const tier = component.factorOfLevel && win.tier && tierEvidence(plan, win.tier);
  return `{"about":"win","parent":${JSON.stringify(parent)},"tier":${JSON.stringify(tier)},"win":${deal}}`;
}

/** The place of a participant in its split, and the win as it stands for it. */
export interface Part {
  readonly place: number;
  readonly win: ComputableWin;
}

/** The facts of a line of somebody's parts of a split, as canonical JSON. */
export function splitEvidence(
  plan: CompiledPlan,
  component: CompiledComponent,
  { shares, signedOn }: Pick<SplitEvidence, "shares" | "signedOn">,
  parts: readonly [Part, ...Part[]],
): string {
  const { beneficiary } = component.rule;
  const json: SplitEvidence = {
    about: "split",
    parts: parts.map(({ place, win }) => ({
      owner: { id: win.owner.id, name: win.owner.name },
      parent: beneficiary.who === "owner" ? null : parentEvidence(win, beneficiary.edge),
      place,
      tier: component.factorOfLevel && win.tier && tierEvidence(plan, win.tier),
    })),
    shares: [...shares],
    signedOn,
    win: dealJson(plan, parts[0].win),
  };
  return JSON.stringify(json);
}

/** The facts of a line that takes back what is no longer due to somebody, as canonical JSON. */
export function endedEvidence(
  { opportunity, winId }: WonOpportunity,
  beneficiary: Named,
  why: EndedWhy,
): string {
  const evidence: EndedEvidence = {
    about: "ended",
    beneficiary: { id: beneficiary.id, name: beneficiary.name },
    opportunity: { externalId: opportunity.externalId, id: opportunity.id },
    why,
    winId,
  };
  return JSON.stringify(evidence);
}

/** The win as a line's facts tell it; what the line's beneficiary may not see is not in it. */
export function readWin({ parent, tier, win }: WinEvidence): WinFacts {
  return { ...readDeal(win), ...readPlace(win.owner, parent, tier), payBasis: win.payBasis };
}

/** The parts as a line's facts tell them, each with the win as it stands for its participant. */
export function readParts({ parts, win }: SplitEvidence): { place: number; win: WinFacts }[] {
  return parts.map(({ owner, parent, place, tier }) => ({
    place,
    // Nothing is computed from why it earns.
    win: {
      ...readDeal(win),
      ...readPlace(owner, parent, tier),
      payBasis: { kind: "registration", reason: "" },
    },
  }));
}

function readDeal(win: SplitEvidence["win"]): Omit<WinFacts, "owner" | "parents" | "tier" | "payBasis"> {
  const { currency } = win;
  return {
    winId: win.id,
    opportunity: win.opportunity,
    closedOn: win.closedOn,
    currency,
    valueMinor: parseMinor(win.value, currency, "/facts/win/value"),
    reversedMinor: parseMinor(win.reversed, currency, "/facts/win/reversed"),
    lines: win.lines.map(({ amount, product, series }, index) => ({
      product,
      series,
      amountMinor: parseMinor(amount, currency, `/facts/win/lines/${index}/amount`),
    })),
  };
}

/** Who stands in the owner's place, and who above, at which tier. */
function readPlace(
  owner: Named,
  parent: WinEvidence["parent"],
  tier: WinEvidence["tier"],
): Pick<WinFacts, "owner" | "parents" | "tier"> {
  return {
    owner,
    parents: parent ? { [parent.edge]: { id: parent.id, name: parent.name } } : {},
    tier: tier && readTier(tier),
  };
}

function readTier(tier: TierJson): TierFacts {
  if (tier.how === "decided" || tier.how === "unreviewed") return tier;
  return {
    level: tier.level,
    how: tier.how,
    basisMinor: parseMinor(tier.basis.amount, tier.basis.currency, "/facts/tier/basis/amount"),
    window: tier.window,
    ladderVersionId: tier.ladderVersionId,
  };
}

function tierEvidence(plan: CompiledPlan, tier: TierFacts): TierJson {
  const { ladderVersionId, level } = tier;
  if (tier.how === "decided") return { decision: tier.decision, how: tier.how, ladderVersionId, level };
  if (tier.how === "unreviewed") {
    return { how: tier.how, ladderVersionId, level, stood: tier.stood };
  }
  const currency = plan.ladders.get(tier.ladderVersionId)?.version.ladder.currency ?? plan.currency;
  return {
    basis: toJson({ minor: tier.basisMinor, currency }),
    how: tier.how,
    ladderVersionId,
    level,
    window: { from: tier.window.from, until: tier.window.until },
  };
}

function parentEvidence({ parents }: WinFacts, edge: Edge): WinEvidence["parent"] {
  const parent = parents[edge];
  return parent ? { edge, id: parent.id, name: parent.name } : null;
}
