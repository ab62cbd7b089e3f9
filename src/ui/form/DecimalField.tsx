import { TextInput } from "@mantine/core";
import { useState } from "react";
import { editableAmount, parseAmount } from "../format/money.ts";
import { shifted } from "../format/shift.ts";
import { useLocale } from "../i18n/LocaleProvider.tsx";
import { type FieldProps, fieldLabel } from "./fields.tsx";
import classes from "./form.module.css";

interface DecimalFieldProps extends FieldProps<string> {
  /** Typed as per cent: `8` stands for the value `0.08`. */
  percent?: boolean;
  /** In place of a visible label, where a table's head says it. */
  hiddenLabel?: boolean;
}

/**
 * An exact decimal as text, typed as the reader's language writes it. What cannot be read as a number is kept as it was
 * typed, and whoever checks the value says so.
 */
export function DecimalField(props: DecimalFieldProps) {
  const { percent = false, hiddenLabel = false, optional, label, value, onChange, onBlur, ...rest } = props;
  const { formatLocale } = useLocale();
  const [typed, setTyped] = useState<string | null>(null);
  const places = percent ? 2 : 0;
  return (
    <TextInput
      {...rest}
      {...(hiddenLabel ? { "aria-label": label } : { label: fieldLabel(label, optional) })}
      inputMode="decimal"
      classNames={{ input: classes.amount ?? "" }}
      dir="ltr"
      value={typed ?? editableAmount(formatLocale, shifted(value, places))}
      onChange={(event) => {
        const text = event.currentTarget.value;
        setTyped(text);
        onChange(shifted(parseAmount(formatLocale, text) ?? text, -places));
      }}
      onBlur={() => {
        setTyped(null);
        onBlur();
      }}
      {...(percent && {
        rightSection: <span className={classes.currency}>%</span>,
        rightSectionWidth: 32,
        rightSectionPointerEvents: "none" as const,
      })}
    />
  );
}
