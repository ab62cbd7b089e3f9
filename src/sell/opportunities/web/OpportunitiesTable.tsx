import { useLingui } from "@lingui/react/macro";
import type { ReactNode } from "react";
import { useHasAgents, usePartnerFilter } from "#ecosystem/partners/web/index.tsx";
import { useProductFilter } from "#ecosystem/products/web/index.tsx";
import { useEndpoint } from "#ui/api/query.ts";
import { RecordLink, useRecordHref } from "#ui/link/RecordLink.tsx";
import { useUrlValues } from "#ui/link/useUrlValues.ts";
import { useReader } from "#ui/reader/reader.tsx";
import type { Column } from "#ui/table/column.ts";
import { DataTable } from "#ui/table/DataTable.tsx";
import type { Filter } from "#ui/table/filters.ts";
import { DateTime, DayText } from "#ui/text/dates.tsx";
import { Money } from "#ui/text/Money.tsx";
import { listOpportunities, listStages, type OpportunityItem } from "../contract.ts";
import { StageStatus } from "./StageStatus.tsx";

interface OpportunitiesTableProps {
  /** What the list is narrowed to for good: a partner, an account. */
  fixed?: Readonly<Record<string, string>>;
  id?: string;
  embedded?: boolean;
  empty: ReactNode;
}

/** Sales in progress and done. */
export function OpportunitiesTable({
  fixed = {},
  id = "opportunities",
  embedded = false,
  empty,
}: OpportunitiesTableProps) {
  const { t } = useLingui();
  const { side } = useReader();
  const href = useRecordHref();
  return (
    <DataTable
      id={id}
      label={side === "partner" ? t`Deals` : t`Opportunities`}
      endpoint={listOpportunities}
      fixed={fixed}
      columns={useColumns(fixed)}
      filters={useFilters(fixed)}
      rowKey={(row) => row.id}
      rowHref={(row) => href("opportunity", row.id)}
      csv
      embedded={embedded}
      empty={empty}
    />
  );
}

function useFilters(fixed: Readonly<Record<string, string>>): Filter[] {
  const { t } = useLingui();
  const { side, can } = useReader();
  const hasAgents = useHasAgents();
  const stages = useEndpoint(listStages, {});
  const partner = usePartnerFilter("ownerPartnerId");
  const product = useProductFilter();
  const looksAcross = (side === "vendor" ? can("partner.read") : hasAgents) && !fixed.ownerPartnerId;
  return [
    { kind: "search", name: "search", label: t`Name, number or customer` },
    {
      kind: "select",
      name: "meaning",
      label: t`Outcome`,
      options: [
        { value: "open", label: t`Open` },
        { value: "won", label: t`Won` },
        { value: "lost", label: t`Lost` },
      ],
    },
    {
      kind: "select",
      name: "stage",
      label: t`Stage`,
      options: stages.data?.items.map(({ key, label }) => ({ value: key, label })) ?? [],
    },
    ...(looksAcross ? [partner] : []),
    ...(can("product.read") ? [product] : []),
    { kind: "days", name: "expectedFrom", toName: "expectedUntil", label: t`Expected close` },
    { kind: "days", name: "closedFrom", toName: "closedUntil", label: t`Closed` },
  ];
}

/** The columns, without the ones that say the same in every row; of sales that are still open, the day ahead. */
function useColumns(fixed: Readonly<Record<string, string>>): Column<OpportunityItem>[] {
  const { t } = useLingui();
  const { can, side } = useReader();
  const [values] = useUrlValues();
  const ahead = values.meaning === "open" || [values.expectedFrom, values.expectedUntil].some(Boolean);
  const hasAgents = useHasAgents();
  const columns: Column<OpportunityItem>[] = [
    {
      id: "name",
      header: side === "partner" ? t`Deal` : t`Opportunity`,
      card: "title",
      cell: (row) => row.name,
    },
    {
      id: "account",
      header: t`Customer`,
      width: 180,
      cell: (row) =>
        row.account && (
          <RecordLink noun="account" id={row.account.id} plain>
            {row.account.name}
          </RecordLink>
        ),
    },
    {
      id: "owner",
      header: side === "partner" ? t`Agent` : t`Partner`,
      width: 170,
      cell: (row) =>
        row.owner ? (
          <RecordLink noun="partner" id={row.owner.id} plain>
            {row.owner.name}
          </RecordLink>
        ) : (
          row.seller?.name
        ),
    },
    {
      id: "products",
      header: t`Products`,
      width: 160,
      optional: true,
      cell: (row) => row.products.join(", "),
    },
    { id: "externalId", header: t`Number`, width: 120, optional: true, cell: (row) => row.externalId },
    { id: "stage", header: t`Stage`, width: 130, cell: (row) => <StageStatus stage={row.stage} /> },
    {
      id: "expectedCloseOn",
      header: t`Expected close`,
      width: 140,
      sort: "expectedCloseOn",
      optional: !ahead,
      cell: (row) => row.expectedCloseOn && <DayText value={row.expectedCloseOn} />,
    },
    {
      id: "closedOn",
      header: t`Closed on`,
      width: 120,
      sort: "closedOn",
      optional: ahead,
      cell: (row) => row.closedOn && <DayText value={row.closedOn} />,
    },
    {
      id: "updatedAt",
      header: t`Last change`,
      width: 140,
      sort: "updatedAt",
      optional: true,
      card: "hidden",
      cell: (row) => <DateTime value={row.updatedAt} brief />,
    },
    {
      id: "value",
      header: t`Value`,
      align: "end",
      width: 140,
      sort: "value",
      card: "amount",
      cell: (row) => <Money value={row.value} />,
    },
  ];
  const said = new Set([
    ...(fixed.ownerPartnerId || !can("opportunity.read") || (side === "partner" && !hasAgents)
      ? ["owner"]
      : []),
    ...(fixed.accountId ? ["account"] : []),
  ]);
  return columns.filter(({ id }) => !said.has(id));
}
