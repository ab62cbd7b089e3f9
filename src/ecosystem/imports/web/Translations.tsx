import { useLingui } from "@lingui/react/macro";
import { Section } from "#ui/page/Section.tsx";
import type { Column } from "#ui/table/column.ts";
import { RowsTable } from "#ui/table/RowsTable.tsx";
import { Status } from "#ui/text/Status.tsx";
import type { ImportFindings } from "../contract.ts";
import { fieldLabel } from "./fieldWords.ts";
import type { Kind } from "./kindWords.ts";

type Translated = ImportFindings["translatedValues"][number];

interface TranslationsProps {
  kind: Kind;
  translated: readonly Translated[];
}

/** Cells that are read as something else than they say, and who said so. */
export function Translations({ kind, translated }: TranslationsProps) {
  const { t, i18n } = useLingui();
  if (translated.length === 0) return null;
  const columns: readonly Column<Translated>[] = [
    { id: "value", header: t`In the file`, card: "title", cell: ({ value }) => <bdi>{value}</bdi> },
    { id: "target", header: t`Read as`, cell: ({ target }) => <bdi>{target}</bdi> },
    { id: "field", header: t`Field`, width: 150, cell: ({ field }) => fieldLabel(i18n, kind, field) },
    {
      id: "from",
      header: t`Why`,
      width: 220,
      cell: ({ from }) => (
        <Status tone="good">{from === "memory" ? t`Confirmed before` : t`Confirmed with this file`}</Status>
      ),
    },
  ];
  return (
    <Section title={t`Read as something else`} note={t`Other words for values that are known.`} flush>
      <RowsTable
        label={t`Read as something else`}
        rows={translated}
        columns={columns}
        rowKey={({ field, value }) => `${field} ${value}`}
      />
    </Section>
  );
}
