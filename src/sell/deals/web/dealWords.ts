import { useLingui } from "@lingui/react/macro";
import { useMemo } from "react";
import { useLocale } from "#ui/i18n/LocaleProvider.tsx";
import type { DealRole, Protection, ReasonKey } from "../../engagement/contract.ts";
import { useEngagementWords } from "../../engagement/web/index.tsx";
import type { DealDetail, happenings, State } from "../contract.ts";

type Source = NonNullable<DealDetail["source"]>;

/** States, roles, sources, reasons and kinds of protection in the reader's words; the browser knows the countries. */
export function useDealWords() {
  const { t } = useLingui();
  const { reasons: published } = useEngagementWords();
  const { formatLocale } = useLocale();
  const regions = useMemo(() => new Intl.DisplayNames([formatLocale], { type: "region" }), [formatLocale]);
  const states: Readonly<Record<State, string>> = {
    draft: t`Draft`,
    submitted: t`Submitted`,
    "in-review": t`In review`,
    "needs-information": t`Question open`,
    approved: t({ message: "Approved", context: "registration" }),
    rejected: t`Rejected`,
    withdrawn: t`Withdrawn`,
    expired: t`Expired`,
    revoked: t`Revoked`,
    superseded: t`Superseded`,
    closed: t`Closed`,
  };
  const happened: Readonly<Record<(typeof happenings)[number], string>> = {
    answered: t`Answered`,
    decided: t`Decided`,
    approved: t({ message: "Approved", context: "registration" }),
    rejected: t`Rejected`,
    withdrawn: t`Withdrawn`,
    expired: t`Expired`,
    revoked: t`Revoked`,
    won: t`Won`,
    lost: t`Lost`,
  };
  const roles: Readonly<Record<DealRole, string>> = {
    sells: t`Sells`,
    refers: t`Refers`,
    delivers: t`Delivers`,
    integrates: t`Integrates`,
    fulfils: t`Fulfils`,
  };
  const sources: Readonly<Record<Source, string>> = {
    "own-prospecting": t`Own prospecting`,
    "existing-customer": t`Existing customer`,
    "customer-request": t`The customer asked`,
    "vendor-lead": t`Lead of the vendor`,
    event: t`Event`,
    referral: t`Referral`,
  };
  const protections: Readonly<Record<Protection, string>> = {
    exclusive: t`Exclusive`,
    preferred: t`Preferred`,
    open: t`Open`,
  };
  return {
    states,
    happenings: happened,
    roles,
    sources,
    reason: (key: ReasonKey) => published[key].label,
    protections,
    country: (code: string | null) => (code === null ? null : (regions.of(code) ?? code)),
  };
}
