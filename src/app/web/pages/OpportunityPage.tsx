import { Trans, useLingui } from "@lingui/react/macro";
import { WhoHelped } from "#attribution/credit/web/index.tsx";
import { EarningsTable } from "#incentivize/earnings/web/index.tsx";
import { WouldEarn } from "#incentivize/plans/web/index.tsx";
import { getOpportunity } from "#sell/opportunities/contract.ts";
import { OpportunityRecord } from "#sell/opportunities/web/index.tsx";
import { OpportunitySplits } from "#sell/splits/web/index.tsx";
import { TouchpointsSection } from "#sell/touchpoints/web/index.tsx";
import { useEndpoint } from "#ui/api/query.ts";
import { Section } from "#ui/page/Section.tsx";
import { useReader } from "#ui/reader/reader.tsx";
import { Sentences } from "#ui/text/Sentences.tsx";

/** A sale beside the money that it earned, each line with its receipt; before it is won, what it would earn its owner. */
export function OpportunityPage({ opportunityId }: { opportunityId: string }) {
  const { t } = useLingui();
  const { can, partner, side } = useReader();
  const { data: record } = useEndpoint(getOpportunity, { params: { opportunityId } });
  const wouldEarn =
    can("earning.read") &&
    can("plan.read") &&
    record?.stage.meaning === "open" &&
    record.payBasis !== null &&
    record.owner?.id === partner?.id;
  return (
    <OpportunityRecord opportunityId={opportunityId}>
      {can("pay-split.read") && record && (
        <OpportunitySplits
          opportunity={record}
          claimants={[record.owner, record.payCredit?.holder].flatMap((one) => one ?? [])}
        />
      )}
      {wouldEarn && <WouldEarn lines={record.lines} />}
      {can("earning.read") && !wouldEarn && (
        <Section title={t`What it earned`} flush>
          <EarningsTable
            id="opportunity-earnings"
            fixed={{ opportunityId }}
            embedded
            empty={
              <Sentences inset>
                <Trans>Nothing is booked for it yet. A win is booked when its month is run.</Trans>
              </Sentences>
            }
          />
        </Section>
      )}
      {can("credit.read") && <WhoHelped opportunityId={opportunityId} />}
      {side === "partner" && record && can("touchpoint.read") && (
        <TouchpointsSection target={{ opportunityId }} isOwn={record.owner?.id === partner?.id} />
      )}
    </OpportunityRecord>
  );
}
