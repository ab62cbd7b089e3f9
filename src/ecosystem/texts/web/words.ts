import { msg } from "@lingui/core/macro";
import { useLingui } from "@lingui/react/macro";
import { useLocale } from "#ui/i18n/LocaleProvider.tsx";
import { inReadersWords, teachWords } from "#ui/i18n/serverWords.ts";
import type { Tone } from "#ui/text/Status.tsx";
import type { State } from "../text.ts";

teachWords({
  patterns: {
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
