import { Trans, useLingui } from "@lingui/react/macro";
import { EmptyState } from "#ui/feedback/EmptyState.tsx";
import type { Column } from "#ui/table/column.ts";
import { DataTable } from "#ui/table/DataTable.tsx";
import { DateTime } from "#ui/text/dates.tsx";
import { type EngagementRules, listEngagementRules } from "../contract.ts";

/** All versions, the newest first; each can still be read. */
export function RulesVersions() {
  const { t } = useLingui();
  const columns: readonly Column<EngagementRules>[] = [
    {
      id: "version",
      header: t`Version`,
      width: 120,
      card: "title",
      cell: ({ version }) => t`Version ${version}`,
    },
    {
      id: "note",
      header: t`What is new`,
      cell: ({ note }) => note ?? <Trans>The standard rules that every programme begins with.</Trans>,
    },
    { id: "by", header: t`Published by`, width: 170, cell: ({ publishedBy }) => publishedBy },
    {
      id: "at",
      header: t`In force since`,
      width: 170,
      cell: ({ publishedAt }) => <DateTime value={publishedAt} brief />,
    },
  ];
  return (
    <DataTable
      id="rules-versions"
      label={t`Versions`}
      endpoint={listEngagementRules}
      columns={columns}
      rowKey={(row) => row.id}
      rowHref={(row) => `/rules-of-engagement?version=${row.version}`}
      csv
      empty={
        <EmptyState title={t`Here the versions will stand`}>
          <Trans>Each change of the rules is a version, and what was decided keeps its own.</Trans>
        </EmptyState>
      }
    />
  );
}
