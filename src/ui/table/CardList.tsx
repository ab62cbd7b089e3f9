import { useWindowVirtualizer } from "@tanstack/react-virtual";
import { useLayoutEffect, useRef, useState } from "react";
import type { EndpointList } from "../api/query.ts";
import { Card } from "./Card.tsx";
import classes from "./cards.module.css";
import type { Column } from "./column.ts";
import { useReadMore } from "./useReadMore.ts";

interface CardListProps<Row> {
  label: string;
  list: EndpointList<Row>;
  columns: readonly Column<Row>[];
  rowKey: (row: Row) => string;
  rowHref: ((row: Row) => string | undefined) | undefined;
}

/** The rows of a list on a phone: one card each, its name and amount first. */
export function CardList<Row>({ label, list, columns, rowKey, rowHref }: CardListProps<Row>) {
  const element = useRef<HTMLUListElement>(null);
  const [top, setTop] = useState(0);
  useLayoutEffect(() => setTop(element.current?.offsetTop ?? 0), []);
  const virtualizer = useWindowVirtualizer({
    count: list.rows.length,
    estimateSize: () => 96,
    overscan: 6,
    scrollMargin: top,
  });
  const visible = virtualizer.getVirtualItems();
  useReadMore(list, visible.at(-1)?.index);
  return (
    <ul
      ref={element}
      className={classes.cards}
      aria-label={label}
      style={{ blockSize: virtualizer.getTotalSize() }}
      data-stale={list.isStale || undefined}
    >
      {visible.map((item) => {
        const row = list.rows[item.index];
        if (row === undefined) return null;
        return (
          <li
            key={rowKey(row)}
            ref={virtualizer.measureElement}
            data-index={item.index}
            className={classes.card}
            style={{ transform: `translateY(${item.start - top}px)` }}
          >
            <Card row={row} columns={columns} href={rowHref?.(row)} />
          </li>
        );
      })}
    </ul>
  );
}
