import { createServer, type ViteDevServer } from "vite";
import { afterAll, beforeAll, expect, test } from "vitest";
import { noticeBook } from "#app/features.ts";
import type { NoticeWords } from "#ecosystem/notices/web/index.tsx";
import { languages } from "#ecosystem/people/contract.ts";

/* A notice is said in mails by its feature's noticeKinds.ts and on the pages by its web/noticeWords.tsx. */

const writing = { day: String, moment: String };
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
