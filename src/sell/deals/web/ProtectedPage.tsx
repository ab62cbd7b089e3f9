import { Trans, useLingui } from "@lingui/react/macro";
import { IconShieldCheck } from "@tabler/icons-react";
import { EmptyState } from "#ui/feedback/EmptyState.tsx";
import { RecordLink } from "#ui/link/RecordLink.tsx";
import { Page } from "#ui/page/Page.tsx";
import { PageHeader } from "#ui/page/PageHeader.tsx";
import type { Column } from "#ui/table/column.ts";
import { DataTable } from "#ui/table/DataTable.tsx";
import { useEngagementWords } from "../../engagement/web/index.tsx";
import { listProtected, type ProtectedAccount } from "../contract.ts";

/** Is this account protected? That it is, and whom to ask; by whom, for what and until when is not said here. */
export function ProtectedPage() {
  const { t } = useLingui();
  const { country, list } = useEngagementWords();
  const columns: Column<ProtectedAccount>[] = [
    {
      id: "name",
      header: t`Account`,
      card: "title",
      cell: ({ id, name }) => (
        <RecordLink noun="account" id={id} plain>
          {name}
        </RecordLink>
      ),
    },
    { id: "country", header: t`Country`, width: 180, cell: (row) => row.country && country(row.country) },
    {
      id: "ask",
      header: t`Whom to ask`,
      width: 320,
      cell: ({ ask }) => list(ask.map(({ name }) => name)),
    },
  ];
  return (
    <Page>
      <PageHeader
        title={t`Protected accounts`}
        lead={t`For these a partner is protected now: ask before you sell there. What you do not find here is not protected.`}
      />
      <DataTable
        id="protected-accounts"
        label={t`Protected accounts`}
        endpoint={listProtected}
        columns={columns}
        filters={[{ kind: "search", name: "search", label: t`Is this account protected? Name or site` }]}
        rowKey={(row) => row.id}
        csv
        empty={
          <EmptyState icon={IconShieldCheck} title={t`No account is protected`}>
            <Trans>
              Here an account stands as soon as a partner's registration of a deal there is approved.
            </Trans>
          </EmptyState>
        }
      />
    </Page>
  );
}
