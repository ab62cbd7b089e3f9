import { Trans, useLingui } from "@lingui/react/macro";
import { IconScale } from "@tabler/icons-react";
import { useEndpoint } from "#ui/api/query.ts";
import { searchOf } from "#ui/api/url.ts";
import { EmptyState } from "#ui/feedback/EmptyState.tsx";
import { useUrlValues } from "#ui/link/useUrlValues.ts";
import { type Fact, Facts } from "#ui/page/Facts.tsx";
import { Page } from "#ui/page/Page.tsx";
import type { Column } from "#ui/table/column.ts";
import { DataTable } from "#ui/table/DataTable.tsx";
import { Money } from "#ui/text/Money.tsx";
import { accountKinds, controls, type LedgerAccount, listAccounts } from "../contract.ts";
import { useLedgerWords } from "./words.ts";

/** Every account with its balance, today or as of a day. */
export function AccountsTable() {
  const { t } = useLingui();
  const words = useLedgerWords();
  const [{ asOf = "" }] = useUrlValues();
  const hrefOf = (row: LedgerAccount) => {
    const search = searchOf({ asOf });
    return `/ledger/accounts/${row.id}${search && `?${search}`}`;
  };
  const columns: readonly Column<LedgerAccount>[] = [
    {
      id: "holder",
      header: t({ message: "Account", context: "of the ledger" }),
      card: "title",
      cell: (row) =>
        row.holder ? `${words.account(row.kind)} · ${row.holder.name}` : words.account(row.kind),
    },
    { id: "kind", header: t`Kind`, width: 200, card: "hidden", cell: (row) => words.account(row.kind) },
    {
      id: "balance",
      header: t`Balance`,
      align: "end",
      width: 170,
      card: "amount",
      cell: (row) => <Money value={row.balance} href={hrefOf(row)} />,
    },
  ];
  return (
    <Page>
      <Controls asOf={asOf} />
      <DataTable
        id="ledger-accounts"
        label={t({ message: "Accounts", context: "of the ledger" })}
        endpoint={listAccounts}
        columns={columns}
        filters={[
          { kind: "day", name: "asOf", label: t`At the end of` },
          {
            kind: "select",
            name: "kind",
            label: t`Kind`,
            options: accountKinds.map((value) => ({ value, label: words.account(value) })),
          },
        ]}
        rowKey={(row) => row.id}
        rowHref={hrefOf}
        csv
        empty={<EmptyLedger />}
      />
    </Page>
  );
}

/** The sum of every kind of account; what went out of one came into another, so together they are nothing. */
function Controls({ asOf }: { asOf: string }) {
  const { t } = useLingui();
  const words = useLedgerWords();
  const sums = useEndpoint(controls, { query: asOf === "" ? {} : { asOf } }).data;
  const facts = accountKinds.map((kind): Fact => {
    const balance = sums?.kinds.find((one) => one.kind === kind)?.balance;
    return {
      label: words.account(kind),
      value: balance ? <Money value={balance} /> : "…",
      to: `/ledger?${searchOf({ tab: "accounts", kind, asOf })}`,
    };
  });
  return (
    <Facts
      facts={[
        ...facts,
        {
          label: t`Together`,
          value: sums ? <Money value={sums.sum} /> : "…",
          hint: <Trans>always nothing</Trans>,
        },
      ]}
    />
  );
}

export function EmptyLedger() {
  const { t } = useLingui();
  return (
    <EmptyState
      icon={IconScale}
      title={t`The books are empty`}
      action={{ label: t`Run a month`, to: "/runs" }}
    >
      <Trans>Each posted run, ended hold and payment is booked here, from one account to another.</Trans>
    </EmptyState>
  );
}
