import type { CompiledComponent, CompiledPlan } from "./compile.ts";
import { type ComputableWin, computeComponent, hasValue } from "./computation.ts";
import { winEvidence, winText } from "./evidence.ts";
import type { Named, WinFacts } from "./facts.ts";
import type { ComputedEarning, Evaluation, Note } from "./outcome.ts";
import { problemsOf } from "./problems.ts";
import { evaluateSplit } from "./split.ts";

/**
 * What a win earns under a plan version: one earning for each component that has a beneficiary. A win with a problem
 * earns nothing at all, so that its lines always come together; nobody above the owner is no problem, there is
 * then no line for the level above. Where the participants of a split share the win, each stands in the owner's place
 * for its share. Pure: the same facts and rules give the same answer, live or years later.
 */
export function evaluate(plan: CompiledPlan, win: WinFacts): Evaluation {
  if (win.split) return evaluateSplit(plan, win, win.split);
  const problems = problemsOf(plan, win);
  if (problems.length > 0 || !hasValue(win)) return { plan, win, earnings: [], problems, notes: [] };

  const earnings: ComputedEarning[] = [];
  const notes: Note[] = [];
  const deal = winText(plan, win);
  for (const component of plan.components.values()) {
    const { beneficiary, key } = component.rule;
    const payee = beneficiary.who === "owner" ? win.owner : win.parents[beneficiary.edge];
    if (payee) earnings.push(earning(plan, component, win, payee, deal));
    else if (beneficiary.who === "parent-of-owner") {
      const params = { component: key, edge: beneficiary.edge, owner: win.owner.name };
      notes.push({ code: "nobody-above", params });
    }
  }
  return { plan, win, earnings, problems, notes };
}

function earning(
  plan: CompiledPlan,
  component: CompiledComponent,
  win: ComputableWin,
  beneficiary: Named,
  deal: string,
): ComputedEarning {
  const { amountMinor, steps } = computeComponent(plan, component, win);
  return {
    component: component.rule.key,
    beneficiary,
    amountMinor,
    steps,
    facts: winEvidence(plan, component, win, deal),
    ladderVersionId: component.factorOfLevel && (win.tier?.ladderVersionId ?? null),
  };
}
