import { Trans, useLingui } from "@lingui/react/macro";
import { IconCash } from "@tabler/icons-react";
import { EmptyState } from "#ui/feedback/EmptyState.tsx";
import { useRecordHref } from "#ui/link/RecordLink.tsx";
import type { Column } from "#ui/table/column.ts";
import { DataTable } from "#ui/table/DataTable.tsx";
import { DayText } from "#ui/text/dates.tsx";
import { Money } from "#ui/text/Money.tsx";
import { listOwnPayouts, type Payee } from "../contract.ts";
import { PayeeState } from "./PayoutState.tsx";

/** What was released or paid to one's own company. */
export function OwnPayments() {
  const { t } = useLingui();
  const href = useRecordHref();
  const columns: readonly Column<Payee>[] = [
    {
      id: "reference",
      header: t`Payment`,
      card: "title",
      cell: (row) => row.reference ?? t`On its way`,
    },
    { id: "state", header: t`State`, width: 150, cell: (row) => <PayeeState state={row.state} /> },
    {
      id: "paidOn",
      header: t`Paid on`,
      width: 130,
      cell: (row) => row.paidOn && <DayText value={row.paidOn} />,
    },
    { id: "returnReason", header: t`Came back because`, width: 260, cell: (row) => row.returnReason },
    {
      id: "amount",
      header: t`Amount`,
      align: "end",
      width: 150,
      card: "amount",
      cell: (row) => <Money value={row.amount} href={href("payment", row.id)} />,
    },
  ];
  return (
    <DataTable
      id="own-payments"
      label={t`Payments`}
      endpoint={listOwnPayouts}
      columns={columns}
      rowKey={(row) => row.id}
      rowHref={(row) => href("payment", row.id)}
      csv
      empty={
        <EmptyState icon={IconCash} title={t`Here your payments will stand`}>
          <Trans>Once a statement is closed, what it owes you is paid with the next batch.</Trans>
        </EmptyState>
      }
    />
  );
}
