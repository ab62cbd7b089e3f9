import { useWindowVirtualizer } from "@tanstack/react-virtual";
import { useLayoutEffect, useRef, useState } from "react";
import type { EndpointList } from "../api/query.ts";
import { AppLink } from "../link/AppLink.tsx";
import classes from "./cards.module.css";
import { type Column, titleColumn } from "./column.ts";
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

interface CardProps<Row> {
  row: Row;
  columns: readonly Column<Row>[];
  href: string | undefined;
}

/** One row as a card. */
export function Card<Row>({ row, columns, href }: CardProps<Row>) {
  const title = titleColumn(columns);
  const amount = columns.find((column) => column.card === "amount" && column !== title);
  const rest = columns.filter((column) => column !== title && column !== amount && column.card !== "hidden");
  return (
    <>
      <div className={classes.cardHead}>
        <span className={classes.cardTitle}>
          {href ? (
            <AppLink to={href} className={classes.cover}>
              {title?.cell(row)}
            </AppLink>
          ) : (
            title?.cell(row)
          )}
        </span>
        {amount && <span className={classes.cardAmount}>{amount.cell(row)}</span>}
      </div>
      <dl className={classes.cardFacts}>
        {rest.map((column) => {
          const value = column.cell(row);
          if (value === null || value === undefined || value === "") return null;
          return (
            <div key={column.id} className={classes.cardFact}>
              {column.header !== "" && <dt>{column.header}</dt>}
              <dd>{value}</dd>
            </div>
          );
        })}
      </dl>
    </>
  );
}
