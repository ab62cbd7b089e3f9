import { useMemo, useState } from "react";
import type { FieldError } from "#platform/problem.ts";
import { dropDraft, readDraft, useDraft } from "#ui/form/drafts.ts";
import type { FieldBinding } from "#ui/form/useEndpointForm.ts";
import { isProgramShaped, type ProgramDocument, type ProgramDraft, programErrors } from "../../contract.ts";

export interface ProgramEditor {
  document: ProgramDocument;
  change: (document: ProgramDocument) => void;
  /** The document as text, as it is or as it is being typed. */
  text: string;
  changeText: (text: string) => void;
  effectiveFrom: string;
  changeDay: (day: string) => void;
  names: ProgramDraft["names"];
  errors: readonly FieldError[];
  /** How many of them lie below a place of the document. */
  countAt: (...pointers: readonly string[]) => number;
  /** Connects a field with a place in the document. */
  bind: <Value>(pointer: string, value: Value, onChange: (value: Value) => void) => FieldBinding<Value>;
  changed: boolean;
  saved: () => void;
  revert: () => void;
}

/** What is being written of a program: every field, checked as one types by the rules that publish it. */
export function useProgramEditor(
  programId: string,
  start: { document: ProgramDocument; effectiveFrom: string; names: ProgramDraft["names"] },
): ProgramEditor {
  const name = `program.${programId}`;
  const [kept] = useState(() => keptOf(name));
  const [document, setDocument] = useState(kept?.document ?? start.document);
  const [text, setText] = useState<string | null>(null);
  const [effectiveFrom, setDay] = useState(kept?.effectiveFrom ?? start.effectiveFrom);
  const [changed, setChanged] = useState(kept !== null);
  const { names } = start;
  useDraft(name, { document, effectiveFrom }, changed);
  const errors = useMemo(() => {
    if (text !== null && !isProgramShaped(parsed(text))) {
      return [{ pointer: "", message: "This is no program yet. Go on typing, or go back to the fields." }];
    }
    return programErrors(document, {
      kinds: names.facts,
      regions: names.regions.map(({ key }) => key),
      specializations: names.specializations.map(({ key }) => key),
    });
  }, [document, text, names]);
  const errorAt = (pointer: string) => errors.find((error) => error.pointer === pointer)?.message;

  return {
    document,
    change: (next) => {
      setDocument(next);
      setText(null);
      setChanged(true);
    },
    text: text ?? JSON.stringify(document, null, 2),
    changeText: (next) => {
      setText(next);
      const read = parsed(next);
      if (isProgramShaped(read)) setDocument(read);
      setChanged(true);
    },
    effectiveFrom,
    changeDay: (day) => {
      setDay(day);
      setChanged(true);
    },
    names,
    errors,
    countAt: (...pointers) =>
      errors.filter(({ pointer }) => pointers.some((one) => pointer.startsWith(one))).length,
    bind: (pointer, value, onChange) => ({
      name: pointer,
      value,
      onChange,
      onBlur: () => {},
      error: errorAt(pointer),
      optional: false,
    }),
    changed,
    saved: () => {
      dropDraft(name);
      setChanged(false);
    },
    revert: () => {
      dropDraft(name);
      setDocument(start.document);
      setDay(start.effectiveFrom);
      setText(null);
      setChanged(false);
    },
  };
}

/** What was typed here and not sent; null when there is nothing, or nothing that fields can show. */
function keptOf(name: string): { document: ProgramDocument; effectiveFrom: string } | null {
  const kept = readDraft(name);
  const day = kept?.effectiveFrom;
  const document = kept?.document;
  return isProgramShaped(document) && typeof day === "string" ? { document, effectiveFrom: day } : null;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
