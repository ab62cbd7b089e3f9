import { useLingui } from "@lingui/react/macro";
import type { Crumb } from "#ui/page/PageHeader.tsx";
import { useReader } from "#ui/reader/reader.tsx";

/** The tiers lie below the plans that read them, for whom plans are to be read at all. */
export function usePlansCrumb(): Crumb[] {
  const { t } = useLingui();
  const { can } = useReader();
  return can("plan.read") ? [{ label: t`Plans`, to: "/plans" }] : [];
}
