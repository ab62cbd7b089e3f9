import { createHash } from "node:crypto";
import { sql } from "kysely";
import { one, type Tx } from "#platform/database/tx.ts";
import { newId } from "#platform/ids.ts";
import type { Form, Shown } from "../text.ts";
import { shownIn } from "../text.ts";
import * as store from "./store.ts";

/** One text of something, as a feature tells it. */
export interface GivenText {
  /** What it is, for whoever translates it: `Benefit: Discount`. */
  title: string;
  text: string;
  form?: Form;
  /** Where it is written in another language than the others. */
  language?: string;
}

export interface TextsOf {
  /** What they belong to: `engagement`, `program:prg_…`. The same word finds them again. */
  ref: string;
  /** The page on which they are read. */
  link?: string;
  /** The language that they are written in; the vendor's own unless told. */
  language?: string;
}

/** As many characters as the table takes. */
const maxTitle = 300;

export function hashOf(language: string, text: string): string {
  return createHash("sha256").update(`${language}\n${text}`).digest("hex");
}

/**
 * Tells the texts of something, in the transaction that writes it: all of them, each under its field. A text that is
 * another one now makes its variants stale; one that is left out is read no more but where what said it is looked at; an
 * empty one is none.
 */
export async function putTexts(
  tx: Tx,
  { ref, link, language }: TextsOf,
  fields: Readonly<Record<string, GivenText>>,
): Promise<void> {
  const written = language ?? (await vendorLanguage(tx));
  const given = Object.entries(fields).filter(([, { text }]) => text.trim() !== "");
  await store.replaceSources(
    tx,
    ref,
    given.map(([field, { title, text, form = "line", language = written }], position) => ({
      id: newId(),
      field,
      title: title.slice(0, maxTitle),
      link: link ?? null,
      form,
      language,
      content: text,
      hash: hashOf(language, text),
      position,
    })),
  );
}

async function vendorLanguage(tx: Tx): Promise<string> {
  const { locale } = await one(
    tx,
    sql<{ locale: string }>`select locale from vendor where vendor_id = ${tx.vendorId}`,
  );
  return locale;
}

interface TextIn {
  ref: string;
  field: string;
  form: Form;
  source: string;
  written: string;
  isCurrent: boolean;
  shown: Shown;
}

/** The texts of some things in a language, by what they belong to and field; as written where they are not translated. */
export async function textsIn(tx: Tx, refs: readonly string[], language: string): Promise<TextIn[]> {
  const found = await store.shownRows(tx, refs, language);
  return found.map((row) => textIn(row, language)).filter(({ isCurrent }) => isCurrent);
}

/** The same, each followed by the earlier wordings that were approved in the language, for who looks at what said them. */
export async function wordingsIn(tx: Tx, refs: readonly string[], language: string): Promise<TextIn[]> {
  const found = await store.shownRows(tx, refs, language);
  // What nobody says any more is missed by nobody where it was not translated.
  return found.filter((row) => row.text !== null || !row.is_retired).map((row) => textIn(row, language));
}

function textIn(row: store.ShownRow, language: string): TextIn {
  const { ref, field, form, wording, source_language: written } = row;
  const shown = shownIn(language, { language: written, text: wording }, row.text, row.has_other);
  const isCurrent = row.is_current && !row.is_retired;
  return { ref, field, form, source: wording, written, isCurrent, shown };
}
