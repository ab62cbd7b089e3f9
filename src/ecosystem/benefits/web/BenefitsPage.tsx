import { Trans, useLingui } from "@lingui/react/macro";
import { IconGift } from "@tabler/icons-react";
import { EmptyState } from "#ui/feedback/EmptyState.tsx";
import { Page } from "#ui/page/Page.tsx";
import { PageHeader } from "#ui/page/PageHeader.tsx";
import { Tabs } from "#ui/page/Tabs.tsx";
import { useReader } from "#ui/reader/reader.tsx";
import { BenefitsTable } from "./BenefitsTable.tsx";
import { RequestsTable } from "./RequestsTable.tsx";

/** A partner's benefits and what it asked for; for the vendor's people what partners ask for. */
export function BenefitsPage() {
  const { partner } = useReader();
  return partner ? <Own partnerId={partner.id} /> : <Asked />;
}

function Own({ partnerId }: { partnerId: string }) {
  const { t } = useLingui();
  const { vendorName } = useReader();
  return (
    <Page>
      <PageHeader
        title={t`Benefits`}
        lead={t`What the programs of ${vendorName} give your company, why, and what is left of it.`}
      />
      <Tabs
        label={t`Parts of the benefits`}
        tabs={[
          { value: "have", label: t`What we have`, content: () => <BenefitsTable partnerId={partnerId} /> },
          {
            value: "asked",
            label: t`Asked for`,
            content: () => <RequestsTable id="benefit-requests" empty={<NothingAsked />} />,
          },
        ]}
      />
    </Page>
  );
}

function Asked() {
  const { t } = useLingui();
  const { can } = useReader();
  const waiting = {
    value: "waiting",
    label: t`To decide`,
    content: () => (
      <RequestsTable
        id="benefit-requests-waiting"
        fixed={{ state: "requested", sort: "requestedAt" }}
        empty={
          <EmptyState icon={IconGift} title={t`Nothing waits for you`}>
            <Trans>Here stands what partners ask for, the oldest first.</Trans>
          </EmptyState>
        }
      />
    ),
  };
  const all = {
    value: "all",
    label: t`All`,
    content: () => <RequestsTable id="benefit-requests" empty={<NothingAsked />} />,
  };
  return (
    <Page>
      <PageHeader
        title={t`Benefits`}
        lead={t`What partners ask for of what their level gives them. What a partner has without asking stands on its page.`}
      />
      <Tabs label={t`Parts of the benefits`} tabs={can("benefit.decide") ? [waiting, all] : [all]} />
    </Page>
  );
}

function NothingAsked() {
  const { t } = useLingui();
  return (
    <EmptyState icon={IconGift} title={t`Nothing was asked for yet`}>
      <Trans>
        Some benefits are there to be asked for: demo licences, a sandbox, access to the roadmap. Requests and
        what became of them stand here.
      </Trans>
    </EmptyState>
  );
}
