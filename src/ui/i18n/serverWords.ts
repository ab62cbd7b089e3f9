import type { I18n, MessageDescriptor } from "@lingui/core";

interface ServerWords {
  /** English sentences of schemas and of the server, word for word, and how to say them in the reader's language. */
  sentences?: Readonly<Record<string, MessageDescriptor>>;
  /** Problems by their type, where the server's sentence holds names or numbers. */
  problems?: Readonly<Record<string, MessageDescriptor>>;
  /** What to call problems of a type, where the name of their status would mislead. */
  titles?: Readonly<Record<string, MessageDescriptor>>;
}

const sentences = new Map<string, MessageDescriptor>();
const problems = new Map<string, MessageDescriptor>();
const titles = new Map<string, MessageDescriptor>();

/** Tells how to say what the server says; a feature's pages call it once, as they are loaded. */
export function teachWords(words: ServerWords): void {
  for (const [english, message] of Object.entries(words.sentences ?? {})) sentences.set(english, message);
  for (const [type, message] of Object.entries(words.problems ?? {})) problems.set(type, message);
  for (const [type, message] of Object.entries(words.titles ?? {})) titles.set(type, message);
}

/** A sentence in the reader's language where it was taught, otherwise as it came. */
export function inReadersWords(sentence: string, i18n: I18n): string {
  const message = sentences.get(sentence);
  return message ? i18n._(message) : sentence;
}

/** What is said of a problem: in English as the server does, in another language as it was taught. */
export function detailOf(problem: { type: string; detail: string }, i18n: I18n): string {
  const byType = i18n.locale === "en" ? undefined : problems.get(problem.type);
  return byType ? i18n._(byType) : inReadersWords(problem.detail, i18n);
}

/** What a problem of this type is called, where that was taught. */
export function titleOf(type: string): MessageDescriptor | undefined {
  return titles.get(type);
}
