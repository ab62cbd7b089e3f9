import { useLingui } from "@lingui/react/macro";
import { useEndpoint } from "#ui/api/query.ts";
import { searchOf } from "#ui/api/url.ts";
import { Loaded } from "#ui/feedback/Loaded.tsx";
import { BoardSkeleton } from "#ui/feedback/Skeletons.tsx";
import { Page } from "#ui/page/Page.tsx";
import { PageHeader } from "#ui/page/PageHeader.tsx";
import { earningsSummary } from "../contract.ts";
import { EarnedByMonth } from "./EarnedByMonth.tsx";
import { EarningsTable } from "./EarningsTable.tsx";
import { MoneySummary } from "./MoneySummary.tsx";
import { useEarningFilters } from "./useEarningFilters.ts";

const hrefOf = (query: Readonly<Record<string, string>>) => `/earnings?${searchOf(query)}`;

/** A partner's own earnings: how they stand, how they came month by month, and each line. */
export function OwnEarningsPage() {
  const { t } = useLingui();
  const filters = useEarningFilters();
  const summary = useEndpoint(earningsSummary, {});
  return (
    <Page>
      <PageHeader title={t`Earnings`} lead={t`What you earned, and why each amount is what it is.`} />
      <Loaded query={summary} skeleton={<BoardSkeleton />}>
        {(data) => (
          <>
            <MoneySummary summary={data} hrefOf={hrefOf} />
            <EarnedByMonth months={data.months} />
          </>
        )}
      </Loaded>
      <EarningsTable filters={filters} />
    </Page>
  );
}
