import type { LadderChange } from "./changes.ts";
import { levelChanges } from "./compare-levels.ts";
import { measureChanges } from "./compare-measures.ts";
import { expand, type Ladder, type LadderTwo } from "./ladder.ts";

/**
 * What changes from one ladder to another, in the order in which people ask: levels, what they ask for, how it is
 * measured, when it is decided. `takesAway` where somebody may have less by it; when that cannot be told, it does.
 */
export function compareLadders(before: Ladder | null, after: Ladder | null): LadderChange[] {
  if (before === null || after === null) {
    if (before !== null) return [{ code: "ladder-removed", takesAway: true }];
    return after === null ? [] : [{ code: "ladder-added", takesAway: false }];
  }
  const [old, new_] = [expand(before), expand(after)];
  return [
    ...nameChanges(old, new_),
    ...levelChanges(old, new_),
    ...measureChanges(old, new_),
    ...timeChanges(old, new_),
  ];
}

function nameChanges(before: LadderTwo, after: LadderTwo): LadderChange[] {
  const changes: LadderChange[] = [];
  if (before.label !== after.label) {
    changes.push({ code: "renamed", takesAway: false, before: before.label, after: after.label });
  }
  if (before.currency !== after.currency) {
    changes.push({
      code: "currency-changed",
      takesAway: false,
      before: before.currency,
      after: after.currency,
    });
  }
  return changes;
}

function timeChanges(before: LadderTwo, after: LadderTwo): LadderChange[] {
  const changes: LadderChange[] = [];
  if (before.measuredAt !== after.measuredAt) {
    changes.push({
      code: "measured-at-changed",
      takesAway: true,
      before: before.measuredAt,
      after: after.measuredAt,
    });
  }
  const numbers = [
    ["reviewed-every-changed", before.reviews.everyMonths, after.reviews.everyMonths, "more"],
    ["demoted-every-changed", before.reviews.demoteEveryMonths, after.reviews.demoteEveryMonths, "less"],
    ["decided-after-changed", before.reviews.decidedAfterDays, after.reviews.decidedAfterDays, "more"],
    ["in-force-after-changed", before.reviews.inForceAfterDays, after.reviews.inForceAfterDays, "more"],
    ["grace-changed", before.graceDays, after.graceDays, "less"],
    ["warning-changed", before.warnDays, after.warnDays, "less"],
    ["minimum-stay-changed", before.minimumStayMonths, after.minimumStayMonths, "less"],
  ] as const;
  for (const [code, old, new_, worse] of numbers) {
    if (old === new_) continue;
    changes.push({ code, takesAway: worse === "more" ? new_ > old : new_ < old, before: old, after: new_ });
  }
  return changes;
}
