import { useLingui } from "@lingui/react/macro";
import { useFormat } from "#ui/format/useFormat.ts";
import { inReadersWords } from "#ui/i18n/serverWords.ts";
import type { AskedMeasure } from "./requirementTree.ts";
import { boundsWritten } from "./thresholdText.ts";

/** What is wrong with a requirement in the reader's words, with its measures as they stand in the fields. */
export function useFaultWords(measures: readonly AskedMeasure[]): (sentence: string) => string {
  const { i18n, t } = useLingui();
  const { locale } = useFormat();
  const writing = { locale, or: t`or` };
  const labelOf = (key: string) => measures.find((one) => one.key === key)?.label ?? key;
  return (sentence) =>
    inReadersWords(
      boundsWritten(sentence, writing).replaceAll(
        /"([a-z][a-z0-9_]*)"/g,
        (_, key: string) => `"${labelOf(key)}"`,
      ),
      i18n,
    );
}
