import { useMemo } from "react";
import { countries } from "#platform/countries.ts";
import { useLocale } from "../i18n/LocaleProvider.tsx";
import { type FieldProps, SelectField } from "./fields.tsx";

const everywhere: readonly string[] = [];

interface CountryFieldProps extends FieldProps<string> {
  /** The codes that are offered; all where there are none. */
  among?: readonly string[];
}

/** A country, found by its name in the reader's language. */
export function CountryField({ among = everywhere, ...field }: CountryFieldProps) {
  const { formatLocale } = useLocale();
  const options = useMemo(() => {
    const names = new Intl.DisplayNames([formatLocale], { type: "region" });
    return countries
      .filter(({ code }) => among.length === 0 || among.includes(code))
      .map(({ code, name }) => ({ value: code, label: names.of(code) ?? name }))
      .toSorted((one, other) => one.label.localeCompare(other.label, formatLocale));
  }, [formatLocale, among]);
  return <SelectField {...field} options={options} />;
}
