import { TextInput } from "@mantine/core";
import { useState } from "react";
import type { MoneyJson } from "#platform/http/wire.ts";
import { editableAmount, parseAmount } from "../format/money.ts";
import { useLocale } from "../i18n/LocaleProvider.tsx";
import { type FieldProps, fieldLabel } from "./fields.tsx";
import classes from "./form.module.css";

interface MoneyFieldProps extends FieldProps<MoneyJson> {
  placeholder?: string;
}

/**
 * An amount in one currency, typed as the reader's language writes it. What cannot be read as an amount is kept as
 * it was typed, and the schema says so. Start it with `{ amount: "", currency }`.
 */
export function MoneyField({ optional, label, value, onChange, onBlur, ...rest }: MoneyFieldProps) {
  const { formatLocale } = useLocale();
  const [typed, setTyped] = useState<string | null>(null);
  return (
    <TextInput
      {...rest}
      label={fieldLabel(label, optional)}
      inputMode="decimal"
      classNames={{ input: classes.amount ?? "" }}
      dir="ltr"
      value={typed ?? editableAmount(formatLocale, value.amount)}
      onChange={(event) => {
        const text = event.currentTarget.value;
        setTyped(text);
        onChange({ ...value, amount: parseAmount(formatLocale, text) ?? text });
      }}
      onBlur={() => {
        setTyped(null);
        onBlur();
      }}
      rightSection={<span className={classes.currency}>{value.currency}</span>}
      rightSectionWidth={48}
      rightSectionPointerEvents="none"
    />
  );
}
