import { useMediaQuery } from "@mantine/hooks";
import type { ReactNode } from "react";
import { Card } from "./Card.tsx";
import cardClasses from "./cards.module.css";
import { type Column, titleColumn } from "./column.ts";
import { GridHead } from "./GridHead.tsx";
import { GridRow } from "./GridRow.tsx";
import { Sideways } from "./Sideways.tsx";
import classes from "./table.module.css";

interface RowsTableProps<Row> {
  /** What the rows are, for screen readers. */
  label: string;
  rows: readonly Row[];
  columns: readonly Column<Row>[];
  rowKey: (row: Row) => string;
  rowHref?: (row: Row) => string | undefined;
  /** Cells of a last row, by the id of their column: totals. */
  totals?: Readonly<Record<string, ReactNode>>;
}

/** A few rows that the page has already, in the dress of a list: the lines of a receipt, the partners of a run. */
export function RowsTable<Row>({ label, rows, columns, rowKey, rowHref, totals }: RowsTableProps<Row>) {
  const isPhone = useMediaQuery("(max-width: 44em)", undefined, { getInitialValueInEffect: false }) ?? false;
  if (isPhone) {
    return (
      <ul className={cardClasses.cards} aria-label={label}>
        {rows.map((row) => (
          <li key={rowKey(row)} className={cardClasses.cardInFlow}>
            <Card row={row} columns={columns} href={rowHref?.(row)} />
          </li>
        ))}
        {totals && <TotalsCard columns={columns} totals={totals} />}
      </ul>
    );
  }
  return (
    <Sideways label={label}>
      <table className={classes.table} style={{ minInlineSize: leastWidth(columns) }} aria-label={label}>
        <GridHead columns={columns} sort={null} onSort={() => {}} />
        <tbody>
          {rows.map((row, index) => (
            <GridRow key={rowKey(row)} row={row} index={index} columns={columns} href={rowHref?.(row)} />
          ))}
        </tbody>
        {totals && (
          <tfoot>
            <tr>
              {columns.map((column) => (
                <td key={column.id} data-align={column.align}>
                  {totals[column.id]}
                </td>
              ))}
            </tr>
          </tfoot>
        )}
      </table>
    </Sideways>
  );
}

interface TotalsCardProps {
  columns: readonly Column<never>[];
  totals: Readonly<Record<string, ReactNode>>;
}

/** As the cards above it: what it is at the start, the amount at the end, the rest below. */
function TotalsCard({ columns, totals }: TotalsCardProps) {
  const title = titleColumn(columns);
  const amount = columns.find((column) => column.card === "amount" && column !== title);
  const told = columns.filter((column) => totals[column.id] !== undefined);
  return (
    <li className={cardClasses.cardInFlow} data-totals>
      <div className={cardClasses.cardHead}>
        <span className={cardClasses.cardTitle}>{title && totals[title.id]}</span>
        {amount && <span className={cardClasses.cardAmount}>{totals[amount.id]}</span>}
      </div>
      <dl className={cardClasses.cardFacts}>
        {told
          .filter((column) => column !== title && column !== amount)
          .map((column) => (
            <div key={column.id} className={cardClasses.cardFact}>
              <dt>{column.header}</dt>
              <dd>{totals[column.id]}</dd>
            </div>
          ))}
      </dl>
    </li>
  );
}

/** Below this width the table is moved sideways rather than squeezed, in pixels. */
function leastWidth(columns: readonly Column<never>[]): number {
  return columns.reduce((sum, column) => sum + (column.width ?? 140), 0);
}
