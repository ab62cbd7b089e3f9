import type { Ladder } from "#ecosystem/ladders/contract.ts";
import { pointerTo, readDocument, refusal } from "#platform/document.ts";
import { isCurrency } from "#platform/money/currency.ts";
import { addDecimals, compareDecimals, formatDecimal, one, parseDecimal } from "#platform/money/decimal.ts";
import type { FieldError } from "#platform/problem.ts";
import { type Component, type PayCredit, PlanRules } from "./contract.ts";

/** What a plan may refer to: the programme's ladders and, where the catalogue is known, all its product series. */
export interface PlanContext {
  readonly ladders: readonly Ladder[];
  readonly series?: readonly string[];
}

/**
 * Reads the rules of a plan version and refuses what contradicts itself or the context.
 * @throws Problem `invalid-plan`, with a pointer and a sentence for everything to change.
 */
export function readPlan(input: unknown, context: PlanContext): PlanRules {
  const rules = readDocument(PlanRules, input, "invalid-plan");
  const errors = contradictions(rules, context);
  if (errors.length > 0) throw refusal("invalid-plan", errors);
  return rules;
}

/** Everything in well-formed rules that cannot stand together; empty when the plan may be published. */
export function contradictions(rules: PlanRules, context: PlanContext): FieldError[] {
  const errors = [...currencyErrors(rules.currency), ...creditErrors(rules.payCredit)];
  const keys = new Set<string>();
  for (const [index, component] of rules.components.entries()) {
    const at = ["components", index];
    if (keys.has(component.key)) {
      errors.push(
        wrong([...at, "key"], `The key "${component.key}" is used twice. Every component needs its own.`),
      );
    }
    keys.add(component.key);
    errors.push(...rateErrors(component, at, context.series));
    errors.push(...multiplierErrors(component, at, context.ladders));
  }
  return [...errors, ...severalLadders(rules)];
}

function wrong(path: readonly PropertyKey[], message: string): FieldError {
  return { pointer: pointerTo(path), message };
}

function currencyErrors(currency: string): FieldError[] {
  if (isCurrency(currency)) return [];
  return [wrong(["currency"], `"${currency}" is not a currency in use. Write an ISO 4217 code such as EUR.`)];
}

function creditErrors(credit: PayCredit): FieldError[] {
  const errors: FieldError[] = [];
  const named = new Set<string>();
  for (const [index, { to }] of credit.entries()) {
    if (named.has(to)) {
      errors.push(
        wrong(["payCredit", index, "to"], `The ${to} is named twice. Write one share for each participant.`),
      );
    }
    named.add(to);
  }
  const total = credit.map(({ share }) => parseDecimal(share)).reduce(addDecimals);
  if (compareDecimals(total, one) !== 0) {
    const percent = formatDecimal({ units: total.units * 100n, scale: total.scale });
    errors.push(
      wrong(
        ["payCredit"],
        `The shares of the pay credit add up to ${percent} %. They must add up to exactly 100 %.`,
      ),
    );
  }
  return errors;
}

function rateErrors(
  { rate, basis }: Component,
  at: PropertyKey[],
  catalogue?: readonly string[],
): FieldError[] {
  if (rate.kind === "flat") return [];
  const errors: FieldError[] = [];
  if (basis !== "line value") {
    errors.push(
      wrong(
        [...at, "basis"],
        'A rate by series is taken of each line: write "line value", or one flat rate.',
      ),
    );
  }
  const rated = Object.keys(rate.rates);
  if (rated.length === 0)
    errors.push(wrong([...at, "rate", "rates"], "Write a rate for at least one series."));
  for (const series of catalogue?.filter((name) => !rated.includes(name)) ?? []) {
    const message = `The series ${series} has no rate. Add one, or "0" if it earns nothing.`;
    errors.push(wrong([...at, "rate", "rates"], message));
  }
  for (const series of rated.filter((name) => catalogue && !catalogue.includes(name))) {
    const message = `The catalogue has no series ${series}. Its series are ${catalogue?.join(", ")}.`;
    errors.push(wrong([...at, "rate", "rates", series], message));
  }
  return errors;
}

function multiplierErrors(
  { multiplier }: Component,
  at: PropertyKey[],
  ladders: readonly Ladder[],
): FieldError[] {
  if (!multiplier) return [];
  const ladder = ladders.find(({ name }) => name === multiplier.ladder);
  if (!ladder) {
    const known = ladders.map(({ name }) => name).join(", ") || "none";
    const message = `There is no tier ladder "${multiplier.ladder}". The programme's ladders: ${known}.`;
    return [wrong([...at, "multiplier", "ladder"], message)];
  }
  const levels = [ladder.base, ...ladder.levels.map(({ level }) => level)];
  const unknown = Object.keys(multiplier.by).filter((level) => !levels.includes(level));
  const missing = levels.filter((level) => !Object.hasOwn(multiplier.by, level));
  return [
    ...unknown.map((level) => {
      const message = `The ladder "${ladder.label}" has no level ${level}. Its levels are ${levels.join(", ")}.`;
      return wrong([...at, "multiplier", "by", level], message);
    }),
    ...missing.map((level) => {
      const message = `The level ${level} has no multiplier. Add one; "1.00" leaves the amount as it is.`;
      return wrong([...at, "multiplier", "by"], message);
    }),
  ];
}

/** A win tells one tier of its owner, so a plan reads one ladder. */
function severalLadders({ components }: PlanRules): FieldError[] {
  const [first, ...others] = components.flatMap(({ multiplier }, index) =>
    multiplier ? [{ ladder: multiplier.ladder, index }] : [],
  );
  return others
    .filter(({ ladder }) => ladder !== first?.ladder)
    .map(({ index }) => {
      const message = `All multipliers of a plan read one ladder; the first reads "${first?.ladder}".`;
      return wrong(["components", index, "multiplier", "ladder"], message);
    });
}
