import { useLingui } from "@lingui/react/macro";
import { Page } from "#ui/page/Page.tsx";
import { PageHeader } from "#ui/page/PageHeader.tsx";
import { EarningsTable } from "./EarningsTable.tsx";
import { EarningsTotals } from "./EarningsTotals.tsx";
import { useEarningFilters } from "./useEarningFilters.ts";

/** All lines of money that partners earned. */
export function EarningsPage() {
  const { t } = useLingui();
  const filters = useEarningFilters();
  return (
    <Page>
      <PageHeader title={t`Earnings`} lead={t`Every line that a run booked, each with its receipt.`} />
      <EarningsTotals filters={filters} path="/earnings" />
      <EarningsTable filters={filters} />
    </Page>
  );
}
