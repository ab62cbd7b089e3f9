import { useLingui } from "@lingui/react/macro";
import type { ReactNode } from "react";
import { RecordLink, useRecordHref } from "#ui/link/RecordLink.tsx";
import { useReader } from "#ui/reader/reader.tsx";
import type { Column } from "#ui/table/column.ts";
import { DataTable } from "#ui/table/DataTable.tsx";
import type { Filter } from "#ui/table/filters.ts";
import { DateTime, EndTime } from "#ui/text/dates.tsx";
import { useHasAgents, usePartnerFilter } from "../../partners/web/index.tsx";
import { type BenefitRequest, listBenefitRequests, states } from "../contract.ts";
import { BenefitState } from "./BenefitState.tsx";
import { BenefitValue, useBenefitWords } from "./benefitWords.tsx";
import { useBenefitName } from "./lineInWords.ts";

interface RequestsTableProps {
  /** Under this name columns and views are kept. */
  id: string;
  /** Filters that always hold and are not shown. */
  fixed?: Readonly<Record<string, string>>;
  /** Within a partner's page: no filters, and it is not named again. */
  embedded?: boolean;
  empty: ReactNode;
}

/** Requests of benefits, the latest first unless told; each leads to its page. */
export function RequestsTable({ id, fixed, embedded = false, empty }: RequestsTableProps) {
  const { t } = useLingui();
  const { side } = useReader();
  const hasAgents = useHasAgents();
  const href = useRecordHref();
  const showsPartner = !embedded && (side === "vendor" || hasAgents);
  const waits = fixed?.state === "requested";
  const hidden = new Set([...(showsPartner ? [] : ["partner"]), ...(waits ? ["state", "validUntil"] : [])]);
  const filters = useFilters(showsPartner, waits);
  return (
    <DataTable<BenefitRequest>
      id={id}
      label={t`Requests of benefits`}
      endpoint={listBenefitRequests}
      {...(fixed && { fixed })}
      columns={useColumns().filter((column) => !hidden.has(column.id))}
      filters={embedded ? [] : filters}
      rowKey={(row) => row.id}
      rowHref={(row) => href("benefit", row.id)}
      csv={!embedded}
      embedded={embedded}
      empty={empty}
    />
  );
}

function BenefitName({ of }: { of: BenefitRequest }) {
  return <bdi>{useBenefitName(of)}</bdi>;
}

function useColumns(): readonly Column<BenefitRequest>[] {
  const { t } = useLingui();
  return [
    {
      id: "benefit",
      header: t`Benefit`,
      card: "title",
      width: 200,
      wraps: true,
      cell: (row) => <BenefitName of={row} />,
    },
    {
      id: "partner",
      header: t`Partner`,
      width: 190,
      cell: ({ partner }) => (
        <RecordLink noun="partner" id={partner.id} plain>
          {partner.name}
        </RecordLink>
      ),
    },
    { id: "quantity", header: t`How much`, width: 130, cell: howMuch },
    { id: "purpose", header: t`What for`, wraps: true, cell: ({ purpose }) => purpose },
    {
      id: "requestedAt",
      header: t`Asked`,
      width: 170,
      sort: "requestedAt",
      cell: ({ requestedAt }) => <DateTime value={requestedAt} brief />,
    },
    {
      id: "validUntil",
      header: t`Usable until`,
      width: 170,
      cell: ({ state, validUntil }) => (state === "granted" ? <EndTime value={validUntil} /> : null),
    },
    { id: "state", header: t`State`, width: 150, cell: ({ state }) => <BenefitState state={state} /> },
  ];
}

function howMuch(row: BenefitRequest): ReactNode {
  if (row.unit !== "count" && row.unit !== "money") return null;
  return <BenefitValue of={row} value={row.granted ?? row.quantity} />;
}

function useFilters(showsPartner: boolean, waits: boolean): Filter[] {
  const { t } = useLingui();
  const words = useBenefitWords();
  const partner = usePartnerFilter();
  return [
    { kind: "search", name: "search", label: t`Benefit or what for` },
    ...(waits
      ? []
      : [
          {
            kind: "select" as const,
            name: "state",
            label: t`State`,
            options: states.map((state) => ({ value: state, label: words.states[state] })),
          },
        ]),
    ...(showsPartner ? [partner] : []),
  ];
}
