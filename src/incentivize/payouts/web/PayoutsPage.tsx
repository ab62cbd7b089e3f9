import { Trans, useLingui } from "@lingui/react/macro";
import { IconCash, IconPlus } from "@tabler/icons-react";
import { EmptyState } from "#ui/feedback/EmptyState.tsx";
import { useRecordHref } from "#ui/link/RecordLink.tsx";
import { Page } from "#ui/page/Page.tsx";
import { PageHeader } from "#ui/page/PageHeader.tsx";
import { useReader } from "#ui/reader/reader.tsx";
import type { Column } from "#ui/table/column.ts";
import { DataTable } from "#ui/table/DataTable.tsx";
import { DateTime } from "#ui/text/dates.tsx";
import { Count } from "#ui/text/Figure.tsx";
import { Money } from "#ui/text/Money.tsx";
import { listPayouts, type PayoutBatch } from "../contract.ts";
import { BatchState } from "./PayoutState.tsx";

/** Batches of payouts, the latest first. */
export function PayoutsPage() {
  const { t } = useLingui();
  const { can } = useReader();
  const href = useRecordHref();
  const make = { label: t`Make a batch`, icon: IconPlus, to: "/payouts/new" };
  const columns: readonly Column<PayoutBatch>[] = [
    {
      id: "number",
      header: t`Batch`,
      card: "title",
      cell: (row) => t`Batch ${row.number}`,
    },
    { id: "state", header: t`State`, width: 180, cell: (row) => <BatchState batch={row} /> },
    { id: "payees", header: t`Payees`, align: "end", width: 80, cell: (row) => <Count value={row.payees} /> },
    {
      id: "made",
      header: t`Made`,
      width: 165,
      cell: (row) => <DateTime value={row.madeAt} brief />,
    },
    { id: "madeBy", header: t`Made by`, width: 140, optional: true, cell: (row) => row.madeBy },
    {
      id: "released",
      header: t`Released`,
      width: 165,
      cell: (row) => <DateTime value={row.releasedAt} brief />,
    },
    {
      id: "releasedBy",
      header: t`Released by`,
      width: 140,
      optional: true,
      cell: (row) => row.releasedBy,
    },
    {
      id: "total",
      header: t`Total`,
      align: "end",
      width: 150,
      card: "amount",
      cell: (row) => <Money value={row.total} />,
    },
  ];
  return (
    <Page>
      <PageHeader
        title={t`Payouts`}
        lead={t`A batch pays what closed statements owe. One person makes it, another releases it.`}
        action={can("payout.make") ? make : undefined}
      />
      <DataTable
        id="payouts"
        label={t`Payouts`}
        endpoint={listPayouts}
        columns={columns}
        filters={[
          {
            kind: "select",
            name: "state",
            label: t`State`,
            options: [
              { value: "made", label: t`Waits for release` },
              { value: "released", label: t`Released` },
              { value: "withdrawn", label: t`Withdrawn` },
            ],
          },
        ]}
        rowKey={(row) => row.id}
        rowHref={(row) => href("payout", row.id)}
        csv
        empty={
          <EmptyState
            icon={IconCash}
            title={t`Here the payouts will stand`}
            action={can("payout.make") ? make : undefined}
          >
            <Trans>Once a month is closed, a batch gathers what its statements owe, payee by payee.</Trans>
          </EmptyState>
        }
      />
    </Page>
  );
}
