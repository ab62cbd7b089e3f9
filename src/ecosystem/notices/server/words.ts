import type { MailLanguage, NoticeBook, Said, Writing } from "../notice.ts";

interface Reading {
  language: MailLanguage;
  /** IANA zone of the vendor, in which dates are told. */
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
  return (locale ?? vendor_locale) === "de" ? "de" : "en";
}

/** A notice in words. What a later release no longer knows keeps its name. */
export function wordsOf(
  book: NoticeBook,
  { kind, said }: { kind: string; said: Said },
  reading: Reading,
): { title: string; text: string } {
  const known = book.kinds.find((one) => one.kind === kind);
  return known?.words[reading.language](said, writingIn(reading)) ?? { title: kind, text: "" };
}

function writingIn({ language, timezone }: Reading): Writing {
  return {
    day: (day) =>
      typeof day === "string"
        ? Temporal.PlainDate.from(day).toLocaleString(language, { dateStyle: "long" })
        : "",
    moment: (instant) =>
      typeof instant === "string"
        ? Temporal.Instant.from(instant).toZonedDateTimeISO(timezone).toLocaleString(language, {
            day: "numeric",
            month: "long",
            year: "numeric",
            hour: "2-digit",
            minute: "2-digit",
            timeZoneName: "short",
          })
        : "",
  };
}
