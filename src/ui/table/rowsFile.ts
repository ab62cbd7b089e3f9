import { useLingui } from "@lingui/react/macro";
import { IconDownload } from "@tabler/icons-react";
import type { Act } from "../act/Act.tsx";
import { fileName, saveBlob } from "../api/exports.ts";
import { csvOf } from "../chart/value.ts";

/** A column of a file made of rows that the page has already: its heading, and the plain value of a cell. */
export interface FileColumn<Row> {
  header: string;
  value: (row: Row) => string | number | null;
}

/** The act that hands rows that the page has already to the person as a file for a spreadsheet. */
export function useSaveRows<Row>(
  name: string,
  rows: readonly Row[],
  columns: readonly FileColumn<Row>[],
): Act {
  const { t } = useLingui();
  const save = () => {
    const lines = rows.map((row) => columns.map(({ value }) => String(value(row) ?? "")));
    const text = csvOf([columns.map(({ header }) => header), ...lines]);
    saveBlob(new Blob(["\ufeff", text], { type: "text/csv" }), fileName(name, "csv"));
  };
  return { label: t`Save as CSV`, icon: IconDownload, onClick: save };
}
