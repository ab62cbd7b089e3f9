import { useLingui } from "@lingui/react/macro";
import { useLocale } from "#ui/i18n/LocaleProvider.tsx";
import type { Sector } from "../contract.ts";

/** Sectors and countries in the reader's words; the browser knows the countries. */
export function useAccountWords() {
  const { t } = useLingui();
  const { formatLocale } = useLocale();
  const sectors: Readonly<Record<Sector, string>> = {
    agriculture: t`Agriculture`,
    construction: t`Construction`,
    education: t`Education`,
    employment: t`Employment`,
    energy: t`Energy`,
    entertainment: t`Entertainment`,
    finance: t`Finance`,
    government: t`Government`,
    hospitality: t`Hospitality`,
    manufacturing: t`Manufacturing`,
    marketing: t`Marketing`,
    medical: t`Medical`,
    nonprofit: t`Nonprofit`,
    "real-estate": t`Real estate`,
    retail: t`Retail`,
    services: t`Services`,
    software: t`Software`,
    technology: t`Technology`,
    telecommunications: t`Telecommunications`,
    transport: t`Transport`,
    other: t`Other`,
  };
  const known: Readonly<Record<string, string>> = sectors;
  const countries = new Intl.DisplayNames([formatLocale], { type: "region" });
  return {
    sectors,
    sector: (key: string | null) => (key === null ? "" : (known[key] ?? key)),
    country: (code: string | null) => (code === null ? "" : (countries.of(code) ?? code)),
  };
}
