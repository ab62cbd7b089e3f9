import { compareDecimals, isDecimal, parseDecimal } from "#platform/money/decimal.ts";
import { compareLadders, type LadderChange } from "../ladders/contract.ts";
import type { TermsChange } from "./changes.ts";
import { trackChanges } from "./compare-tracks.ts";
import type { Benefit, ProgramDocument } from "./document.ts";

/** How two versions of a program differ: in its ladder, and in everything else. */
export interface ProgramChanges {
  ladder: LadderChange[];
  terms: TermsChange[];
}

/** What changes from one version to another. `takesAway` where somebody may have less by it. */
export function comparePrograms(before: ProgramDocument, after: ProgramDocument): ProgramChanges {
  return {
    ladder: compareLadders(before.ladder, after.ladder),
    terms: [
      ...frameChanges(before, after),
      ...benefitChanges(before.benefits, after.benefits),
      ...trackChanges(before, after),
    ],
  };
}

/** Only what takes something away. */
export function takenAway({ ladder, terms }: ProgramChanges): ProgramChanges {
  return {
    ladder: ladder.filter(({ takesAway }) => takesAway),
    terms: terms.filter(({ takesAway }) => takesAway),
  };
}

export function isNothing({ ladder, terms }: ProgramChanges): boolean {
  return ladder.length === 0 && terms.length === 0;
}

function frameChanges(before: ProgramDocument, after: ProgramDocument): TermsChange[] {
  const changes: TermsChange[] = [];
  if (before.label !== after.label) {
    changes.push({ code: "label-changed", takesAway: false, before: before.label, after: after.label });
  }
  if (before.summary !== after.summary) changes.push({ code: "summary-changed", takesAway: false });
  for (const by of ["types", "regions"] as const) {
    const [old, new_]: [readonly string[], readonly string[]] = [before.criteria[by], after.criteria[by]];
    if (sameSet(old, new_)) continue;
    const takesAway = new_.length > 0 && (old.length === 0 || old.some((one) => !new_.includes(one)));
    changes.push({ code: "criteria-changed", takesAway, by, before: [...old], after: [...new_] });
  }
  if (before.noticeDays !== after.noticeDays) {
    const takesAway = after.noticeDays < before.noticeDays;
    changes.push({ code: "notice-changed", takesAway, before: before.noticeDays, after: after.noticeDays });
  }
  if (before.acknowledge !== after.acknowledge) {
    changes.push({ code: "acknowledge-changed", takesAway: false, after: after.acknowledge });
  }
  for (const rule of ["dealRules", "tiers", "funds"] as const) {
    const [old, new_] = [before.counts[rule], after.counts[rule]];
    if (old !== new_)
      changes.push({ code: "counts-changed", takesAway: true, rule, before: old, after: new_ });
  }
  return changes;
}

function benefitChanges(before: readonly Benefit[], after: readonly Benefit[]): TermsChange[] {
  const added = after.filter(({ key }) => !before.some((one) => one.key === key));
  const removed = before.filter(({ key }) => !after.some((one) => one.key === key));
  return [
    ...added.map(({ label }) => ({ code: "benefit-added" as const, takesAway: false, benefit: label })),
    ...after.flatMap((benefit) => {
      const one = before.find(({ key }) => key === benefit.key);
      return one === undefined ? [] : changesOf(one, benefit);
    }),
    ...removed.map(({ label }) => ({ code: "benefit-removed" as const, takesAway: true, benefit: label })),
  ];
}

function changesOf(before: Benefit, after: Benefit): TermsChange[] {
  const changes: TermsChange[] = [];
  const { label: benefit } = after;
  if (before.label !== benefit) {
    changes.push({ code: "benefit-renamed", takesAway: false, before: before.label, after: benefit });
  }
  const counted = ({ unit, currency, period, kind }: Benefit) =>
    JSON.stringify([unit, currency ?? null, period, kind]);
  const otherwise = counted(before) !== counted(after);
  if (otherwise) changes.push({ code: "benefit-counted-otherwise", takesAway: true, benefit });
  for (const level of new Set([...Object.keys(after.values), ...Object.keys(before.values)])) {
    const [old, new_] = [before.values[level] ?? null, after.values[level] ?? null];
    if (old === new_ || (isNumber(before, old) && isNumber(after, new_) && order(old, new_) === 0)) continue;
    const { kind, unit } = after;
    const takesAway =
      old !== null &&
      (new_ === null || !isNumber(after, new_) || !isNumber(before, old) || order(new_, old) < 0);
    const about = { benefit, kind, unit, currency: after.currency ?? null, level };
    changes.push({ code: "benefit-value-changed", takesAway, ...about, before: old, after: new_ });
  }
  if (before.onRequest !== after.onRequest) {
    const { onRequest } = after;
    changes.push({ code: "benefit-request-changed", takesAway: onRequest, benefit, onRequest });
  }
  if (before.validDays !== after.validDays) {
    const [old, new_] = [before.validDays, after.validDays];
    const takesAway = new_ !== null && (old === null || new_ < old);
    changes.push({ code: "benefit-valid-changed", takesAway, benefit, before: old, after: new_ });
  }
  return changes;
}

function isNumber({ unit }: Benefit, value: string | null): value is string {
  return value !== null && ["percent", "count", "money"].includes(unit) && isDecimal(value);
}

function order(one: string, other: string): number {
  return compareDecimals(parseDecimal(one), parseDecimal(other));
}

function sameSet(one: readonly string[], other: readonly string[]): boolean {
  return one.length === other.length && one.every((value) => other.includes(value));
}
