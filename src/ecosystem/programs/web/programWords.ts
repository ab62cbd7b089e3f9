import { useLingui } from "@lingui/react/macro";
import { countries } from "#platform/countries.ts";
import { useFormat } from "#ui/format/useFormat.ts";
import { useTypeWords } from "../../partner-types/web/index.tsx";
import type { Benefit, Counts, Criteria, Reference, TermsChange } from "../contract.ts";

type Named = Extract<TermsChange, { code: "track-names-changed" }>["what"];

/** What stands in a program, in the reader's words. */
export function useProgramWords() {
  const { t, i18n } = useLingui();
  const types = useTypeWords();
  const format = useFormat();
  const kinds: Readonly<Record<Benefit["kind"], string>> = {
    discount: t`Discount`,
    "fund-share": t`Share of funds`,
    "lead-priority": t`Lead priority`,
    "demo-licences": t`Demo licences`,
    sandbox: t`Sandbox`,
    "support-level": t`Support level`,
    "roadmap-access": t`Roadmap access`,
    badge: t`Badge`,
    other: t`Something else`,
  };
  const units: Readonly<Record<Benefit["unit"], string>> = {
    percent: t`Per cent`,
    count: t`A number`,
    money: t`An amount`,
    text: t`In words`,
    none: t`There or not`,
  };
  const periods: Readonly<Record<Benefit["period"], string>> = {
    year: t`a year`,
    quarter: t`a quarter`,
    none: t`without a period`,
  };
  const counts: Readonly<Record<Counts[keyof Counts], string>> = {
    "customer-site": t`Where the end customer is`,
    "contracting-entity": t`Where the contracting company is`,
    "paying-entity": t`Where the paying company is`,
    "place-of-activity": t`Where the activity takes place`,
  };
  const rules: Readonly<Record<keyof Counts, string>> = {
    dealRules: t`Rules of deals`,
    tiers: t`Tiers and agreements`,
    funds: t`Funds`,
  };
  const named: Readonly<Record<Named, string>> = {
    "application-form": t`Application form`,
    "onboarding-track": t`Onboarding track`,
    agreement: t`Agreements`,
    "rules-of-engagement": t`Rules of engagement`,
    content: t`Content`,
    plan: t`Plans`,
  };
  const country = (code: string) => new Intl.DisplayNames([i18n.locale], { type: "region" }).of(code) ?? code;
  return {
    types,
    kinds,
    units,
    periods,
    counts,
    rules,
    named,
    /** A region by its name where that is known, a country by its own. */
    place: (key: string, regions: readonly { key: string; name: string }[] = []) =>
      /^[A-Z]{2}$/.test(key) ? country(key) : (regions.find((one) => one.key === key)?.name ?? key),
    countryOptions: () =>
      countries
        .map(({ code }) => ({ value: code, label: country(code) }))
        .toSorted((a, b) => a.label.localeCompare(b.label)),
    reference: ({ name }: Reference) => name ?? t`none yet`,
    /** Whom something is for, in one line. */
    whom: ({ types: wanted, regions }: Criteria, specializations: readonly string[] = []) => {
      const parts = [
        format.list(wanted.map((type) => types[type])),
        format.list(regions.map((place) => (/^[A-Z]{2}$/.test(place) ? country(place) : place))),
        format.list(specializations),
      ].filter((part) => part !== "");
      return parts.length === 0 ? t`Everybody` : parts.join(" · ");
    },
  };
}
