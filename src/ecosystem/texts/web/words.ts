import { msg } from "@lingui/core/macro";
import { useLingui } from "@lingui/react/macro";
import { useLocale } from "#ui/i18n/LocaleProvider.tsx";
import { teachWords } from "#ui/i18n/serverWords.ts";
import type { Tone } from "#ui/text/Status.tsx";
import type { State } from "../text.ts";

teachWords({
  sentences: {
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
  const { t } = useLingui();
  const states: Record<State, string> = {
    missing: t`Missing`,
    draft: t`Draft`,
    stale: t`Stale`,
    approved: t`Approved`,
  };
  return { states, languageName: useLanguageName() };
}

/** What a language is called in the reader's. */
export function useLanguageName(): (language: string) => string {
  const { formatLocale } = useLocale();
  const names = new Intl.DisplayNames([formatLocale], { type: "language" });
  return (language) => names.of(language) ?? language;
}
