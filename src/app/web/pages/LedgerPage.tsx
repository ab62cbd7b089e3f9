import { useLingui } from "@lingui/react/macro";
import { Liabilities } from "#incentivize/earnings/web/index.tsx";
import { AccountsTable, TransactionsTable } from "#ledger/web/index.tsx";
import { Page } from "#ui/page/Page.tsx";
import { PageHeader } from "#ui/page/PageHeader.tsx";
import { Tabs } from "#ui/page/Tabs.tsx";

/** What is owed, and the books that say the same. */
export function LedgerPage() {
  const { t } = useLingui();
  return (
    <Page>
      <PageHeader
        title={t`Ledger`}
        lead={t`What we owe and why, held against the books in which every step stands twice.`}
      />
      <Tabs
        label={t`Parts of the ledger`}
        tabs={[
          { value: "owed", label: t`What we owe`, content: () => <Liabilities /> },
          {
            value: "accounts",
            label: t({ message: "Accounts", context: "of the ledger" }),
            content: () => <AccountsTable />,
          },
          { value: "transactions", label: t`Transactions`, content: () => <TransactionsTable /> },
        ]}
      />
    </Page>
  );
}
