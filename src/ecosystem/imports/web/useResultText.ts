import { useLingui } from "@lingui/react/macro";
import { useFormat } from "#ui/format/useFormat.ts";
import type { ImportSummary } from "../contract.ts";

/** What an import came to, in a few words: `85 new · 3 left out`. */
export function useResultText() {
  const { t } = useLingui();
  const format = useFormat();
  return (result: NonNullable<ImportSummary["result"]>): string => {
    const created = format.number(result.created);
    const updated = format.number(result.updated);
    const unchanged = format.number(result.unchanged);
    const skipped = format.number(result.skipped);
    return [
      result.created > 0 && t`${created} new`,
      result.updated > 0 && t`${updated} changed`,
      result.unchanged > 0 && t`${unchanged} as before`,
      result.skipped > 0 && t`${skipped} left out`,
    ]
      .filter(Boolean)
      .join(" · ");
  };
}
