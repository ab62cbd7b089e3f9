import { useMemo, useState } from "react";
import type { Ladder } from "#ecosystem/ladders/contract.ts";
import { type FieldError, Problem } from "#platform/problem.ts";
import type { ProblemError } from "#ui/api/problem.ts";
import { dropDraft, readDraft, useDraft } from "#ui/form/drafts.ts";
import { PlanRules } from "../contract.ts";
import { readPlan } from "../plan.ts";

interface DraftStart {
  rules: PlanRules;
  effectiveFrom: string;
  ladders: readonly Ladder[];
}

export interface DraftEditor {
  /** The rules as they stand; a rate may hold text that is none yet. */
  rules: PlanRules;
  change: (rules: PlanRules) => void;
  /** The rules as a document; null while it is no document that the fields can show. */
  text: string;
  changeText: (text: string) => void;
  effectiveFrom: string;
  changeDay: (day: string) => void;
  /** What cannot stand, here or by the server, with pointers into the rules. */
  errors: FieldError[];
  errorAt: (pointer: string) => string | undefined;
  changed: boolean;
  /** What is typed is now the server's: nothing is kept on this device any more. */
  saved: () => void;
  /** Back to what the server has. */
  revert: () => void;
}

/** What is being written of a plan: fields and document are two views of it, checked by the rules that publish it. */
export function useDraftEditor(planId: string, start: DraftStart, refused: ProblemError | null): DraftEditor {
  const name = `plan.${planId}`;
  const [kept] = useState(() => keptOf(name));
  const [rules, setRules] = useState<PlanRules>(() => kept?.rules ?? inOrder(start.rules));
  const [text, setText] = useState<string | null>(null);
  const [effectiveFrom, setDay] = useState(kept?.effectiveFrom ?? start.effectiveFrom);
  const [changed, setChanged] = useState(kept !== null);
  useDraft(name, { rules, effectiveFrom }, changed);

  const shown = text ?? JSON.stringify(rules, null, 2);
  const own = useMemo(() => contradictionsIn(shown, start.ladders), [shown, start.ladders]);
  const errors = own.length > 0 ? own : (refused?.errors ?? []);

  return {
    rules,
    change: (next) => {
      setRules(next);
      setText(null);
      setChanged(true);
    },
    text: shown,
    changeText: (next) => {
      setText(next);
      const read = PlanRules.safeParse(parsed(next));
      if (read.success) setRules(read.data);
      setChanged(true);
    },
    effectiveFrom,
    changeDay: (day) => {
      setDay(day);
      setChanged(true);
    },
    errors,
    errorAt: (pointer) => errors.find((error) => error.pointer === pointer)?.message,
    changed,
    saved: () => {
      dropDraft(name);
      setText(null);
      setChanged(false);
    },
    revert: () => {
      dropDraft(name);
      setRules(inOrder(start.rules));
      setText(null);
      setDay(start.effectiveFrom);
      setChanged(false);
    },
  };
}

/** The rules with their members in the order of the plan language, whatever order they were kept in. */
function inOrder(rules: PlanRules): PlanRules {
  const read = PlanRules.safeParse(rules);
  return read.success ? read.data : rules;
}

/** What was typed here and not sent; null when there is nothing, or nothing that can be read. */
function keptOf(name: string): { rules: PlanRules; effectiveFrom: string } | null {
  const kept = readDraft(name);
  const rules = PlanRules.safeParse(kept?.rules);
  const day = kept?.effectiveFrom;
  return rules.success && typeof day === "string" ? { rules: rules.data, effectiveFrom: day } : null;
}

function contradictionsIn(text: string, ladders: readonly Ladder[]): FieldError[] {
  const document = parsed(text);
  if (document === undefined) return [{ pointer: "", message: "This is not a JSON document." }];
  try {
    readPlan(document, { ladders });
    return [];
  } catch (error) {
    if (error instanceof Problem) return error.errors;
    throw error;
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
