import type { ReactNode } from "react";
import { AppLink } from "../link/AppLink.tsx";
import { type Column, titleColumn } from "./column.ts";
import classes from "./table.module.css";

interface GridRowProps<Row> {
  row: Row;
  index: number;
  columns: readonly Column<Row>[];
  href: string | undefined;
  /** Marks the row, where rows can be marked. */
  mark?: ReactNode;
  isMarked?: boolean;
}

/** One row. The link in its first column covers it all, so that it opens wherever it is pressed. */
export function GridRow<Row>({ row, index, columns, href, mark, isMarked = false }: GridRowProps<Row>) {
  const title = titleColumn(columns);
  return (
    <tr
      className={classes.row}
      data-index={index}
      data-marked={isMarked || undefined}
      aria-rowindex={index + 2}
    >
      {mark && <td className={classes.mark}>{mark}</td>}
      {columns.map((column) => (
        <td key={column.id} data-align={column.align} data-wraps={column.wraps || undefined}>
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
