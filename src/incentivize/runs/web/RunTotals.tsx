import { Trans, useLingui } from "@lingui/react/macro";
import { searchOf } from "#ui/api/url.ts";
import { useRecordHref } from "#ui/link/RecordLink.tsx";
import { Section } from "#ui/page/Section.tsx";
import type { Column } from "#ui/table/column.ts";
import { RowsTable } from "#ui/table/RowsTable.tsx";
import { MonthText } from "#ui/text/dates.tsx";
import { Count } from "#ui/text/Figure.tsx";
import { Money } from "#ui/text/Money.tsx";
import type { RunRecord } from "../contract.ts";
import { linesBefore } from "./monthBefore.ts";

type ComponentTotal = RunRecord["components"][number];

/** What a run comes to, component by component, against the month before. */
export function RunTotals({ run }: { run: RunRecord }) {
  const { t } = useLingui();
  /** An adjustment is no month of its own that another could be held against. */
  const lastMonth = run.adjusts ? null : run.lastMonth;
  const href = useRecordHref();
  const before = linesBefore(run);
  const linesOf = ({ component }: ComponentTotal) =>
    `${href("run", run.id) ?? ""}?${searchOf({ tab: "lines", kind: component })}`;
  const against: readonly Column<ComponentTotal>[] = [
    {
      id: "lastMonth",
      header: t`Month before`,
      align: "end",
      width: 145,
      cell: (row) => <Money value={row.lastMonth} href={before({ kind: row.component })} />,
    },
    {
      id: "difference",
      header: t`Difference`,
      align: "end",
      width: 145,
      cell: (row) => <Money value={row.difference} signed />,
    },
  ];
  const columns: readonly Column<ComponentTotal>[] = [
    { id: "label", header: t`Component`, card: "title", cell: (row) => row.label },
    { id: "lines", header: t`Lines`, align: "end", width: 80, cell: (row) => <Count value={row.lines} /> },
    {
      id: "amount",
      header: t`Amount`,
      align: "end",
      width: 145,
      card: "amount",
      cell: (row) => <Money value={row.amount} href={linesOf(row)} />,
    },
    ...(lastMonth ? against : []),
  ];
  return (
    <Section
      title={t`What it comes to`}
      note={
        lastMonth && (
          <Trans>
            Against everything that was booked in <MonthText value={lastMonth.period} />.
          </Trans>
        )
      }
      flush
    >
      <RowsTable
        label={t`What it comes to`}
        rows={run.components}
        columns={columns}
        rowKey={(row) => row.component}
        totals={{
          label: t`Total`,
          lines: <Count value={run.lines} />,
          amount: <Money value={run.total} href={`${href("run", run.id) ?? ""}?tab=lines`} />,
          ...(lastMonth && {
            lastMonth: <Money value={lastMonth.total} href={before({})} />,
            difference: <Money value={lastMonth.difference} signed />,
          }),
        }}
      />
    </Section>
  );
}
