import { Trans, useLingui } from "@lingui/react/macro";
import { IconPlus } from "@tabler/icons-react";
import { Fragment } from "react";
import { usePartnerWords } from "#ecosystem/partners/web/index.tsx";
import { EventTimeline } from "#ecosystem/stream/web/index.tsx";
import { TierPanel } from "#ecosystem/tiers/web/index.tsx";
import { readPortal } from "#insight/portal/contract.ts";
import { BelowPanel, SalesStats } from "#insight/portal/web/index.tsx";
import { DealsToClose, WaitingPanel } from "#insight/work/web/index.tsx";
import { useEndpoint } from "#ui/api/query.ts";
import { Loaded } from "#ui/feedback/Loaded.tsx";
import { Note } from "#ui/feedback/Note.tsx";
import { BoardSkeleton } from "#ui/feedback/Skeletons.tsx";
import { Grid, Page, WithAside } from "#ui/page/Page.tsx";
import { PageHeader } from "#ui/page/PageHeader.tsx";
import { useReader } from "#ui/reader/reader.tsx";
import { useGreeting } from "./greeting.ts";
import { PortalMoney, PortalMonths } from "./PortalMoney.tsx";
import { Standing } from "./Standing.tsx";

/** The first screen of a partner's people: what they earn where they may see it, then their deals and what to do next. */
export function PortalHome() {
  const { t } = useLingui();
  const { can, has, partner, vendorName } = useReader();
  const greeting = useGreeting();
  const portal = useEndpoint(readPortal, {});
  const words = usePartnerWords();
  const seesMoney = can("earning.read");
  return (
    <Page>
      <PageHeader
        title={greeting}
        lead={
          <>
            <Trans>
              {partner?.name} in the partner programme of {vendorName}.
            </Trans>
            {portal.data?.above.map(({ name, kind }) => (
              <Fragment key={kind + name}>
                {" "}
                <Trans>
                  {words.above[kind]}: {name}.
                </Trans>
              </Fragment>
            ))}
          </>
        }
        action={
          can("deal.register") ? { label: t`Register a deal`, icon: IconPlus, to: "/deals/new" } : undefined
        }
      />
      {portal.data !== undefined && portal.data.waits.length > 0 && (
        <WaitingPanel waits={portal.data.waits} today={portal.data.today} />
      )}
      {seesMoney && <PortalMoney />}
      {seesMoney && <Standing />}
      <Loaded query={portal} skeleton={<BoardSkeleton />}>
        {({ all, below, deals, influenced, quarter, today }) => (
          <>
            <Grid min={150}>
              <SalesStats sales={all} quarter={quarter} influenced={influenced} together={below.length > 0} />
            </Grid>
            <DealsToClose
              deals={deals}
              today={today}
              company={below.length > 0 ? t`Agent` : undefined}
              empty={<Trans>Open deals stand here as soon as {vendorName} has them in its programme.</Trans>}
            />
            {below.length > 0 && <BelowPanel below={below} />}
          </>
        )}
      </Loaded>
      {seesMoney && <PortalMonths />}
      {partner && <Happened partnerId={partner.id} showsTier={can("tier.read")} />}
      {!seesMoney && has("incentives") && (
        <Note tone="info">
          <Trans>
            What {partner?.name} earns is seen by people with the role Partner earnings; an administrator of
            your company gives it.
          </Trans>
        </Note>
      )}
    </Page>
  );
}

/** What happened lately; beside it the tier, where the reader may see it. */
function Happened({ partnerId, showsTier }: { partnerId: string; showsTier: boolean }) {
  const timeline = <EventTimeline of={{ partnerId }} shown={8} />;
  if (!showsTier) return timeline;
  return <WithAside aside={<TierPanel partnerId={partnerId} />}>{timeline}</WithAside>;
}
