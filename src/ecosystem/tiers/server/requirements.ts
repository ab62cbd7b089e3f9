import { builtInKinds } from "../../facts/contract.ts";
import {
  type Amounts,
  asksYesNo,
  type LadderTwo,
  type Measure,
  type Measured,
  type MeasuredJson,
  missingOf,
  type Reached,
  type Requirement,
  reachLevel,
  windowOf,
  writeAmounts,
  writeMeasured,
} from "../../ladders/contract.ts";
import type { RegionTree } from "../../places/index.ts";
import type { Counted, RequirementLine } from "../standing.ts";
import type { Decided } from "./circumstances.ts";
import type { Judged } from "./evaluate.ts";
import type { RuledVersion } from "./versions.ts";

/** What a level asks for, held against what was measured, line for line; with what a region or country says otherwise. */
export function linesOfLevel(
  { version, decision, circumstances, unit, review }: Judged,
  level: string,
  { decided, tree }: { decided: Decided; tree: RegionTree },
): { met: boolean; lines: RequirementLine[] } {
  const reached = reachLevel(version.rules, level, decision.measured, circumstances.thresholds);
  if (reached === null) return { met: true, lines: [] };
  const own = version.rules.levels.find((one) => one.level === level)?.requires;
  const toAll = (measure: string) => (own === undefined ? null : needOf(own, measure));
  const lines = linesOf(reached, {
    ...wordsOf(version),
    said: (measure) => {
      const found = decided.thresholdOf(unit, review.inForceFrom, level, measure);
      if (found === null) return null;
      const { override } = found;
      return { global: toAll(measure), reason: override.reason, until: override.until };
    },
    placeOf: (key) => tree.regions.get(key)?.name ?? key,
  });
  return { met: reached.met, lines };
}

interface Words {
  labelOf: (measure: string) => string;
  isYesNo: (measure: string) => boolean;
  said: (measure: string) => { global: Amounts | null; reason: string; until: string } | null;
  placeOf: (key: string) => string;
}

/** Requirements that no region or country changes. */
export function plainLines(version: RuledVersion, reached: readonly Reached[]): RequirementLine[] {
  const words = { ...wordsOf(version), said: () => null, placeOf: (key: string) => key };
  return reached.flatMap((one) => linesOf(one, words));
}

function linesOf(
  reached: Reached,
  words: Words,
  depth = 0,
  givesPoints: number | null = null,
): RequirementLine[] {
  const line = { depth, kind: reached.kind, met: reached.met, givesPoints, points: null, compare: null };
  switch (reached.kind) {
    case "compare": {
      const { measure, operator, have, need, scope } = reached;
      const said = scope.kind === "global" ? null : words.said(measure);
      const compare = {
        measure,
        label: words.labelOf(measure),
        yesNo: words.isYesNo(measure),
        operator,
        have: writeAmounts(have),
        need: writeAmounts(need),
        missing: writeAmounts(missingOf(reached)),
        scope: { ...scope, label: words.placeOf(scope.key) },
        global: said?.global ? writeAmounts(said.global) : null,
        reason: said?.reason ?? null,
        until: said?.until ?? null,
      };
      return [{ ...line, compare }];
    }
    case "points": {
      const { have, atLeast, parts } = reached;
      const within = parts.flatMap(({ points, of }) => linesOf(of, words, depth + 1, points));
      return [{ ...line, points: { have, atLeast } }, ...within];
    }
    default:
      return [line, ...reached.of.flatMap((part) => linesOf(part, words, depth + 1))];
  }
}

function needOf(requirement: Requirement, measure: string): Amounts | null {
  switch (requirement.kind) {
    case "compare":
      return requirement.measure === measure ? requirement.need : null;
    case "points":
      return firstOf(requirement.parts.map(({ of }) => needOf(of, measure)));
    default:
      return firstOf(requirement.of.map((part) => needOf(part, measure)));
  }
}

function firstOf(found: readonly (Amounts | null)[]): Amounts | null {
  return found.find((one) => one !== null) ?? null;
}

function wordsOf({ rules }: RuledVersion): Pick<Words, "labelOf" | "isYesNo"> {
  return {
    labelOf: (measure) => rules.measures.get(measure)?.label ?? measure,
    isYesNo: (measure) => asksYesNo(rules.measures.get(measure)),
  };
}

/** What was counted at a review, measure by measure, with the days over which it was. */
export function measuresOf({ rules }: RuledVersion, measured: Measured, on: string) {
  return countedOf(rules.ladder, writeMeasured(measured)).map((counted) => ({
    ...counted,
    window: windowOf(rules, counted.key, on),
  }));
}

/** Of a vendor's own kinds of facts it is not known here. */
function isMoney(measure: Measure): boolean {
  return measure.kind === "fact" && builtInKinds.find(({ key }) => key === measure.fact)?.unit === "money";
}

/** What was counted, under the names that a ladder's measures have, in its order. */
export function countedOf({ measures, currency }: LadderTwo, written: MeasuredJson): Counted[] {
  return measures.map((measure) => ({
    key: measure.key,
    label: measure.label,
    yesNo: asksYesNo(measure),
    fact: measure.kind === "fact" ? measure.fact : null,
    currency: isMoney(measure) ? currency : null,
    amounts: written[measure.key] ?? {},
  }));
}
