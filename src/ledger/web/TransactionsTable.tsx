import { useLingui } from "@lingui/react/macro";
import type { Column } from "#ui/table/column.ts";
import { DataTable } from "#ui/table/DataTable.tsx";
import { DateTime, DayText } from "#ui/text/dates.tsx";
import { Count } from "#ui/text/Figure.tsx";
import { Money } from "#ui/text/Money.tsx";
import { type LedgerTransaction, listTransactions, transactionKinds } from "../contract.ts";
import { EmptyLedger } from "./AccountsTable.tsx";
import { useLedgerWords } from "./words.ts";

/** What was booked, the latest day first. */
export function TransactionsTable() {
  const { t } = useLingui();
  const words = useLedgerWords();
  const columns: readonly Column<LedgerTransaction>[] = [
    { id: "kind", header: t`What happened`, card: "title", cell: (row) => words.transaction(row.kind) },
    { id: "memo", header: t`For what`, width: 330, cell: (row) => words.about(row) },
    { id: "occurredOn", header: t`Day`, width: 125, cell: (row) => <DayText value={row.occurredOn} /> },
    {
      id: "recordedAt",
      header: t`Recorded`,
      width: 130,
      optional: true,
      cell: (row) => <DateTime value={row.recordedAt} brief />,
    },
    {
      id: "postings",
      header: t`Postings`,
      align: "end",
      width: 90,
      cell: (row) => <Count value={row.postings} />,
    },
    {
      id: "total",
      header: t`Moved`,
      align: "end",
      width: 150,
      card: "amount",
      cell: (row) => <Money value={row.total} />,
    },
  ];
  return (
    <DataTable
      id="ledger-transactions"
      label={t`Transactions`}
      endpoint={listTransactions}
      columns={columns}
      filters={[
        {
          kind: "select",
          name: "kind",
          label: t`What happened`,
          options: transactionKinds.map((value) => ({ value, label: words.transaction(value) })),
        },
        { kind: "day", name: "from", label: t`From` },
        { kind: "day", name: "until", label: t`Before` },
      ]}
      rowKey={(row) => row.id}
      rowHref={(row) => `/ledger/transactions/${row.id}`}
      csv
      empty={<EmptyLedger />}
    />
  );
}
