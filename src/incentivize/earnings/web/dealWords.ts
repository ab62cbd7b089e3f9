import { useLingui } from "@lingui/react/macro";
import { useReader } from "#ui/reader/reader.tsx";

/** What a sale is called: partners speak of deals, the vendor's people of opportunities. */
export function useDealWords() {
  const { t } = useLingui();
  const { side } = useReader();
  return side === "partner"
    ? { one: t`Deal`, elsewhere: t`Deal of another partner` }
    : { one: t`Opportunity`, elsewhere: t`Opportunity of another partner` };
}
