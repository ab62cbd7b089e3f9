import { Trans, useLingui } from "@lingui/react/macro";
import { useEndpoint } from "#ui/api/query.ts";
import { EmptyState } from "#ui/feedback/EmptyState.tsx";
import { RecordLink, useRecordHref } from "#ui/link/RecordLink.tsx";
import { useUrlValues } from "#ui/link/useUrlValues.ts";
import { Facts } from "#ui/page/Facts.tsx";
import { LoadedRecord } from "#ui/page/LoadedRecord.tsx";
import { Page } from "#ui/page/Page.tsx";
import { PageHeader } from "#ui/page/PageHeader.tsx";
import { Section } from "#ui/page/Section.tsx";
import type { Column } from "#ui/table/column.ts";
import { DataTable } from "#ui/table/DataTable.tsx";
import { DayText } from "#ui/text/dates.tsx";
import { Money } from "#ui/text/Money.tsx";
import { type AccountPosting, getAccount, type LedgerAccount, listAccountPostings } from "../contract.ts";
import { AccountName } from "./AccountName.tsx";
import { useLedgerWords } from "./words.ts";

/** One account: its balance, and everything that moved it. */
export function AccountPage({ accountId }: { accountId: string }) {
  const [{ asOf = "" }] = useUrlValues();
  const account = useEndpoint(getAccount, {
    params: { accountId },
    ...(asOf !== "" && { query: { asOf } }),
  });
  return (
    <LoadedRecord query={account}>{(record) => <AccountRecord account={record} asOf={asOf} />}</LoadedRecord>
  );
}

function AccountRecord({ account, asOf }: { account: LedgerAccount; asOf: string }) {
  const { t } = useLingui();
  const words = useLedgerWords();
  const href = useRecordHref();
  const { kind, holder } = account;
  const columns: readonly Column<AccountPosting>[] = [
    {
      id: "what",
      header: t`What happened`,
      card: "title",
      cell: (row) => words.transaction(row.transaction.kind),
    },
    {
      id: "day",
      header: t`Day`,
      width: 130,
      cell: (row) => <DayText value={row.transaction.occurredOn} />,
    },
    { id: "other", header: t`Other account`, width: 280, cell: (row) => <AccountName account={row.other} /> },
    {
      id: "amount",
      header: t`Amount`,
      align: "end",
      width: 150,
      card: "amount",
      cell: (row) => <Money value={row.amount} href={href("reference", row.reference)} signed />,
    },
  ];
  return (
    <Page>
      <PageHeader
        title={holder ? `${words.account(kind)} · ${holder.name}` : words.account(kind)}
        crumbs={[{ label: t`Ledger`, to: "/ledger?tab=accounts" }]}
        lead={<Trans>What came in less what went out.</Trans>}
      />
      <Facts
        facts={[
          {
            label: t`Balance`,
            value: <Money value={account.balance} />,
            hint:
              asOf === "" ? (
                <Trans>today</Trans>
              ) : (
                <Trans>
                  at the end of <DayText value={asOf} />
                </Trans>
              ),
          },
          {
            label: t`Whose`,
            value: holder ? (
              <RecordLink noun="holder" id={holder.id}>
                {holder.name}
              </RecordLink>
            ) : (
              <Trans>the company’s own</Trans>
            ),
          },
          { label: t`Kind`, value: words.account(kind) },
        ]}
      />
      <Section
        title={t`What moved it`}
        note={
          <Trans>Together these are the balance; each leads to the line or payment that explains it.</Trans>
        }
        flush
      >
        <DataTable
          id="ledger-account-postings"
          label={t`What moved it`}
          endpoint={listAccountPostings}
          params={{ accountId: account.id }}
          filters={[{ kind: "day", name: "asOf", label: t`At the end of` }]}
          columns={columns}
          rowKey={(row) => row.id}
          rowHref={(row) => `/ledger/transactions/${row.transaction.id}`}
          csv
          embedded
          empty={
            <EmptyState title={t`Nothing moved it yet`}>
              <Trans>Its first posting will stand here.</Trans>
            </EmptyState>
          }
        />
      </Section>
    </Page>
  );
}
