import { msg } from "@lingui/core/macro";
import { useLingui } from "@lingui/react/macro";
import { useLocale } from "#ui/i18n/LocaleProvider.tsx";
import { inReadersWords, teachWords } from "#ui/i18n/serverWords.ts";
import type { Tone } from "#ui/text/Status.tsx";
import type { State } from "../text.ts";

teachWords({
  patterns: {
    "{language} tells the forms {needed} apart: {value} lacks {missing}.": msg({
      message: "{language} tells the forms {needed} apart: {value} lacks {missing}.",
    }),
    "{language} has no form {forms}: take it out of {value}.": msg({
      message: "{language} has no form {forms}: take it out of {value}.",
    }),
    "{value} lacks the form other, which every choice needs.": msg({
      message: "{value} lacks the form other, which every choice needs.",
    }),
    "{value} has the form {form} twice.": msg({ message: "{value} has the form {form} twice." }),
    "There is no value {unknown} here. There is {known}.": msg({
      message: "There is no value {unknown} here. There is {known}.",
    }),
    "There is no value {unknown} here.": msg({ message: "There is no value {unknown} here." }),
    "The text leaves out {values}.": msg({ message: "The text leaves out {values}." }),
    "The text does not read: {what} at character {place}.": msg({
      message: "The text does not read: {what} at character {place}.",
    }),
    "Choices lie within each other more than {count} deep.": msg({
      message: "Choices lie within each other more than {count} deep.",
    }),
    "The file has no column {column}. Bring the CSV of the list, with its column text filled.": msg({
      message: "The file has no column {column}. Bring the CSV of the list, with its column text filled.",
    }),
    "The file has more than {count} rows: bring it in parts.": msg({
      message: "The file has more than {count} rows: bring it in parts.",
    }),
    "{program}: what levels ask for, {name}": msg({ message: "{program}: what levels ask for, {name}" }),
    "{program}: what benefit {name} is": msg({ message: "{program}: what benefit {name} is" }),
    "{program}: benefit {name} at {level}": msg({ message: "{program}: benefit {name} at {level}" }),
    "{program}: benefit {name}": msg({ message: "{program}: benefit {name}" }),
    "{program}: level {name}": msg({ message: "{program}: level {name}" }),
    "{program}: track {name}": msg({ message: "{program}: track {name}" }),
    "{program}: name": msg({ message: "{program}: name" }),
    "{program}: summary": msg({ message: "{program}: summary" }),
    "Reason of a refusal: what a partner reads for {name}": msg({
      message: "Reason of a refusal: what a partner reads for {name}",
    }),
    "Reason of a refusal: {name}": msg({ message: "Reason of a refusal: {name}" }),
    "Mail “{title}”: subject": msg({ message: "Mail “{title}”: subject" }),
    "Mail “{title}”": msg({ message: "Mail “{title}”" }),
  },
  sentences: {
    "Rules of engagement: what a contact's data are given for": msg`Rules of engagement: what a contact's data are given for`,
    "Rules of engagement: what an approval gives": msg`Rules of engagement: what an approval gives`,
    "There is no such text any more.": msg({ message: "There is no such text any more." }),
    "The text is written in this language.": msg({ message: "The text is written in this language." }),
    "The source was changed since the file was made.": msg({
      message: "The source was changed since the file was made.",
    }),
    "The column language holds none of en, de, ar.": msg({
      message: "The column language holds none of en, de, ar.",
    }),
    "The text has more than 8,000 characters.": msg({ message: "The text has more than 8,000 characters." }),
    "Choose the file.": msg({ message: "Choose the file." }),
    English: msg({ message: "English" }),
    German: msg({ message: "German" }),
    Arabic: msg({ message: "Arabic" }),
    "Write the text.": msg`Write the text.`,
    "This is a name: keep it on one line.": msg`This is a name: keep it on one line.`,
    "The source was changed meanwhile. Look at it again; what you wrote is kept in the form.": msg`The source was changed meanwhile. Look at it again; what you wrote is kept in the form.`,
  },
});

export const stateTones: Record<State, Tone> = {
  missing: "bad",
  draft: "info",
  stale: "warn",
  approved: "good",
};

export function useTextWords() {
  const { t, i18n } = useLingui();
  const states: Record<State, string> = {
    missing: t`Missing`,
    draft: t`Draft`,
    stale: t`Stale`,
    approved: t`Approved`,
  };
  return {
    states,
    languageName: useLanguageName(),
    /** What a text is, in the reader's words around the names that the vendor gave. */
    titleOf: ({ title }: { title: string }) => inReadersWords(title, i18n),
  };
}

/** What a language is called in the reader's. */
export function useLanguageName(): (language: string) => string {
  const { formatLocale } = useLocale();
  const names = new Intl.DisplayNames([formatLocale], { type: "language" });
  return (language) => names.of(language) ?? language;
}
