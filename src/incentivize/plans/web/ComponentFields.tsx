import { Trans, useLingui } from "@lingui/react/macro";
import type { Ladder } from "#ecosystem/programs/contract.ts";
import { pointerTo } from "#platform/document.ts";
import { roundingModes } from "#platform/money/rounding.ts";
import { DecimalField } from "#ui/form/DecimalField.tsx";
import { FieldStack, NumbersRow } from "#ui/form/FieldStack.tsx";
import { FieldRow } from "#ui/form/Form.tsx";
import { SelectField, TextField } from "#ui/form/fields.tsx";
import { Section } from "#ui/page/Section.tsx";
import type { Component } from "../contract.ts";
import type { DraftEditor } from "./useDraftEditor.ts";
import { usePlanWords } from "./words.ts";

interface ComponentFieldsProps {
  editor: DraftEditor;
  index: number;
  component: Component;
  ladders: readonly Ladder[];
}

/** The numbers of one component as fields: its rates by series, its multipliers by tier, its rounding. */
export function ComponentFields({ editor, index, component, ladders }: ComponentFieldsProps) {
  const { t } = useLingui();
  const words = usePlanWords();
  const { rate, multiplier, rounding } = component;

  const change = (next: Component) =>
    editor.change({
      ...editor.rules,
      components: editor.rules.components.map((one, at) => (at === index ? next : one)),
    });
  /** `wrong` says it in the words of the field where the document says it in its own. */
  const bind = (
    path: readonly string[],
    value: string,
    onChange: (value: string) => void,
    wrong?: string,
  ) => {
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
  const wrongRate = t`Write a rate from 0 to 100 %, with at most four digits after the decimal sign.`;
  const wrongFactor = t`Write a factor below 100, with at most six digits after the decimal sign.`;

  const rates = rate.kind === "flat" ? [] : Object.entries(rate.rates).sort();
  const factors = levelsOf(component, ladders);
  return (
    <Section title={component.label} note={<Above component={component} />}>
      <FieldStack>
        <FieldRow>
          <TextField
            {...bind(["label"], component.label, (label) => change({ ...component, label }))}
            label={t`Called`}
          />
          <SelectField
            {...bind(["rounding", "mode"], rounding.mode, (mode) => {
              const chosen = roundingModes.find((one) => one === mode);
              if (chosen) change({ ...component, rounding: { ...rounding, mode: chosen } });
            })}
            label={t`Rounded`}
            options={roundingModes.map((mode) => ({ value: mode, label: words.rounding(mode) }))}
          />
        </FieldRow>
        <NumbersRow>
          {rate.kind === "flat" ? (
            <DecimalField
              {...bind(["rate", "rate"], rate.rate, (value) =>
                change({ ...component, rate: { ...rate, rate: value } }),
              )}
              percent
              label={t`Rate`}
            />
          ) : (
            rates.map(([series, value]) => (
              <DecimalField
                key={series}
                {...bind(["rate", "rates", series], value, (next) =>
                  change({ ...component, rate: { ...rate, rates: { ...rate.rates, [series]: next } } }),
                )}
                percent
                label={t`Series ${series}`}
              />
            ))
          )}
        </NumbersRow>
        {multiplier && (
          <NumbersRow>
            {factors.map(([level, value]) => (
              <DecimalField
                key={level}
                {...bind(["multiplier", "by", level], value, (next) =>
                  change({
                    ...component,
                    multiplier: { ...multiplier, by: { ...multiplier.by, [level]: next } },
                  }),
                )}
                label={t`${level}, times`}
              />
            ))}
          </NumbersRow>
        )}
      </FieldStack>
    </Section>
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
