import { pointerTo, refusal } from "#platform/document.ts";
import type { FieldError } from "#platform/problem.ts";
import type { FactKindSpec } from "../facts/contract.ts";
import {
  comparedOf,
  expressionErrors,
  type Measure,
  type Measured,
  parseExpression,
  type Reached,
  reach,
  requirementOf,
  writeAmounts,
} from "../ladders/contract.ts";
import { isReadable } from "./badge.ts";
import type { Asked, Terms } from "./contract.ts";

/** How far back what adds up is counted; what is so is taken as of today. */
export const countedMonths = 12;

/** What can be asked for: each kind of fact under its own key. */
function measuresOf(kinds: ReadonlyMap<string, FactKindSpec>): Measure[] {
  return [...kinds.values()].map(({ key, label, counts }) => ({
    kind: "fact",
    key,
    label,
    fact: key,
    window: counts === "latest" ? { kind: "as-of" } : { kind: "trailing-months", months: countedMonths },
  }));
}

/**
 * Refuses terms that cannot stand: what does not parse, contradicts itself, asks for facts that are not there or for
 * nothing at all, and a badge that cannot be read.
 * @throws Problem 422 with a sentence for each
 */
export function checkTerms(terms: Terms, kinds: ReadonlyMap<string, FactKindSpec>): void {
  const measures = measuresOf(kinds);
  const found = expressionErrors(terms.requires, { measures }, { kinds: [...kinds.values()] }, true);
  const errors: FieldError[] = found.map((message) => ({ pointer: pointerTo(["requires"]), message }));
  if (errors.length === 0 && reach(requirementOf(parseExpression(terms.requires)), {}).met)
    errors.push({
      pointer: "/requires",
      message: "Every company would hold it, even with nothing at all. Ask for more.",
    });
  if (!isReadable(terms.badge.text, terms.badge.background))
    errors.push({
      pointer: "/badge/text",
      message: "Few could read this text on this background. Choose a lighter or a darker one.",
    });
  if (errors.length > 0) throw refusal("invalid-specialization", errors);
}

/** The kinds of facts that an expression asks about. */
export function kindsIn(requires: string): string[] {
  const reached = reach(requirementOf(parseExpression(requires)), {});
  return [...new Set(comparedOf(reached).map(({ measure }) => measure))];
}

/** What is asked, line by line, held against what a company has. */
export function askedOf(
  requires: string,
  measured: Measured,
  kinds: ReadonlyMap<string, FactKindSpec>,
): Asked {
  const reached = reach(requirementOf(parseExpression(requires)), measured);
  return { met: reached.met, lines: linesOf(reached, kinds, 0, null) };
}

function linesOf(
  reached: Reached,
  kinds: ReadonlyMap<string, FactKindSpec>,
  depth: number,
  points: number | null,
): Asked["lines"] {
  const { met, kind } = reached;
  const bare = {
    depth,
    met,
    kind,
    points,
    atLeast: null,
    measure: null,
    operator: null,
    need: null,
    have: null,
  };
  if (reached.kind === "compare") {
    const { measure: key, operator, need, have } = reached;
    const measure = { key, label: kinds.get(key)?.label ?? key };
    return [{ ...bare, measure, operator, need: writeAmounts(need), have: writeAmounts(have) }];
  }
  if (reached.kind === "points")
    return [
      { ...bare, atLeast: reached.atLeast },
      ...reached.parts.flatMap((part) => linesOf(part.of, kinds, depth + 1, part.points)),
    ];
  return [bare, ...reached.of.flatMap((part) => linesOf(part, kinds, depth + 1, null))];
}
