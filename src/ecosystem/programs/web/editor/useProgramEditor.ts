import { useLingui } from "@lingui/react";
import { useMemo, useState } from "react";
import type { FieldError } from "#platform/problem.ts";
import { dropDraft, readDraft, useDraft } from "#ui/form/drafts.ts";
import type { FieldBinding } from "#ui/form/useEndpointForm.ts";
import { inReadersWords } from "#ui/i18n/serverWords.ts";
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
  /** What is wrong at this very place, for where no field says it; without the place. */
  faultsAt: (pointer: string) => FieldError[];
  /** How many of them lie below a place of the document. */
  countAt: (...pointers: readonly string[]) => number;
  /** What the server refused; it stands beside its fields until something is changed. */
  refuse: (errors: readonly FieldError[]) => void;
  refused: boolean;
  /** Connects a field with a place in the document, and says there what is wrong at it or in it. */
  bind: <Value>(pointer: string, value: Value, onChange: (value: Value) => void) => FieldBinding<Value>;
  changed: boolean;
  /** What was typed here the last time and not saved is shown; `overtaken` where the draft was changed since. */
  kept: "kept" | "overtaken" | null;
  /** The version of the draft that this goes on from. */
  version: number;
  saved: (version: number) => void;
  revert: () => void;
}

/** What is being written of a program: every field, checked as one types by the rules that publish it. */
export function useProgramEditor(
  programId: string,
  start: {
    document: ProgramDocument;
    effectiveFrom: string;
    version: number;
    names: ProgramDraft["names"];
  },
): ProgramEditor {
  const name = `program.${programId}`;
  const [kept, setKept] = useState(() => keptOf(name));
  const [document, setDocument] = useState(kept?.document ?? start.document);
  const [text, setText] = useState<string | null>(null);
  const [effectiveFrom, setDay] = useState(kept?.effectiveFrom ?? start.effectiveFrom);
  const [version, setVersion] = useState(kept?.version ?? start.version);
  const [changed, setChanged] = useState(kept !== null);
  const [refused, setRefused] = useState<readonly FieldError[]>([]);
  const { i18n } = useLingui();
  const { names } = start;
  useDraft(name, { document, effectiveFrom, version }, changed);
  const found = useMemo(() => {
    if (text !== null && !isProgramShaped(parsed(text))) {
      return [{ pointer: "", message: "This is no program yet. Go on typing, or go back to the fields." }];
    }
    return programErrors(document, {
      kinds: names.facts,
      regions: names.regions.map(({ key }) => key),
      specializations: names.specializations.map(({ key }) => key),
    });
  }, [document, text, names]);
  const errors = useMemo(
    () => [...found, ...refused].map((error) => ({ ...error, message: inReadersWords(error.message, i18n) })),
    [found, refused, i18n],
  );
  const begin = () => {
    setDocument(start.document);
    setDay(start.effectiveFrom);
    setVersion(start.version);
    setText(null);
    setRefused([]);
  };
  // What is shown was read a while ago, and nothing was typed yet: the newer one takes its place.
  if (!changed && start.version > version) begin();
  const faultsAt = (pointer: string) =>
    errors.filter((error) => error.pointer === pointer).map((error) => ({ ...error, pointer: "" }));
  const errorAt = (pointer: string) =>
    faultsAt(pointer)[0]?.message ?? errors.find((error) => error.pointer.startsWith(`${pointer}/`))?.message;
  const touch = () => {
    setRefused([]);
    setChanged(true);
  };

  return {
    document,
    change: (next) => {
      setDocument(next);
      setText(null);
      touch();
    },
    text: text ?? JSON.stringify(document, null, 2),
    changeText: (next) => {
      setText(next);
      const read = parsed(next);
      if (isProgramShaped(read)) setDocument(read);
      touch();
    },
    effectiveFrom,
    changeDay: (day) => {
      setDay(day);
      touch();
    },
    names,
    errors,
    faultsAt,
    refused: refused.length > 0,
    refuse: (refusal) => setRefused(refusal.map(inDocument)),
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
    kept: kept === null ? null : kept.version < start.version ? "overtaken" : "kept",
    version,
    saved: (next) => {
      dropDraft(name);
      setKept(null);
      setVersion(next);
      setChanged(false);
    },
    revert: () => {
      dropDraft(name);
      setKept(null);
      begin();
      setChanged(false);
    },
  };
}

/** Where the server wrote of a part of the request that holds the document, the place in the document. */
function inDocument({ pointer, message }: FieldError): FieldError {
  return { pointer: pointer.replace(/^\/document(?=\/|$)/, ""), message };
}

/** What was typed here and not sent; null when there is nothing, or nothing that fields can show. */
function keptOf(name: string) {
  const { document, effectiveFrom, version } = readDraft(name) ?? {};
  return isProgramShaped(document) && typeof effectiveFrom === "string" && typeof version === "number"
    ? { document, effectiveFrom, version }
    : null;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
