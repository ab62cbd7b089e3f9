import { useLingui } from "@lingui/react/macro";
import { Checkbox } from "@mantine/core";
import type { Selection } from "./selection.ts";

/** Marks or unmarks every row that was read. */
export function MarkAll<Row>({ selection }: { selection: Selection<Row> }) {
  const { t } = useLingui();
  return (
    <Checkbox
      aria-label={t`Mark all rows that were read`}
      checked={selection.all}
      indeterminate={!selection.all && selection.rows.length > 0}
      onChange={selection.toggleAll}
    />
  );
}

interface MarkRowProps<Row> {
  selection: Selection<Row>;
  row: Row;
  index: number;
}

/** Marks or unmarks one row. */
export function MarkRow<Row>({ selection, row, index }: MarkRowProps<Row>) {
  const { t } = useLingui();
  return (
    <Checkbox
      aria-label={t`Mark row ${index + 1}`}
      checked={selection.has(row)}
      onChange={() => selection.toggle(row)}
    />
  );
}
