import { Trans, useLingui } from "@lingui/react/macro";
import { useEndpoint } from "#ui/api/query.ts";
import { useRecordHref } from "#ui/link/RecordLink.tsx";
import { Facts } from "#ui/page/Facts.tsx";
import { LoadedRecord } from "#ui/page/LoadedRecord.tsx";
import { Page } from "#ui/page/Page.tsx";
import { PageHeader } from "#ui/page/PageHeader.tsx";
import { Section } from "#ui/page/Section.tsx";
import type { Column } from "#ui/table/column.ts";
import { DataTable } from "#ui/table/DataTable.tsx";
import { DateTime, DayText } from "#ui/text/dates.tsx";
import { Count } from "#ui/text/Figure.tsx";
import { Money } from "#ui/text/Money.tsx";
import { getTransaction, type LedgerTransaction, listPostings, type Posting } from "../contract.ts";
import { AccountName } from "./AccountName.tsx";
import { EmptyLedger } from "./AccountsTable.tsx";
import { useLedgerWords } from "./words.ts";

/** One transaction: each posting moves an amount from one account to another, for a line or payment that explains it. */
export function TransactionPage({ transactionId }: { transactionId: string }) {
  const transaction = useEndpoint(getTransaction, { params: { transactionId } });
  return (
    <LoadedRecord query={transaction}>{(record) => <TransactionRecord transaction={record} />}</LoadedRecord>
  );
}

function TransactionRecord({ transaction }: { transaction: LedgerTransaction }) {
  const { t } = useLingui();
  const words = useLedgerWords();
  const href = useRecordHref();
  const columns: readonly Column<Posting>[] = [
    {
      id: "source",
      header: t`From`,
      width: 250,
      card: "title",
      cell: (row) => <AccountName account={row.source} />,
    },
    { id: "destination", header: t`To`, cell: (row) => <AccountName account={row.destination} /> },
    {
      id: "amount",
      header: t`Amount`,
      align: "end",
      width: 150,
      card: "amount",
      cell: (row) => <Money value={row.amount} href={href("reference", row.reference)} />,
    },
  ];
  return (
    <Page>
      <PageHeader
        title={words.transaction(transaction.kind)}
        crumbs={[{ label: t`Ledger`, to: "/ledger?tab=transactions" }]}
        lead={words.about(transaction)}
      />
      <Facts
        facts={[
          { label: t`Moved`, value: <Money value={transaction.total} /> },
          { label: t`Postings`, value: <Count value={transaction.postings} /> },
          { label: t`Day`, value: <DayText value={transaction.occurredOn} /> },
          { label: t`Recorded`, value: <DateTime value={transaction.recordedAt} /> },
        ]}
      />
      <Section
        title={t`Postings`}
        note={<Trans>Each amount leads to the line or the payment that explains it.</Trans>}
        flush
      >
        <DataTable
          id="ledger-postings"
          label={t`Postings`}
          endpoint={listPostings}
          params={{ transactionId: transaction.id }}
          columns={columns}
          rowKey={(row) => row.id}
          csv
          embedded
          empty={<EmptyLedger />}
        />
      </Section>
    </Page>
  );
}
