import { useLingui } from "@lingui/react/macro";
import { IconPlus } from "@tabler/icons-react";
import { ActButton } from "#ui/act/Act.tsx";
import { CurrencyField } from "#ui/form/CurrencyField.tsx";
import { DecimalField } from "#ui/form/DecimalField.tsx";
import { NumberField, TextField } from "#ui/form/fields.tsx";
import type { Parameter } from "../contract.ts";
import type { TypedValue } from "./overrideForm.ts";

interface ValueFieldsProps {
  parameter: Parameter;
  value: TypedValue;
  onChange: (value: TypedValue) => void;
  error: string | undefined;
}

/** What is said there, in fields of the parameter's own kind. */
export function ValueFields({ parameter, value, onChange, error }: ValueFieldsProps) {
  const { t } = useLingui();
  const { about } = parameter;
  const bound = (name: string) => ({ name: `value.${name}`, onBlur: () => {}, optional: false, error });
  const text = (typed: string) => onChange({ ...value, text: typed });
  if (about.kind === "threshold") return <Amounts {...{ parameter, value, onChange, error }} />;
  if (about.kind === "protection-days")
    return (
      <NumberField
        {...bound("days")}
        label={t`There`}
        unit={t`days`}
        min={1}
        max={730}
        value={value.text}
        onChange={(days) => text(String(days))}
      />
    );
  if (about.kind === "benefit" && about.unit !== "text") {
    const unit = about.unit === "percent" ? "%" : (about.currency ?? "");
    return (
      <DecimalField
        {...bound("value")}
        label={unit === "" ? t`There` : t`There, in ${unit}`}
        value={value.text}
        onChange={text}
      />
    );
  }
  if (about.kind === "benefit")
    return <TextField {...bound("value")} label={t`There`} value={value.text} onChange={text} />;
  return (
    <TextField
      {...bound("names")}
      label={t`There, one a line`}
      lines={3}
      value={value.text}
      onChange={text}
    />
  );
}

function Amounts({ parameter, value, onChange, error }: ValueFieldsProps) {
  const { t } = useLingui();
  const isMoney = parameter.about.kind === "threshold" && parameter.about.currencies.length > 0;
  const { amounts } = value;
  const change = (at: number, said: Partial<(typeof amounts)[number]>) =>
    onChange({ ...value, amounts: amounts.map((one, index) => (index === at ? { ...one, ...said } : one)) });
  return (
    <>
      {amounts.map((amount, index) => (
        <div
          key={amount.row}
          style={{ display: "grid", gap: "0.5rem", gridTemplateColumns: isMoney ? "2fr 1fr" : "1fr" }}
        >
          <DecimalField
            name={`value.amounts.${index}.number`}
            optional={false}
            onBlur={() => {}}
            error={index === 0 ? error : undefined}
            label={index === 0 ? t`There` : t`or`}
            value={amount.number}
            onChange={(number) => change(index, { number })}
          />
          {isMoney && (
            <CurrencyField
              name={`value.amounts.${index}.currency`}
              optional={false}
              onBlur={() => {}}
              error={undefined}
              label={t`Currency`}
              value={amount.currency}
              onChange={(currency) => change(index, { currency })}
            />
          )}
        </div>
      ))}
      {isMoney && (
        <div>
          <ActButton
            act={{
              label: t`Say it in another currency, too`,
              icon: IconPlus,
              onClick: () =>
                onChange({
                  ...value,
                  amounts: [...amounts, { row: amounts.length, number: "", currency: "" }],
                }),
            }}
            variant="subtle"
            size="compact-sm"
          />
        </div>
      )}
    </>
  );
}
