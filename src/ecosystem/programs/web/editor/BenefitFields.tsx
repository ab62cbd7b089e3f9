import { useLingui } from "@lingui/react/macro";
import { IconPlus, IconTrash } from "@tabler/icons-react";
import { ActButton } from "#ui/act/Act.tsx";
import { Note } from "#ui/feedback/Note.tsx";
import { CurrencyField } from "#ui/form/CurrencyField.tsx";
import { DecimalField } from "#ui/form/DecimalField.tsx";
import { Faults } from "#ui/form/Faults.tsx";
import { FieldStack, NumbersRow } from "#ui/form/FieldStack.tsx";
import { FieldRow } from "#ui/form/Form.tsx";
import { NumberField, SelectField, TextField, YesField } from "#ui/form/fields.tsx";
import { Page } from "#ui/page/Page.tsx";
import { Section } from "#ui/page/Section.tsx";
import { Sentences } from "#ui/text/Sentences.tsx";
import { type Benefit, benefitKinds, benefitUnits, included, levelsOf } from "../../contract.ts";
import { dipsOf } from "../../dips.ts";
import { useBenefitValueWords } from "../benefitValue.ts";
import { useProgramWords } from "../programWords.ts";
import { newBenefit, removeBenefit } from "./edit.ts";
import type { ProgramEditor } from "./useProgramEditor.ts";

/** What the levels give. */
export function BenefitFields({ editor }: { editor: ProgramEditor }) {
  const { t } = useLingui();
  const { document, change } = editor;
  const keys = document.benefits.map(({ key }) => key);
  const add = {
    label: t`Add a benefit`,
    icon: IconPlus,
    onClick: () =>
      change({ ...document, benefits: [...document.benefits, newBenefit(t`New benefit`, keys)] }),
  };
  return (
    <Page>
      {document.benefits.map((benefit, index) => (
        <OneBenefit key={benefit.key} editor={editor} benefit={benefit} index={index} />
      ))}
      <ActButton act={add} variant="default" size="compact-sm" />
    </Page>
  );
}

interface OneBenefitProps {
  editor: ProgramEditor;
  benefit: Benefit;
  index: number;
}

function OneBenefit({ editor, benefit, index }: OneBenefitProps) {
  const { t } = useLingui();
  const words = useProgramWords();
  const { document, change, bind } = editor;
  const set = (part: Partial<Benefit>) =>
    change({
      ...document,
      benefits: document.benefits.map((one, at) => (at === index ? { ...one, ...part } : one)),
    });
  const at = (name: string) => `/benefits/${index}/${name}`;
  return (
    <Section
      title={benefit.label}
      action={{
        label: t`Take it out`,
        icon: IconTrash,
        onClick: () => change(removeBenefit(document, benefit.key)),
      }}
    >
      <FieldStack>
        <FieldRow>
          <TextField {...bind(at("label"), benefit.label, (label) => set({ label }))} label={t`Called`} />
          <SelectField
            {...bind<string>(at("kind"), benefit.kind, (chosen) => {
              const kind = benefitKinds.find((one) => one === chosen);
              if (kind !== undefined) set({ kind });
            })}
            label={t`Kind`}
            options={benefitKinds.map((kind) => ({ value: kind, label: words.kinds[kind] }))}
          />
        </FieldRow>
        <FieldRow>
          <SelectField
            {...bind<string>(at("unit"), benefit.unit, (chosen) => {
              const unit = benefitUnits.find((one) => one === chosen);
              if (unit !== undefined) set({ unit, values: {} });
            })}
            label={t`Said as`}
            options={benefitUnits.map((unit) => ({ value: unit, label: words.units[unit] }))}
          />
          {benefit.unit === "money" ? (
            <CurrencyField
              {...bind(at("currency"), benefit.currency ?? "", (currency) => set({ currency }))}
              label={t`Currency`}
            />
          ) : (
            <SelectField
              {...bind<string>(at("period"), benefit.period, (chosen) => {
                const period = (["year", "quarter", "none"] as const).find((one) => one === chosen);
                if (period !== undefined) set({ period });
              })}
              label={t`Counts for`}
              options={(["year", "quarter", "none"] as const).map((one) => ({
                value: one,
                label: words.periods[one],
              }))}
            />
          )}
        </FieldRow>
        <NumbersRow>
          {levelsOf(document).map((level) => (
            <Value
              key={level}
              editor={editor}
              benefit={benefit}
              place={at(`values/${level}`)}
              level={level}
              set={set}
            />
          ))}
        </NumbersRow>
        <Faults errors={editor.faultsAt(at("values"))} />
        <Dips benefit={benefit} levels={levelsOf(document)} />
        <YesField
          {...bind(at("onRequest"), benefit.onRequest, (onRequest) => set({ onRequest }))}
          label={t`Partners ask for it, and somebody grants it`}
        />
        {benefit.onRequest && (
          <NumberField
            {...bind<number | string>(at("validDays"), benefit.validDays ?? "", (days) =>
              set({ validDays: typeof days === "number" ? days : null }),
            )}
            optional
            label={t`A grant lasts`}
            unit={t`days`}
            min={1}
            max={3650}
          />
        )}
        <TextField
          {...bind(at("description"), benefit.description, (description) => set({ description }))}
          optional
          label={t`What it is, in a sentence`}
          lines={2}
        />
      </FieldStack>
    </Section>
  );
}

/** Remarks a level that has less of it than one below. */
function Dips({ benefit, levels }: { benefit: Benefit; levels: readonly string[] }) {
  const { t } = useLingui();
  const value = useBenefitValueWords();
  const dips = dipsOf(benefit, levels);
  if (dips.length === 0) return null;
  return (
    <Note tone="warn">
      <Sentences>
        {dips.map(({ level, value: has, below, most }) => {
          const more = value(benefit, most);
          const less = value(benefit, has);
          return (
            <span key={level}>
              {has === null
                ? t`${level} does not have it, though ${below} below it does.`
                : t`${level} has ${less}, less than ${below} below it with ${more}.`}
            </span>
          );
        })}
      </Sentences>
    </Note>
  );
}

interface ValueProps {
  editor: ProgramEditor;
  benefit: Benefit;
  level: string;
  place: string;
  set: (part: Partial<Benefit>) => void;
}

function Value({ editor, benefit, level, place, set }: ValueProps) {
  const { [level]: value = "", ...others } = benefit.values;
  const put = (typed: string) =>
    set({ values: typed === "" ? others : { ...benefit.values, [level]: typed } });
  if (benefit.unit === "none") {
    return (
      <YesField {...editor.bind(place, value !== "", (has) => put(has ? included : ""))} label={level} />
    );
  }
  if (benefit.unit === "text")
    return <TextField {...editor.bind(place, value, put)} optional label={level} />;
  return <DecimalField {...editor.bind(place, value, put)} optional label={level} />;
}
