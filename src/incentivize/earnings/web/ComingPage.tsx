import { Plural, Trans, useLingui } from "@lingui/react/macro";
import { IconHourglass } from "@tabler/icons-react";
import type { ResponseOf } from "#platform/http/endpoint.ts";
import { useEndpoint } from "#ui/api/query.ts";
import { EmptyState } from "#ui/feedback/EmptyState.tsx";
import { Loaded } from "#ui/feedback/Loaded.tsx";
import { ListSkeleton } from "#ui/feedback/Skeletons.tsx";
import { useRecordHref } from "#ui/link/RecordLink.tsx";
import { Page } from "#ui/page/Page.tsx";
import { PageHeader } from "#ui/page/PageHeader.tsx";
import { Section } from "#ui/page/Section.tsx";
import { useReader } from "#ui/reader/reader.tsx";
import type { Column } from "#ui/table/column.ts";
import { RowsTable } from "#ui/table/RowsTable.tsx";
import { DayText } from "#ui/text/dates.tsx";
import { Money } from "#ui/text/Money.tsx";
import { earningsSummary } from "../contract.ts";
import { useDealWords } from "./dealWords.ts";

type Line = ResponseOf<typeof earningsSummary>["comingNext"][number];

/** What a partner's wins that no run has booked yet would earn it: each line, and what they come to. */
export function ComingPage() {
  const { t } = useLingui();
  const { vendorName } = useReader();
  const summary = useEndpoint(earningsSummary, {});
  return (
    <Page>
      <PageHeader
        title={t`Coming`}
        crumbs={[{ label: t`Earnings`, to: "/earnings" }]}
        lead={
          <Trans>
            What your newest wins earn as the plan computes it today. Each becomes an earning with a receipt
            when {vendorName} runs its month.
          </Trans>
        }
      />
      <Loaded query={summary} skeleton={<ListSkeleton rows={5} />}>
        {({ coming, comingLines, comingNext }) => (
          <Section
            title={t`Wins that are not booked yet`}
            note={
              comingLines > comingNext.length ? (
                <Trans>
                  The last {comingNext.length} of {comingLines} lines; all come to <Money value={coming} />.
                </Trans>
              ) : (
                <Plural value={comingLines} _0="No lines" one="# line" other="# lines" />
              )
            }
            flush
          >
            {comingNext.length === 0 ? (
              <EmptyState icon={IconHourglass} title={t`Every win is booked`}>
                <Trans>A deal that is won stands here until its month is run.</Trans>
              </EmptyState>
            ) : (
              <Lines lines={comingNext} sum={comingLines > comingNext.length ? null : coming} />
            )}
          </Section>
        )}
      </Loaded>
    </Page>
  );
}

function Lines({ lines, sum }: { lines: readonly Line[]; sum: Line["amount"] | null }) {
  const { t } = useLingui();
  const href = useRecordHref();
  const deal = useDealWords();
  const columns: readonly Column<Line>[] = [
    {
      id: "opportunity",
      header: deal.one,
      card: "title",
      cell: ({ opportunity }) => opportunity.name || deal.elsewhere,
    },
    { id: "kind", header: t`Line`, width: 190, cell: ({ label }) => label },
    {
      id: "closedOn",
      header: t`Closed on`,
      width: 140,
      cell: ({ closedOn }) => <DayText value={closedOn} />,
    },
    {
      id: "amount",
      header: t`Amount`,
      align: "end",
      width: 140,
      card: "amount",
      cell: ({ amount }) => <Money value={amount} />,
    },
  ];
  return (
    <RowsTable
      label={t`Wins that are not booked yet`}
      rows={lines}
      columns={columns}
      rowKey={({ opportunity, label }) => `${opportunity.id} ${label}`}
      rowHref={({ opportunity }) => (opportunity.name ? href("opportunity", opportunity.id) : undefined)}
      {...(sum && { totals: { opportunity: t`Sum`, amount: <Money value={sum} /> } })}
    />
  );
}
