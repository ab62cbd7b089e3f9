import { useLingui } from "@lingui/react";
import { useMemo, useState } from "react";
import type { FieldError } from "#platform/problem.ts";
import { isDay } from "#platform/time/day.ts";
import { dropDraft, readDraft, useDraft } from "#ui/form/drafts.ts";
import type { FieldBinding } from "#ui/form/useEndpointForm.ts";
import { dayInZone, useNow } from "#ui/format/now.ts";
import { inReadersWords } from "#ui/i18n/serverWords.ts";
import { useReader } from "#ui/reader/reader.tsx";
import {
  comparePrograms,
  isNothing,
  isProgramShaped,
  noticeError,
  overlapError,
  type ProgramChanges,
  type ProgramDocument,
  type ProgramDraft,
  type ProgramVersionRecord,
  programErrors,
  takenAway,
} from "../../contract.ts";
import "../serverSentences.ts";

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
  /** Whether the document can stand, whatever its first day. */
  stands: boolean;
  /** Against the version before; null where there is none, or while the document cannot stand. */
  changes: ProgramChanges | null;
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
    /** The version published last, which this one follows. */
    before: ProgramVersionRecord | null;
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
  const { names, before } = start;
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
  const changes = useMemo(
    () => (before === null || found.length > 0 ? null : comparePrograms(before.document, document)),
    [before, document, found],
  );
  const dayErrors = useDayErrors(before, effectiveFrom, changes);
  const errors = useMemo(
    () =>
      [...found, ...dayErrors, ...refused].map((error) => ({
        ...error,
        message: inReadersWords(error.message, i18n),
      })),
    [found, dayErrors, refused, i18n],
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
    stands: found.length === 0,
    changes,
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

/** What is wrong with the first day, by the rules that publish. */
function useDayErrors(
  before: ProgramVersionRecord | null,
  day: string,
  changes: ProgramChanges | null,
): readonly FieldError[] {
  const now = useNow();
  const { timeZone } = useReader();
  const today = dayInZone(now, timeZone);
  const earliest = dayInZone(now, timeZone, before?.document.noticeDays ?? 0);
  const takesAway = changes !== null && !isNothing(takenAway(changes));
  return useMemo(() => {
    const message = !isDay(day)
      ? "Write a date such as 2026-03-31."
      : before === null
        ? null
        : (overlapError(before, day, today) ?? (takesAway ? noticeError(before, day, earliest) : null));
    return message === null ? [] : [{ pointer: "/effectiveFrom", message }];
  }, [before, day, today, earliest, takesAway]);
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
