import { languages } from "../../people/contract.ts";
import type { MailLanguage, NoticeBook, Said, Writing } from "../notice.ts";

/** How somebody reads: in which language, and in which zone. */
export interface Reading {
  language: MailLanguage;
  /** IANA zone in which instants are told: the reader's own, or else the vendor's. */
  timezone: string;
}

/** The language in which somebody is written to: their own, or else the vendor's. */
export function languageOf({
  locale,
  vendor_locale,
}: {
  locale: string | null;
  vendor_locale: string;
}): MailLanguage {
  return languages.find((language) => language === (locale ?? vendor_locale)) ?? "en";
}

/** A notice in words. What a later release no longer knows keeps its name. */
export function wordsOf(
  book: NoticeBook,
  { kind, said }: { kind: string; said: Said },
  reading: Reading,
): { title: string; text: string } {
  const known = book.kinds.find((one) => one.kind === kind);
  if (known === undefined) return { title: kind, text: "" };
  return known.words[reading.language](said, writingIn(reading));
}

/** As what Intl writes a language's figures and days: Arabic in Western figures, by the Gregorian calendar. */
export function localeOf(language: MailLanguage): string {
  return language === "ar" ? "ar-u-ca-gregory-nu-latn" : language;
}

export function writingIn({ language, timezone }: Reading): Writing {
  const locale = localeOf(language);
  const write = (day: Temporal.PlainDate) => day.toLocaleString(locale, { dateStyle: "long" });
  const writeMoment = (at: Temporal.ZonedDateTime) =>
    at.toLocaleString(locale, {
      day: "numeric",
      month: "long",
      year: "numeric",
      hour: "2-digit",
      minute: "2-digit",
      timeZoneName: "short",
    });
  const day = (value: unknown) => (typeof value === "string" ? Temporal.PlainDate.from(value) : null);
  const instant = (value: unknown) =>
    typeof value === "string" ? Temporal.Instant.from(value).toZonedDateTimeISO(timezone) : null;
  const orNothing = <T>(value: T | null, as: (value: T) => string) => (value === null ? "" : as(value));
  return {
    day: (value) => orNothing(day(value), write),
    moment: (value) => orNothing(instant(value), writeMoment),
    end: (value) =>
      orNothing(instant(value), (at) =>
        at.equals(at.startOfDay()) ? write(at.toPlainDate().subtract({ days: 1 })) : writeMoment(at),
      ),
  };
}
