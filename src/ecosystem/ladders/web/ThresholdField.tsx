import { useLingui } from "@lingui/react/macro";
import { useState } from "react";
import { TextField } from "#ui/form/fields.tsx";
import type { FieldBinding } from "#ui/form/useEndpointForm.ts";
import { useFormat } from "#ui/format/useFormat.ts";
import { readThreshold, writeThreshold } from "./thresholdText.ts";

interface ThresholdFieldProps {
  binding: Pick<FieldBinding<string>, "name" | "onBlur" | "error" | "optional">;
  /** As requirements say it, or as it was typed where it cannot be read. */
  text: string;
  onChange: (text: string) => void;
  /** Of amounts that name none; null is for plain numbers. */
  currency: string | null;
}

/** How much is asked for, typed and shown as the reader writes it: `$75,000 or €70,000`, `4.5`. */
export function ThresholdField({ binding, text, onChange, currency }: ThresholdFieldProps) {
  const { t } = useLingui();
  const { locale } = useFormat();
  const [typed, setTyped] = useState<string | null>(null);
  const writing = { locale, or: t`or` };
  const isUnread = text.trim() !== "" && readThreshold(text, currency, writing) === null;
  const example = writeThreshold(currency === null ? "60" : `75000 ${currency}`, writing);
  return (
    <TextField
      {...binding}
      error={
        isUnread
          ? currency === null
            ? t`Write a number such as ${example}.`
            : t`Write an amount such as ${example}.`
          : binding.error
      }
      dir="ltr"
      value={typed ?? writeThreshold(text, writing)}
      onChange={(next) => {
        setTyped(next);
        onChange(readThreshold(next, currency, writing) ?? next);
      }}
      onBlur={() => {
        setTyped(null);
        binding.onBlur();
      }}
      label={currency === null ? t`Value` : t`Amount`}
    />
  );
}
