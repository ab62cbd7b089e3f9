import Papa from "papaparse";
import type { languages } from "#ecosystem/people/contract.ts";
import * as texts from "#ecosystem/texts/contract.ts";
import type { VendorContext } from "#platform/principal.ts";
import * as engagement from "#sell/engagement/contract.ts";
import { handlers as engagementHandlers } from "#sell/engagement/index.ts";
import { contactNotice, drafts, translations } from "../../../sample/translations.ts";
import type { Caller } from "../caller.ts";
import type { Hanse } from "../hanse.ts";
import { handOver } from "./notices.ts";

type Language = (typeof languages)[number];

interface Writers {
  /** Brings translations. */
  manager: Caller;
  /** Approves them, and publishes rules. */
  admin: Caller;
}

/**
 * The vendor's own texts in two further languages, in every state: missing, draft, approved, and stale since the notice
 * for contacts was worded anew.
 */
export async function translateTexts(hanse: Hanse, vendor: VendorContext, writers: Writers): Promise<void> {
  await handOver(hanse, vendor, engagementHandlers());
  const standing = (await writers.admin.call(engagement.getEngagementRules, { query: {} })).settings;
  const notice = standing.contactNotice.text;
  for (const language of ["de", "ar"] as const)
    await translate(writers, language, { ...saidIn(language), [notice]: contactNotice.before[language] });
  await rewordNotice(writers.admin);
  await translate(writers, "ar", { [contactNotice.now]: contactNotice.since.ar });
}

function saidIn(language: "de" | "ar"): Record<string, string> {
  return Object.fromEntries(
    Object.entries(translations).flatMap(([source, said]) => {
      const text = said[language];
      return text === undefined ? [] : [[source, text]];
    }),
  );
}

/** Brings a file of translations, as somebody who translates for a living sends it, and approves what is good. */
async function translate(
  { manager, admin }: Writers,
  language: Language,
  words: Readonly<Record<string, string>>,
): Promise<void> {
  const open = (await allTexts(manager, language)).filter(({ source }) => source.text in words);
  const rows = open.map(({ id, source }) => ({ id, language, text: words[source.text] ?? "" }));
  await manager.call(texts.bringTexts, { body: { csv: Papa.unparse(rows) } });
  for (const { id, source } of open) {
    if (drafts.has(source.text)) continue;
    await admin.call(texts.approveVariant, {
      params: { textId: id, language },
      body: { text: words[source.text] ?? "", sourceHash: source.hash },
    });
  }
}

async function allTexts(caller: Caller, language: Language): Promise<texts.TextItem[]> {
  const all: texts.TextItem[] = [];
  let cursor: string | undefined;
  do {
    const page = await caller.call(texts.listTexts, { query: { language, limit: 200, cursor } });
    all.push(...page.items);
    cursor = page.nextCursor ?? undefined;
  } while (cursor !== undefined);
  return all;
}

async function rewordNotice(admin: Caller): Promise<void> {
  const { version, settings } = await admin.call(engagement.getEngagementRules, { query: {} });
  await admin.call(engagement.publishEngagementRules, {
    body: {
      basedOn: version,
      settings: { ...settings, contactNotice: { ...settings.contactNotice, text: contactNotice.now } },
      note: contactNotice.note,
    },
  });
}
