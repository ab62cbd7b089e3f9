import { useLingui } from "@lingui/react/macro";
import { Anchor } from "@mantine/core";
import type { Column } from "#ui/table/column.ts";
import { RowsTable } from "#ui/table/RowsTable.tsx";
import { Count } from "#ui/text/Figure.tsx";
import type { Import, ImportFindings } from "../contract.ts";
import { fieldLabel } from "./fieldWords.ts";
import { groupTitle } from "./problemWords.ts";
import { isMixed, Severity } from "./Severity.tsx";

type Group = ImportFindings["byCode"][number];

interface ProblemGroupsProps {
  one: Import;
  groups: readonly Group[];
  /** Shows the rows of a group. */
  onPick: (group: Group) => void;
}

/** Problems of the same kind together, the most frequent first; pressing one shows its rows. */
export function ProblemGroups({ one, groups, onPick }: ProblemGroupsProps) {
  const { t, i18n } = useLingui();
  const titleOf = ({ field, example }: Group): string => {
    const what = groupTitle(i18n, example);
    if (field === null) return what;
    const label = fieldLabel(i18n, one.kind, field);
    return t`${label}: ${what}`;
  };
  const columns: Column<Group>[] = [
    {
      id: "what",
      header: t`What is wrong`,
      card: "title",
      cell: (group) => (
        <Anchor component="button" type="button" title={titleOf(group)} onClick={() => onPick(group)}>
          {titleOf(group)}
        </Anchor>
      ),
    },
    {
      id: "example",
      header: t`For example`,
      width: 150,
      cell: ({ example }) =>
        example.value === null ? null : <bdi title={example.value}>{example.value}</bdi>,
    },
    {
      id: "count",
      header: t`Rows`,
      width: 75,
      align: "end",
      card: "amount",
      cell: ({ count }) => <Count value={count} />,
    },
  ];
  if (isMixed(groups))
    columns.splice(2, 0, {
      id: "severity",
      header: t`Weight`,
      width: 95,
      cell: ({ severity }) => <Severity severity={severity} />,
    });
  return (
    <RowsTable
      label={t`Problems of the same kind`}
      rows={groups}
      columns={columns}
      rowKey={({ field, code, severity }) => `${field} ${code} ${severity}`}
    />
  );
}
