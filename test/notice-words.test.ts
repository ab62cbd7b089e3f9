import { fileURLToPath } from "node:url";
import { createServer, type ViteDevServer } from "vite";
import { afterAll, beforeAll, expect, test } from "vitest";
import { noticeBook } from "#app/features.ts";
import { builtInKinds } from "#ecosystem/facts/contract.ts";
import type { NoticeWords } from "#ecosystem/notices/web/index.tsx";
import { languages } from "#ecosystem/people/contract.ts";
import { type ProgramDocument, programErrors } from "#ecosystem/programs/contract.ts";
import { template } from "#ecosystem/programs/templates/templates.ts";

/* A notice is said in mails by its feature's noticeKinds.ts and on the pages by its web/noticeWords.tsx. */

const writing = { day: String, moment: String, end: String };
/** Stands for whatever a kind says; no kind is without words for it. */
const said = new Proxy({}, { get: () => "2026-06-10" });

let vite: ViteDevServer;
let words: NoticeWords;
beforeAll(async () => {
  vite = await createServer({
    configLoader: "native",
    server: { middlewareMode: true, hmr: false, ws: false, watch: null },
    appType: "custom",
    logLevel: "error",
    optimizeDeps: { noDiscovery: true },
  });
  ({ noticeWords: words } = (await vite.ssrLoadModule("/noticeWords.ts")) as { noticeWords: NoticeWords });
});
afterAll(() => vite.close());

test("every kind that is told has words for mails and for the pages, and no others have", () => {
  expect(Object.keys(words.kinds).sort()).toEqual(noticeBook.kinds.map(({ kind }) => kind).sort());
  expect(Object.keys(words.topics).sort()).toEqual(noticeBook.topics.map(({ key }) => key).sort());
});

test.each(noticeBook.kinds.map((kind) => [kind.kind, kind] as const))(
  "%s is said in every language in mails, and has what the pages say",
  (name, { words: mail }) => {
    const titles = languages.map((language) => mail[language](said, writing));
    for (const { title, text } of titles) expect(`${title} ${text}`).not.toMatch(/undefined|null|^ | $/);
    expect(new Set(titles.map(({ title }) => title)).size).toBe(languages.length);
    expect(words.kinds[name]?.(said).title).toBeTruthy();
  },
);

test("what the rules find wrong in a program is said in the reader's language", async () => {
  const load = (path: string) =>
    vite.ssrLoadModule(fileURLToPath(new URL(`../src/${path}`, import.meta.url)));
  await load("ecosystem/ladders/web/index.tsx");
  await load("ecosystem/programs/web/serverSentences.ts");
  const { inReadersWords } = await load("ui/i18n/serverWords.ts");
  const start = template("msp", "EUR").document;
  const { ladder, tracks, benefits } = start;
  if (ladder?.format !== "hanse-ladder/2") throw new Error("The template has a ladder.");
  const asking = (...texts: string[]) => ({
    ladder: { ...ladder, levels: texts.map((requires, at) => ({ level: `L${at}`, requires })) },
  });
  const [track] = tracks;
  const typed = (key: string) => ({ ...track, key, label: key, isDefault: false, types: ["msp" as const] });
  const wrong: Partial<ProgramDocument>[] = [
    asking("all(certified >= 3, satisfaction >= 4, satisfaction <= 3)"),
    asking("points(90, 40: certified >= 3, 30: audit >= 1)"),
    asking("certified >= 3", "certified >= 2"),
    asking("won >= 5", "managed >=", "all(managed >= 5 EUR", "certified = 3"),
    { ladder: { ...ladder, measures: [], goodStanding: [] } },
    { tracks: [] },
    { tracks: [track, typed("a"), typed("b"), { ...typed("c"), types: [], regions: ["mars"] }] as never },
    { benefits: benefits.map((one) => ({ ...one, values: {} })) },
    { benefits: benefits.map((one) => ({ ...one, values: { Gold: "5", Member: "x" } })) },
    { label: "", noticeDays: 999 },
  ];
  const said = wrong.flatMap((part) =>
    programErrors({ ...start, ...part }, { kinds: builtInKinds, regions: [], specializations: [] }),
  );
  const german = { locale: "de", _: () => "gesagt", date: String };
  const english = said
    .map(({ message }) => message)
    .filter((one) => inReadersWords(one, german) !== "gesagt");
  expect(said.length).toBeGreaterThan(20);
  expect(english).toEqual([]);
});
