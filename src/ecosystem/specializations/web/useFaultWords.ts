import { useLingui } from "@lingui/react/macro";
import { inReadersWords } from "#ui/i18n/serverWords.ts";
import { useFactWords } from "../../facts/web/index.tsx";

/** What is wrong with a requirement in the reader's words, with its measures as they stand in the fields. */
export function useFaultWords(): (sentence: string) => string {
  const { i18n } = useLingui();
  const facts = useFactWords();
  return (sentence) =>
    inReadersWords(
      sentence.replaceAll(/"([a-z_]+)"/g, (_, key: string) => `"${facts.kind({ key, label: key })}"`),
      i18n,
    );
}
