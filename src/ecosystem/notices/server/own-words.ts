import { sql } from "kysely";
import { one, type Tx } from "#platform/database/tx.ts";
import { record } from "#platform/events/record.ts";
import type { BodyOf } from "#platform/http/endpoint.ts";
import { isOff } from "#platform/modules.ts";
import { invalid, notFound } from "#platform/problem.ts";
import { icuFaults, parse, putTexts, render, textsIn } from "../../texts/index.ts";
import { events, type MailText, type setMailText } from "../contract.ts";
import type { Kind, MailLanguage, NoticeBook, Said } from "../notice.ts";
import { languageOf, localeOf, type Reading, writingIn } from "./words.ts";

/*
 * A vendor's own words for mails: messages in ICU MessageFormat with the values that a mail of the kind says. They are
 * texts like others, translated and approved; where a reader's language has none, the product's words in that language
 * are sent rather than the vendor's in another.
 */

/** Under which name the vendor's words for mails of a kind are found. */
export const mailTexts = (kind: string) => `mail:${kind}`;

/** A kind's words with `{name}` in place of each value, and all names that they ask for. */
export function templateOf(
  kind: Kind,
  language: MailLanguage,
): { title: string; text: string; values: string[] } {
  const names = new Set<string>();
  const asked: Said = new Proxy(
    {},
    {
      get: (_none, name) => {
        names.add(String(name));
        return `{${String(name)}}`;
      },
    },
  );
  const plain = { day: String, moment: String, end: String };
  for (const words of Object.values(kind.words)) words(asked, plain);
  const { title, text } = kind.words[language](asked, plain);
  return { title, text, values: [...names].toSorted() };
}

export async function listMailTexts(
  tx: Tx,
  book: NoticeBook,
): Promise<{ items: MailText[]; nextCursor: null }> {
  const kinds = book.kinds.filter((kind) => !isOff(kind, tx.vendor));
  return { items: await present(tx, kinds), nextCursor: null };
}

/** @throws Problem 404 for a kind that is not told; 422 where the words cannot be taken */
export async function reword(
  tx: Tx,
  book: NoticeBook,
  name: string,
  own: BodyOf<typeof setMailText> | null,
): Promise<MailText> {
  const kind = book.kinds.find((one) => one.kind === name && !isOff(one, tx.vendor));
  if (kind === undefined) throw notFound("kind of mail");
  const language = await vendorLanguage(tx);
  const { title, values } = templateOf(kind, "en");
  for (const field of ["title", "text"] as const) {
    const [fault] = own === null ? [] : icuFaults(own[field], language, new Set(values), { all: false });
    if (fault !== undefined) throw invalid(`/${field}`, fault);
  }
  await putTexts(
    tx,
    { ref: mailTexts(name), link: "/texts?tab=mails", language },
    own === null
      ? {}
      : {
          title: { title: `Mail “${title}”: subject`, text: own.title, form: "icu" },
          text: { title: `Mail “${title}”`, text: own.text, form: "icu" },
        },
  );
  await record(
    tx,
    events.mailReworded,
    { subject: { kind: "vendor", id: tx.vendorId } },
    { kind: name, own: own !== null },
  );
  const [shown] = await present(tx, [kind]);
  if (shown === undefined) throw notFound("kind of mail");
  return shown;
}

async function present(tx: Tx, kinds: readonly Kind[]): Promise<MailText[]> {
  const language = await vendorLanguage(tx);
  const found = await textsIn(
    tx,
    kinds.map(({ kind }) => mailTexts(kind)),
    language,
  );
  return kinds.map((kind) => {
    const { values, ...standard } = templateOf(kind, language);
    const own = (field: string) =>
      found.find((one) => one.ref === mailTexts(kind.kind) && one.field === field);
    const [title, text] = [own("title"), own("text")];
    return {
      kind: kind.kind,
      topic: kind.topic,
      standard,
      values,
      own:
        title === undefined || text === undefined
          ? null
          : { language: title.written, title: title.source, text: text.source },
    };
  });
}

async function vendorLanguage(tx: Tx): Promise<MailLanguage> {
  const { locale } = await one(
    tx,
    sql<{ locale: string }>`select locale from vendor where vendor_id = ${tx.vendorId}`,
  );
  return languageOf({ locale: null, vendor_locale: locale });
}

/** What a mail says, and to whom. */
interface Worded {
  kind: string;
  said: Said;
}

export type OwnWords = (mail: Worded, reading: Reading) => { title: string; text: string } | null;

/** The vendor's own words for some kinds in some languages, read at once; null where the product's are sent. */
export async function ownWordsFor(
  tx: Tx,
  book: NoticeBook,
  kinds: readonly string[],
  languages: ReadonlySet<MailLanguage>,
): Promise<OwnWords> {
  const found = new Map<string, { title: string; text: string }>();
  for (const language of languages) {
    const texts = await textsIn(tx, [...new Set(kinds)].map(mailTexts), language);
    for (const kind of new Set(kinds)) {
      const of = (field: string) => texts.find((one) => one.ref === mailTexts(kind) && one.field === field);
      const [title, text] = [of("title"), of("text")];
      if (title === undefined || text === undefined) continue;
      const isTranslated = title.shown.fallback === null && text.shown.fallback === null;
      const isSaid = book.kinds.some((one) => one.kind === kind && one.words[language] !== undefined);
      if (isTranslated || !isSaid)
        found.set(`${language} ${kind}`, { title: title.shown.text, text: text.shown.text });
    }
  }
  return ({ kind, said }, reading) => {
    const own = found.get(`${reading.language} ${kind}`);
    if (own === undefined) return null;
    const values = valuesOf(said, reading);
    const say = (text: string) => render(parse(text), values, localeOf(reading.language));
    return { title: say(own.title), text: say(own.text) };
  };
}

/** Days and instants as mails write them, numbers as numbers; what there is none of says nothing. */
function valuesOf(said: Said, reading: Reading): Record<string, string | number> {
  const writing = writingIn(reading);
  const shown = (name: string, value: Said[string]) => {
    if (typeof value === "number") return value;
    const text = value === null || value === undefined ? "" : String(value);
    if (/^\d{4}-\d{2}-\d{2}$/.test(text)) return writing.day(text);
    if (!/^\d{4}-\d{2}-\d{2}T[\d:.]+Z$/.test(text)) return text;
    return /until$/i.test(name) ? writing.end(text) : writing.moment(text);
  };
  return Object.fromEntries(Object.entries(said).map(([name, value]) => [name, shown(name, value)]));
}
