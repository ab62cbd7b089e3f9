import { Trans, useLingui } from "@lingui/react/macro";
import { IconMinus, IconPlus } from "@tabler/icons-react";
import { ActButton } from "#ui/act/Act.tsx";
import { Acts } from "#ui/act/Acts.tsx";
import { CurrencyField } from "#ui/form/CurrencyField.tsx";
import { FieldGroup } from "#ui/form/FieldGroup.tsx";
import { FieldRow } from "#ui/form/Form.tsx";
import { TextField } from "#ui/form/fields.tsx";
import { MoneyField } from "#ui/form/MoneyField.tsx";
import type { FieldBinding } from "#ui/form/useEndpointForm.ts";
import type { Ladder } from "../contract.ts";

interface LadderFieldsProps {
  ladder: Ladder;
  change: (ladder: Ladder) => void;
  /** What is wrong at a path below the ladder: `levels.1.from`. */
  errorAt: (path: string) => string | undefined;
}

const mostLevels = 12;

/** The levels of a ladder, from the one where everyone starts upwards. */
export function LadderFields({ ladder, change, errorAt }: LadderFieldsProps) {
  const { t } = useLingui();
  const { levels } = ladder;
  const bind = (path: string, value: string, onChange: (value: string) => void): FieldBinding<string> => ({
    name: path,
    value,
    onChange,
    onBlur: () => {},
    error: errorAt(path),
    optional: false,
  });
  const changeLevel = (index: number, part: Partial<Ladder["levels"][number]>) =>
    change({ ...ladder, levels: levels.map((one, at) => (at === index ? { ...one, ...part } : one)) });
  return (
    <>
      <FieldRow>
        <TextField
          {...bind("base", ladder.base, (base) => change({ ...ladder, base }))}
          label={t`Level where everyone starts`}
          placeholder={t`Silver`}
        />
        <CurrencyField
          {...bind("currency", ladder.currency, (currency) => change({ ...ladder, currency }))}
          label={t`Currency of the bounds`}
        />
      </FieldRow>
      <FieldGroup title={t`Levels above it, upwards`}>
        {levels.map(({ level, from }, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a level is known by its place, its name is being typed
          <FieldRow key={index}>
            <TextField
              {...bind(`levels.${index}.level`, level, (name) => changeLevel(index, { level: name }))}
              label={t`Level ${index + 2}`}
            />
            <MoneyField
              {...bind(`levels.${index}.from`, from, () => {})}
              value={{ amount: from, currency: ladder.currency }}
              onChange={({ amount }) => changeLevel(index, { from: amount })}
              label={t`From so much won in the quarter before`}
            />
          </FieldRow>
        ))}
        <Acts>
          {levels.length < mostLevels && (
            <ActButton
              variant="default"
              size="compact-sm"
              act={{
                label: t`Add a level`,
                icon: IconPlus,
                onClick: () => change({ ...ladder, levels: [...levels, { level: "", from: "" }] }),
              }}
            />
          )}
          {levels.length > 0 && (
            <ActButton
              variant="default"
              size="compact-sm"
              act={{
                label: t`Take the highest away`,
                icon: IconMinus,
                onClick: () => change({ ...ladder, levels: levels.slice(0, -1) }),
              }}
            />
          )}
        </Acts>
      </FieldGroup>
    </>
  );
}

/** What holds for every ladder, so that nobody looks for a field for it. */
export function LadderTerms() {
  return (
    <Trans>
      A partner has the highest level whose bound its won close value in the calendar quarter before reaches;
      the bound itself suffices.
    </Trans>
  );
}
