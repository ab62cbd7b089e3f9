import { useLingui } from "@lingui/react/macro";
import { DayField } from "#ui/form/DateFields.tsx";
import { FieldRow } from "#ui/form/Form.tsx";
import { FormSection } from "#ui/form/FormSection.tsx";
import { ManyField, NumberField, SelectField, TextField, YesField } from "#ui/form/fields.tsx";
import { Page } from "#ui/page/Page.tsx";
import { partnerTypes } from "../../../partner-types/contract.ts";
import type { Counts } from "../../contract.ts";
import { useCountsWords } from "../countsWords.ts";
import { useProgramWords } from "../programWords.ts";
import type { ProgramEditor } from "./useProgramEditor.ts";

const choices: { [Rule in keyof Counts]: readonly Counts[Rule][] } = {
  dealRules: ["customer-site", "contracting-entity"],
  tiers: ["contracting-entity", "customer-site"],
  funds: ["paying-entity", "place-of-activity"],
};

/** What the program is, for whom, and what holds for all of it. */
export function FrameFields({ editor }: { editor: ProgramEditor }) {
  const { t } = useLingui();
  const words = useProgramWords();
  const countsIn = useCountsWords();
  const { document, change, bind } = editor;
  const { criteria, counts } = document;
  const number = (value: number | string, then: (value: number) => void) => {
    if (typeof value === "number") then(value);
  };
  return (
    <Page>
      <FormSection title={t`What it is`}>
        <TextField
          {...bind("/label", document.label, (label) => change({ ...document, label }))}
          label={t`Name`}
        />
        <TextField
          {...bind("/summary", document.summary, (summary) => change({ ...document, summary }))}
          optional
          label={t`What it is for, in a sentence`}
          lines={2}
        />
      </FormSection>
      <FormSection
        title={t`Who is in it`}
        note={t`Whoever fits is in by itself. Leave both empty for everybody.`}
      >
        <ManyField
          {...bind<readonly string[]>("/criteria/types", criteria.types, (types) =>
            change({
              ...document,
              criteria: { ...criteria, types: partnerTypes.filter((one) => types.includes(one)) },
            }),
          )}
          optional
          label={t`Types of partners`}
          options={partnerTypes.map((type) => ({ value: type, label: words.types[type] }))}
        />
        <PlacesField
          editor={editor}
          pointer="/criteria/regions"
          value={criteria.regions}
          onChange={(regions) => change({ ...document, criteria: { ...criteria, regions: [...regions] } })}
          label={t`Regions and countries`}
        />
      </FormSection>
      <FormSection title={t`When and how it changes`}>
        <FieldRow>
          <DayField
            {...bind("/effectiveFrom", editor.effectiveFrom, editor.changeDay)}
            label={t`This version holds from`}
          />
          <NumberField
            {...bind<number | string>("/noticeDays", document.noticeDays, (value) =>
              number(value, (noticeDays) => change({ ...document, noticeDays })),
            )}
            label={t`Told ahead when it takes something away`}
            unit={t`days`}
            min={0}
            max={365}
          />
        </FieldRow>
        <YesField
          {...bind("/acknowledge", document.acknowledge, (acknowledge) =>
            change({ ...document, acknowledge }),
          )}
          label={t`Partners acknowledge each program year`}
        />
      </FormSection>
      <FormSection
        title={t`Whose region counts`}
        note={t`Where a region does something otherwise, this place decides.`}
      >
        {(["dealRules", "tiers", "funds"] as const).map((rule) => (
          <SelectField
            key={rule}
            {...bind<string>(`/counts/${rule}`, counts[rule], (chosen) =>
              change({ ...document, counts: { ...counts, ...picked(rule, chosen) } }),
            )}
            label={words.rules[rule]}
            description={countsIn(rule, counts)}
            options={choices[rule].map((one) => ({ value: one, label: words.counts[one] }))}
          />
        ))}
      </FormSection>
    </Page>
  );
}

function picked<Rule extends keyof Counts>(rule: Rule, chosen: string): Partial<Counts> {
  const value = choices[rule].find((one) => one === chosen);
  return value === undefined ? {} : { [rule]: value };
}

interface PlacesFieldProps {
  editor: ProgramEditor;
  pointer: string;
  value: readonly string[];
  onChange: (value: readonly string[]) => void;
  label: string;
}

/** Regions of the vendor's, and countries. */
export function PlacesField({ editor, pointer, value, onChange, label }: PlacesFieldProps) {
  const words = useProgramWords();
  const regions = editor.names.regions.map(({ key, name }) => ({ value: key, label: name }));
  // One that is gone stays in sight, so that it can be taken out.
  const gone = value.filter((key) => !/^[A-Z]{2}$/.test(key) && !regions.some((one) => one.value === key));
  return (
    <ManyField
      {...editor.bind<readonly string[]>(pointer, value, onChange)}
      optional
      label={label}
      options={[...regions, ...gone.map((key) => ({ value: key, label: key })), ...words.countryOptions()]}
    />
  );
}
