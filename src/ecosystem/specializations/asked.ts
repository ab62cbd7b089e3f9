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
  satisfiable,
  writeAmounts,
} from "../ladders/contract.ts";
import { isReadable } from "./badge.ts";
import type { Asked, Terms } from "./contract.ts";

/** How far back what adds up is counted; what is so is taken as of today. */
export const countedMonths = 12;

/** What can be asked for: each kind of fact under its own key. */
export function measuresOf(kinds: readonly Pick<FactKindSpec, "key" | "label" | "counts">[]): Measure[] {
  return kinds.map(({ key, label, counts }) => ({
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
  const errors: FieldError[] = requirementErrors(terms.requires, [...kinds.values()]).map((message) => ({
    pointer: pointerTo(["requires"]),
    message,
  }));
  if (!isReadable(terms.badge.text, terms.badge.background))
    errors.push({
      pointer: "/badge/text",
      message: "Few could read this text on this background. Choose a lighter or a darker one.",
    });
  if (errors.length > 0) throw refusal("invalid-specialization", errors);
}

/** What is wrong with a requirement over these kinds of facts, each with its place in the text; empty when nothing is. */
export function requirementErrors(
  requires: string,
  kinds: readonly Pick<FactKindSpec, "key" | "label" | "unit" | "counts">[],
): string[] {
  const found = expressionErrors(requires, { measures: measuresOf(kinds) }, { kinds }, true);
  if (found.length > 0) return found;
  const requirement = requirementOf(parseExpression(requires));
  if (!satisfiable(requirement, []))
    return ["No company could ever hold it: the parts give fewer points than are asked for. Ask for fewer."];
  if (reach(requirement, {}).met)
    return ["Every company would hold it, even with nothing at all. Ask for more."];
  return [];
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
      { ...bare, atLeast: reached.atLeast, have: { "": String(reached.have) } },
      ...reached.parts.flatMap((part) => linesOf(part.of, kinds, depth + 1, part.points)),
    ];
  return [bare, ...reached.of.flatMap((part) => linesOf(part, kinds, depth + 1, null))];
}
