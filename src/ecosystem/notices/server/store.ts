import { type RawBuilder, sql } from "kysely";
import { changed, maybe, one, rows, type Tx } from "#platform/database/tx.ts";
import { page } from "#platform/http/list.ts";
import { principalOf } from "../../people/index.ts";
import type { Severity } from "../contract.ts";
import type { Said } from "../notice.ts";

export interface NoticeRow {
  id: string;
  kind: string;
  topic: string;
  severity: Severity;
  link: string;
  said: Said;
  occurred_at: Temporal.Instant;
  read_at: Temporal.Instant | null;
}

/** The bell says "99+", so nobody counts on. */
const countedTo = 100;

const columns = sql`n.id, n.kind, n.topic, n.severity, n.link, n.said, n.occurred_at, n.read_at`;
const own = (tx: Tx): RawBuilder<boolean> =>
  sql`(n.vendor_id = ${tx.vendorId} and n.membership_id = ${principalOf(tx).membershipId})`;
/** All but the kinds that modules tell which are switched off. */
const told = (untold: readonly string[]): RawBuilder<boolean> =>
  untold.length === 0 ? sql`true` : sql`n.kind <> all (${[...untold]}::text[])`;

export interface NoticeFilter {
  state?: "unread" | "read";
  topic?: string;
  /** Kinds that are left out. */
  untold: readonly string[];
  cursor?: string;
  limit?: number;
}

export async function listNoticeRows(tx: Tx, filter: NoticeFilter) {
  const wanted = page<NoticeRow>(
    [
      {
        expression: sql`n.occurred_at`,
        type: "timestamptz",
        direction: "desc",
        value: (row) => row.occurred_at.toString(),
      },
      { expression: sql`n.id`, type: "uuid", direction: "desc", value: (row) => row.id },
    ],
    filter,
  );
  const states = { unread: sql`n.read_at is null`, read: sql`n.read_at is not null` };
  const state = filter.state === undefined ? sql`true` : states[filter.state];
  const topic = filter.topic === undefined ? sql`true` : sql`n.topic = ${filter.topic}`;
  const found = await rows(
    tx,
    sql<NoticeRow>`select ${columns} from notice n where ${own(tx)} and ${told(filter.untold)} and ${state} and ${topic}
      and ${wanted.after}
      order by ${wanted.orderBy} limit ${wanted.limit}`,
  );
  return wanted.finish(found);
}

/** The links of unread ones, the newest first. */
export async function unreadLinks(tx: Tx, untold: readonly string[]): Promise<string[]> {
  const found = await rows(
    tx,
    sql<{
      link: string;
    }>`select n.link from notice n where ${own(tx)} and ${told(untold)} and n.read_at is null
      order by n.occurred_at desc, n.id desc limit ${countedTo}`,
  );
  return found.map(({ link }) => link);
}

/** Marks one as read or not; null where there is no such one. What was read stays read when it was. */
export async function markOne(tx: Tx, id: string, isRead: boolean): Promise<NoticeRow | null> {
  const at = isRead ? sql`coalesce(n.read_at, ${tx.now().toString()}::timestamptz)` : sql`null`;
  return maybe(
    tx,
    sql<NoticeRow>`update notice n set read_at = ${at} where ${own(tx)} and n.id = ${id} returning ${columns}`,
  );
}

export async function findNotice(tx: Tx, id: string): Promise<NoticeRow | null> {
  return maybe(tx, sql<NoticeRow>`select ${columns} from notice n where ${own(tx)} and n.id = ${id}`);
}

/** Marks all as read: up to one of them, or those that lead to a page, where that is told. */
export async function markMany(tx: Tx, which: { upTo?: NoticeRow; link?: string }): Promise<number> {
  const upTo =
    which.upTo === undefined
      ? sql`true`
      : sql`(n.occurred_at, n.id) <= (${which.upTo.occurred_at.toString()}::timestamptz, ${which.upTo.id}::uuid)`;
  const link = which.link === undefined ? sql`true` : sql`n.link = ${which.link}`;
  return changed(
    tx,
    sql`update notice n set read_at = ${tx.now().toString()} where ${own(tx)} and n.read_at is null and ${upTo} and ${link}`,
  );
}

export interface AddressRow {
  email: string;
  locale: string | null;
  timezone: string | null;
  vendor_locale: string;
  mail_failing_since: Temporal.Instant | null;
  mail_failure: string | null;
}

export async function ownAddress(tx: Tx): Promise<AddressRow> {
  return one(
    tx,
    sql<AddressRow>`select m.email, m.locale, m.timezone, v.locale as vendor_locale, m.mail_failing_since, m.mail_failure
      from membership m join vendor v on v.vendor_id = m.vendor_id
      where m.vendor_id = ${tx.vendorId} and m.id = ${principalOf(tx).membershipId}`,
  );
}

export async function trustAddress(tx: Tx): Promise<void> {
  await sql`update membership set mail_failing_since = null, mail_failure = null
    where vendor_id = ${tx.vendorId} and id = ${principalOf(tx).membershipId}`.execute(tx.db);
}

export async function chosenTopics(tx: Tx): Promise<Map<string, boolean>> {
  const found = await rows(
    tx,
    sql<{ topic: string; by_mail: boolean }>`select topic, by_mail from notice_preference
      where vendor_id = ${tx.vendorId} and membership_id = ${principalOf(tx).membershipId}`,
  );
  return new Map(found.map(({ topic, by_mail }) => [topic, by_mail]));
}

export async function chooseTopics(
  tx: Tx,
  chosen: readonly { topic: string; byMail: boolean }[],
): Promise<void> {
  await sql`insert into notice_preference (vendor_id, membership_id, topic, by_mail)
    select ${tx.vendorId}::uuid, ${principalOf(tx).membershipId}::uuid, x.topic, x.by_mail
    from unnest(${chosen.map(({ topic }) => topic)}::text[], ${chosen.map(({ byMail }) => byMail)}::boolean[]) as x (topic, by_mail)
    on conflict (vendor_id, membership_id, topic) do update set by_mail = excluded.by_mail`.execute(tx.db);
}
