import { useLingui } from "@lingui/react/macro";
import type { ReactNode } from "react";
import { useHasAgents, usePartnerFilter } from "#ecosystem/partners/web/index.tsx";
import { RecordLink, useRecordHref } from "#ui/link/RecordLink.tsx";
import { useReader } from "#ui/reader/reader.tsx";
import type { BulkAct } from "#ui/table/BulkBar.tsx";
import type { Column } from "#ui/table/column.ts";
import { DataTable } from "#ui/table/DataTable.tsx";
import type { Filter } from "#ui/table/filters.ts";
import { DayText } from "#ui/text/dates.tsx";
import { kinds, listTouchpoints, states, type Touchpoint } from "../contract.ts";
import { TouchpointState } from "./TouchpointState.tsx";
import { useTouchpointWords } from "./touchpointWords.ts";

interface TouchpointsTableProps {
  /** Under this name columns and views are kept. */
  id: string;
  /** Filters that always hold and are not shown. */
  fixed?: Readonly<Record<string, string>>;
  bulk?: readonly BulkAct<Touchpoint>[];
  /** Within the page of what they are about: no filters, and it is not named again. */
  embedded?: boolean;
  empty: ReactNode;
}

/** Touchpoints, the latest first unless told; each leads to its page. */
export function TouchpointsTable({ id, fixed, bulk, embedded = false, empty }: TouchpointsTableProps) {
  const { t } = useLingui();
  const { side } = useReader();
  const hasAgents = useHasAgents();
  const href = useRecordHref();
  const showsPartner = side === "vendor" || hasAgents;
  const waits = fixed?.view === "to-confirm";
  const columns = useColumns();
  const hidden = new Set([
    ...(showsPartner ? [] : ["partner"]),
    ...(embedded ? ["about"] : []),
    ...(waits ? ["state"] : []),
  ]);
  const filters = useFilters(showsPartner, waits);
  return (
    <DataTable<Touchpoint>
      id={id}
      label={t`Touchpoints`}
      endpoint={listTouchpoints}
      {...(fixed && { fixed })}
      {...(bulk && { bulk })}
      columns={columns.filter((column) => !hidden.has(column.id))}
      filters={embedded ? [] : filters}
      rowKey={(row) => row.id}
      rowHref={(row) => href("touchpoint", row.id)}
      csv={!embedded}
      embedded={embedded}
      empty={empty}
    />
  );
}

function useColumns(): readonly Column<Touchpoint>[] {
  const { t } = useLingui();
  const words = useTouchpointWords();
  return [
    {
      id: "occurredOn",
      header: t`Day`,
      width: 130,
      sort: "occurredOn",
      cell: ({ occurredOn }) => <DayText value={occurredOn} />,
    },
    { id: "kind", header: t`What`, width: 140, card: "title", cell: ({ kind }) => words.kinds[kind] },
    {
      id: "about",
      header: t`For`,
      cell: ({ about }) => (
        <RecordLink noun={about.kind} id={about.id} plain>
          {about.name}
        </RecordLink>
      ),
    },
    { id: "withWhom", header: t`With whom`, cell: ({ withWhom }) => withWhom ?? t`Recorded by itself` },
    {
      id: "partner",
      header: t`Partner`,
      width: 170,
      cell: ({ partner }) => (
        <RecordLink noun="partner" id={partner.id} plain>
          {partner.name}
        </RecordLink>
      ),
    },
    { id: "evidence", header: t`Evidence`, width: 130, cell: (row) => <EvidenceCell touchpoint={row} /> },
    {
      id: "state",
      header: t`State`,
      width: 140,
      cell: ({ state }) => <TouchpointState state={state} />,
    },
  ];
}

/** How many pieces of evidence there are: files and the link. */
function EvidenceCell({ touchpoint: { files, link, kind } }: { touchpoint: Touchpoint }) {
  const { t } = useLingui();
  if (kind === "registration") return t`Its receipt`;
  const pieces = files.length + (link === null ? 0 : 1);
  if (pieces === 0) return t`None`;
  return pieces === 1 ? t`1 piece` : t`${pieces} pieces`;
}

function useFilters(showsPartner: boolean, waits: boolean): Filter[] {
  const { t } = useLingui();
  const words = useTouchpointWords();
  const partner = usePartnerFilter();
  return [
    { kind: "search", name: "search", label: t`For, with whom or what for` },
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
    {
      kind: "select",
      name: "kind",
      label: t`What`,
      options: kinds
        .filter((kind) => !(waits && kind === "registration"))
        .map((kind) => ({ value: kind, label: words.kinds[kind] })),
    },
    ...(showsPartner ? [partner] : []),
    {
      kind: "select",
      name: "on",
      label: t`On`,
      options: [
        { value: "deal", label: t`Registrations` },
        { value: "opportunity", label: t`Deals` },
        { value: "account", label: t`Customers` },
      ],
    },
    { kind: "day", name: "occurredFrom", label: t`From` },
    { kind: "day", name: "occurredUntil", label: t`Until` },
  ];
}
