import { Trans, useLingui } from "@lingui/react/macro";
import { readHome } from "#insight/work/contract.ts";
import { DealsToClose, FirstSteps, WaitingPanel } from "#insight/work/web/index.tsx";
import { useEndpoint } from "#ui/api/query.ts";
import { Loaded } from "#ui/feedback/Loaded.tsx";
import { BoardSkeleton } from "#ui/feedback/Skeletons.tsx";
import { Page } from "#ui/page/Page.tsx";
import { PageHeader } from "#ui/page/PageHeader.tsx";
import { useReader } from "#ui/reader/reader.tsx";
import { useGreeting } from "./greeting.ts";
import { SalesBoard } from "./SalesBoard.tsx";

/** The vendor's first screen: what waits for this person, then how it goes. */
export function VendorHome() {
  const { t } = useLingui();
  const { can, has } = useReader();
  const greeting = useGreeting();
  const home = useEndpoint(readHome, {});
  const waits = home.data?.waits.length ?? 0;
  const isNew = home.data?.steps?.opportunities === false;
  return (
    <Page>
      <PageHeader title={greeting} lead={home.data && lead()} />
      <Loaded query={home} skeleton={<BoardSkeleton />}>
        {({ waits: mine, deals, steps, today }) => (
          <>
            {steps && <FirstSteps done={steps} />}
            {mine.length > 0 && <WaitingPanel waits={mine} today={today} />}
            {!isNew && has("insight") && <SalesBoard open={deals} />}
            {deals && !isNew && (
              <DealsToClose
                deals={deals}
                today={today}
                company={can("partner.read") ? t`Partner` : undefined}
                empty={
                  <Trans>Open deals come in with an import, or are entered on a partner's behalf.</Trans>
                }
              />
            )}
          </>
        )}
      </Loaded>
    </Page>
  );

  function lead(): string {
    if (isNew) return t`The programme is empty. What to do first stands below.`;
    if (waits === 0) return t`Nothing waits for you. What your role can move on will stand here.`;
    return waits === 1 ? t`One thing waits for you.` : t`${waits} things wait for you.`;
  }
}
