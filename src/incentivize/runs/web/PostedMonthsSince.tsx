import { Plural, Trans } from "@lingui/react/macro";
import { useEndpoint } from "#ui/api/query.ts";
import { openMonths } from "../contract.ts";

interface PostedMonthsSinceProps {
  planId: string;
  /** A day; its month counts. */
  from: string;
}

/** How many posted months a version of a plan that begins on a day would reach back into. */
export function PostedMonthsSince({ planId, from }: PostedMonthsSinceProps) {
  const months = useEndpoint(openMonths, { params: { planId } });
  if (months.data === undefined) return "…";
  const since = from.slice(0, 7);
  const posted = months.data.items.filter(
    ({ period, run }) => run?.state === "posted" && period >= since,
  ).length;
  if (posted === 0) return <Trans>none</Trans>;
  return <Plural value={posted} one="#, to be adjusted" other="#, to be adjusted" />;
}
