import { Trans, useLingui } from "@lingui/react/macro";
import { Select } from "@mantine/core";
import type { z } from "zod";
import type { Column } from "#ui/table/column.ts";
import { RowsTable } from "#ui/table/RowsTable.tsx";
import { Status } from "#ui/text/Status.tsx";
import type { Import, ImportField } from "../contract.ts";
import { fieldLabel } from "./fieldWords.ts";
import { cellsOf, type Draft, rivalOf } from "./mapping.ts";

export type Field = z.infer<typeof ImportField>;
type FileColumn = Import["columns"][number];

/** Stands for no field in the choice. */
const leftOut = "-";
const cellsShown = 3;

interface ColumnTableProps {
  one: Import;
  fields: readonly Field[];
  columns: Draft["columns"];
  /** What the server refused, by column. */
  refused: Readonly<Record<string, string>>;
  onChange: (columns: Draft["columns"]) => void;
}

/** Each column of the file with a few of its cells and the field that it fills. */
export function ColumnTable({ one, fields, columns, refused, onChange }: ColumnTableProps) {
  const { t, i18n } = useLingui();
  const options = [
    { value: leftOut, label: t`Leave it out` },
    ...fields.map((field) => {
      const label = fieldLabel(i18n, one.kind, field.key);
      return { value: field.key, label: field.required ? t`${label} (needed)` : label };
    }),
  ];
  const errorOf = (name: string): string | undefined => {
    const rival = rivalOf(columns, name);
    return rival === undefined ? refused[name] : t`“${rival}” fills this already.`;
  };
  const table: readonly Column<FileColumn>[] = [
    { id: "name", header: t`Column in the file`, width: 190, card: "title", cell: ({ name }) => name },
    {
      id: "cells",
      header: t`Its first cells`,
      cell: (column) => <Cells cells={cellsOf(one.sample, one.columns.indexOf(column), cellsShown)} />,
    },
    {
      id: "field",
      header: t`Holds`,
      width: 250,
      cell: ({ name }) => (
        <Select
          aria-label={t`What column ${name} holds`}
          size="xs"
          my={6}
          data={options}
          value={columns[name] ?? leftOut}
          onChange={(key) => onChange({ ...columns, [name]: key === leftOut ? null : key })}
          allowDeselect={false}
          searchable={fields.length > 8}
          error={errorOf(name)}
          comboboxProps={{ withinPortal: true }}
        />
      ),
    },
    {
      id: "why",
      header: t`Why`,
      width: 220,
      cell: (column) => <Why column={column} chosen={columns[column.name] ?? null} mapped={one.mapping} />,
    },
  ];
  return (
    <RowsTable
      label={t`What each column holds`}
      rows={one.columns}
      columns={table}
      rowKey={({ name }) => name}
    />
  );
}

function Cells({ cells }: { cells: readonly string[] }) {
  if (cells.length === 0) return <Trans>empty in the first rows</Trans>;
  return <bdi title={cells.join("\n")}>{cells.join(" · ")}</bdi>;
}

interface WhyProps {
  column: FileColumn;
  chosen: string | null;
  mapped: Import["mapping"];
}

/** Why this field was guessed; or that a person has said otherwise. */
function Why({ column: { name, guess }, chosen, mapped }: WhyProps) {
  const { t } = useLingui();
  if (chosen !== guess.field) {
    const saved = mapped !== null && (mapped.columns[name] ?? null) === chosen;
    return <Status tone="info">{saved ? t`You said so` : t`Your choice`}</Status>;
  }
  const reasons = {
    memory: guess.field === null ? t`Left out before` : t`Confirmed before`,
    name: t`By its name`,
    "similar-name": t`Much like its name`,
    content: t`By its cells`,
    nothing: t`Nothing looks like it`,
  };
  const sure = guess.by === "memory" || guess.by === "name";
  return (
    <Status tone={guess.by === "nothing" ? "idle" : sure ? "good" : "warn"} hollow={!sure}>
      {reasons[guess.by]}
    </Status>
  );
}
