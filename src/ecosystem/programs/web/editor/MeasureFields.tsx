import { Trans, useLingui } from "@lingui/react/macro";
import { IconTrash } from "@tabler/icons-react";
import { ActButton } from "#ui/act/Act.tsx";
import { FieldRow } from "#ui/form/Form.tsx";
import { FormSection } from "#ui/form/FormSection.tsx";
import { NumberField, SelectField, TextField } from "#ui/form/fields.tsx";
import type { LadderTwo, Measure, Window } from "../../../ladders/contract.ts";
import { measureOf } from "./edit.ts";
import type { ProgramEditor } from "./useProgramEditor.ts";

interface MeasureFieldsProps {
  editor: ProgramEditor;
  ladder: LadderTwo;
  set: (part: Partial<LadderTwo>) => void;
}

/** What is counted for the levels, and over which days. */
export function MeasureFields({ editor, ladder, set }: MeasureFieldsProps) {
  const { t } = useLingui();
  const { measures } = ladder;
  const change = (index: number, next: Measure) =>
    set({ measures: measures.map((one, at) => (at === index ? next : one)) });
  const keys = measures.map(({ key }) => key);
  const { facts } = editor.names;
  return (
    <FormSection
      title={t`What is measured`}
      note={t`Facts that the product records, and those that people enter or import until a feature owns them.`}
    >
      {measures.map((measure, index) => (
        <FieldRow key={measure.key}>
          <TextField
            {...editor.bind(`/ladder/measures/${index}/label`, measure.label, (label) =>
              change(index, { ...measure, label }),
            )}
            label={t`Called`}
          />
          <WindowFields
            editor={editor}
            index={index}
            measure={measure}
            change={(next) => change(index, next)}
          />
          <ActButton
            act={{
              label: t`Take it out`,
              icon: IconTrash,
              onClick: () => set({ measures: measures.filter((_, at) => at !== index) }),
            }}
            variant="subtle"
            size="compact-sm"
          />
        </FieldRow>
      ))}
      <SelectField
        name="add-measure"
        value=""
        onChange={(key) => {
          const fact = facts.find((one) => one.key === key);
          if (fact !== undefined) set({ measures: [...measures, measureOf(fact, keys)] });
        }}
        onBlur={() => {}}
        error={undefined}
        optional
        label={t`Measure something else`}
        options={facts.map(({ key, label }) => ({ value: key, label }))}
      />
      {measures.some(({ kind }) => kind === "points") && (
        <p>
          <Trans>The rates by which points are given are written in the whole document.</Trans>
        </p>
      )}
    </FormSection>
  );
}

interface WindowFieldsProps {
  editor: ProgramEditor;
  index: number;
  measure: Measure;
  change: (measure: Measure) => void;
}

function WindowFields({ editor, index, measure, change }: WindowFieldsProps) {
  const { t } = useLingui();
  const { window } = measure;
  const windows: Readonly<Record<Window["kind"], Window>> = {
    "previous-quarter": { kind: "previous-quarter" },
    "previous-year": { kind: "previous-year" },
    "trailing-months": { kind: "trailing-months", months: 12 },
    "as-of": { kind: "as-of" },
  };
  const options = [
    { value: "previous-quarter", label: t`the quarter before` },
    { value: "previous-year", label: t`the year before` },
    { value: "trailing-months", label: t`some months before` },
    { value: "as-of", label: t`the day of the review` },
  ];
  const place = `/ladder/measures/${index}`;
  return (
    <>
      <SelectField
        {...editor.bind<string>(`${place}/window`, window.kind, (chosen) => {
          const next = Object.values(windows).find(({ kind }) => kind === chosen);
          if (next !== undefined) change({ ...measure, window: next });
        })}
        error={
          editor.errors.find(({ pointer }) => pointer === `${place}/window` || pointer === `${place}/fact`)
            ?.message
        }
        label={t`Counted over`}
        options={options}
      />
      {window.kind === "trailing-months" && (
        <NumberField
          {...editor.bind<number | string>(`${place}/window/months`, window.months, (months) => {
            if (typeof months === "number")
              change({ ...measure, window: { kind: "trailing-months", months } });
          })}
          label={t`How many`}
          unit={t`months`}
          min={1}
          max={60}
        />
      )}
    </>
  );
}
