import { listRoute, type Route, route } from "#platform/http/route.ts";
import * as contract from "../contract.ts";
import type { NoticeBook } from "../notice.ts";
import * as notices from "./notices.ts";
import { listMailTexts, reword } from "./own-words.ts";
import { trustAddress } from "./store.ts";

/** Everybody's own, whatever their roles. */
export function noticeRoutes(book: NoticeBook, mailAvailable: boolean): Route[] {
  const act = "any-member";
  return [
    listRoute(contract.listNotices, {
      act,
      handle: (tx, { query }) => notices.readOwn(tx, book, query),
      csv: [
        { header: "occurredAt", value: (notice) => notice.occurredAt },
        { header: "title", value: (notice) => notice.title },
        { header: "text", value: (notice) => notice.text },
        { header: "link", value: (notice) => notice.link },
        { header: "readAt", value: (notice) => notice.readAt },
      ],
    }),
    route(contract.countNotices, { act, handle: (tx) => notices.countOwn(tx, book) }),
    route(contract.readNotice, {
      act,
      handle: (tx, { params }) => notices.mark(tx, book, params.noticeId, true),
    }),
    route(contract.unreadNotice, {
      act,
      handle: (tx, { params }) => notices.mark(tx, book, params.noticeId, false),
    }),
    route(contract.readNotices, { act, handle: (tx, { body }) => notices.markMany(tx, book, body) }),
    route(contract.getNoticePreferences, {
      act,
      handle: (tx) => notices.readPreferences(tx, book, mailAvailable),
    }),
    route(contract.changeNoticePreferences, {
      act,
      handle: async (tx, { body }) => {
        await notices.changePreferences(tx, book, body);
        return notices.readPreferences(tx, book, mailAvailable);
      },
    }),
    listRoute(contract.listMailTexts, {
      act: "mail-text.read",
      handle: (tx) => listMailTexts(tx, book),
      csv: [
        { header: "kind", value: (one) => one.kind },
        { header: "standardSubject", value: (one) => one.standard.title },
        { header: "standardText", value: (one) => one.standard.text },
        { header: "values", value: (one) => one.values.join(", ") },
        { header: "ownSubject", value: (one) => one.own?.title ?? null },
        { header: "ownText", value: (one) => one.own?.text ?? null },
      ],
    }),
    route(contract.setMailText, {
      act: "mail-text.reword",
      handle: (tx, { params, body }) => reword(tx, book, params.kind, body),
    }),
    route(contract.dropMailText, {
      act: "mail-text.reword",
      handle: (tx, { params }) => reword(tx, book, params.kind, null),
    }),
    route(contract.tryMailAgain, {
      act,
      handle: async (tx) => {
        await trustAddress(tx);
        return notices.readPreferences(tx, book, mailAvailable);
      },
    }),
  ];
}
