import { Trans, useLingui } from "@lingui/react/macro";
import { IconHeartHandshake } from "@tabler/icons-react";
import { EmptyState } from "#ui/feedback/EmptyState.tsx";
import { RecordLink, useRecordHref } from "#ui/link/RecordLink.tsx";
import { Page } from "#ui/page/Page.tsx";
import { PageHeader } from "#ui/page/PageHeader.tsx";
import type { Column } from "#ui/table/column.ts";
import { DataTable } from "#ui/table/DataTable.tsx";
import { DayText } from "#ui/text/dates.tsx";
import { Money } from "#ui/text/Money.tsx";
import { listPartneredWins, type PartneredWin } from "../contract.ts";

/** The wins behind sourced and influenced: who brought each, and who else helped. */
export function PartneredWinsPage() {
  const { t } = useLingui();
  const href = useRecordHref();
  return (
    <Page>
      <PageHeader
        title={t`Wins with partners`}
        crumbs={[{ label: t`Home`, to: "/" }]}
        lead={
          <Trans>
            Sourced: a partner registered or owns the sale. Influenced: a partner that is neither has a
            confirmed touchpoint in the 90 days before the win.
          </Trans>
        }
      />
      <DataTable<PartneredWin>
        id="partnered-wins"
        label={t`Wins with partners`}
        endpoint={listPartneredWins}
        columns={useColumns()}
        filters={[
          {
            kind: "select",
            name: "part",
            label: t`Part of partners`,
            options: [
              { value: "sourced", label: t`Sourced` },
              { value: "influenced", label: t`Influenced` },
              { value: "both", label: t`Sourced and influenced` },
            ],
          },
          { kind: "day", name: "closedFrom", label: t`Closed from` },
          { kind: "day", name: "closedUntil", label: t`Closed until` },
        ]}
        rowKey={(row) => row.opportunity.id}
        rowHref={(row) => href("opportunity", row.opportunity.id)}
        csv
        empty={
          <EmptyState icon={IconHeartHandshake} title={t`Here wins will stand`}>
            <Trans>With the partner who brought each of them, and those who helped.</Trans>
          </EmptyState>
        }
      />
    </Page>
  );
}

function useColumns(): readonly Column<PartneredWin>[] {
  const { t } = useLingui();
  return [
    { id: "opportunity", header: t`Opportunity`, card: "title", cell: ({ opportunity }) => opportunity.name },
    { id: "closedOn", header: t`Closed`, width: 130, cell: ({ closedOn }) => <DayText value={closedOn} /> },
    {
      id: "source",
      header: t`Sourced by`,
      width: 190,
      cell: ({ source }) =>
        source && (
          <RecordLink noun="partner" id={source.id} plain>
            {source.name}
          </RecordLink>
        ),
    },
    {
      id: "helpers",
      header: t`Influenced by`,
      cell: ({ helpers }) => helpers.map(({ name }) => name).join(", "),
    },
    {
      id: "won",
      header: t`Won`,
      width: 140,
      align: "end",
      card: "amount",
      cell: ({ won }) => <Money value={won} />,
    },
  ];
}
