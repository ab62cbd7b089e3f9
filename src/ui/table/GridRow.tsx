import { useLingui } from "@lingui/react/macro";
import { Checkbox } from "@mantine/core";
import { AppLink } from "../link/AppLink.tsx";
import { type Column, titleColumn } from "./column.ts";
import type { Selection } from "./selection.ts";
import classes from "./table.module.css";

interface GridRowProps<Row> {
  row: Row;
  index: number;
  columns: readonly Column<Row>[];
  href: string | undefined;
  selection: Selection<Row> | undefined;
}

/** One row. The link in its first column covers it all, so that it opens wherever it is pressed. */
export function GridRow<Row>({ row, index, columns, href, selection }: GridRowProps<Row>) {
  const { t } = useLingui();
  const title = titleColumn(columns);
  const marked = selection?.has(row) ?? false;
  return (
    <tr
      className={classes.row}
      data-index={index}
      data-marked={marked || undefined}
      aria-rowindex={index + 2}
    >
      {selection && (
        <td className={classes.mark}>
          <Checkbox
            aria-label={t`Mark row ${index + 1}`}
            checked={marked}
            onChange={() => selection.toggle(row)}
          />
        </td>
      )}
      {columns.map((column) => (
        <td key={column.id} data-align={column.align}>
          {column === title && href ? (
            <AppLink to={href} className={classes.cover}>
              {column.cell(row)}
            </AppLink>
          ) : (
            column.cell(row)
          )}
        </td>
      ))}
    </tr>
  );
}
