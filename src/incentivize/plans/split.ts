import { allocate } from "#platform/money/allocate.ts";
import {
  addDecimals,
  compareDecimals,
  formatDecimal,
  multiplyDecimals,
  one,
  parseDecimal,
} from "#platform/money/decimal.ts";
import { money } from "#platform/money/money.ts";
import type { CompiledComponent, CompiledPlan } from "./compile.ts";
import { type ComputableWin, computeComponent, hasValue } from "./computation.ts";
import { type Part, type SplitEvidence, splitEvidence } from "./evidence.ts";
import type { Named, SplitFacts, WinFacts } from "./facts.ts";
import type { ComputedEarning, Evaluation, LineProblem, Note, Step } from "./outcome.ts";
import { problemsOf } from "./problems.ts";

/** How a win is shared: every share in the order of the split, and when it was signed. */
type Shared = Pick<SplitEvidence, "shares" | "signedOn">;

/**
 * What a win earns whose pay credit is split. Each participant stands in the owner's place: with its own tier, and
 * with whoever is above it. A line is what the whole win would earn there, rounded once, of which the participant's
 * part is taken by largest remainder: the parts of one amount add up to it. Who stands above two participants gets
 * one line for both.
 */
export function evaluateSplit(plan: CompiledPlan, win: WinFacts, split: SplitFacts): Evaluation {
  const views = split.participants.map(({ partner, parents, tier }) => ({
    ...win,
    owner: partner,
    parents,
    tier,
    split: null,
  }));
  const problems = alike(views.flatMap((view) => problemsOf(plan, view)));
  const shared: Shared = { shares: split.participants.map(({ share }) => share), signedOn: split.signedOn };
  const earnings: ComputedEarning[] = [];
  const notes: Note[] = [];
  if (problems.length > 0) return { plan, win, earnings, problems, notes };
  for (const component of plan.components.values()) {
    const parts = views.flatMap((view, place) => (hasValue(view) ? [{ place, win: view }] : []));
    const paid = Map.groupBy(parts, (part) => payeeOf(component, part.win)?.id ?? null);
    for (const [id, [first, ...others]] of paid) {
      if (first === undefined) continue;
      if (id === null)
        notes.push(...[first, ...others].flatMap(({ win: view }) => nobodyAbove(component, view)));
      else earnings.push(splitEarning(plan, component, shared, [first, ...others]));
    }
  }
  return { plan, win, earnings, problems, notes };
}

/** One beneficiary's line by one component: its parts of the split, together. */
export function splitEarning(
  plan: CompiledPlan,
  component: CompiledComponent,
  shared: Shared,
  parts: readonly [Part, ...Part[]],
): ComputedEarning {
  const beneficiary = payeeOf(component, parts[0].win);
  if (!beneficiary) throw new Error(`Nobody has a part of ${component.rule.key}.`);
  const computed = parts.map((part) => computePart(plan, component, shared, part));
  const amountMinor = computed.reduce((sum, part) => sum + part.amountMinor, 0n);
  const steps = computed.flatMap((part) => part.steps);
  if (parts.length > 1) {
    const amount = formatDecimal({ units: amountMinor, scale: plan.exponent }, plan.exponent);
    steps.push({ code: "parts", params: { amount, parts: parts.length } });
  }
  return {
    component: component.rule.key,
    beneficiary,
    amountMinor,
    steps,
    facts: splitEvidence(plan, component, shared, parts),
    ladderVersionId: component.factorOfLevel && (parts[0].win.tier?.ladderVersionId ?? null),
  };
}

/** True where the shares add up to exactly 1. */
export function isWhole(shares: readonly string[]): boolean {
  return compareDecimals(shares.map(parseDecimal).reduce(addDecimals), one) === 0;
}

/** Who is paid by a component for a win as it stands for one participant. */
export function payeeOf({ rule: { beneficiary } }: CompiledComponent, win: WinFacts): Named | null {
  return beneficiary.who === "owner" ? win.owner : (win.parents[beneficiary.edge] ?? null);
}

function computePart(
  plan: CompiledPlan,
  component: CompiledComponent,
  { shares }: Shared,
  { place, win }: Part,
): { amountMinor: bigint; steps: Step[] } {
  const whole = computeComponent(plan, component, win);
  const share = shares[place];
  const part = allocate(money(whole.amountMinor, plan.currency), weightsOf(shares))[place];
  if (share === undefined || part === undefined) throw new Error("A part lies outside its split.");
  const inWords = (minor: bigint) => formatDecimal({ units: minor, scale: plan.exponent }, plan.exponent);
  const exact = multiplyDecimals({ units: whole.amountMinor, scale: plan.exponent }, parseDecimal(share));
  const params = {
    amount: inWords(part.minor),
    exact: formatDecimal(exact, plan.exponent),
    share,
    whole: inWords(whole.amountMinor),
  };
  return { amountMinor: part.minor, steps: [...whole.steps, { code: "split", params }] };
}

/** Shares as whole numbers of one size: a share has four digits after the point at most. */
function weightsOf(shares: readonly string[]): bigint[] {
  return shares.map((share) => {
    const { units, scale } = parseDecimal(share);
    return units * 10n ** BigInt(4 - scale);
  });
}

function nobodyAbove({ rule: { beneficiary, key } }: CompiledComponent, win: ComputableWin): Note[] {
  if (beneficiary.who === "owner") return [];
  return [
    { code: "nobody-above", params: { component: key, edge: beneficiary.edge, owner: win.owner.name } },
  ];
}

/** Each problem once, though several participants have it. */
function alike(problems: readonly LineProblem[]): LineProblem[] {
  return [...new Map(problems.map((problem) => [JSON.stringify(problem), problem])).values()];
}
