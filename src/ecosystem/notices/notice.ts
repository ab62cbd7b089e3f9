import type { Tx } from "#platform/database/tx.ts";
import type { EventType } from "#platform/events/event.ts";
import type { RecordedEvent } from "#platform/events/handlers.ts";
import type { Owned } from "#platform/modules.ts";
import type { Side } from "#platform/principal.ts";
import type { languages } from "../people/contract.ts";
import type { Role } from "../people/roles.ts";
import type { Severity } from "./contract.ts";

/*
 * How a feature says what people are told: which event, whom, and in which words. Features keep theirs beside their
 * events; the app puts them together into one book.
 */

/** The values of a notice's words. Instants are RFC 3339. */
export type Said = Readonly<Record<string, string | number | boolean | null>>;

/** Of one side: whoever has one of the roles, and those people who are named. */
export type Audience = { roles: readonly Role[]; people?: readonly string[] } & (
  | { side: "vendor" }
  | { side: "partner"; partnerId: string }
);

/** A notice before it is anybody's. */
export interface Draft {
  kind: string;
  to: Audience;
  /** The page on which it is dealt with. */
  link: string;
  said: Said;
  /** True: whoever did the act is told, too, as a confirmation. */
  confirms?: boolean;
}

/** What people choose by: mail or not. */
export interface Topic {
  key: string;
  side: Side;
  /** Who holds none of this act is never told of it, and so has nothing to choose. */
  act: string;
  /** Whether a mail is sent until somebody chooses. */
  byMail: boolean;
  /** In mails: "You get this mail because …". */
  because: InLanguages<string>;
}

/** Languages in which mails are written. */
export type MailLanguage = (typeof languages)[number];

/** One thing in each language of mails. */
export type InLanguages<T> = Readonly<Record<MailLanguage, T>>;

/** Writes the dates of a mail in its language: calendar days as they are, moments in the reader's zone, which is named. */
export interface Writing {
  day: (day: unknown) => string;
  moment: (instant: unknown) => string;
  /** Until when something is that ends at an instant: its last day, where that is whole for the reader. */
  end: (instant: unknown) => string;
}

export type Words = (said: Said, writing: Writing) => { title: string; text: string };

/** One kind of notice: how much it matters, and its words. */
export interface Kind extends Owned {
  kind: string;
  topic: string;
  severity: Severity;
  words: InLanguages<Words>;
}

/** What is told of an event. It runs as the system: what it puts into a draft, its audience must be allowed to see. */
export interface Source extends Owned {
  event: EventType;
  write: (tx: Tx, event: RecordedEvent<unknown>) => Promise<readonly Draft[]>;
}

/** All that a feature, or the whole product, tells. */
export interface NoticeBook {
  topics: readonly Topic[];
  kinds: readonly Kind[];
  sources: readonly Source[];
}

/** One book of several features'. @throws Error where two mean the same name, or a kind names no topic */
export function bindBooks(books: readonly NoticeBook[]): NoticeBook {
  const topics = books.flatMap((book) => book.topics);
  const kinds = books.flatMap((book) => book.kinds);
  const names = [...topics.map(({ key }) => `topic ${key}`), ...kinds.map(({ kind }) => `kind ${kind}`)];
  const twice = names.find((name, index) => names.indexOf(name) !== index);
  if (twice !== undefined) throw new Error(`Two notices go by one name: ${twice}.`);
  const lost = kinds.find(({ topic }) => !topics.some(({ key }) => key === topic));
  if (lost !== undefined) throw new Error(`The notice ${lost.kind} names no topic that there is.`);
  return { topics, kinds, sources: books.flatMap((book) => book.sources) };
}
