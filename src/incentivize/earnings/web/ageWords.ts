import { useLingui } from "@lingui/react/macro";
import type { LiabilityAge } from "../contract.ts";

/** How long something has been owed, in words. */
export function useAgeWords(): Readonly<Record<"released" | LiabilityAge, string>> {
  const { t } = useLingui();
  return {
    released: t`Released, not yet paid`,
    held: t`Held, not yet released`,
    "released-0-30": t`Released up to 30 days ago`,
    "released-31-60": t`Released 31 to 60 days ago`,
    "released-61-90": t`Released 61 to 90 days ago`,
    "released-over-90": t`Released over 90 days ago`,
  };
}
