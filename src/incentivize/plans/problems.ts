import { formatMinor } from "#platform/money/money.ts";
import { parseDay } from "#platform/time/day.ts";
import { daysOfQuarter, quarterOf } from "#platform/time/quarter.ts";
import type { CompiledLadder, CompiledPlan } from "./compile.ts";
import { decisionFault, type TierDecision } from "./decision.ts";
import type { DecidedTier, MeasuredTier, TierFacts, WinFacts } from "./facts.ts";
import type { LineProblem } from "./outcome.ts";

/** Everything that keeps a plan from being computed for this win; empty when it can be. */
export function problemsOf(plan: CompiledPlan, win: WinFacts): LineProblem[] {
  if (win.currency !== plan.currency) {
    return [{ code: "currency-differs", params: { currency: win.currency, planCurrency: plan.currency } }];
  }
  if (win.valueMinor === null) return [{ code: "value-missing", params: {} }];
  return [
    ...valueProblems(plan, win, win.valueMinor),
    ...(plan.readsLines ? lineProblems(plan, win, win.valueMinor) : []),
    ...(plan.readsLadder === null ? [] : tierProblems(plan, win, plan.readsLadder)),
  ];
}

function valueProblems({ currency }: CompiledPlan, win: WinFacts, valueMinor: bigint): LineProblem[] {
  const value = formatMinor(valueMinor, currency);
  if (valueMinor < 0n) return [{ code: "value-negative", params: { value } }];
  if (win.reversedMinor >= 0n && win.reversedMinor <= valueMinor) return [];
  return [
    { code: "reversed-out-of-range", params: { reversed: formatMinor(win.reversedMinor, currency), value } },
  ];
}

function lineProblems(plan: CompiledPlan, win: WinFacts, valueMinor: bigint): LineProblem[] {
  if (win.lines.length === 0 || win.lines.some(({ product }) => product === null)) {
    return [{ code: "product-missing", params: {} }];
  }
  const problems = win.lines.flatMap((line) => seriesProblems(plan, line.product?.name ?? "", line.series));
  const total = win.lines.reduce((sum, { amountMinor }) => sum + amountMinor, 0n);
  if (total !== valueMinor) {
    const params = {
      lines: formatMinor(total, plan.currency),
      value: formatMinor(valueMinor, plan.currency),
    };
    problems.push({ code: "lines-do-not-add-up", params });
  }
  return problems;
}

function seriesProblems(plan: CompiledPlan, product: string, series: string | null): LineProblem[] {
  const problems: LineProblem[] = [];
  for (const { rule, flatRate, rateOfSeries } of plan.components.values()) {
    if (rule.basis !== "line value" || flatRate) continue;
    const component = rule.key;
    if (series === null) problems.push({ code: "series-missing", params: { component, product } });
    else if (!rateOfSeries.has(series)) {
      problems.push({ code: "series-without-rate", params: { component, product, series } });
    }
  }
  return problems;
}

function tierProblems(plan: CompiledPlan, win: WinFacts, ladder: string): LineProblem[] {
  const { tier } = win;
  const compiled = tier && plan.ladders.get(tier.ladderVersionId);
  if (!tier || !compiled) return [{ code: "tier-missing", params: { ladder } }];
  const problem = tierProblem(compiled, tier, win.closedOn);
  if (problem !== null) return [problem];
  for (const { rule, factorOfLevel } of plan.components.values()) {
    if (factorOfLevel && !factorOfLevel.has(tier.level)) {
      return [{ code: "tier-without-multiplier", params: { component: rule.key, level: tier.level } }];
    }
  }
  return [];
}

/** Why a tier does not follow from what is said of it; null where it does. */
function tierProblem(ladder: CompiledLadder, tier: TierFacts, closedOn: string): LineProblem | null {
  if (tier.how === "decided") return decidedProblem(ladder, tier, closedOn);
  if (tier.how !== "unreviewed") return measuredProblem(ladder, tier, closedOn);
  const [base = ""] = ladder.levels;
  const isKnown = tier.level === base || (tier.stood && ladder.levels.includes(tier.level));
  if (isKnown && ladder.bounds === null) return null;
  return { code: "tier-does-not-follow", params: { expected: base, level: tier.level } };
}

function measuredProblem(
  { bounds, version }: CompiledLadder,
  tier: MeasuredTier,
  closedOn: string,
): LineProblem | null {
  if (bounds === null) return { code: "tier-missing", params: { ladder: version.ladder.name } };
  const expected = bounds.levelOf(tier.basisMinor);
  const isBase = tier.how !== "base" || (tier.basisMinor === 0n && tier.level === version.ladder.base);
  if (tier.level !== expected || !isBase) {
    return { code: "tier-does-not-follow", params: { expected, level: tier.level } };
  }
  const window = bounds.windowFor(closedOn);
  if (tier.window.from !== window.from || tier.window.until !== window.until) {
    return { code: "tier-window-differs", params: { ...tier.window } };
  }
  return null;
}

/** A tier is the same for many wins of its owner's quarter. */
const faults = new WeakMap<DecidedTier, { fault: ReturnType<typeof decisionFault> }>();

function decidedProblem(
  { bounds, version }: CompiledLadder,
  tier: DecidedTier,
  closedOn: string,
): LineProblem | null {
  if (bounds !== null) return { code: "tier-missing", params: { ladder: version.ladder.name } };
  const known = faults.get(tier) ?? { fault: decisionFault(version.ladder, tier) };
  faults.set(tier, known);
  const { on, inForceFrom } = tier.decision;
  if (known.fault?.kind === "days" || !isOfQuarter(tier.decision, closedOn)) {
    return { code: "tier-window-differs", params: { from: on, until: inForceFrom } };
  }
  if (known.fault === null) return null;
  return { code: "tier-does-not-follow", params: { expected: known.fault.expected, level: tier.level } };
}

/** Whether a level was in force on the first day of the quarter in which something closed. */
function isOfQuarter({ inForceFrom, quarterFrom }: TierDecision, closedOn: string): boolean {
  const first = quarterFrom ?? daysOfQuarter(quarterOf(parseDay(closedOn))).from.toString();
  const next = parseDay(first).add({ months: 3 }).toString();
  return inForceFrom <= first && first <= closedOn && closedOn < next;
}
