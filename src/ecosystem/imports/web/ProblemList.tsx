import { Trans, useLingui } from "@lingui/react/macro";
import { IconCircleCheck } from "@tabler/icons-react";
import { EmptyState } from "#ui/feedback/EmptyState.tsx";
import type { Column } from "#ui/table/column.ts";
import { DataTable } from "#ui/table/DataTable.tsx";
import type { Filter } from "#ui/table/filters.ts";
import { Count } from "#ui/text/Figure.tsx";
import { type Import, type ImportFindings, type ImportProblem, listProblems } from "../contract.ts";
import { fieldLabel } from "./fieldWords.ts";
import { groupTitle, problemText } from "./problemWords.ts";
import { isMixed, Severity } from "./Severity.tsx";

interface ProblemListProps {
  one: Import;
  groups: ImportFindings["byCode"];
}

/** Every problem with its row, in the order of the file. */
export function ProblemList({ one, groups }: ProblemListProps) {
  const { t, i18n } = useLingui();
  const columns: Column<ImportProblem>[] = [
    { id: "row", header: t`Row`, width: 80, align: "end", cell: ({ row }) => <Count value={row} /> },
    {
      id: "why",
      header: t`Why`,
      card: "title",
      cell: (problem) => <span title={problemText(i18n, problem)}>{problemText(i18n, problem)}</span>,
    },
    { id: "column", header: t`Column`, width: 130, cell: ({ column }) => column ?? t`the row` },
    {
      id: "value",
      header: t`In the file`,
      width: 150,
      cell: ({ value }) => (value === null ? null : <bdi title={value}>{value}</bdi>),
    },
  ];
  if (isMixed(groups))
    columns.push({
      id: "severity",
      header: t`Weight`,
      width: 100,
      cell: ({ severity }) => <Severity severity={severity} />,
    });
  const codes = new Map(groups.map(({ code, example }) => [code, groupTitle(i18n, example)]));
  const fields = new Set(groups.flatMap(({ field }) => field ?? []));
  const filters: Filter[] = [
    {
      kind: "select",
      name: "code",
      label: t`Problem`,
      options: [...codes].map(([value, label]) => ({ value, label })),
    },
    {
      kind: "select",
      name: "field",
      label: t`Field`,
      options: [...fields].map((field) => ({ value: field, label: fieldLabel(i18n, one.kind, field) })),
    },
  ];
  if (isMixed(groups))
    filters.push({
      kind: "select",
      name: "severity",
      label: t`Weight`,
      options: [
        { value: "error", label: t`Error` },
        { value: "warning", label: t`Warning` },
      ],
    });
  return (
    <DataTable
      id="import-problems"
      label={t`Problems`}
      endpoint={listProblems}
      params={{ importId: one.id }}
      columns={columns}
      filters={filters}
      rowKey={({ row, field, code }) => `${row} ${field} ${code}`}
      csv
      embedded
      empty={
        <EmptyState icon={IconCircleCheck} title={t`No row has a problem`}>
          <Trans>Every row can be taken over.</Trans>
        </EmptyState>
      }
    />
  );
}
