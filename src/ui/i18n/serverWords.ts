import type { I18n, MessageDescriptor } from "@lingui/core";
import { chooseLocale, formatLocaleFor } from "./locales.ts";

interface ServerWords {
  /** English sentences of schemas and of the server, word for word, and how to say them in the reader's language. */
  sentences?: Readonly<Record<string, MessageDescriptor>>;
  /**
   * English sentences with names or numbers in them, each in braces as in its message: `{count} is left.` What the braces
   * stand for comes through as the server wrote it, and what is a day or a taught sentence again in the reader's words.
   */
  patterns?: Readonly<Record<string, MessageDescriptor>>;
  /** Problems by their type, where the server's sentence holds names or numbers. */
  problems?: Readonly<Record<string, MessageDescriptor>>;
  /** What to call problems of a type, where the name of their status would mislead. */
  titles?: Readonly<Record<string, MessageDescriptor>>;
}

const sentences = new Map<string, MessageDescriptor>();
const patterns = new Map<string, Pattern>();
const problems = new Map<string, MessageDescriptor>();
const titles = new Map<string, MessageDescriptor>();

interface Pattern {
  reads: RegExp;
  message: MessageDescriptor;
}

/** Tells how to say what the server says; a feature's pages call it once, as they are loaded. */
export function teachWords(words: ServerWords): void {
  for (const [english, message] of Object.entries(words.sentences ?? {})) sentences.set(english, message);
  for (const [english, message] of Object.entries(words.patterns ?? {}))
    patterns.set(english, { reads: readerOf(english), message });
  for (const [type, message] of Object.entries(words.problems ?? {})) problems.set(type, message);
  for (const [type, message] of Object.entries(words.titles ?? {})) titles.set(type, message);
}

/** Finds the names and numbers of a sentence again. */
function readerOf(english: string): RegExp {
  const literal = (text: string) => text.replaceAll(/[.*+?^${}()|[\]\\]/g, "\\$&");
  const source = english
    .split(/(\{\w+\})/)
    .map((part) => (/^\{\w+\}$/.test(part) ? `(?<${part.slice(1, -1)}>.+?)` : literal(part)))
    .join("");
  return new RegExp(`^${source}$`, "su");
}

/** A sentence in the reader's language where it was taught, otherwise as it came. */
export function inReadersWords(sentence: string, i18n: I18n): string {
  const message = sentences.get(sentence);
  if (message) return i18n._(message);
  for (const { reads, message: pattern } of patterns.values()) {
    const found = reads.exec(sentence)?.groups;
    if (found === undefined) continue;
    const values = Object.fromEntries(
      Object.entries(found).map(([name, text]) => [name, inWords(text, i18n)]),
    );
    return i18n._({ ...pattern, values });
  }
  return sentence;
}

/** A count as a number, so that a language chooses the form of its noun; days and amounts as the reader writes them. */
function inWords(text: string, i18n: I18n): string | number {
  if (/^\d{1,6}$/.test(text)) return Number(text);
  const locale = formatLocaleFor(chooseLocale(i18n.locale, []), navigator.languages);
  if (/^\d{4}-\d{2}-\d{2}$/.test(text)) {
    const written = new Intl.DateTimeFormat(locale, { dateStyle: "medium", timeZone: "UTC" });
    return written.format(new Date(`${text}T12:00:00Z`));
  }
  const [, amount, currency] = /^(\d+\.\d+) ([A-Z]{3})$/.exec(text) ?? [];
  if (amount === undefined || currency === undefined) return inReadersWords(text, i18n);
  return new Intl.NumberFormat(locale, { style: "currency", currency }).format(amount as `${number}`);
}

/** What is said of a problem: in English as the server does, in another language as the sentence or its type was taught. */
export function detailOf(problem: { type: string; detail: string }, i18n: I18n): string {
  const said = inReadersWords(problem.detail, i18n);
  const byType = i18n.locale === "en" || said !== problem.detail ? undefined : problems.get(problem.type);
  return byType ? i18n._(byType) : said;
}

/** What a problem of this type is called, where that was taught. */
export function titleOf(type: string): MessageDescriptor | undefined {
  return titles.get(type);
}
