import { useMemo } from "react";
import { useLocale } from "#ui/i18n/LocaleProvider.tsx";

/** The names of countries in the reader's language, by their codes. */
export function useCountryNames(): (code: string) => string {
  const { formatLocale } = useLocale();
  return useMemo(() => {
    const names = new Intl.DisplayNames([formatLocale], { type: "region" });
    return (code) => names.of(code) ?? code;
  }, [formatLocale]);
}
