import { Trans, useLingui } from "@lingui/react/macro";
import { PartnerBenefits } from "#ecosystem/benefits/web/index.tsx";
import { PartnerFacts } from "#ecosystem/facts/web/index.tsx";
import type { Partner } from "#ecosystem/partners/contract.ts";
import { PartnerPlace, PartnerRecord, PartnerTypes } from "#ecosystem/partners/web/index.tsx";
import { PartnerLocations } from "#ecosystem/places/web/index.tsx";
import { PartnerSpecializations } from "#ecosystem/specializations/web/index.tsx";
import { EventTimeline } from "#ecosystem/stream/web/index.tsx";
import { TierPanel } from "#ecosystem/tiers/web/index.tsx";
import { earningsSummary } from "#incentivize/earnings/contract.ts";
import { EarnedByMonth, MoneySummary, PartnerEarnings } from "#incentivize/earnings/web/index.tsx";
import { OpportunitiesTable } from "#sell/opportunities/web/index.tsx";
import { useEndpoint } from "#ui/api/query.ts";
import { Loaded } from "#ui/feedback/Loaded.tsx";
import { WithAside } from "#ui/page/Page.tsx";
import { Tabs } from "#ui/page/Tabs.tsx";
import { useReader } from "#ui/reader/reader.tsx";

/** Everything about one partner: tier, hierarchy, deals, money, and what happened. */
export function PartnerPage({ partnerId }: { partnerId: string }) {
  return <PartnerRecord partnerId={partnerId}>{(partner) => <Parts partner={partner} />}</PartnerRecord>;
}

function Parts({ partner }: { partner: Partner }) {
  const { t } = useLingui();
  const { can } = useReader();
  return (
    <Tabs
      label={t`Parts of ${partner.name}`}
      tabs={[
        { value: "overview", label: t`Overview`, content: () => <Overview partner={partner} /> },
        {
          value: "deals",
          label: t`Deals`,
          content: () => (
            <OpportunitiesTable
              id="partner-deals"
              fixed={{ ownerPartnerId: partner.id }}
              embedded
              empty={<Trans>{partner.name} owns no opportunity yet.</Trans>}
            />
          ),
        },
        ...(can("fact.read")
          ? [{ value: "facts", label: t`Facts`, content: () => <PartnerFacts partner={partner} /> }]
          : []),
        ...(can("benefit.read")
          ? [
              {
                value: "benefits",
                label: t`Benefits`,
                content: () => <PartnerBenefits partner={partner} />,
              },
            ]
          : []),
        ...(can("specialization.read")
          ? [
              {
                value: "specializations",
                label: t`Specializations`,
                content: () => <PartnerSpecializations partnerId={partner.id} />,
              },
            ]
          : []),
        ...(can("earning.read")
          ? [
              {
                value: "earnings",
                label: t`Earnings`,
                content: () => <PartnerEarnings partner={partner} />,
              },
            ]
          : []),
      ]}
    />
  );
}

function Overview({ partner }: { partner: Partner }) {
  const { can } = useReader();
  return (
    <WithAside
      aside={
        <>
          {can("tier.read") && <TierPanel partnerId={partner.id} />}
          <EventTimeline of={{ partnerId: partner.id }} />
        </>
      }
    >
      {can("earning.read") && <MoneyOf partner={partner} />}
      <PartnerPlace partner={partner} />
      <PartnerTypes partner={partner} />
      <PartnerLocations partner={partner} />
    </WithAside>
  );
}

function MoneyOf({ partner }: { partner: Partner }) {
  const summary = useEndpoint(earningsSummary, { query: { partnerId: partner.id } });
  const hrefOf = (query: Readonly<Record<string, string>>) =>
    `/earnings?${new URLSearchParams({ ...query, partnerId: partner.id })}`;
  return (
    <Loaded query={summary}>
      {(data) => (
        <>
          <MoneySummary summary={data} hrefOf={hrefOf} />
          <EarnedByMonth months={data.months} />
        </>
      )}
    </Loaded>
  );
}
