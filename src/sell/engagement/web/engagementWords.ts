import { msg } from "@lingui/core/macro";
import { useLingui } from "@lingui/react/macro";
import { useLocale } from "#ui/i18n/LocaleProvider.tsx";
import { inReadersWords, teachWords } from "#ui/i18n/serverWords.ts";
import type { DealRole, Disclosure, Protection, ReasonKey } from "../contract.ts";

/* The words of the standard settings, which run until a vendor writes its own. */
teachWords({
  sentences: {
    "The deal is yours: no other partner is approved for it, and a win of it earns by your plan.": msg`The deal is yours: no other partner is approved for it, and a win of it earns by your plan.`,
  },
});

/** A word for a list, and the sentence that says what it means. */
interface Worded {
  label: string;
  sentence: string;
}

/** What rules of engagement speak of, in the reader's words. */
export function useEngagementWords() {
  const { t, i18n } = useLingui();
  const { formatLocale } = useLocale();
  const names = new Intl.DisplayNames([formatLocale], { type: "region" });
  const roles: Readonly<Record<DealRole, string>> = {
    sells: t`sells`,
    refers: t`refers`,
    delivers: t`delivers`,
    integrates: t`integrates`,
    fulfils: t`fulfils`,
  };
  const protections: Readonly<Record<Protection, Worded>> = {
    exclusive: { label: t`Exclusive`, sentence: t`No other partner is approved for it.` },
    preferred: { label: t`Preferred`, sentence: t`Others may sell, but the holder comes first.` },
    open: { label: t`Open`, sentence: t`It is noted who registered first; others may sell as well.` },
  };
  const disclosures: Readonly<Record<Disclosure, Worded>> = {
    neutral: {
      label: t`Nothing before the decision`,
      sentence: t`Before a person decides, a partner is told nothing about others: every registration is received in the same way.`,
    },
    "reason-only": {
      label: t`That it is not free`,
      sentence: t`A partner is told at once when its claim is not free, and why in general; not by whom.`,
    },
    open: {
      label: t`By whom and until when`,
      sentence: t`A partner is told at once when its claim is not free, by whom it is held and until when.`,
    },
  };
  const reasons: Readonly<Record<ReasonKey, Worded>> = {
    "already-protected": {
      label: t`Another registration was first`,
      sentence: t`Another registration for this customer was received before yours.`,
    },
    "vendor-engaged": {
      label: t`The vendor was engaged already`,
      sentence: t`We were in touch with this customer about it before your registration.`,
    },
    incomplete: {
      label: t`Something is missing`,
      sentence: t`What we need to decide is missing, and our question was not answered.`,
    },
    "not-eligible": {
      label: t`Not eligible`,
      sentence: t`By the rules of engagement this deal cannot be registered.`,
    },
    "below-minimum": {
      label: t`Below the minimum`,
      sentence: t`Its value is below what the rules of engagement ask for.`,
    },
    "public-tender": {
      label: t`Public tender`,
      sentence: t`It was a public tender already when it was registered.`,
    },
  };
  return {
    roles,
    protections,
    disclosures,
    reasons,
    /** What an approval gives, as the vendor wrote it; the standard words in the reader's language. */
    benefit: (words: string) => inReadersWords(words, i18n),
    country: (code: string) => names.of(code) ?? code,
    list: (words: readonly string[]) => new Intl.ListFormat(formatLocale).format(words),
    either: (words: readonly string[]) =>
      new Intl.ListFormat(formatLocale, { type: "disjunction" }).format(words),
  };
}
