import { Trans, useLingui } from "@lingui/react/macro";
import { IconEdit } from "@tabler/icons-react";
import { type ReactNode, useState } from "react";
import { useEndpoint } from "#ui/api/query.ts";
import { Dialog } from "#ui/feedback/Dialog.tsx";
import { RecordLink, useRecordHref } from "#ui/link/RecordLink.tsx";
import { Facts } from "#ui/page/Facts.tsx";
import { LoadedRecord } from "#ui/page/LoadedRecord.tsx";
import { Page } from "#ui/page/Page.tsx";
import { PageHeader } from "#ui/page/PageHeader.tsx";
import { Section } from "#ui/page/Section.tsx";
import { useReader } from "#ui/reader/reader.tsx";
import { DataTable } from "#ui/table/DataTable.tsx";
import { DateTime } from "#ui/text/dates.tsx";
import { Count } from "#ui/text/Figure.tsx";
import { type Account, getAccount, listPartnerAccounts } from "../contract.ts";
import { EditAccountForm } from "./AccountForm.tsx";
import { useAccountWords } from "./accountWords.ts";

interface AccountRecordProps {
  accountId: string;
  /** What other features know of it, such as its opportunities. */
  children?: ReactNode;
}

/** One end customer: who it is, what belongs to it, and which partners see it. */
export function AccountRecord({ accountId, children }: AccountRecordProps) {
  const account = useEndpoint(getAccount, { params: { accountId } });
  return (
    <Page>
      <LoadedRecord query={account}>
        {(record) => (
          <>
            <Head account={record} />
            {children}
            <WhoSeesIt account={record} />
          </>
        )}
      </LoadedRecord>
    </Page>
  );
}

function Head({ account }: { account: Account }) {
  const { t } = useLingui();
  const { can } = useReader();
  const href = useRecordHref();
  const words = useAccountWords();
  const [editing, setEditing] = useState(false);
  return (
    <>
      <PageHeader
        title={account.name}
        crumbs={[{ label: t`Accounts`, to: "/accounts" }]}
        menu={
          can("account.manage") ? [{ label: t`Edit`, icon: IconEdit, onClick: () => setEditing(true) }] : []
        }
      />
      <Facts
        facts={[
          { label: t`Sector`, value: words.sector(account.sector) },
          { label: t`Country`, value: words.country(account.country) },
          { label: t`Belongs to`, value: account.parent?.name, to: href("account", account.parent?.id) },
          { label: t`Employees`, value: account.employees !== null && <Count value={account.employees} /> },
          { label: t`Founded`, value: account.yearEstablished },
          { label: t`Number`, value: account.externalId },
        ]}
      />
      <Dialog opened={editing} onClose={() => setEditing(false)} title={t`Edit ${account.name}`}>
        <EditAccountForm account={account} onDone={() => setEditing(false)} />
      </Dialog>
    </>
  );
}

function WhoSeesIt({ account }: { account: Account }) {
  const { t } = useLingui();
  if (account.counts.partners === null) return null;
  return (
    <Section title={t`Partners that see it`} flush>
      <DataTable
        id="account-partners"
        label={t`Partners that see it`}
        endpoint={listPartnerAccounts}
        fixed={{ accountId: account.id }}
        columns={[
          {
            id: "partner",
            header: t`Partner`,
            card: "title",
            cell: (row) => (
              <RecordLink noun="partner" id={row.partner.id}>
                {row.partner.name}
              </RecordLink>
            ),
          },
          { id: "since", header: t`Since`, width: 180, cell: (row) => <DateTime value={row.createdAt} /> },
        ]}
        rowKey={(row) => row.partner.id}
        embedded
        empty={<Trans>No partner has a deal with this customer.</Trans>}
      />
    </Section>
  );
}
