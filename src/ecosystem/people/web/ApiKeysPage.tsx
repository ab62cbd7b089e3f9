import { Trans, useLingui } from "@lingui/react/macro";
import { Anchor } from "@mantine/core";
import { IconKey, IconPlus } from "@tabler/icons-react";
import { useState } from "react";
import { ActButton } from "#ui/act/Act.tsx";
import { useEndpointMutation } from "#ui/api/query.ts";
import { ConfirmModal } from "#ui/feedback/ConfirmModal.tsx";
import { EmptyState } from "#ui/feedback/EmptyState.tsx";
import { useNow } from "#ui/format/now.ts";
import { Page } from "#ui/page/Page.tsx";
import { PageHeader } from "#ui/page/PageHeader.tsx";
import type { Column } from "#ui/table/column.ts";
import { DataTable } from "#ui/table/DataTable.tsx";
import { DateTime } from "#ui/text/dates.tsx";
import { Status } from "#ui/text/Status.tsx";
import { type ApiKey, listApiKeys, revokeApiKey } from "../contract.ts";
import { NewKeyDialog } from "./NewKeyDialog.tsx";

/** One's own keys for programs, which act as oneself. */
export function ApiKeysPage() {
  const { t } = useLingui();
  const [making, setMaking] = useState(false);
  const [ending, setEnding] = useState<ApiKey | null>(null);
  const make = { label: t`New key`, icon: IconPlus, onClick: () => setMaking(true) };

  const columns: Column<ApiKey>[] = [
    { id: "name", header: t`What it is for`, card: "title", cell: (row) => row.name },
    { id: "hint", header: t`Ends in`, width: 110, cell: (row) => <code dir="ltr">…{row.hint}</code> },
    { id: "state", header: t`State`, width: 130, card: "amount", cell: (row) => <KeyStatus apiKey={row} /> },
    { id: "created", header: t`Made`, width: 190, cell: (row) => <DateTime value={row.createdAt} /> },
    { id: "expires", header: t`Runs out`, width: 190, cell: (row) => <DateTime value={row.expiresAt} /> },
    {
      id: "act",
      header: t`Action`,
      width: 100,
      align: "end",
      cell: (row) =>
        row.revokedAt === null ? (
          <ActButton
            act={{ label: t`End`, onClick: () => setEnding(row) }}
            variant="default"
            size="compact-sm"
          />
        ) : null,
    },
  ];
  return (
    <Page>
      <PageHeader
        title={t`API keys`}
        lead={
          <Trans>
            Keys for programs that act as you, with your roles and nothing more. What they can call stands in
            the{" "}
            <Anchor href="/api/docs" inherit underline="always">
              API guide
            </Anchor>
            .
          </Trans>
        }
        action={make}
      />
      <DataTable
        id="api-keys"
        label={t`API keys`}
        endpoint={listApiKeys}
        columns={columns}
        rowKey={(row) => row.id}
        empty={
          <EmptyState icon={IconKey} title={t`Here your API keys will stand`} action={make}>
            <Trans>
              With a key a report, a spreadsheet or another system reads and writes what you may, without your
              password.
            </Trans>
          </EmptyState>
        }
      />
      {making && <NewKeyDialog onClose={() => setMaking(false)} />}
      {ending && <EndKeyModal apiKey={ending} onClose={() => setEnding(null)} />}
    </Page>
  );
}

function KeyStatus({ apiKey }: { apiKey: ApiKey }) {
  const now = useNow();
  if (apiKey.revokedAt !== null) {
    return (
      <Status tone="idle" hollow>
        <Trans>Ended</Trans>
      </Status>
    );
  }
  if (apiKey.expiresAt !== null && Date.parse(apiKey.expiresAt) <= now) {
    return (
      <Status tone="idle" hollow>
        <Trans>Run out</Trans>
      </Status>
    );
  }
  return (
    <Status tone="good">
      <Trans>Works</Trans>
    </Status>
  );
}

function EndKeyModal({ apiKey, onClose }: { apiKey: ApiKey; onClose: () => void }) {
  const { t } = useLingui();
  const end = useEndpointMutation(revokeApiKey, { onDone: onClose });
  return (
    <ConfirmModal
      opened
      onClose={onClose}
      title={t`End the key “${apiKey.name}”?`}
      consequences={[
        t`Programs that use it are refused from now on.`,
        t`It cannot be brought back; make a new one instead.`,
      ]}
      confirm={t`End key`}
      danger
      onConfirm={() => end.mutate({ params: { keyId: apiKey.id } })}
      busy={end.isPending}
      problem={end.error}
    />
  );
}
