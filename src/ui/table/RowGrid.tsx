import { useLingui } from "@lingui/react/macro";
import { useVirtualizer } from "@tanstack/react-virtual";
import { useRef } from "react";
import type { EndpointList } from "../api/query.ts";
import type { Column } from "./column.ts";
import type { Sort } from "./filters.ts";
import { GridHead } from "./GridHead.tsx";
import { GridRow } from "./GridRow.tsx";
import { MarkAll, MarkRow } from "./Marks.tsx";
import type { Selection } from "./selection.ts";
import classes from "./table.module.css";
import { useFillHeight } from "./useFillHeight.ts";
import { useReadMore } from "./useReadMore.ts";
import { useRowKeys } from "./useRowKeys.ts";

const rowHeightPx = 40;

interface RowGridProps<Row> {
  label: string;
  list: EndpointList<Row>;
  columns: readonly Column<Row>[];
  rowKey: (row: Row) => string;
  rowHref: ((row: Row) => string | undefined) | undefined;
  selection: Selection<Row> | undefined;
  sort: Sort | null;
  onSort: (sort: string) => void;
  embedded: boolean;
}

/** The rows of a list as a table. Only those in sight are in the page. */
export function RowGrid<Row>(props: RowGridProps<Row>) {
  const { label, list, columns, rowKey, rowHref, selection, sort, onSort, embedded } = props;
  const { t } = useLingui();
  const scroller = useRef<HTMLDivElement>(null);
  const maxHeight = useFillHeight(scroller, !embedded);
  const virtualizer = useVirtualizer({
    count: list.rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeightPx,
    overscan: 10,
  });
  const visible = virtualizer.getVirtualItems();
  const first = visible[0]?.start ?? 0;
  const rest = virtualizer.getTotalSize() - (visible.at(-1)?.end ?? 0);
  useReadMore(list, visible.at(-1)?.index);
  const onKeyDown = useRowKeys(list.rows.length, (index) => virtualizer.scrollToIndex(index));
  const span = columns.length + (selection ? 1 : 0);

  return (
    <section
      ref={scroller}
      className={classes.scroller}
      style={{ maxBlockSize: maxHeight }}
      aria-label={t`${label}, scrolls`}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard
      tabIndex={0}
      onKeyDown={onKeyDown}
    >
      <table
        className={classes.table}
        aria-label={label}
        aria-rowcount={list.complete ? list.rows.length + 1 : -1}
        style={{ minInlineSize: leastWidth(columns) }}
        data-stale={list.isStale || undefined}
      >
        <GridHead
          columns={columns}
          mark={selection && <MarkAll selection={selection} />}
          sort={sort}
          onSort={onSort}
        />
        <tbody>
          {first > 0 && <Spacer height={first} span={span} />}
          {visible.map(({ index }) => {
            const row = list.rows[index];
            if (row === undefined) return null;
            return (
              <GridRow
                key={rowKey(row)}
                row={row}
                index={index}
                columns={columns}
                href={rowHref?.(row)}
                mark={selection && <MarkRow selection={selection} row={row} index={index} />}
                isMarked={selection?.has(row) ?? false}
              />
            );
          })}
          {rest > 0 && <Spacer height={rest} span={span} />}
        </tbody>
      </table>
    </section>
  );
}

/** Stands for the rows that are out of sight. */
function Spacer({ height, span }: { height: number; span: number }) {
  return (
    <tr aria-hidden>
      <td colSpan={span} style={{ blockSize: height, padding: 0, border: 0 }} />
    </tr>
  );
}

/** Below this width, in pixels, the table scrolls sideways rather than squeeze its words. */
function leastWidth(columns: readonly Column<never>[]): number {
  return columns.reduce((sum, column) => sum + (column.width ?? 180), 0);
}
