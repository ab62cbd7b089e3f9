import { useLingui } from "@lingui/react/macro";
import type { Column } from "#ui/table/column.ts";
import { RowsTable } from "#ui/table/RowsTable.tsx";
import { Count } from "#ui/text/Figure.tsx";

interface Counted {
  level: string;
  before: number;
  after: number;
}

interface LevelCountsProps {
  label: string;
  levels: readonly Counted[];
  before: string;
  after: string;
}

/** How many partners have each level, before and after. */
export function LevelCounts({ label, levels, before, after }: LevelCountsProps) {
  const { t } = useLingui();
  const counts = (id: "before" | "after", header: string): Column<Counted> => ({
    id,
    header,
    align: "end",
    width: 200,
    cell: (row) => <Count value={row[id]} />,
  });
  return (
    <RowsTable
      label={label}
      rows={levels}
      rowKey={({ level }) => level}
      columns={[
        { id: "level", header: t`Level`, card: "title", cell: ({ level }) => level },
        counts("before", before),
        counts("after", after),
      ]}
    />
  );
}
