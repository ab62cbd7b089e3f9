import { useLingui } from "@lingui/react/macro";
import { Checkbox } from "@mantine/core";
import { IconArrowDown, IconArrowUp } from "@tabler/icons-react";
import type { Column } from "./column.ts";
import { nextSort, type Sort } from "./filters.ts";
import type { Selection } from "./selection.ts";
import classes from "./table.module.css";

interface GridHeadProps<Row> {
  columns: readonly Column<Row>[];
  selection: Selection<Row> | undefined;
  sort: Sort | null;
  onSort: (sort: string) => void;
}

/** The head of a table: it stays in sight, and sorts where the endpoint can. */
export function GridHead<Row>({ columns, selection, sort, onSort }: GridHeadProps<Row>) {
  const { t } = useLingui();
  return (
    <>
      <colgroup>
        {selection && <col style={{ inlineSize: 40 }} />}
        {columns.map((column) => (
          <col key={column.id} style={column.width ? { inlineSize: column.width } : undefined} />
        ))}
      </colgroup>
      <thead>
        <tr aria-rowindex={1}>
          {selection && (
            <th className={classes.mark} scope="col">
              <Checkbox
                aria-label={t`Mark all rows that were read`}
                checked={selection.all}
                indeterminate={!selection.all && selection.rows.length > 0}
                onChange={selection.toggleAll}
              />
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
  const Arrow = current?.descending ? IconArrowDown : IconArrowUp;
  return (
    <th
      scope="col"
      data-align={column.align}
      aria-sort={current ? (current.descending ? "descending" : "ascending") : undefined}
    >
      <button type="button" className={classes.sorter} onClick={() => onSort(nextSort(sort, by))}>
        {column.header}
        <Arrow size={14} className={classes.sortMark} data-on={current !== null || undefined} aria-hidden />
      </button>
    </th>
  );
}
