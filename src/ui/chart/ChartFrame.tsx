import { useLingui } from "@lingui/react/macro";
import { ActionIcon } from "@mantine/core";
import { IconDots } from "@tabler/icons-react";
import { lazy, type ReactNode, useId, useState } from "react";
import { LateMenu } from "../act/LateMenu.tsx";
import { fileName, saveBlob } from "../api/exports.ts";
import { useLocale } from "../i18n/LocaleProvider.tsx";
import classes from "./chart.module.css";
import { type ChartValue, csvOf, exactly, plainly } from "./value.ts";

const fetchItems = () => import("./ChartMenuItems.tsx");
const ChartMenuItems = lazy(() => fetchItems().then((module) => ({ default: module.ChartMenuItems })));

/** A chart's values as a table: what a row is, what it holds. */
export interface ChartTable {
  /** What the rows are: `Month`. */
  head: string;
  columns: readonly string[];
  rows: readonly { label: string; values: readonly ChartValue[] }[];
}

interface ChartFrameProps {
  /** The question that the chart answers: `How much was won each month?` */
  question: string;
  /** The answer in words, below: `March brought 12 % more than last year.` */
  answer?: ReactNode;
  table: ChartTable;
  /** Saves the picture, where it is one. */
  onPicture?: () => void;
  children: ReactNode;
}

/** Around every chart: its question, its values as a table, and both as a file. */
export function ChartFrame({ question, answer, table, onPicture, children }: ChartFrameProps) {
  const { t } = useLingui();
  const id = useId();
  const [asTable, setAsTable] = useState(false);

  function saveTable() {
    const rows = table.rows.map((row) => [row.label, ...row.values.map(plainly)]);
    const text = csvOf([[table.head, ...table.columns.map(withCurrency)], ...rows]);
    saveBlob(new Blob(["\ufeff", text], { type: "text/csv" }), fileName(question, "csv"));
  }

  function withCurrency(column: string, index: number): string {
    const amount = table.rows
      .map((row) => row.values[index])
      .find((value) => typeof value === "object" && value);
    return typeof amount === "object" && amount ? `${column} (${amount.currency})` : column;
  }

  return (
    <figure className={classes.figure} aria-labelledby={id}>
      <figcaption className={classes.head}>
        <div>
          <h2 id={id} className={classes.question}>
            {question}
          </h2>
          {answer && <p className={classes.answer}>{answer}</p>}
        </div>
        <LateMenu
          fetch={fetchItems}
          button={
            <ActionIcon size="sm" aria-label={t`Table and files of: ${question}`}>
              <IconDots size={16} />
            </ActionIcon>
          }
        >
          {(button) => (
            <ChartMenuItems
              button={button}
              isTable={asTable}
              onTable={() => setAsTable((before) => !before)}
              onValues={saveTable}
              onPicture={onPicture}
            />
          )}
        </LateMenu>
      </figcaption>
      {asTable ? <ValueTable table={table} label={question} /> : children}
    </figure>
  );
}

function ValueTable({ table, label }: { table: ChartTable; label: string }) {
  const { formatLocale } = useLocale();
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard
    <section className={classes.tableBox} aria-label={label} tabIndex={0}>
      <table className={classes.table} aria-label={label}>
        <thead>
          <tr>
            <th scope="col">{table.head}</th>
            {table.columns.map((column) => (
              <th key={column} scope="col" data-align="end">
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {table.rows.map((row) => (
            <tr key={row.label}>
              <th scope="row">{row.label}</th>
              {row.values.map((value, index) => (
                <td key={table.columns[index]} data-align="end">
                  {exactly(formatLocale, value)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
