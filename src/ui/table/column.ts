import type { ReactNode } from "react";

/** One column of a table, as data. */
export interface Column<Row> {
  /** Under this name the choice of columns and the sort are kept. */
  id: string;
  header: string;
  cell: (row: Row) => ReactNode;
  /** `end` for amounts and numbers, which then stand at their decimal sign. */
  align?: "start" | "end";
  /** Whole sentences, which go on in a next line rather than being cut. */
  wraps?: boolean;
  /** In pixels; without it the column shares what is left. */
  width?: number;
  /** The name under which the endpoint sorts by it; without it, it cannot be sorted. */
  sort?: string;
  /** Not shown until chosen. */
  optional?: boolean;
  /** On a phone's card: `title` and `amount` stand in the first line, `hidden` nowhere, others as label and value. */
  card?: "title" | "amount" | "hidden";
}

/** The column that names the row: the one marked as the card's title, or else the first. */
export function titleColumn<Row>(columns: readonly Column<Row>[]): Column<Row> | undefined {
  return columns.find((column) => column.card === "title") ?? columns[0];
}
