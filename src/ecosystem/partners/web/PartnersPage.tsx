import { Trans, useLingui } from "@lingui/react/macro";
import { IconBuildingCommunity, IconPlus } from "@tabler/icons-react";
import { listPrograms } from "#ecosystem/programs/contract.ts";
import { useEndpoint } from "#ui/api/query.ts";
import { EmptyState } from "#ui/feedback/EmptyState.tsx";
import { RecordLink, useRecordHref } from "#ui/link/RecordLink.tsx";
import { Page } from "#ui/page/Page.tsx";
import { PageHeader } from "#ui/page/PageHeader.tsx";
import { useReader } from "#ui/reader/reader.tsx";
import type { Column } from "#ui/table/column.ts";
import { DataTable } from "#ui/table/DataTable.tsx";
import { Money } from "#ui/text/Money.tsx";
import { listPartners, listTerritories, type PartnerSummary, partnerTypes } from "../contract.ts";
import { usePartnerWords } from "./partnerWords.ts";

const mostTerritories = 200;

/** Every company of the ecosystem. */
export function PartnersPage() {
  const { t } = useLingui();
  const { can } = useReader();
  const href = useRecordHref();
  const words = usePartnerWords();
  const territories = useEndpoint(listTerritories, { query: { limit: mostTerritories } });
  const programs = useEndpoint(listPrograms, { query: { limit: 1 } }, { enabled: can("program.read") });
  const ladder = programs.data?.items[0]?.current?.ladder;
  const tiers = ladder ? [...ladder.levels.map(({ level }) => level).reverse(), ladder.base] : [];
  return (
    <Page>
      <PageHeader
        title={t`Partners`}
        action={
          can("partner.manage") ? { label: t`New partner`, icon: IconPlus, to: "/partners/new" } : undefined
        }
      />
      <DataTable
        id="partners"
        label={t`Partners`}
        endpoint={listPartners}
        columns={usePartnerColumns()}
        filters={[
          { kind: "search", name: "search", label: t`Name or number` },
          {
            kind: "select",
            name: "type",
            label: t`Type`,
            options: partnerTypes.map((type) => ({ value: type, label: words.types[type] })),
          },
          ...(can("program.read")
            ? [
                {
                  kind: "select" as const,
                  name: "tier",
                  label: t`Tier`,
                  options: tiers.map((level) => ({ value: level, label: level })),
                },
              ]
            : []),
          {
            kind: "select",
            name: "territory",
            label: t`Territory`,
            options: territories.data?.items.map(({ name }) => ({ value: name, label: name })) ?? [],
          },
        ]}
        rowKey={(row) => row.id}
        rowHref={(row) => href("partner", row.id)}
        csv
        empty={
          <EmptyState
            icon={IconBuildingCommunity}
            title={t`Here your partners will stand`}
            action={can("import.manage") ? { label: t`Import partners`, to: "/imports" } : undefined}
          >
            <Trans>
              Each company once, with its types, its place in the hierarchy, its tier, deals and money.
            </Trans>
          </EmptyState>
        }
      />
    </Page>
  );
}

function usePartnerColumns(): Column<PartnerSummary>[] {
  const { t } = useLingui();
  const { can } = useReader();
  const tier: Column<PartnerSummary> = {
    id: "tier",
    header: t`Tier`,
    width: 110,
    cell: (row) => row.tier?.level,
  };
  const words = usePartnerWords();
  return [
    { id: "name", header: t`Partner`, card: "title", sort: "name", cell: (row) => row.name },
    {
      id: "types",
      header: t`Type`,
      width: 180,
      cell: (row) => words.typesOf(row.types),
    },
    { id: "territory", header: t`Territory`, width: 130, cell: (row) => row.territory },
    {
      id: "parent",
      header: t`Master`,
      width: 180,
      cell: (row) =>
        row.parent && (
          <RecordLink noun="partner" id={row.parent.id} plain>
            {row.parent.name}
          </RecordLink>
        ),
    },
    ...(can("program.read") ? [tier] : []),
    { id: "externalId", header: t`Number`, width: 150, optional: true, cell: (row) => row.externalId },
    {
      id: "won",
      header: t`Won this quarter`,
      align: "end",
      width: 160,
      sort: "wonThisQuarter",
      card: "amount",
      cell: (row) => <Money value={row.wonThisQuarter} />,
    },
  ];
}
