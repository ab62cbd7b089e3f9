import { Trans } from "@lingui/react/macro";
import { useRecordHref } from "#ui/link/RecordLink.tsx";
import { Page } from "#ui/page/Page.tsx";
import { Surface } from "#ui/page/Section.tsx";
import { EarningsTable } from "./EarningsTable.tsx";
import { EarningsTotals } from "./EarningsTotals.tsx";
import { useEarningFilters } from "./useEarningFilters.ts";

/** One partner's lines as the vendor sees them: what they come to, and each of them. */
export function PartnerEarnings({ partner }: { partner: { id: string; name: string } }) {
  const href = useRecordHref();
  const fixed = { partnerId: partner.id };
  const filters = useEarningFilters().filter(({ name }) => name !== "partnerId");
  return (
    <Page>
      <EarningsTotals filters={filters} fixed={fixed} path={`${href("partner", partner.id)}?tab=earnings`} />
      <Surface>
        <EarningsTable
          id="partner-earnings"
          fixed={fixed}
          filters={filters}
          embedded
          empty={<Trans>Nothing is booked for {partner.name} yet.</Trans>}
        />
      </Surface>
    </Page>
  );
}
