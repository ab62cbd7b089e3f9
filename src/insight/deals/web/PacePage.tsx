import { Trans, useLingui } from "@lingui/react/macro";
import { useEndpoint } from "#ui/api/query.ts";
import { Loaded } from "#ui/feedback/Loaded.tsx";
import { BoardSkeleton } from "#ui/feedback/Skeletons.tsx";
import { Page } from "#ui/page/Page.tsx";
import { PageHeader } from "#ui/page/PageHeader.tsx";
import { useReader } from "#ui/reader/reader.tsx";
import { readDealOutcomes, readDealPace } from "../contract.ts";
import { OutcomesBoard } from "./OutcomesBoard.tsx";
import { PaceBoard } from "./PaceBoard.tsx";

/** How fast registrations are answered, and what becomes of them. A partner sees the times with its own ones. */
export function PacePage() {
  const { t } = useLingui();
  const { side, can, vendorName } = useReader();
  const pace = useEndpoint(readDealPace, {});
  const isPartner = side === "partner";
  return (
    <Page>
      <PageHeader
        title={isPartner ? t`How fast ${vendorName} answers` : t`Pace and outcomes`}
        crumbs={[{ label: t`Registrations`, to: "/deals" }]}
        lead={
          isPartner ? (
            <Trans>
              With your own registrations, in business hours of {vendorName}'s calendar. The time in which you
              had the ball does not count.
            </Trans>
          ) : (
            <Trans>
              In business hours of our calendar; the time in which the partner had the ball does not count.
            </Trans>
          )
        }
      />
      <Loaded query={pace} skeleton={<BoardSkeleton />}>
        {(found) => <PaceBoard pace={found} isPartner={isPartner} />}
      </Loaded>
      {can("deal-outcome.read") && <Outcomes />}
    </Page>
  );
}

function Outcomes() {
  const outcomes = useEndpoint(readDealOutcomes, {});
  return (
    <Loaded query={outcomes} skeleton={<BoardSkeleton />}>
      {(found) => <OutcomesBoard outcomes={found} />}
    </Loaded>
  );
}
