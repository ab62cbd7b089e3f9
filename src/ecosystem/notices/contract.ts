import { z } from "zod";
import { eventType } from "#platform/events/event.ts";
import { endpoint } from "#platform/http/endpoint.ts";
import { InstantJson, idJson, ListQuery, pageOf } from "#platform/http/wire.ts";

const tag = "Notices";

/** `act`: somebody waits for the reader. */
const severities = ["info", "good", "warn", "act"] as const;
export type Severity = (typeof severities)[number];

export const Notice = z
  .object({
    id: idJson("ntc"),
    kind: z.string().describe("What it tells, such as deal.approved"),
    topic: z.string().describe("What one chooses by whether mails are sent"),
    severity: z.enum(severities).describe("act: somebody waits for the reader"),
    title: z.string().describe("One line, in the reader's language"),
    text: z.string(),
    said: z
      .record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()]))
      .describe("The values of its words"),
    link: z.string().describe("The page on which it is dealt with, such as /deals/deal_…"),
    occurredAt: InstantJson,
    readAt: InstantJson.nullable(),
  })
  .meta({ id: "Notice" });
export type Notice = z.infer<typeof Notice>;

export const NoticeCount = z
  .object({
    unread: z.int().describe("Counted up to 100"),
    links: z.array(z.string()).describe("Where the latest unread ones lead, each once"),
  })
  .meta({ id: "NoticeCount" });
export type NoticeCount = z.infer<typeof NoticeCount>;

export const listNotices = endpoint({
  method: "GET",
  path: "/notices",
  summary: "What I was told, the newest first",
  tag,
  query: ListQuery.extend({
    state: z.enum(["unread", "read"]).optional(),
    topic: z.string().max(100).optional(),
  }),
  response: pageOf(Notice),
});
export const countNotices = endpoint({
  method: "GET",
  path: "/notice-count",
  summary: "How many notices I have not read",
  tag,
  response: NoticeCount,
});
export const readNotice = endpoint({
  method: "POST",
  path: "/notices/{noticeId}/reading",
  summary: "Mark a notice as read",
  tag,
  params: z.object({ noticeId: idJson("ntc") }),
  response: Notice,
});
export const unreadNotice = endpoint({
  method: "DELETE",
  path: "/notices/{noticeId}/reading",
  summary: "Mark a notice as not read",
  tag,
  params: z.object({ noticeId: idJson("ntc") }),
  response: Notice,
});
export const readNotices = endpoint({
  method: "POST",
  path: "/notice-readings",
  summary: "Mark many notices as read: all, all up to one of them, or those that lead to a page",
  tag,
  body: z.object({
    upToId: idJson("ntc").optional().describe("The newest one that was seen; what came later stays unread"),
    link: z.string().min(1).max(500).optional().describe("Those that lead to this page, alone"),
  }),
  response: NoticeCount,
});

export const NoticePreferences = z
  .object({
    mail: z.object({
      address: z.string(),
      available: z.boolean().describe("False: no mail server is set, and notices stand in the portal alone"),
      failing: z
        .object({ since: InstantJson, reason: z.string().describe("In the mail server's words") })
        .nullable()
        .describe("Mails to the address do not arrive; none is sent until one asks to try again"),
    }),
    topics: z.array(z.object({ topic: z.string(), byMail: z.boolean() })),
  })
  .meta({ id: "NoticePreferences" });
export type NoticePreferences = z.infer<typeof NoticePreferences>;

export const getNoticePreferences = endpoint({
  method: "GET",
  path: "/notice-preferences",
  summary: "Of what I am told by mail, too",
  tag,
  response: NoticePreferences,
});
export const changeNoticePreferences = endpoint({
  method: "PATCH",
  path: "/notice-preferences",
  summary: "Choose of what I am told by mail, too; topics that are not named stay as they are",
  tag,
  body: z.object({
    topics: z.array(z.object({ topic: z.string().min(1).max(100), byMail: z.boolean() })).max(50),
  }),
  response: NoticePreferences,
});
export const tryMailAgain = endpoint({
  method: "POST",
  path: "/notice-preferences/mail-trial",
  summary: "Send mails to my address again, after they did not arrive",
  tag,
  response: NoticePreferences,
});

const mailTextParams = z.object({ kind: z.string().min(1).max(80) });
const wording = z.object({
  title: z.string().trim().min(1, "Write the subject.").max(300),
  text: z.string().trim().min(1, "Write the mail.").max(8000),
});

export const MailText = z
  .object({
    kind: z.string(),
    topic: z.string(),
    standard: z
      .object({ title: z.string(), text: z.string() })
      .describe("The product's own words in the vendor's language, with the values in braces"),
    values: z.array(z.string()).describe("What a mail of this kind can say, as `{name}`"),
    own: z
      .object({ language: z.string(), title: z.string(), text: z.string() })
      .nullable()
      .describe("What the vendor says instead, in ICU MessageFormat"),
  })
  .meta({ id: "MailText" });
export type MailText = z.infer<typeof MailText>;

export const listMailTexts = endpoint({
  method: "GET",
  path: "/mail-texts",
  summary: "The words of mails, and which the vendor says in its own",
  tag: "Texts",
  query: ListQuery,
  response: pageOf(MailText),
});
export const setMailText = endpoint({
  method: "PUT",
  path: "/mail-texts/{kind}",
  summary: "Say mails of a kind in the vendor's own words",
  tag: "Texts",
  params: mailTextParams,
  body: wording,
  response: MailText,
});
export const dropMailText = endpoint({
  method: "DELETE",
  path: "/mail-texts/{kind}",
  summary: "Go back to the product's words for mails of a kind",
  tag: "Texts",
  params: mailTextParams,
  response: MailText,
});

export const events = {
  mailReworded: eventType("text.mail_reworded", {
    reach: null,
    payload: z.object({ kind: z.string(), own: z.boolean() }),
  }),
};
