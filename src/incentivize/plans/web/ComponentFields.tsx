import { Trans, useLingui } from "@lingui/react/macro";
import type { Ladder } from "#ecosystem/ladders/contract.ts";
import { pointerTo } from "#platform/document.ts";
import { roundingModes } from "#platform/money/rounding.ts";
import { DecimalField } from "#ui/form/DecimalField.tsx";
import { FieldStack, NumbersRow } from "#ui/form/FieldStack.tsx";
import { FieldRow } from "#ui/form/Form.tsx";
import { SelectField, TextField } from "#ui/form/fields.tsx";
import type { FieldBinding } from "#ui/form/useEndpointForm.ts";
import { Section } from "#ui/page/Section.tsx";
import type { Component } from "../contract.ts";
import type { DraftEditor } from "./useDraftEditor.ts";
import { usePlanWords } from "./words.ts";

/** Connects a field with a place in the component; `wrong` says an error in the field's words. */
type Bind = (
  path: readonly string[],
  value: string,
  onChange: (value: string) => void,
  wrong?: string,
) => FieldBinding<string>;

interface ComponentFieldsProps {
  editor: DraftEditor;
  index: number;
  component: Component;
  ladders: readonly Ladder[];
}

/** The numbers of one component as fields: its rates by series, its multipliers by tier, its rounding. */
export function ComponentFields({ editor, index, component, ladders }: ComponentFieldsProps) {
  const change = (next: Component) =>
    editor.change({
      ...editor.rules,
      components: editor.rules.components.map((one, at) => (at === index ? next : one)),
    });
  const bind: Bind = (path, value, onChange, wrong) => {
    const error = editor.errorAt(pointerTo(["components", index, ...path]));
    return {
      name: path.join("."),
      value,
      onChange,
      onBlur: () => {},
      error: error && (wrong ?? error),
      optional: false,
    };
  };
  const parts = { component, change, bind };
  return (
    <Section title={component.label} note={<Above component={component} />}>
      <FieldStack>
        <Terms {...parts} />
        <Rates {...parts} />
        <Multipliers {...parts} ladders={ladders} />
      </FieldStack>
    </Section>
  );
}

interface PartProps {
  component: Component;
  change: (next: Component) => void;
  bind: Bind;
}

function Terms({ component, change, bind }: PartProps) {
  const { t } = useLingui();
  const words = usePlanWords();
  const { label, rounding } = component;
  return (
    <FieldRow>
      <TextField
        {...bind(["label"], label, (next) => change({ ...component, label: next }))}
        label={t`Called`}
      />
      <SelectField
        {...bind(["rounding", "mode"], rounding.mode, (chosen) => {
          const mode = roundingModes.find((one) => one === chosen);
          if (mode) change({ ...component, rounding: { ...rounding, mode } });
        })}
        label={t`Rounded`}
        options={roundingModes.map((mode) => ({ value: mode, label: words.rounding(mode) }))}
      />
    </FieldRow>
  );
}

function Rates({ component, change, bind }: PartProps) {
  const { t } = useLingui();
  const { rate } = component;
  const wrong = t`Write a rate from 0 to 100 %, with at most four digits after the decimal sign.`;
  if (rate.kind === "flat") {
    const flat = bind(
      ["rate", "rate"],
      rate.rate,
      (next) => change({ ...component, rate: { ...rate, rate: next } }),
      wrong,
    );
    return (
      <NumbersRow>
        <DecimalField {...flat} percent label={t`Rate`} />
      </NumbersRow>
    );
  }
  const field = (series: string, value: string) =>
    bind(
      ["rate", "rates", series],
      value,
      (next) => change({ ...component, rate: { ...rate, rates: { ...rate.rates, [series]: next } } }),
      wrong,
    );
  return (
    <NumbersRow>
      {Object.entries(rate.rates)
        .sort()
        .map(([series, value]) => (
          <DecimalField key={series} {...field(series, value)} percent label={t`Series ${series}`} />
        ))}
    </NumbersRow>
  );
}

function Multipliers({ component, change, bind, ladders }: PartProps & { ladders: readonly Ladder[] }) {
  const { t } = useLingui();
  const { multiplier } = component;
  if (!multiplier) return null;
  const wrong = t`Write a factor below 100, with at most six digits after the decimal sign.`;
  const field = (level: string, value: string) =>
    bind(
      ["multiplier", "by", level],
      value,
      (next) =>
        change({ ...component, multiplier: { ...multiplier, by: { ...multiplier.by, [level]: next } } }),
      wrong,
    );
  return (
    <NumbersRow>
      {levelsOf(component, ladders).map(([level, value]) => (
        <DecimalField key={level} {...field(level, value)} label={t`${level}, times`} />
      ))}
    </NumbersRow>
  );
}

/** The factors in the ladder's own order. */
function levelsOf({ multiplier }: Component, ladders: readonly Ladder[]): [string, string][] {
  if (!multiplier) return [];
  const ladder = ladders.find(({ name }) => name === multiplier.ladder);
  const order = ladder ? [ladder.base, ...ladder.levels.map(({ level }) => level)] : [];
  const rank = (level: string) => order.indexOf(level);
  return Object.entries(multiplier.by).sort(([one], [other]) => rank(one) - rank(other));
}

function Above({ component: { beneficiary } }: { component: Component }) {
  const words = usePlanWords();
  if (beneficiary.who === "owner") return <Trans>Goes to the partner that owns the opportunity.</Trans>;
  const who = words.above(beneficiary.edge);
  return <Trans>Goes to {who}.</Trans>;
}
