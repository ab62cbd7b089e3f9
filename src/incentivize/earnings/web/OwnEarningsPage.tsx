import { useLingui } from "@lingui/react/macro";
import { useEndpoint } from "#ui/api/query.ts";
import { searchOf } from "#ui/api/url.ts";
import { Loaded } from "#ui/feedback/Loaded.tsx";
import { BoardSkeleton } from "#ui/feedback/Skeletons.tsx";
import { useUrlValues } from "#ui/link/useUrlValues.ts";
import { Page } from "#ui/page/Page.tsx";
import { PageHeader } from "#ui/page/PageHeader.tsx";
import { listValues } from "#ui/table/filters.ts";
import { earningsSummary } from "../contract.ts";
import { EarnedByMonth } from "./EarnedByMonth.tsx";
import { EarningsTable } from "./EarningsTable.tsx";
import { EarningsTotals } from "./EarningsTotals.tsx";
import { MoneySummary } from "./MoneySummary.tsx";
import { useEarningFilters } from "./useEarningFilters.ts";

const hrefOf = (query: Readonly<Record<string, string>>) => `/earnings?${searchOf(query)}`;

/**
 * A partner's own earnings: how they stand, how they came month by month, and each line. Narrowed down, what is listed
 * and what it comes to stand first, so that who came from a number sees what makes it up.
 */
export function OwnEarningsPage() {
  const { t } = useLingui();
  const filters = useEarningFilters();
  const [urlValues] = useUrlValues();
  const { sort: _, ...narrowed } = listValues(urlValues, filters);
  return (
    <Page>
      <PageHeader title={t`Earnings`} lead={t`What you earned, and why each amount is what it is.`} />
      {Object.keys(narrowed).length > 0 ? (
        <EarningsTotals filters={filters} path="/earnings" />
      ) : (
        <AtAGlance />
      )}
      <EarningsTable filters={filters} />
    </Page>
  );
}

function AtAGlance() {
  const summary = useEndpoint(earningsSummary, {});
  return (
    <Loaded query={summary} skeleton={<BoardSkeleton />}>
      {(data) => (
        <>
          <MoneySummary summary={data} hrefOf={hrefOf} comingTo="/earnings/coming" />
          <EarnedByMonth months={data.months} />
        </>
      )}
    </Loaded>
  );
}
