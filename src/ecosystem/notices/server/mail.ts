import { toPublicId } from "#platform/ids.ts";
import { htmlOf } from "#platform/mail/html.ts";
import { addressUnder, type Mail } from "#platform/mail/mail.ts";
import { shadesOf } from "#ui/theme/shades.ts";
import type { InLanguages, NoticeBook, Said } from "../notice.ts";
import type { OwnWords } from "./own-words.ts";
import { languageOf, wordsOf } from "./words.ts";

/** A mail that waits to be sent, with all that it says. */
export interface WaitingMail {
  notice_id: string;
  membership_id: string;
  attempts: number;
  queued_at: Temporal.Instant;
  kind: string;
  topic: string;
  said: Said;
  link: string;
  name: string;
  email: string;
  locale: string | null;
  vendor_locale: string;
  vendor_name: string;
  vendor_host: string | null;
  vendor_product_name: string | null;
  vendor_accent: string;
  mail_sender_name: string | null;
  mail_reply_to: string | null;
  timezone: string;
  /** The reader's own zone; null where it is not known. */
  own_timezone: string | null;
  deactivated_at: Temporal.Instant | null;
  mail_failing_since: Temporal.Instant | null;
}

const around: InLanguages<{
  hello: (name: string) => string;
  open: string;
  foot: (of: { because: string; choose: string }) => string;
}> = {
  en: {
    hello: (name) => `Hello ${name},`,
    open: "Open it",
    foot: ({ because, choose }) =>
      `You get this mail because ${because} Choose here what comes by mail, or that nothing does:\n${choose}`,
  },
  de: {
    hello: (name) => `Guten Tag, ${name},`,
    open: "Öffnen",
    foot: ({ because, choose }) =>
      `Sie erhalten diese Mail, weil ${because} Hier wählen Sie, was per Mail kommt, oder dass nichts kommt:\n${choose}`,
  },
  ar: {
    hello: (name) => `مرحبًا ${name}،`,
    open: "فتح",
    foot: ({ because, choose }) =>
      `تصلك هذه الرسالة لأن ${because} ويمكنك هنا اختيار ما يُرسل بالبريد، أو عدم إرسال شيء:\n${choose}`,
  },
};

/** The notice as a mail in its reader's language: what happened, where to go, and how to get no more such mails. */
export function mailOf(book: NoticeBook, own: OwnWords, waiting: WaitingMail, installationUrl: string): Mail {
  const publicUrl = addressUnder(installationUrl, waiting.vendor_host);
  const language = languageOf(waiting);
  const reading = { language, timezone: waiting.own_timezone ?? waiting.timezone };
  const { title, text } = own(waiting, reading) ?? wordsOf(book, waiting, reading);
  const { hello, open, foot } = around[language];
  const because = book.topics.find(({ key }) => key === waiting.topic)?.because[language] ?? "";
  const link = `${publicUrl}${waiting.link}`;
  const why = foot({ because, choose: `${publicUrl}/profile` });
  const { vendor_name: vendor, vendor_product_name: productName } = waiting;
  const parts = [hello(waiting.name), text, link, `-- \n${vendor}\n${why}`];
  const dress = { name: productName ?? vendor, colour: shadesOf(waiting.vendor_accent)[7], language };
  const paragraphs = [hello(waiting.name), text];
  return {
    to: waiting.email,
    senderName: waiting.mail_sender_name,
    replyTo: waiting.mail_reply_to,
    subject: `${vendor}: ${title}`,
    text: `${parts.join("\n\n")}\n`,
    html: htmlOf(dress, { paragraphs, act: { label: open, url: link }, foot: [vendor, why] }),
    id: toPublicId("ntc", waiting.notice_id),
  };
}
