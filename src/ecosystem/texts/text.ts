import { IcuFault, listed, missingForms, namesIn, parse } from "./icu.ts";

/* What a text and its variants are to each other. Pure. */

/** `line`: a name or label; `text`: sentences; `icu`: a message with values and plurals. */
export type Form = "line" | "text" | "icu";
export const states = ["missing", "draft", "stale", "approved"] as const;
/** `stale`: what it says in another language has changed since. */
export type State = (typeof states)[number];

/** A text as somebody reads it. */
export interface Shown {
  text: string;
  language: string;
  /** Why it is not in the reader's language: not translated, or not since it says something else; null where it is. */
  fallback: "missing" | "stale" | null;
}

/** A wording in a language: what was approved of it, else as it was written; `isStale` where an earlier one was approved. */
export function shownIn(
  language: string,
  source: { language: string; text: string },
  approved: string | null,
  isStale: boolean,
): Shown {
  if (language === source.language) return { text: source.text, language, fallback: null };
  if (approved !== null) return { text: approved, language, fallback: null };
  return { text: source.text, language: source.language, fallback: isStale ? "stale" : "missing" };
}

/** Why a wording cannot be taken in a language, in sentences; empty when it can. */
export function faultsOf(source: { form: Form; text: string }, text: string, language: string): string[] {
  if (source.form === "line" && /[\r\n]/.test(text)) return ["This is a name: keep it on one line."];
  if (source.form !== "icu") return [];
  return icuFaults(text, language, namesIn(parse(source.text)));
}

/** Likewise for a message that may speak of `names` only, and has to speak of all where `all` says so. */
export function icuFaults(
  text: string,
  language: string,
  names: ReadonlySet<string>,
  { all = true }: { all?: boolean } = {},
): string[] {
  try {
    const parts = parse(text);
    const used = namesIn(parts);
    const unknown = [...used].filter((name) => !names.has(name));
    const left = all ? [...names].filter((name) => !used.has(name)) : [];
    return [
      ...(unknown.length > 0
        ? [
            `There is no value ${braced(unknown)} here.${names.size > 0 ? ` There is ${braced([...names])}.` : ""}`,
          ]
        : []),
      ...(left.length > 0 ? [`The text leaves out ${braced(left)}.`] : []),
      ...missingForms(parts, language),
    ];
  } catch (error) {
    if (error instanceof IcuFault) return [error.message];
    throw error;
  }
}

function braced(names: readonly string[]): string {
  return listed(names.map((name) => `{${name}}`));
}
