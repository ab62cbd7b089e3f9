import { expand, type Ladder, type LadderTwo } from "../../ladders/contract.ts";
import { useOwnTexts, useOwnWords } from "../../texts/web/index.tsx";
import { textsRef } from "../texts-ref.ts";

/**
 * A program's own texts in the reader's language, by field, where a page needs them as plain text: a heading, a column.
 * A text that is not translated, or that another version says otherwise, stays as it is written.
 */
export function useProgramTexts(programId: string | null): (field: string, written: string) => string {
  const own = useOwnTexts(programId === null ? null : textsRef(programId));
  return (field, written) => own(field, written)?.text ?? written;
}

/** What a program's parts are called in the reader's language. */
export function useProgramNames(programId: string | null) {
  const own = useProgramTexts(programId);
  const worded = useOwnWords(programId === null ? null : textsRef(programId));
  const measure = (key: string, label: string) => own(`measure:${key}`, label);
  return {
    label: (label: string) => own("label", label),
    level: (level: string) => own(`level:${level}`, level),
    measure,
    /** A measure of which no more is known than its name. */
    measureCalled: (label: string) => worded("measure:", label),
    benefit: (key: string, label: string) => own(`benefit:${key}`, label),
    /** What a benefit gives at a level, where the vendor says that in words. */
    given: (key: string, level: string, value: string) => own(`benefit:${key}:at:${level}`, value),
    track: (key: string, label: string) => own(`track:${key}`, label),
    /** A ladder whose measures are called as the reader calls them; what it asks for stays. */
    ladder: (ladder: Ladder): LadderTwo => {
      const document = expand(ladder);
      return {
        ...document,
        measures: document.measures.map((one) => ({ ...one, label: measure(one.key, one.label) })),
      };
    },
  };
}
