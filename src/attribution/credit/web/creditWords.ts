import { useLingui } from "@lingui/react/macro";
import type { Exclusion, ModelKey } from "../contract.ts";

/** Models, and why a touchpoint has no part, in the reader's words. */
export function useCreditWords() {
  const { t } = useLingui();
  const models: Readonly<Record<ModelKey, string>> = {
    first: t`First touch`,
    last: t`Last touch`,
    linear: t`Linear`,
    position: t`Position 40/20/40`,
  };
  const short: Readonly<Record<ModelKey, string>> = {
    first: t`First`,
    last: t`Last`,
    linear: t`Linear`,
    position: t`Position`,
  };
  const exclusions: Readonly<Record<Exclusion, string>> = {
    "not-confirmed": t`Not confirmed`,
    "after-the-win": t`After the win`,
    "before-the-window": t`Too long before`,
  };
  return { models, short, exclusions };
}
