import { earningsSummary } from "#incentivize/earnings/contract.ts";
import { EarnedByMonth, MoneySummary } from "#incentivize/earnings/web/index.tsx";
import { useEndpoint } from "#ui/api/query.ts";
import { Loaded } from "#ui/feedback/Loaded.tsx";
import { TextSkeleton } from "#ui/feedback/Skeletons.tsx";

/** What the company earned, what is held, what comes and what is paid. */
export function PortalMoney() {
  const summary = useEndpoint(earningsSummary, {});
  return (
    <Loaded query={summary} skeleton={<TextSkeleton lines={3} />}>
      {(data) => <MoneySummary summary={data} hrefOf={earningsWith} />}
    </Loaded>
  );
}

/** What each month earned. */
export function PortalMonths() {
  const { data } = useEndpoint(earningsSummary, {});
  return data ? <EarnedByMonth months={data.months} /> : null;
}

function earningsWith(query: Readonly<Record<string, string>>): string {
  return `/earnings?${new URLSearchParams(query)}`;
}
