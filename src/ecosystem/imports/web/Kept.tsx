import { useLingui } from "@lingui/react/macro";
import { inReadersWords } from "#ui/i18n/serverWords.ts";
import { Section } from "#ui/page/Section.tsx";
import { RowsTable } from "#ui/table/RowsTable.tsx";
import type { Import } from "../contract.ts";
import { kindWords } from "./kindWords.ts";

interface KeptProps {
  one: Import;
  kept: NonNullable<Import["undo"]>["kept"];
}

/** What an undo has left, and why. */
export function Kept({ one, kept }: KeptProps) {
  const { t, i18n } = useLingui();
  return (
    <Section title={t`What stays`} flush>
      <RowsTable
        label={t`What stays`}
        rows={kept}
        columns={[
          {
            id: "label",
            header: i18n._(kindWords[one.kind].name),
            card: "title",
            cell: ({ label }) => label,
          },
          { id: "why", header: t`Why`, cell: ({ why }) => inReadersWords(why, i18n) },
        ]}
        rowKey={({ label }) => label}
      />
    </Section>
  );
}
