import { Trans, useLingui } from "@lingui/react/macro";
import { EarningsTable } from "#incentivize/earnings/web/index.tsx";
import { OpportunityRecord } from "#sell/opportunities/web/index.tsx";
import { Section } from "#ui/page/Section.tsx";
import { useReader } from "#ui/reader/reader.tsx";

/** A sale beside the money that it earned, each line with its receipt. */
export function OpportunityPage({ opportunityId }: { opportunityId: string }) {
  const { t } = useLingui();
  const { can } = useReader();
  return (
    <OpportunityRecord opportunityId={opportunityId}>
      {can("earning.read") && (
        <Section title={t`What it earned`} flush>
          <EarningsTable
            id="opportunity-earnings"
            fixed={{ opportunityId }}
            embedded
            empty={<Trans>Nothing is booked for it yet. A win is booked when its month is run.</Trans>}
          />
        </Section>
      )}
    </OpportunityRecord>
  );
}
