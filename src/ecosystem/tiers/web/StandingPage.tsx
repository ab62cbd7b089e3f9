import { Trans, useLingui } from "@lingui/react/macro";
import { IconStairs } from "@tabler/icons-react";
import { useState } from "react";
import { useEndpoint } from "#ui/api/query.ts";
import { EmptyState } from "#ui/feedback/EmptyState.tsx";
import { Loaded } from "#ui/feedback/Loaded.tsx";
import { Page } from "#ui/page/Page.tsx";
import { PageHeader } from "#ui/page/PageHeader.tsx";
import { Section } from "#ui/page/Section.tsx";
import { useReader } from "#ui/reader/reader.tsx";
import { UntranslatedNote } from "../../texts/web/index.tsx";
import { listStandings, type Standing } from "../contract.ts";
import { ExceptionDialog } from "./GrantDialogs.tsx";
import { HistoryTable } from "./HistoryTable.tsx";
import { StandingSections } from "./StandingSections.tsx";

/** Where the reader's own company stands in its programs, what is missing to more, and how it came so. */
export function StandingPage() {
  const { t } = useLingui();
  const { partner, vendorName } = useReader();
  return (
    <Page>
      <PageHeader
        title={t`Where we stand`}
        lead={
          <Trans>
            The levels of {partner?.name} with {vendorName}, what is missing to the next, and what it would
            give.
          </Trans>
        }
      />
      {partner && <Standings partnerId={partner.id} />}
    </Page>
  );
}

/** The same for one partner, on the vendor's side; its name is told by whoever knows partners. */
export function PartnerStanding({ partnerId, name }: { partnerId: string; name: string }) {
  const { t } = useLingui();
  return (
    <Page>
      <PageHeader
        title={t`Where ${name} stands`}
        crumbs={[
          { label: t`Partners`, to: "/partners" },
          { label: name, to: `/partners/${partnerId}` },
        ]}
        lead={<Trans>The partner reads the same on its own page.</Trans>}
      />
      <Standings partnerId={partnerId} />
    </Page>
  );
}

function Standings({ partnerId }: { partnerId: string }) {
  const { t } = useLingui();
  const { can, side } = useReader();
  const [excepted, setExcepted] = useState<Standing | null>(null);
  const standings = useEndpoint(listStandings, { params: { partnerId }, query: {} });
  const exceptionIn = (standing: Standing) => ({
    label: t`Grant an exception`,
    onClick: () => setExcepted(standing),
  });
  return (
    <>
      <Loaded query={standings}>
        {({ items }) =>
          items.length === 0 ? (
            <Section title={t`Programs`}>
              <EmptyState icon={IconStairs} title={t`No program with tiers yet`}>
                <Trans>
                  Once the company takes part in a program with levels, it stands here which one it has and
                  what is missing to the next.
                </Trans>
              </EmptyState>
            </Section>
          ) : (
            <>
              {[...new Set(items.map(({ program }) => program.id))].map((id) => (
                <UntranslatedNote key={id} of={`program:${id}`} />
              ))}
              {items.map((standing) => (
                <StandingSections
                  key={`${standing.program.id} ${standing.place?.key}`}
                  standing={standing}
                  factsOf={side === "vendor" ? `/partners/${partnerId}?tab=facts&` : "/facts?"}
                  action={can("tier.except") ? exceptionIn(standing) : undefined}
                />
              ))}
            </>
          )
        }
      </Loaded>
      <HistoryTable partnerId={partnerId} />
      {excepted && (
        <ExceptionDialog partnerId={partnerId} standing={excepted} onClose={() => setExcepted(null)} />
      )}
    </>
  );
}
