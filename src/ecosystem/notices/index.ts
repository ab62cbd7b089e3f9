import type { Door } from "#platform/database/door.ts";
import type { Handler } from "#platform/events/handlers.ts";
import type { Job } from "#platform/jobs/jobs.ts";
import type { Mailer } from "#platform/mail/mail.ts";
import type { NoticeBook } from "./notice.ts";
import { noticeRoutes } from "./server/routes.ts";
import { sendDue } from "./server/send.ts";
import { tidy } from "./server/tidy.ts";
import { writeNotices } from "./server/write.ts";

export type { Severity } from "./contract.ts";
export {
  type Audience,
  bindBooks,
  type Draft,
  type InLanguages,
  type Kind,
  type MailLanguage,
  type NoticeBook,
  type Said,
  type Source,
  type Topic,
  type Words,
} from "./notice.ts";

export { mailTexts } from "./server/own-words.ts";
export { policy } from "./server/policy.ts";

interface NoticeServices {
  door: Door;
  mailer: Mailer;
  publicUrl: () => string;
  enqueue: (job: string, vendorId: string, payload?: Record<string, unknown>, key?: string) => Promise<void>;
}

const mailJob = "notices.mail";

export function routes(book: NoticeBook, { mailer }: Pick<NoticeServices, "mailer">) {
  return noticeRoutes(book, mailer.available);
}

/** Tells people of what happened; their mails are sent at once, and by the next minute if that is missed. */
export function handlers(
  book: NoticeBook,
  { mailer, enqueue }: Pick<NoticeServices, "mailer" | "enqueue">,
): Handler[] {
  return book.sources.map(({ event: type, write, modules }) => ({
    name: `notices.${type.type}`,
    type: type.type,
    modules,
    run: async (tx, event) => {
      const drafts = await write(tx, { ...event, payload: type.payload.parse(event.payload) });
      await writeNotices(tx, book, drafts, event, mailer.available);
    },
    ...(mailer.available && {
      afterCommit: (vendor) => enqueue(mailJob, vendor.id, {}, `${mailJob}:${vendor.id}`),
    }),
  }));
}

export function jobs(
  book: NoticeBook,
  services: Pick<NoticeServices, "door" | "mailer" | "publicUrl">,
): Job[] {
  return [
    { name: mailJob, schedule: "* * * * *", run: (vendor) => sendDue(services, book, vendor) },
    { name: "notices.tidy", schedule: "40 3 * * *", run: (vendor) => tidy(services.door, vendor) },
  ];
}
