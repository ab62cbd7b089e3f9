import { useLingui } from "@lingui/react/macro";
import { IconTrash } from "@tabler/icons-react";
import { ActButton } from "#ui/act/Act.tsx";
import { Note } from "#ui/feedback/Note.tsx";
import { FieldStack } from "#ui/form/FieldStack.tsx";
import { FieldRow } from "#ui/form/Form.tsx";
import { FormSection } from "#ui/form/FormSection.tsx";
import { NumberField, SelectField, TextField } from "#ui/form/fields.tsx";
import { useFormat } from "#ui/format/useFormat.ts";
import { useToday } from "#ui/format/useToday.ts";
import { useFiscalYearStart } from "#ui/reader/reader.tsx";
import { type LadderTwo, type Measure, silence, type Window } from "../../../ladders/contract.ts";
import { measureOf } from "./edit.ts";
import { PointsFields } from "./PointsFields.tsx";
import { firstPoints } from "./points.ts";
import type { ProgramEditor } from "./useProgramEditor.ts";

interface MeasureFieldsProps {
  editor: ProgramEditor;
  ladder: LadderTwo;
  set: (part: Partial<LadderTwo>) => void;
}

/** No kind of fact has this key: kinds begin with a letter. */
const inPoints = "+points";

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
        <FieldStack key={measure.key}>
          <FieldRow>
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
          <Silence measure={measure} facts={facts} />
        </FieldStack>
      ))}
      <SelectField
        name="add-measure"
        value=""
        onChange={(chosen) => {
          const fact = facts.find(({ key }) => key === chosen);
          if (fact !== undefined) set({ measures: [...measures, measureOf(fact, keys)] });
          if (chosen === inPoints) {
            const points = firstPoints(t`Points`, keys, ladder.currency, editor.effectiveFrom);
            set({ measures: [...measures, points] });
          }
        }}
        onBlur={() => {}}
        error={undefined}
        optional
        label={t`Measure something else`}
        options={[
          { value: inPoints, label: t`Points, by rates of your own` },
          ...facts.map(({ key, label }) => ({ value: key, label })),
        ]}
      />
      {measures.map(
        (measure, index) =>
          measure.kind === "points" && (
            <PointsFields
              key={measure.key}
              editor={editor}
              place={`/ladder/measures/${index}`}
              measure={measure}
              change={(next) => change(index, next)}
            />
          ),
      )}
    </FormSection>
  );
}

/** Says where a measure would be 0 for everybody, since nothing is recorded that it could count. */
function Silence({ measure, facts }: { measure: Measure; facts: ProgramEditor["names"]["facts"] }) {
  const { t } = useLingui();
  const format = useFormat();
  const on = useToday();
  const fiscalYearStartMonth = useFiscalYearStart();
  const lastOn = (fact: string) => facts.find(({ key }) => key === fact)?.lastOn ?? null;
  const why = silence(measure, lastOn, { calendar: { fiscalYearStartMonth }, on });
  if (why === null) return null;
  const { label } = measure;
  return (
    <Note tone="warn">
      {why.lastOn === null
        ? t`${label}: nothing is recorded yet, so it is 0 for everybody.`
        : t`${label}: the last that is recorded is of ${format.day(why.lastOn)}, before the days that count. A review today would find 0 for everybody.`}
    </Note>
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
        error={(editor.faultsAt(`${place}/window`)[0] ?? editor.faultsAt(`${place}/fact`)[0])?.message}
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
