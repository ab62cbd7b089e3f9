import { useLingui } from "@lingui/react/macro";
import type { ReactNode } from "react";
import { useHasAgents, usePartnerFilter } from "#ecosystem/partners/web/index.tsx";
import { useRecordHref } from "#ui/link/RecordLink.tsx";
import { useReader } from "#ui/reader/reader.tsx";
import type { Column } from "#ui/table/column.ts";
import { DataTable } from "#ui/table/DataTable.tsx";
import type { Filter } from "#ui/table/filters.ts";
import { reasonKeys } from "../../engagement/contract.ts";
import { type DealItem, type dealViews, happenings, listDeals, states } from "../contract.ts";
import { useDealColumns } from "./dealColumns.tsx";
import { useDealWords } from "./dealWords.ts";

interface DealsTableProps {
  empty: ReactNode;
  /** Columns of other features, such as what each would earn. */
  more?: readonly Column<DealItem>[] | undefined;
}

/** Registrations, the newest change first; a draft leads to its form. */
export function DealsTable({ empty, more = [] }: DealsTableProps) {
  const { t } = useLingui();
  const { side } = useReader();
  const hasAgents = useHasAgents();
  const href = useRecordHref();
  const showsPartner = side === "vendor" || hasAgents;
  const columns = [...useDealColumns(), ...more];
  return (
    <DataTable<DealItem>
      id="deals"
      label={t`Registrations`}
      endpoint={listDeals}
      columns={columns.filter(({ id }) => id !== "partner" || showsPartner)}
      filters={useFilters(showsPartner)}
      rowKey={(row) => row.id}
      rowHref={(row) => href("deal", row.id)}
      csv
      empty={empty}
    />
  );
}

function useFilters(showsPartner: boolean): Filter[] {
  const { t } = useLingui();
  const { side, vendorName } = useReader();
  const words = useDealWords();
  const partner = usePartnerFilter();
  const isPartner = side === "partner";
  const views: Readonly<Record<(typeof dealViews)[number], string>> = {
    "waits-for-partner": isPartner ? t`Waits for you` : t`Waits for the partner`,
    "waits-for-vendor": isPartner ? t`Waits for ${vendorName}` : t`Waits for us`,
    protected: t`Protected`,
    overdue: t`Overdue`,
    requests: t`Requests of partners`,
  };
  return [
    { kind: "search", name: "search", label: t`Customer, project or number` },
    {
      kind: "select",
      name: "view",
      label: t`View`,
      options: Object.entries(views).map(([value, label]) => ({ value, label })),
    },
    {
      kind: "select",
      name: "state",
      label: t`State`,
      options: states.map((state) => ({ value: state, label: words.states[state] })),
    },
    ...(showsPartner ? [partner] : []),
    { kind: "day", name: "endsBefore", label: t`Protection ends before` },
    {
      kind: "select",
      name: "happened",
      label: t`What happened`,
      options: happenings.map((value) => ({ value, label: words.happenings[value] })),
    },
    { kind: "days", name: "from", toName: "until", label: t`When it happened` },
    {
      kind: "select",
      name: "late",
      label: t`In time`,
      options: [
        { value: "no", label: t`In time` },
        { value: "yes", label: t`Too late` },
      ],
    },
    {
      kind: "select",
      name: "reasonKey",
      label: t`Reason`,
      options: reasonKeys.map((value) => ({ value, label: words.reason(value) })),
    },
  ];
}
