import {
  addDecimals,
  type Decimal,
  formatDecimal,
  formatRational,
  multiplyDecimals,
  powerOfTen,
} from "#platform/money/decimal.ts";
import { roundRational } from "#platform/money/rounding.ts";
import type { CompiledComponent, CompiledPlan, Factor } from "./compile.ts";
import type { WinFacts } from "./facts.ts";
import type { Step } from "./outcome.ts";

export interface Computed {
  readonly amountMinor: bigint;
  readonly steps: Step[];
}

/** A win whose value is known and that has no problem under the plan. */
export type ComputableWin = WinFacts & { readonly valueMinor: bigint };

export function hasValue(win: WinFacts): win is ComputableWin {
  return win.valueMinor !== null;
}

/**
 * What one component gives for a win: the basis at its rate, times the multiplier of the tier, times the owner's
 * share of the credit, times what is left of the value after reversals; rounded once, at the end. Everything before
 * the rounding is exact.
 */
export function computeComponent(
  plan: CompiledPlan,
  component: CompiledComponent,
  win: ComputableWin,
): Computed {
  const steps: Step[] = [];
  const inWords = (exact: Decimal) => formatDecimal(exact, plan.exponent);

  let exact =
    component.rule.basis === "line value"
      ? linesAtTheirRates(plan, component, win, steps)
      : valueAtItsRate(plan, component, win, steps);

  if (component.factorOfLevel && win.tier) {
    const factor = known(component.factorOfLevel, win.tier.level);
    exact = multiplyDecimals(exact, factor.value);
    steps.push({
      code: "multiplier",
      params: { exact: inWords(exact), factor: factor.text, level: win.tier.level },
    });
  }

  exact = multiplyDecimals(exact, plan.ownersShare.value);
  steps.push({
    code: "credit",
    params: { exact: inWords(exact), share: plan.ownersShare.text, to: "owner" },
  });

  return roundOnce(plan, component, win, exact, steps);
}

function linesAtTheirRates(
  plan: CompiledPlan,
  component: CompiledComponent,
  win: ComputableWin,
  steps: Step[],
): Decimal {
  let total: Decimal = { units: 0n, scale: plan.exponent };
  for (const { product, series, amountMinor } of win.lines) {
    const rate = component.flatRate ?? known(component.rateOfSeries, series ?? "");
    const amount = { units: amountMinor, scale: plan.exponent };
    const exact = multiplyDecimals(amount, rate.value);
    total = addDecimals(total, exact);
    steps.push({
      code: "line",
      params: {
        amount: formatDecimal(amount, plan.exponent),
        exact: formatDecimal(exact, plan.exponent),
        product: product?.name ?? "",
        rate: rate.text,
        series,
      },
    });
  }
  if (win.lines.length > 1) {
    steps.push({
      code: "sum",
      params: { exact: formatDecimal(total, plan.exponent), lines: win.lines.length },
    });
  }
  return total;
}

function valueAtItsRate(
  plan: CompiledPlan,
  component: CompiledComponent,
  win: ComputableWin,
  steps: Step[],
): Decimal {
  const { flatRate } = component;
  if (!flatRate) throw new Error(`Component ${component.rule.key} has no rate for the opportunity's value.`);
  const value = { units: win.valueMinor, scale: plan.exponent };
  const exact = multiplyDecimals(value, flatRate.value);
  steps.push({
    code: "value",
    params: {
      amount: formatDecimal(value, plan.exponent),
      exact: formatDecimal(exact, plan.exponent),
      rate: flatRate.text,
    },
  });
  return exact;
}

/** Takes the share that is left after reversals, net ÷ value, and rounds: the last two factors in one fraction. */
function roundOnce(
  plan: CompiledPlan,
  component: CompiledComponent,
  win: ComputableWin,
  exact: Decimal,
  steps: Step[],
): Computed {
  const { exponent } = plan;
  const inWords = (minor: bigint) => formatDecimal({ units: minor, scale: exponent }, exponent);
  let numerator = exact.units;
  let denominator = powerOfTen(exact.scale - exponent);

  if (win.reversedMinor !== 0n) {
    const netMinor = win.valueMinor - win.reversedMinor;
    numerator *= netMinor;
    denominator *= win.valueMinor;
    const left = { numerator, denominator: denominator * powerOfTen(exponent) };
    steps.push({
      code: "remaining",
      params: {
        exact: formatRational(left, exponent),
        net: inWords(netMinor),
        reversed: inWords(win.reversedMinor),
        value: inWords(win.valueMinor),
      },
    });
  }

  const { mode } = component.rule.rounding;
  const amountMinor = roundRational(numerator, denominator, mode);
  steps.push({ code: "round", params: { amount: inWords(amountMinor), mode, to: inWords(1n) } });
  return { amountMinor, steps };
}

function known(factors: ReadonlyMap<string, Factor>, name: string): Factor {
  const factor = factors.get(name);
  if (!factor) throw new Error(`The plan has no factor for "${name}"; problemsOf should have said so.`);
  return factor;
}
