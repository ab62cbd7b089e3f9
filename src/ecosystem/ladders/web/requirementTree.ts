import { type FactKindSpec, isBetterLow, isYesNo } from "../../facts/contract.ts";
import { type Expression, parseExpression, printAmounts } from "../contract.ts";

/*
 * A requirement as fields say it: what is typed stands in it as it is typed, also where it is no requirement yet. Its
 * text is what is kept; `writtenOf` says where in the text each part of the tree stands, so that what is wrong there can
 * be said beside its field.
 */

export type Node = Group | Line;

export interface Line {
  kind: "compare";
  id: number;
  /** The key of a measure; empty while none is chosen. */
  measure: string;
  operator: ">=" | "<=";
  /** `3`, `60000 EUR or 65000 USD`. */
  text: string;
}

export interface Group {
  kind: "all" | "any" | "points";
  id: number;
  /** How many points are asked for, as typed. */
  atLeast: string;
  parts: readonly Part[];
}

export interface Part {
  /** What it gives, within points. */
  points: string;
  of: Node;
}

/** What a requirement may ask about, called as the reader calls it. */
export interface AskedMeasure {
  key: string;
  label: string;
  isMoney: boolean;
  /** It is so or not: asked for as yes or no. */
  isYesNo: boolean;
  /** Little of it is what is wanted, so that it is asked for as a most. */
  isBetterLow: boolean;
}

/** What is asked of a measure that counts facts of a kind; of points there is no kind. */
export function askedMeasure(
  { key, label }: { key: string; label: string },
  kind: Pick<FactKindSpec, "key" | "unit"> | null,
): AskedMeasure {
  return {
    key,
    label,
    isMoney: kind?.unit === "money",
    isYesNo: kind !== null && isYesNo(kind.key),
    isBetterLow: kind !== null && isBetterLow(kind.key),
  };
}

/** Groups lie at most so deep in each other as fields; more is written as text. */
export const deepestGroup = 3;

/** The fields that say a requirement; null where it cannot be read, or is nested deeper than fields are. */
export function treeOf(requires: string): Group | null {
  if (requires.trim() === "") return { kind: "all", id: 0, atLeast: "50", parts: [newPart(1)] };
  let next = 0;
  const node = (expression: Expression): Node => {
    const id = next++;
    if (expression.kind === "compare")
      return {
        kind: "compare",
        id,
        measure: expression.measure,
        operator: expression.operator,
        text: printAmounts(expression.amounts),
      };
    const isPoints = expression.kind === "points";
    const parts = isPoints ? expression.parts : expression.of.map((of) => ({ points: 10, of }));
    return {
      kind: expression.kind,
      id,
      atLeast: isPoints ? String(expression.atLeast) : "50",
      parts: parts.map(({ points, of }) => ({ points: String(points), of: node(of) })),
    };
  };
  try {
    const read = node(parseExpression(requires));
    const root: Group =
      read.kind === "compare"
        ? { kind: "all", id: next, atLeast: "50", parts: [{ points: "10", of: read }] }
        : read;
    return depthOf(root) > deepestGroup ? null : root;
  } catch {
    return null;
  }
}

function depthOf(node: Node): number {
  return node.kind === "compare" ? 0 : 1 + Math.max(0, ...node.parts.map(({ of }) => depthOf(of)));
}

/** The line with another measure: what was asked stays where it can be asked of this one, too. */
export function askingFor(line: Line, next: AskedMeasure, before: AskedMeasure | undefined): Line {
  const asked = { ...line, measure: next.key, operator: next.isBetterLow ? "<=" : ">=" } as const;
  if (next.isYesNo) return { ...asked, text: "1" };
  const isAlike = before !== undefined && !before.isYesNo && before.isMoney === next.isMoney;
  return isAlike ? asked : { ...asked, text: "" };
}

/** A line that nothing is typed in yet. */
export function newPart(id: number): Part {
  return { points: "10", of: { kind: "compare", id, measure: "", operator: ">=", text: "" } };
}

/** An id that nothing in the tree has. */
export function freshId(node: Node): number {
  if (node.kind === "compare") return node.id + 1;
  return Math.max(node.id + 1, ...node.parts.map(({ of }) => freshId(of)));
}

export interface Written {
  text: string;
  /** Where each line begins in the text, by its id. */
  lines: { id: number; from: number }[];
}

/**
 * The requirement as text. A line without a measure is left out, and so is a group without lines; one line alone needs
 * no group around it.
 */
export function writtenOf(node: Node): Written {
  const line = ({ id, measure, operator, text }: Line): Written => {
    if (measure === "") return { text: "", lines: [] };
    return { text: `${measure} ${operator} ${text.trim()}`.trim(), lines: [{ id, from: 0 }] };
  };
  const write = (one: Node): Written => {
    if (one.kind === "compare") return line(one);
    const parts = one.parts
      .map(({ points, of }) => ({ points, ...write(of) }))
      .filter(({ text }) => text !== "");
    const [only] = parts;
    if (only === undefined || (parts.length === 1 && one.kind !== "points"))
      return { text: only?.text ?? "", lines: only?.lines ?? [] };
    const lines: Written["lines"] = [];
    let text = one.kind === "points" ? `points(${one.atLeast.trim()}` : `${one.kind}(`;
    for (const [index, part] of parts.entries()) {
      if (index > 0 || one.kind === "points") text += ", ";
      if (one.kind === "points") text += `${part.points.trim()}: `;
      const begun = text.length;
      lines.push(...part.lines.map(({ id, from }) => ({ id, from: begun + from })));
      text += part.text;
    }
    return { text: `${text})`, lines };
  };
  return write(node);
}

/** The line that stands at a place of the text, counted from 0; null where the place is no line's. */
export function lineAt({ lines }: Written, place: number): number | null {
  return lines.findLast(({ from }) => from <= place)?.id ?? null;
}
