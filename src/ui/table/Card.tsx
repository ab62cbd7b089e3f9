import { AppLink } from "../link/AppLink.tsx";
import classes from "./cards.module.css";
import { type Column, titleColumn } from "./column.ts";

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
