import { Trans, useLingui } from "@lingui/react/macro";
import { IconUsers } from "@tabler/icons-react";
import { searchOf } from "#ui/api/url.ts";
import { EmptyState } from "#ui/feedback/EmptyState.tsx";
import { useRecordHref } from "#ui/link/RecordLink.tsx";
import type { Column } from "#ui/table/column.ts";
import { DataTable } from "#ui/table/DataTable.tsx";
import { Count } from "#ui/text/Figure.tsx";
import { Money } from "#ui/text/Money.tsx";
import { type RunPartner, type RunRecord, runPartners } from "../contract.ts";
import { linesBefore } from "./monthBefore.ts";

/** What a run comes to for each partner, against the month before; each row leads to its lines. */
export function RunPartners({ run }: { run: RunRecord }) {
  const { t } = useLingui();
  const href = useRecordHref();
  const linesOf = (row: RunPartner) =>
    `${href("run", run.id) ?? ""}?${searchOf({ tab: "lines", partnerId: row.partner.id })}`;
  const before = linesBefore(run);
  /** An adjustment is no month of its own that another could be held against. */
  const against: readonly Column<RunPartner>[] = [
    {
      id: "lastMonth",
      header: t`Month before`,
      align: "end",
      width: 145,
      cell: (row) => <Money value={row.lastMonth} href={before({ partnerId: row.partner.id })} />,
    },
    {
      id: "difference",
      header: t`Difference`,
      align: "end",
      width: 145,
      cell: (row) => <Money value={row.difference} signed />,
    },
  ];
  const columns: readonly Column<RunPartner>[] = [
    { id: "partner", header: t`Partner`, card: "title", cell: (row) => row.partner.name },
    { id: "lines", header: t`Lines`, align: "end", width: 80, cell: (row) => <Count value={row.lines} /> },
    {
      id: "amount",
      header: t`Amount`,
      align: "end",
      width: 145,
      card: "amount",
      cell: (row) => <Money value={row.amount} href={linesOf(row)} />,
    },
    ...(run.adjusts ? [] : against),
  ];
  return (
    <DataTable
      id="run-partners"
      label={t`By partner`}
      endpoint={runPartners}
      params={{ runId: run.id }}
      columns={columns}
      rowKey={(row) => row.partner.id}
      rowHref={linesOf}
      csv
      embedded
      empty={<NoLines />}
    />
  );
}

/** A run that books nothing. */
export function NoLines() {
  const { t } = useLingui();
  return (
    <EmptyState icon={IconUsers} title={t`This run books nothing`}>
      <Trans>
        What is due is booked already, the plan begins later, or every win has a problem that keeps it from
        being computed.
      </Trans>
    </EmptyState>
  );
}
