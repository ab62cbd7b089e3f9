import { sql } from "kysely";
import type { Door } from "#platform/database/door.ts";
import { rows, type Tx } from "#platform/database/tx.ts";
import { type Mailer, type Refusal, refusalOf } from "#platform/mail/mail.ts";
import { isOff } from "#platform/modules.ts";
import type { VendorContext } from "#platform/principal.ts";
import type { NoticeBook } from "../notice.ts";
import { mailOf, type WaitingMail } from "./mail.ts";
import { type OwnWords, ownWordsFor } from "./own-words.ts";
import { languageOf } from "./words.ts";
import { mailWithinHours } from "./write.ts";

/*
 * Sends what waits. Who sends a mail has it for itself for some minutes; then what came of it is written down. Whoever
 * is killed between the two leaves a mail that may have been taken: it is sent again then, under the same Message-ID.
 * The notice itself stands in the portal, whatever becomes of its mail.
 */

const claimedMinutes = 5;
const claimedAtOnce = 20;
const longestPauseMinutes = 60;

export interface SendServices {
  door: Door;
  mailer: Mailer;
  publicUrl: () => string;
}

type Outcome = { kind: "sent" } | { kind: "moot"; said: string } | Refusal;

/** Sends all mails of a vendor that are due. Two at once send different ones. */
export async function sendDue(
  { door, mailer, publicUrl }: SendServices,
  book: NoticeBook,
  vendor: VendorContext,
): Promise<void> {
  if (!mailer.available) return;
  for (;;) {
    const { claimed, own } = await door.withJob(vendor, async (tx) => {
      const due = await claim(tx);
      const kinds = due.map(({ kind }) => kind);
      return { claimed: due, own: await ownWordsFor(tx, book, kinds, new Set(due.map(languageOf))) };
    });
    let outcome: Outcome = { kind: "sent" };
    for (const waiting of claimed) {
      // Where nobody is there, nobody is there for the others either.
      if (outcome.kind !== "unreachable")
        outcome = isUntold(book, waiting, vendor)
          ? moot
          : await attempt(mailer, book, own, waiting, publicUrl());
      const came = outcome;
      await door.withJob(vendor, (tx) => write(tx, waiting, came));
    }
    if (outcome.kind === "unreachable" || claimed.length < claimedAtOnce) return;
  }
}

const moot: Outcome = { kind: "moot", said: "The module that tells it is switched off." };

function isUntold(book: NoticeBook, { kind }: WaitingMail, vendor: VendorContext): boolean {
  return book.kinds.some((one) => one.kind === kind && isOff(one, vendor));
}

async function attempt(
  mailer: Mailer,
  book: NoticeBook,
  own: OwnWords,
  waiting: WaitingMail,
  publicUrl: string,
): Promise<Outcome> {
  if (waiting.deactivated_at !== null) return { kind: "moot", said: "The person has no access any more." };
  if (waiting.mail_failing_since !== null)
    return { kind: "moot", said: "Mails to the address do not arrive." };
  try {
    await mailer.send(mailOf(book, own, waiting, publicUrl));
    return { kind: "sent" };
  } catch (error) {
    return refusalOf(error);
  }
}

async function claim(tx: Tx): Promise<WaitingMail[]> {
  const now = sql`${tx.now().toString()}::timestamptz`;
  return rows(
    tx,
    sql<WaitingMail>`with due as (
        select notice_id from notice_mail where vendor_id = ${tx.vendorId} and state = 'queued' and next_try_at <= ${now}
        order by next_try_at, notice_id limit ${claimedAtOnce} for update skip locked
      ), claimed as (
        update notice_mail q set attempts = q.attempts + 1, next_try_at = ${now} + ${sql.lit(`${claimedMinutes} minutes`)}::interval
        from due where q.vendor_id = ${tx.vendorId} and q.notice_id = due.notice_id
        returning q.notice_id, q.attempts, q.queued_at
      )
      select c.*, n.kind, n.topic, n.said, n.link, m.id as membership_id, m.name, m.email, m.locale,
        v.locale as vendor_locale, v.name as vendor_name, v.host as vendor_host, v.product_name as vendor_product_name,
        v.accent_colour as vendor_accent, v.mail_sender_name, v.mail_reply_to,
        v.timezone, m.timezone as own_timezone, m.deactivated_at, m.mail_failing_since
      from claimed c
      join notice n on n.vendor_id = ${tx.vendorId} and n.id = c.notice_id
      join membership m on m.vendor_id = n.vendor_id and m.id = n.membership_id
      join vendor v on v.vendor_id = n.vendor_id
      order by n.occurred_at, n.id`,
  );
}

async function write(tx: Tx, waiting: WaitingMail, outcome: Outcome): Promise<void> {
  const isOver = over(tx, waiting, outcome);
  const now = tx.now().toString();
  const state = outcome.kind === "sent" ? "sent" : isOver ? "failed" : "queued";
  const next = isOver
    ? null
    : tx
        .now()
        .add({ minutes: pauseMinutes(waiting.attempts) })
        .toString();
  await sql`update notice_mail set state = ${state}, next_try_at = ${next}, sent_at = ${outcome.kind === "sent" ? now : null},
      last_error = ${outcome.kind === "sent" ? null : outcome.said}
    where vendor_id = ${tx.vendorId} and notice_id = ${waiting.notice_id} and state = 'queued'`.execute(
    tx.db,
  );
  if (outcome.kind !== "address") return;
  // Of the address that it went to: another one that the person has by now is not marked.
  await sql`update membership set mail_failing_since = ${now}, mail_failure = ${outcome.said}
    where vendor_id = ${tx.vendorId} and id = ${waiting.membership_id} and email = ${waiting.email}
      and mail_failing_since is null`.execute(tx.db);
}

/** What is not for now is tried again until it is no news any more. */
function over(tx: Tx, { queued_at }: WaitingMail, { kind }: Outcome): boolean {
  if (kind !== "later" && kind !== "unreachable") return true;
  return Temporal.Instant.compare(queued_at.add({ hours: mailWithinHours }), tx.now()) <= 0;
}

/** 1, 2, 4 … minutes, at most an hour. */
function pauseMinutes(attempts: number): number {
  return Math.min(2 ** Math.min(attempts - 1, 10), longestPauseMinutes);
}
