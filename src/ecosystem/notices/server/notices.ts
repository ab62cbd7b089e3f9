import type { Tx } from "#platform/database/tx.ts";
import type { BodyOf, QueryOf } from "#platform/http/endpoint.ts";
import { fromPublicId, toPublicId } from "#platform/ids.ts";
import { isOff } from "#platform/modules.ts";
import { invalid, notFound } from "#platform/problem.ts";
import { principalOf } from "../../people/index.ts";
import type {
  changeNoticePreferences,
  listNotices,
  Notice,
  NoticeCount,
  NoticePreferences,
  readNotices,
} from "../contract.ts";
import type { NoticeBook, Topic } from "../notice.ts";
import * as store from "./store.ts";
import { languageOf, type Reading, wordsOf } from "./words.ts";

export async function readOwn(tx: Tx, book: NoticeBook, query: QueryOf<typeof listNotices>) {
  const { rows, nextCursor } = await store.listNoticeRows(tx, { ...query, untold: untold(tx, book) });
  const reading = readingOf(tx, await store.ownAddress(tx));
  return { items: rows.map((row) => present(book, row, reading)), nextCursor };
}

export async function countOwn(tx: Tx, book: NoticeBook): Promise<NoticeCount> {
  const links = await store.unreadLinks(tx, untold(tx, book));
  return { unread: links.length, links: [...new Set(links)] };
}

/** @throws Problem 404 for one that is not the reader's own, too */
export async function mark(tx: Tx, book: NoticeBook, publicId: string, isRead: boolean): Promise<Notice> {
  const row = await store.markOne(tx, fromPublicId("ntc", publicId, "notice"), isRead);
  if (row === null) throw notFound("notice");
  return present(book, row, readingOf(tx, await store.ownAddress(tx)));
}

export async function markMany(
  tx: Tx,
  book: NoticeBook,
  body: BodyOf<typeof readNotices>,
): Promise<NoticeCount> {
  const { upToId, link } = body;
  const upTo =
    upToId === undefined ? null : await store.findNotice(tx, fromPublicId("ntc", upToId, "notice"));
  if (upToId !== undefined && upTo === null) throw invalid("/upToId", "There is no such notice.");
  await store.markMany(tx, {
    ...(upTo !== null && { upTo }),
    ...(link !== undefined && { link }),
  });
  return countOwn(tx, book);
}

function readingOf(tx: Tx, own: store.AddressRow): Reading {
  return { language: languageOf(own), timezone: own.timezone ?? tx.vendor.timezone };
}

function present(book: NoticeBook, row: store.NoticeRow, reading: Reading): Notice {
  return {
    id: toPublicId("ntc", row.id),
    kind: row.kind,
    topic: row.topic,
    severity: row.severity,
    ...wordsOf(book, row, reading),
    said: row.said,
    link: row.link,
    occurredAt: row.occurred_at.toString(),
    readAt: row.read_at?.toString() ?? null,
  };
}

export async function readPreferences(
  tx: Tx,
  book: NoticeBook,
  mailAvailable: boolean,
): Promise<NoticePreferences> {
  const { email, mail_failing_since, mail_failure } = await store.ownAddress(tx);
  const chosen = await store.chosenTopics(tx);
  return {
    mail: {
      address: email,
      available: mailAvailable,
      failing:
        mail_failing_since === null
          ? null
          : { since: mail_failing_since.toString(), reason: mail_failure ?? "" },
    },
    topics: topicsFor(tx, book).map(({ key, byMail }) => ({
      topic: key,
      byMail: chosen.get(key) ?? byMail,
    })),
  };
}

/** @throws Problem 422 for a topic of which the person is never told */
export async function changePreferences(
  tx: Tx,
  book: NoticeBook,
  { topics }: BodyOf<typeof changeNoticePreferences>,
): Promise<void> {
  const known = new Set(topicsFor(tx, book).map(({ key }) => key));
  topics.forEach(({ topic }, index) => {
    if (!known.has(topic)) throw invalid(`/topics/${index}/topic`, "There are no such notices for you.");
  });
  // The last word counts, where one topic is named twice.
  await store.chooseTopics(tx, [...new Map(topics.map((one) => [one.topic, one])).values()]);
}

/** The kinds of modules that are off: they are kept, and not shown. */
function untold(tx: Tx, book: NoticeBook): string[] {
  return book.kinds.filter((kind) => isOff(kind, tx.vendor)).map(({ kind }) => kind);
}

function topicsFor(tx: Tx, book: NoticeBook): Topic[] {
  const { side, can } = principalOf(tx);
  return book.topics.filter((topic) => topic.side === side && can.has(topic.act));
}
