import { Trans, useLingui } from "@lingui/react/macro";
import { IconCircleCheck } from "@tabler/icons-react";
import { EmptyState } from "#ui/feedback/EmptyState.tsx";
import { useRecordHref } from "#ui/link/RecordLink.tsx";
import type { Column } from "#ui/table/column.ts";
import { DataTable } from "#ui/table/DataTable.tsx";
import { type RunProblem, type RunRecord, runProblems } from "../contract.ts";
import { useProblemWords } from "./problemWords.ts";

/** Wins that earn nothing until somebody solves what is wrong with them. */
export function RunProblems({ run }: { run: RunRecord }) {
  const { t } = useLingui();
  const href = useRecordHref();
  const words = useProblemWords(run.total.currency);
  const columns: readonly Column<RunProblem>[] = [
    {
      id: "opportunity",
      header: t`Opportunity`,
      width: 220,
      card: "title",
      cell: (row) => row.opportunity.name || row.opportunity.externalId,
    },
    { id: "what", header: t`What is wrong`, cell: (row) => words(row).what },
    { id: "todo", header: t`What to do`, cell: (row) => words(row).todo },
  ];
  return (
    <DataTable
      id="run-problems"
      label={t`Problems`}
      endpoint={runProblems}
      params={{ runId: run.id }}
      columns={columns}
      rowKey={(row) => `${row.opportunity.id} ${row.code}`}
      rowHref={(row) => href("opportunity", row.opportunity.id)}
      csv
      embedded
      empty={
        <EmptyState icon={IconCircleCheck} title={t`Every win could be computed`}>
          <Trans>None is left out of this run.</Trans>
        </EmptyState>
      }
    />
  );
}
