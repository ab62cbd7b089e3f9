import { sql } from "kysely";
import type { Tx } from "#platform/database/tx.ts";
import { newId } from "#platform/ids.ts";
import type { Draft, NoticeBook } from "../notice.ts";

/** What happened longer ago is no news any more: it stands in the portal, and no mail is sent. */
export const mailWithinHours = 72;

/** The event that drafts are about. */
interface About {
  id: string;
  actorId: string | null;
  occurredAt: Temporal.Instant;
}

/**
 * Writes what people are told of an event, and the mails of those who want them, in one statement however many people
 * they are. Whoever was told of the event already is not told again.
 * @throws Error when a draft is of a kind that the book does not have
 */
export async function writeNotices(
  tx: Tx,
  book: NoticeBook,
  drafts: readonly Draft[],
  about: About,
  mailAvailable: boolean,
): Promise<void> {
  if (drafts.length === 0) return;
  const isNews =
    Temporal.Instant.compare(about.occurredAt.add({ hours: mailWithinHours }), tx.now()) > 0 && mailAvailable;
  const given = drafts.map((draft) => rowOf(book, draft));
  const now = sql`${tx.now().toString()}::timestamptz`;
  await sql`
    with draft as (
      select * from jsonb_to_recordset(${JSON.stringify(given)}::jsonb) as x (id uuid, side text, partner_id uuid,
        roles text[], people uuid[], confirms boolean, kind text, topic text, by_mail boolean, severity text, link text, said jsonb)
    ), reader as (
      select d.*, m.id as membership_id, m.mail_failing_since, row_number() over (partition by d.id order by m.id) - 1 as n
      from draft d join membership m on m.vendor_id = ${tx.vendorId} and m.side = d.side and m.deactivated_at is null
        and (d.partner_id is null or m.partner_id = d.partner_id) and (m.roles && d.roles or m.id = any (d.people))
        and (d.confirms or m.id is distinct from ${about.actorId}::uuid)
    ), written as (
      insert into notice (vendor_id, id, membership_id, event_id, kind, topic, severity, link, said, occurred_at)
      select ${tx.vendorId}::uuid, ${idOfReader}, r.membership_id, ${about.id}::uuid, r.kind, r.topic, r.severity, r.link,
        r.said, ${about.occurredAt.toString()}::timestamptz
      from reader r on conflict (vendor_id, membership_id, event_id) do nothing returning id, membership_id
    )
    insert into notice_mail (vendor_id, notice_id, state, queued_at, next_try_at)
    select ${tx.vendorId}::uuid, w.id, 'queued', ${now}, ${now}
    from written w join reader r on r.membership_id = w.membership_id and ${idOfReader} = w.id
    left join notice_preference p
      on p.vendor_id = ${tx.vendorId} and p.membership_id = w.membership_id and p.topic = r.topic
    where ${isNews} and r.mail_failing_since is null and coalesce(p.by_mail, r.by_mail)`.execute(tx.db);
}

/** An id of its own for each reader, in time's order: the draft's (UUIDv7) with the reader's place in it. */
const idOfReader = sql`(substr(r.id::text, 1, 15) || lpad(to_hex(r.n / 4096), 3, '0') || '-8' || lpad(to_hex(r.n % 4096), 3, '0')
  || substr(r.id::text, 24))::uuid`;

function rowOf(book: NoticeBook, { kind, to, link, said, confirms = false }: Draft) {
  const known = book.kinds.find((one) => one.kind === kind);
  const topic = book.topics.find(({ key }) => key === known?.topic);
  if (known === undefined || topic === undefined) throw new Error(`Nobody knows a notice called ${kind}.`);
  return {
    id: newId(),
    side: to.side,
    partner_id: to.side === "partner" ? to.partnerId : null,
    roles: to.roles,
    people: to.people ?? [],
    confirms,
    kind,
    topic: topic.key,
    by_mail: topic.byMail,
    severity: known.severity,
    link,
    said,
  };
}
