import type { Ladder } from "#ecosystem/ladders/contract.ts";
import { parseDay } from "#platform/time/day.ts";
import { lastHeldDay, releaseDay } from "#platform/time/hold.ts";
import type { Edge } from "./contract.ts";
import type { EndedEvidence, SplitEvidence, WinEvidence } from "./evidence.ts";
import { type AskedWords, type DecidedWords, explainDecision, type MeasuredWords } from "./explain-tier.ts";
import type { MeasuredTier, PayBasis } from "./facts.ts";
import type { Step } from "./outcome.ts";
import type { Receipt } from "./receipt.ts";
import type { Entry } from "./settle.ts";

/** A step, and the exact value that it starts from ("" for a step that starts anew). */
export type StepSentence = Step & { from: string };

/**
 * One plain sentence of a receipt as a code with its values; each reader's language is put to it where it is shown.
 * Days are `YYYY-MM-DD`, and every range of days here is inclusive at both ends, as people read it.
 */
export type Sentence =
  | {
      code: "earning";
      params: {
        amount: string;
        beneficiary: string;
        currency: string;
        entry: Entry;
        label: string;
        period: string;
      };
    }
  | { code: "plan"; params: { plan: string; version: number } }
  | {
      code: "opportunity";
      params: {
        closedOn: string;
        currency: string;
        externalId: string | null;
        name: string;
        /** Null where several share it: each line tells whose share it is of. */
        owner: string | null;
        value: string;
      };
    }
  /** Whose part of the win it is, and how it is shared: decimals from 0 to 1, in the order of the split. */
  | { code: "shared"; params: { participant: string; share: string; shares: string[]; signedOn: string } }
  /** What is said of the opportunity where its beneficiary may see no more of it. */
  | { code: "reference"; params: { externalId: string } }
  | { code: "above"; params: { edge: Edge; owner: string; parent: string } }
  | { code: "pay-basis"; params: { kind: PayBasis["kind"]; reason: string } }
  | {
      code: "tier";
      params: {
        basis: string;
        /** Where the level starts, inclusive; null for the base. */
        bound: string | null;
        currency: string;
        from: string;
        how: MeasuredTier["how"];
        ladder: string;
        level: string;
        through: string;
      };
    }
  /** A level on a ladder of the second format, what it followed from, and why it is this one. */
  | { code: "tier-decided"; params: DecidedWords }
  | { code: "tier-asked"; params: AskedWords }
  | { code: "tier-measured"; params: MeasuredWords }
  | { code: "tier-unreviewed"; params: { ladder: string; level: string; stood: boolean } }
  | { code: "hold"; params: { days: number; heldThrough: string; releasedOn: string; zone: string } }
  | { code: "no-hold"; params: Record<string, never> }
  | StepSentence;

/**
 * Why this amount, in order: what was earned, by which plan, from which facts, at which tier and how that came, every
 * step with the value it starts from, and the hold. Enough to recompute it with a pocket calculator.
 */
export function explain(receipt: Receipt): Sentence[] {
  const { facts } = receipt;
  const steps = explainSteps(receipt.steps);
  if (facts.about === "split")
    return [...heading(receipt), ...explainSplit(receipt, facts), ...steps, holdOf(receipt, facts)];
  if (facts.about === "ended") return [...heading(receipt), ...reference(facts), ...steps];
  return [
    ...heading(receipt),
    ...explainFacts(facts),
    ...explainTier(receipt, facts),
    ...steps,
    holdOf(receipt, facts),
  ];
}

function heading({ earning, beneficiary, plan, result }: Receipt): Sentence[] {
  const params = {
    amount: result.amount,
    beneficiary: beneficiary.name,
    currency: result.currency,
    entry: earning.entry,
    label: plan.rules.components[0]?.label ?? earning.component,
    period: earning.period,
  };
  return [
    { code: "earning", params },
    { code: "plan", params: { plan: plan.name, version: plan.version } },
  ];
}

function reference({ opportunity: { externalId } }: EndedEvidence): Sentence[] {
  return externalId === null ? [] : [{ code: "reference", params: { externalId } }];
}

function explainFacts({ win, parent }: WinEvidence): Sentence[] {
  return [
    dealOf(win, win.owner.name),
    ...whoIsAbove(win.owner.name, parent),
    { code: "pay-basis", params: win.payBasis },
  ];
}

/** The deal, then for each part whose place it is in, who is above there and at which tier. */
function explainSplit(receipt: Receipt, { parts, shares, signedOn, win }: SplitEvidence): Sentence[] {
  return [
    dealOf(win, null),
    ...parts.flatMap(({ owner, parent, place, tier }): Sentence[] => [
      {
        code: "shared",
        params: { participant: owner.name, share: shares[place] ?? "", shares: [...shares], signedOn },
      },
      ...whoIsAbove(owner.name, parent),
      ...explainTier(receipt, { tier }),
    ]),
  ];
}

function dealOf(win: SplitEvidence["win"], owner: string | null): Sentence {
  const { closedOn, currency, opportunity, value } = win;
  const { externalId, name } = opportunity;
  return { code: "opportunity", params: { closedOn, currency, externalId, name, owner, value } };
}

function whoIsAbove(owner: string, parent: WinEvidence["parent"]): Sentence[] {
  return parent ? [{ code: "above", params: { edge: parent.edge, owner, parent: parent.name } }] : [];
}

function explainTier({ plan }: Receipt, { tier }: Pick<WinEvidence, "tier">): Sentence[] {
  if (!tier || !plan.ladder) return [];
  const { ladder } = plan.ladder;
  if (tier.how === "unreviewed") {
    const { level, stood } = tier;
    return [{ code: "tier-unreviewed", params: { ladder: ladder.label, level, stood } }];
  }
  if (tier.how === "decided") return explainDecision(ladder, tier);
  const params = {
    basis: tier.basis.amount,
    bound: boundOf(ladder, tier.level),
    currency: tier.basis.currency,
    from: tier.window.from,
    how: tier.how,
    ladder: ladder.label,
    level: tier.level,
    through: parseDay(tier.window.until).subtract({ days: 1 }).toString(),
  };
  return [{ code: "tier", params }];
}

function boundOf(ladder: Ladder, level: string): string | null {
  if (ladder.format !== "hanse-ladder/1") return null;
  return ladder.levels.find((one) => one.level === level)?.from ?? null;
}

function explainSteps(steps: readonly Step[]): StepSentence[] {
  let from = "";
  return steps.map((step) => {
    const sentence = { ...step, from };
    if ("exact" in step.params) from = step.params.exact;
    return sentence;
  });
}

function holdOf({ plan, vendor }: Receipt, { win }: { win: SplitEvidence["win"] }): Sentence {
  const { days } = plan.rules.hold;
  if (days === 0) return { code: "no-hold", params: {} };
  const close = parseDay(win.closedOn);
  const heldThrough = lastHeldDay(close, days).toString();
  return {
    code: "hold",
    params: { days, heldThrough, releasedOn: releaseDay(close, days).toString(), zone: vendor.zone },
  };
}
