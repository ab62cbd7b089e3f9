import { Trans, useLingui } from "@lingui/react/macro";
import { FieldRow } from "#ui/form/Form.tsx";
import { SelectField } from "#ui/form/fields.tsx";
import { Section } from "#ui/page/Section.tsx";
import { DayOrderJson, DecimalMarkJson, type Import } from "../contract.ts";
import type { Field } from "./ColumnTable.tsx";
import type { Draft } from "./mapping.ts";

interface FileFormProps {
  fields: readonly Field[];
  draft: Draft;
  onChange: (draft: Draft) => void;
}

/** How the file writes numbers and days, where its cells do not say it. */
export function FileForm({ fields, draft, onChange }: FileFormProps) {
  const { t } = useLingui();
  const chosen = new Set(Object.values(draft.columns));
  const types = new Set(fields.filter((field) => chosen.has(field.key)).map((field) => field.type));
  const hasNumbers = (["decimal", "money", "amounts", "integer"] as const).some((type) => types.has(type));
  if (!hasNumbers && !types.has("day")) return null;
  const shared = { optional: true, onBlur: () => {}, error: undefined, placeholder: t`As the cells say` };
  return (
    <Section
      title={t`How numbers and dates are written`}
      note={t`Only where you know better: mostly the cells decide it, and where they do not, the check asks.`}
    >
      <FieldRow>
        {hasNumbers && (
          <SelectField
            {...shared}
            name="decimalMark"
            label={t`Numbers`}
            value={draft.decimalMark ?? ""}
            onChange={(mark) =>
              onChange({ ...draft, decimalMark: DecimalMarkJson.safeParse(mark).data ?? null })
            }
            options={[
              { value: ".", label: "1,234.56" },
              { value: ",", label: "1.234,56" },
            ]}
          />
        )}
        {types.has("day") && (
          <SelectField
            {...shared}
            name="dayOrder"
            label={t`Dates such as 01/02/2026`}
            value={draft.dayOrder ?? ""}
            onChange={(order) => onChange({ ...draft, dayOrder: DayOrderJson.safeParse(order).data ?? null })}
            options={[
              { value: "day-first", label: t`Day first: 1 February` },
              { value: "month-first", label: t`Month first: January 2` },
            ]}
          />
        )}
      </FieldRow>
    </Section>
  );
}

/** What was seen of how the file is written. */
export function Written({ one }: { one: Pick<Import, "file"> }) {
  const { t } = useLingui();
  const marks = { comma: t`commas`, semicolon: t`semicolons`, tab: t`tabs` };
  const letters = {
    "utf-8": "UTF-8",
    "utf-16le": "UTF-16",
    "utf-16be": "UTF-16",
    "windows-1252": "Windows-1252",
  };
  return (
    <Trans>
      Read as {letters[one.file.encoding]}, with {marks[one.file.delimiter]} between the columns.
    </Trans>
  );
}
