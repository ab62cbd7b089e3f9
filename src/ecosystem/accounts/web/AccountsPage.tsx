import { Trans, useLingui } from "@lingui/react/macro";
import { IconAddressBook, IconPlus } from "@tabler/icons-react";
import { useState } from "react";
import { Dialog } from "#ui/feedback/Dialog.tsx";
import { EmptyState } from "#ui/feedback/EmptyState.tsx";
import { useRecordHref } from "#ui/link/RecordLink.tsx";
import { Page } from "#ui/page/Page.tsx";
import { PageHeader } from "#ui/page/PageHeader.tsx";
import { useReader } from "#ui/reader/reader.tsx";
import { DataTable } from "#ui/table/DataTable.tsx";
import { Count } from "#ui/text/Figure.tsx";
import { listAccounts, sectors } from "../contract.ts";
import { NewAccountForm } from "./AccountForm.tsx";
import { useAccountWords } from "./accountWords.ts";

/** End customers as the vendor knows them. */
export function AccountsPage() {
  const { t } = useLingui();
  const { can } = useReader();
  const href = useRecordHref();
  const words = useAccountWords();
  const [adding, setAdding] = useState(false);
  return (
    <Page>
      <PageHeader
        title={t`Accounts`}
        action={
          can("account.manage")
            ? { label: t`New account`, icon: IconPlus, onClick: () => setAdding(true) }
            : undefined
        }
      />
      <DataTable
        id="accounts"
        label={t`Accounts`}
        endpoint={listAccounts}
        columns={[
          { id: "name", header: t`Account`, card: "title", sort: "name", cell: (row) => row.name },
          { id: "sector", header: t`Sector`, width: 170, cell: (row) => words.sector(row.sector) },
          { id: "country", header: t`Country`, width: 170, cell: (row) => words.country(row.country) },
          { id: "parent", header: t`Belongs to`, width: 190, cell: (row) => row.parent?.name },
          {
            id: "employees",
            header: t`Employees`,
            align: "end",
            width: 120,
            sort: "employees",
            cell: (row) => row.employees !== null && <Count value={row.employees} />,
          },
          { id: "externalId", header: t`Number`, width: 150, optional: true, cell: (row) => row.externalId },
        ]}
        filters={[
          { kind: "search", name: "search", label: t`Name or number` },
          {
            kind: "select",
            name: "sector",
            label: t`Sector`,
            options: sectors.map((sector) => ({ value: sector, label: words.sector(sector) })),
          },
        ]}
        rowKey={(row) => row.id}
        rowHref={(row) => href("account", row.id)}
        csv
        empty={
          <EmptyState
            icon={IconAddressBook}
            title={t`Here your end customers will stand`}
            action={can("import.manage") ? { label: t`Import accounts`, to: "/imports" } : undefined}
          >
            <Trans>
              The companies that your partners sell to, with who belongs to whom. Partners see only those of
              their own deals.
            </Trans>
          </EmptyState>
        }
      />
      <Dialog opened={adding} onClose={() => setAdding(false)} title={t`New account`}>
        <NewAccountForm onDone={() => setAdding(false)} />
      </Dialog>
    </Page>
  );
}
