import { useLingui } from "@lingui/react/macro";
import { useRecordHref } from "#ui/link/RecordLink.tsx";
import { Section } from "#ui/page/Section.tsx";
import type { Column } from "#ui/table/column.ts";
import { RowsTable } from "#ui/table/RowsTable.tsx";
import { DayText } from "#ui/text/dates.tsx";
import { Money } from "#ui/text/Money.tsx";
import { Status } from "#ui/text/Status.tsx";
import type { StatementRecord } from "../contract.ts";

type Payment = StatementRecord["payments"][number];

/** What was paid in the month, and what came back. */
export function StatementPayments({ statement }: { statement: StatementRecord }) {
  const { t } = useLingui();
  const href = useRecordHref();
  if (statement.payments.length === 0) return null;
  const columns: readonly Column<Payment>[] = [
    {
      id: "reference",
      header: t`Payment`,
      card: "title",
      cell: (row) => row.reference ?? t`Payment`,
    },
    {
      id: "direction",
      header: t`State`,
      width: 150,
      cell: (row) =>
        row.direction === "paid" ? (
          <Status tone="good">{t`Paid`}</Status>
        ) : (
          <Status tone="bad">{t`Came back`}</Status>
        ),
    },
    ...(statement.payments.some(({ reason }) => reason !== null)
      ? [{ id: "reason", header: t`Reason`, width: 260, cell: (row: Payment) => row.reason }]
      : []),
    { id: "day", header: t`On`, width: 115, cell: (row) => <DayText value={row.day} /> },
    {
      id: "amount",
      header: t`Amount`,
      align: "end",
      width: 130,
      card: "amount",
      cell: (row) => <Money value={row.amount} href={href("payment", row.id)} />,
    },
  ];
  return (
    <Section title={t`Paid`} flush>
      <RowsTable
        label={t`Paid`}
        rows={statement.payments}
        columns={columns}
        rowKey={(row) => `${row.id} ${row.direction}`}
        rowHref={(row) => href("payment", row.id)}
        totals={{ reference: t`Sum`, amount: <Money value={statement.paid} /> }}
      />
    </Section>
  );
}
