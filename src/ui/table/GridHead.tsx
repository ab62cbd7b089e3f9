import { IconArrowDown, IconArrowUp } from "@tabler/icons-react";
import type { ReactNode } from "react";
import type { Column } from "./column.ts";
import { nextSort, type Sort } from "./filters.ts";
import classes from "./table.module.css";

interface GridHeadProps<Row> {
  columns: readonly Column<Row>[];
  /** Marks all rows, where rows can be marked. */
  mark?: ReactNode;
  sort: Sort | null;
  onSort: (sort: string) => void;
}

/** The head of a table: it stays in sight, and sorts where the endpoint can. */
export function GridHead<Row>({ columns, mark, sort, onSort }: GridHeadProps<Row>) {
  return (
    <>
      <colgroup>
        {mark && <col style={{ inlineSize: 40 }} />}
        {columns.map((column) => (
          <col key={column.id} style={column.width ? { inlineSize: column.width } : undefined} />
        ))}
      </colgroup>
      <thead>
        <tr aria-rowindex={1}>
          {mark && (
            <th className={classes.mark} scope="col">
              {mark}
            </th>
          )}
          {columns.map((column) => (
            <HeadCell key={column.id} column={column} sort={sort} onSort={onSort} />
          ))}
        </tr>
      </thead>
    </>
  );
}

interface HeadCellProps {
  column: Column<never>;
  sort: Sort | null;
  onSort: (sort: string) => void;
}

function HeadCell({ column, sort, onSort }: HeadCellProps) {
  const by = column.sort;
  if (by === undefined) {
    return (
      <th scope="col" data-align={column.align}>
        {column.header}
      </th>
    );
  }
  const current = sort?.by === by ? sort : null;
  const Arrow = (current ? current.descending : column.align === "end") ? IconArrowDown : IconArrowUp;
  return (
    <th
      scope="col"
      data-align={column.align}
      aria-sort={current ? (current.descending ? "descending" : "ascending") : undefined}
    >
      <button
        type="button"
        className={classes.sorter}
        onClick={() => onSort(nextSort(sort, by, column.align === "end"))}
      >
        {column.header}
        <Arrow size={14} className={classes.sortMark} data-on={current !== null || undefined} aria-hidden />
      </button>
    </th>
  );
}
