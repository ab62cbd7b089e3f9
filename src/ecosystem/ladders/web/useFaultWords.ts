import { useLingui } from "@lingui/react/macro";
import { inReadersWords } from "#ui/i18n/serverWords.ts";
import type { AskedMeasure } from "./requirementTree.ts";

/** What is wrong with a requirement in the reader's words, with its measures as they stand in the fields. */
export function useFaultWords(measures: readonly AskedMeasure[]): (sentence: string) => string {
  const { i18n } = useLingui();
  const labelOf = (key: string) => measures.find((one) => one.key === key)?.label ?? key;
  return (sentence) =>
    inReadersWords(
      sentence.replaceAll(/"([a-z][a-z0-9_]*)"/g, (_, key: string) => `"${labelOf(key)}"`),
      i18n,
    );
}
