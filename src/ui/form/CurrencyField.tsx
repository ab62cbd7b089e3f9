import { Select } from "@mantine/core";
import { useMemo } from "react";
import { currencyCodes } from "#platform/money/currency.ts";
import { useLocale } from "../i18n/LocaleProvider.tsx";
import { type FieldProps, fieldLabel } from "./fields.tsx";
import { useTypedOver } from "./useTypedOver.ts";

/** One of the world's currencies, found by its code or its name. */
export function CurrencyField({ optional, label, value, onChange, ...rest }: FieldProps<string>) {
  const { formatLocale } = useLocale();
  const typedOver = useTypedOver();
  const options = useMemo(() => {
    const names = new Intl.DisplayNames(formatLocale, { type: "currency", fallback: "none" });
    return currencyCodes.map((code) => ({
      value: code,
      label: [code, names.of(code)].filter(Boolean).join(" · "),
    }));
  }, [formatLocale]);
  return (
    <Select
      {...rest}
      label={fieldLabel(label, optional)}
      data={options}
      value={value === "" ? null : value}
      onChange={(chosen) => onChange(chosen ?? "")}
      searchable
      selectFirstOptionOnChange
      {...typedOver}
      allowDeselect={optional}
    />
  );
}

/** The currency that goes with the region of a language tag such as `de-CH`; euro where it says none that we know. */
export function likelyCurrency(languages: readonly string[]): string {
  const region = languages.map((tag) => /[-_]([A-Z]{2})\b/.exec(tag)?.[1]).find(Boolean) ?? "";
  return byRegion[region] ?? "EUR";
}

const byRegion: Readonly<Record<string, string>> = {
  US: "USD",
  GB: "GBP",
  CH: "CHF",
  CA: "CAD",
  AU: "AUD",
  NZ: "NZD",
  JP: "JPY",
  CN: "CNY",
  IN: "INR",
  BR: "BRL",
  MX: "MXN",
  SE: "SEK",
  NO: "NOK",
  DK: "DKK",
  PL: "PLN",
  CZ: "CZK",
  ZA: "ZAR",
  SG: "SGD",
};
