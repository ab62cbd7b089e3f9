import { useLingui } from "@lingui/react/macro";
import { useState } from "react";
import { usePartnerFilter } from "#ecosystem/partners/web/index.tsx";
import { useRecordHref } from "#ui/link/RecordLink.tsx";
import type { Column } from "#ui/table/column.ts";
import { DataTable } from "#ui/table/DataTable.tsx";
import type { Filter } from "#ui/table/filters.ts";
import { DayText } from "#ui/text/dates.tsx";
import { Money } from "#ui/text/Money.tsx";
import { usePlanWords } from "../../plans/web/index.tsx";
import { type RunLine, type RunRecord, runLines } from "../contract.ts";
import { RunLinePanel } from "./RunLinePanel.tsx";
import { NoLines } from "./RunPartners.tsx";

/** Each line of a run; pressing an amount shows why it is what it is, before it is posted, too. */
export function RunLines({ run }: { run: RunRecord }) {
  const { t } = useLingui();
  const href = useRecordHref();
  const words = usePlanWords();
  const partner = usePartnerFilter();
  const [shown, setShown] = useState<RunLine | null>(null);
  const labels = new Map(run.components.map(({ component, label }) => [component, label]));
  const columns: readonly Column<RunLine>[] = [
    {
      id: "opportunity",
      header: t`Opportunity`,
      card: "title",
      cell: (row) => row.opportunity.name || row.opportunity.externalId,
    },
    { id: "partner", header: t`Partner`, width: 150, cell: (row) => row.partner.name },
    {
      id: "kind",
      header: t`Line`,
      width: run.adjusts ? 210 : 130,
      cell: (row) => words.entry(row.entry, labels.get(row.kind) ?? row.kind),
    },
    { id: "closedOn", header: t`Closed on`, width: 115, cell: (row) => <DayText value={row.closedOn} /> },
    {
      id: "holdUntil",
      header: t`Held until`,
      width: 115,
      optional: true,
      cell: (row) => <DayText value={row.holdUntil} />,
    },
    {
      id: "amount",
      header: t`Amount`,
      align: "end",
      width: 130,
      card: "amount",
      cell: (row) => (
        <Money
          value={row.amount}
          href={run.state === "posted" ? href("earning", row.id) : undefined}
          onPeek={() => setShown(row)}
        />
      ),
    },
  ];
  const filters: readonly Filter[] = [
    partner,
    {
      kind: "select",
      name: "kind",
      label: t`Component`,
      options: run.components.map(({ component, label }) => ({ value: component, label })),
    },
  ];
  return (
    <>
      <DataTable
        id="run-lines"
        label={t`Lines`}
        endpoint={runLines}
        params={{ runId: run.id }}
        columns={columns}
        filters={filters}
        rowKey={(row) => row.id}
        rowHref={(row) => (run.state === "posted" ? href("earning", row.id) : undefined)}
        csv
        embedded
        empty={<NoLines />}
      />
      {shown && <RunLinePanel run={run} line={shown} onClose={() => setShown(null)} />}
    </>
  );
}
