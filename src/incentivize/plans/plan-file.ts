import { compareLadders, type Ladder, type LadderOne, readLadder } from "#ecosystem/ladders/contract.ts";
import { pointerTo, readDocument } from "#platform/document.ts";
import { type FieldError, Problem } from "#platform/problem.ts";
import { PlanFile, type PlanRules } from "./contract.ts";
import { contradictions } from "./plan.ts";

/*
 * A plan as a file that goes from one installation to another. What it says is only half of it: a ladder that is
 * here already under its key is not changed by it.
 */

/** A ladder of the file: not here yet, here alike, or here otherwise, which is then the one that counts. */
export interface BroughtLadder {
  readonly ladder: LadderOne;
  readonly state: "new" | "same" | "different";
  /** The ladder by which the plan is going to pay. */
  readonly counts: Ladder;
}

export interface BroughtPlan {
  readonly name: string;
  readonly rules: PlanRules;
  readonly ladders: readonly BroughtLadder[];
}

/** What a file's text came to; `line` and `column` count from 1, where the reader of JSON tells them. */
export type FileReading =
  | { readonly kind: "plan"; readonly plan: BroughtPlan }
  | { readonly kind: "not-json"; readonly at: { readonly line: number; readonly column: number } | null }
  | { readonly kind: "wrong"; readonly errors: readonly FieldError[] };

/** Reads a plan file, where `here` are the ladders that there are, the newest of each program. */
export function readPlanFile(text: string, here: readonly Ladder[]): FileReading {
  let document: unknown;
  try {
    document = JSON.parse(text.replace(/^\uFEFF/, ""));
  } catch (error) {
    return { kind: "not-json", at: placeIn(text, error instanceof Error ? error.message : "") };
  }
  try {
    return { kind: "plan", plan: checked(readDocument(PlanFile, document, "invalid-plan-file"), here) };
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    return { kind: "wrong", errors: error.errors };
  }
}

/** The plan and the ladders it reads as a file's text, in the order of the plan language. */
export function writePlanFile(file: PlanFile): string {
  return `${JSON.stringify(PlanFile.parse(file), null, 2)}\n`;
}

function checked({ name, ladders, rules }: PlanFile, here: readonly Ladder[]): BroughtPlan {
  const errors = ladders.flatMap((ladder, index) => ladderErrors(ladders, ladder, index));
  if (errors.length === 0) {
    const brought = ladders.map((ladder) => compared(ladder, here));
    const counting = new Map(
      [...here, ...brought.map(({ counts }) => counts)].map((ladder) => [ladder.name, ladder]),
    );
    const wrong = contradictions(rules, { ladders: [...counting.values()] });
    if (wrong.length === 0) return { name, rules, ladders: brought };
    errors.push(...wrong.map((one) => ({ ...one, pointer: `/rules${one.pointer}` })));
  }
  throw new Problem({ status: 422, type: "invalid-plan-file", detail: "This file is no plan.", errors });
}

function ladderErrors(ladders: readonly LadderOne[], ladder: LadderOne, index: number): FieldError[] {
  const at = pointerTo(["ladders", index]);
  if (ladders.findIndex(({ name }) => name === ladder.name) < index) {
    return [{ pointer: `${at}/name`, message: `The key "${ladder.name}" is used twice.` }];
  }
  try {
    readLadder(ladder);
    return [];
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    return error.within(at).errors;
  }
}

function compared(ladder: LadderOne, here: readonly Ladder[]): BroughtLadder {
  const known = here.find(({ name }) => name === ladder.name);
  if (known === undefined) return { ladder, state: "new", counts: ladder };
  return { ladder, state: alike(known, ladder) ? "same" : "different", counts: known };
}

/** Whether two ladders give every partner the same tier; what they are called is beside the point. */
function alike(one: Ladder, other: Ladder): boolean {
  return compareLadders(one, other).every(({ code }) => code === "renamed" || code === "measure-renamed");
}

/** Where the reader of JSON stopped: engines say it as a line and column, as a position, or not at all. */
function placeIn(text: string, message: string): { line: number; column: number } | null {
  const [, line, column] = /line (\d+) column (\d+)/.exec(message) ?? [];
  if (line !== undefined && column !== undefined) return { line: Number(line), column: Number(column) };
  const position = /position (\d+)/.exec(message)?.[1];
  const end = /end of (JSON|data)/.test(message) ? text.length : undefined;
  const stop = position === undefined ? end : Number(position);
  if (stop === undefined) return null;
  const before = text.slice(0, stop).split("\n");
  return { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
}
