import { Trans, useLingui } from "@lingui/react/macro";
import { IconSignature } from "@tabler/icons-react";
import { EmptyState } from "#ui/feedback/EmptyState.tsx";
import { Page } from "#ui/page/Page.tsx";
import { PageHeader } from "#ui/page/PageHeader.tsx";
import { useReader } from "#ui/reader/reader.tsx";
import { DataTable } from "#ui/table/DataTable.tsx";
import { listPaySplits, states } from "../contract.ts";
import { useSplitColumns } from "./splitColumns.tsx";
import { useSplitWords } from "./useSplitWords.ts";

/** All splits of pay credit that the reader may see. */
export function SplitsPage() {
  const { t } = useLingui();
  const { side, vendorName } = useReader();
  const words = useSplitWords();
  const columns = useSplitColumns();
  return (
    <Page>
      <PageHeader
        title={t`Pay splits`}
        lead={
          side === "partner" ? (
            <Trans>Deals that you share with other partners, each with your share of what a win earns.</Trans>
          ) : (
            <Trans>Deals whose pay credit several partners share, because each of them signed.</Trans>
          )
        }
      />
      <DataTable
        id="pay-splits"
        label={t`Pay splits`}
        endpoint={listPaySplits}
        columns={columns}
        filters={[
          {
            kind: "select",
            name: "state",
            label: t`State`,
            options: states.map((state) => ({ value: state, label: words.states[state] })),
          },
        ]}
        rowKey={(row) => row.id}
        rowHref={(row) => `/pay-splits/${row.id}`}
        csv
        empty={
          <EmptyState icon={IconSignature} title={t`Nothing is shared`}>
            {side === "partner" ? (
              <Trans>
                When {vendorName} proposes that you share a deal with others, it stands here for you to sign.
                Ask your channel manager where you worked on one together.
              </Trans>
            ) : (
              <Trans>
                Where several partners worked on one deal, open the opportunity and propose how they share its
                pay credit.
              </Trans>
            )}
          </EmptyState>
        }
      />
    </Page>
  );
}
