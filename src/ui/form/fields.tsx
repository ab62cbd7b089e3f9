import { Trans } from "@lingui/react/macro";
import { Checkbox, MultiSelect, NumberInput, Select, Textarea, TextInput } from "@mantine/core";
import type { ReactNode } from "react";
import classes from "./form.module.css";
import { OptionLine } from "./OptionLine.tsx";
import type { FieldBinding } from "./useEndpointForm.ts";
import { useTypedOver } from "./useTypedOver.ts";

/** What every field takes beside its binding. */
export interface FieldProps<Value> extends FieldBinding<Value> {
  label: string;
  /** A sentence below the label, where the label does not say enough. */
  description?: ReactNode;
  disabled?: boolean;
  autoFocus?: boolean;
}

export interface Option {
  value: string;
  label: string;
  /** A few words that tell it from its neighbours. */
  hint?: string;
  /** The heading under which it stands, with those beside it of the same one. */
  group?: string;
}

/** The label with a word where the field may stay empty. */
export function fieldLabel(label: string, optional: boolean): ReactNode {
  if (!optional) return label;
  return (
    <>
      {label}{" "}
      <span className={classes.optional}>
        <Trans>(optional)</Trans>
      </span>
    </>
  );
}

interface TextFieldProps extends FieldProps<string> {
  type?: "text" | "email" | "url" | "tel" | "search";
  placeholder?: string;
  autoComplete?: string;
  /** With several lines. */
  lines?: number;
  /** Where the language of what is typed is known; else sentences run as their first letters do. */
  dir?: "ltr" | "rtl";
}

/** A text, in one line or in several. */
export function TextField({ optional, label, onChange, lines, value, ...rest }: TextFieldProps) {
  const shared = { ...rest, value: value ?? "", label: fieldLabel(label, optional) };
  if (lines !== undefined) {
    const { type: _, ...area } = shared;
    return (
      <Textarea
        {...area}
        // An empty field runs as the page, so that its placeholder does.
        dir={area.dir ?? (area.value === "" ? undefined : "auto")}
        autosize
        minRows={lines}
        maxRows={12}
        onChange={(event) => onChange(event.currentTarget.value)}
      />
    );
  }
  return <TextInput {...shared} onChange={(event) => onChange(event.currentTarget.value)} />;
}

interface NumberFieldProps extends FieldProps<number | string> {
  min?: number;
  max?: number;
  /** Stands behind the number: `days`. */
  unit?: string;
}

/** A whole number with its unit; empty is an empty text. What is out of bounds is refused, never changed in silence. */
export function NumberField({ optional, label, unit, ...rest }: NumberFieldProps) {
  return (
    <NumberInput
      {...rest}
      allowDecimal={false}
      clampBehavior="none"
      label={fieldLabel(label, optional)}
      suffix={unit ? ` ${unit}` : ""}
    />
  );
}

interface SelectFieldProps extends FieldProps<string> {
  options: readonly Option[];
  placeholder?: string;
}

/** One of a few that are known; with many it finds as one types. */
export function SelectField({ optional, label, options, value, onChange, ...rest }: SelectFieldProps) {
  const typedOver = useTypedOver();
  return (
    <Select
      {...rest}
      label={fieldLabel(label, optional)}
      data={grouped(options)}
      renderOption={
        options.some(({ hint }) => hint)
          ? ({ option }) => <OptionLine option={options.find((one) => one.value === option.value)} />
          : undefined
      }
      value={value === "" ? null : value}
      onChange={(chosen) => onChange(chosen ?? "")}
      searchable={options.length > 8}
      selectFirstOptionOnChange
      {...typedOver}
      clearable={optional}
      allowDeselect={optional}
    />
  );
}

type Choice = Pick<Option, "value" | "label">;

/** The options under their headings; those without one stand as they are. */
function grouped(options: readonly Option[]): (Choice | { group: string; items: Choice[] })[] {
  const plain = ({ value, label }: Option) => ({ value, label });
  return [...Map.groupBy(options, ({ group }) => group)].flatMap<Choice | { group: string; items: Choice[] }>(
    ([group, those]) => (group === undefined ? those.map(plain) : [{ group, items: those.map(plain) }]),
  );
}

interface ManyFieldProps extends FieldProps<readonly string[]> {
  options: readonly Option[];
  placeholder?: string;
}

/** Some of a few that are known. */
export function ManyField({ optional, label, options, value, onChange, ...rest }: ManyFieldProps) {
  return (
    <MultiSelect
      {...rest}
      label={fieldLabel(label, optional)}
      data={options.map((option) => ({ value: option.value, label: option.label }))}
      value={[...value]}
      onChange={onChange}
      searchable={options.length > 8}
    />
  );
}

/** Yes or no. */
export function YesField({ optional: _, value, onChange, onBlur, ...rest }: FieldProps<boolean>) {
  return (
    <Checkbox
      {...rest}
      size="sm"
      checked={value}
      onBlur={onBlur}
      onChange={(event) => onChange(event.currentTarget.checked)}
    />
  );
}
