import { Trans, useLingui } from "@lingui/react/macro";
import { IconLock, IconPlus } from "@tabler/icons-react";
import { useState } from "react";
import { ActButton } from "#ui/act/Act.tsx";
import { useEndpointMutation } from "#ui/api/query.ts";
import { ConfirmModal } from "#ui/feedback/ConfirmModal.tsx";
import { EmptyState } from "#ui/feedback/EmptyState.tsx";
import { RecordLink } from "#ui/link/RecordLink.tsx";
import { Page } from "#ui/page/Page.tsx";
import { Section } from "#ui/page/Section.tsx";
import { useReader } from "#ui/reader/reader.tsx";
import type { Column } from "#ui/table/column.ts";
import { DataTable } from "#ui/table/DataTable.tsx";
import { DateTime } from "#ui/text/dates.tsx";
import { listNamedAccounts, type NamedAccount, releaseNamedAccount } from "../contract.ts";
import { NameAccountDialog } from "./NameAccountDialog.tsx";

/** Accounts that the vendor keeps for itself; each counts against registrations from the moment it was published. */
export function NamedAccounts() {
  const { t } = useLingui();
  const { can } = useReader();
  const [adding, setAdding] = useState(false);
  const [releasing, setReleasing] = useState<NamedAccount | null>(null);
  const manages = can("named-account.manage");
  const add = { label: t`Name an account`, icon: IconPlus, onClick: () => setAdding(true) };
  const columns: Column<NamedAccount>[] = [
    {
      id: "account",
      header: t`Account`,
      card: "title",
      cell: ({ account }) => (
        <RecordLink noun="account" id={account.id} plain>
          {account.name}
        </RecordLink>
      ),
    },
    { id: "seller", header: t`Whom to ask`, width: 190, cell: ({ seller }) => seller?.name },
    {
      id: "since",
      header: t`Counts since`,
      width: 170,
      cell: ({ publishedAt }) => <DateTime value={publishedAt} brief />,
    },
    { id: "by", header: t`Published by`, width: 170, cell: ({ publishedBy }) => publishedBy },
    ...(manages
      ? [
          {
            id: "release",
            header: "",
            width: 110,
            align: "end" as const,
            cell: (row: NamedAccount) => (
              <ActButton
                act={{ label: t`Release`, onClick: () => setReleasing(row) }}
                variant="default"
                size="compact-sm"
              />
            ),
          },
        ]
      : []),
  ];
  return (
    <Page>
      <Section
        title={t`Accounts that we keep for ourselves`}
        note={t`A registration at one of them is a conflict that a person decides. What was registered before keeps its place.`}
        action={manages ? add : undefined}
        flush
      >
        <DataTable
          id="named-accounts"
          label={t`Named accounts`}
          endpoint={listNamedAccounts}
          columns={columns}
          filters={[{ kind: "search", name: "search", label: t`Account` }]}
          rowKey={(row) => row.id}
          csv
          embedded
          empty={
            <EmptyState icon={IconLock} title={t`No account is kept`} action={manages ? add : undefined}>
              <Trans>
                Name the customers that your own people look after, so that registrations there are seen as
                conflicts.
              </Trans>
            </EmptyState>
          }
        />
      </Section>
      {adding && <NameAccountDialog onClose={() => setAdding(false)} />}
      {releasing && <ReleaseModal named={releasing} onClose={() => setReleasing(null)} />}
    </Page>
  );
}

function ReleaseModal({ named, onClose }: { named: NamedAccount; onClose: () => void }) {
  const { t } = useLingui();
  const release = useEndpointMutation(releaseNamedAccount, { onDone: onClose });
  const { name } = named.account;
  return (
    <ConfirmModal
      opened
      onClose={onClose}
      title={t`Release ${name}?`}
      consequences={[
        t`Registrations at ${name} meet no named account any more, those that wait included.`,
        t`You can name it again; it then counts from that moment on.`,
      ]}
      confirm={t`Release`}
      onConfirm={() => release.mutate({ params: { namedAccountId: named.id } })}
      busy={release.isPending}
      problem={release.error}
    />
  );
}
