import { msg } from "@lingui/core/macro";
import { useLingui } from "@lingui/react/macro";
import { useOwnTexts } from "#ecosystem/texts/web/index.tsx";
import { useLocale } from "#ui/i18n/LocaleProvider.tsx";
import { inReadersWords, teachWords } from "#ui/i18n/serverWords.ts";
import type { DealRole, Disclosure, Protection, ReasonKey } from "../contract.ts";
import { reasonFields, textsPlace } from "../texts-ref.ts";

/* The words of the standard settings, which run until a vendor writes its own, and of the usual reasons. */
teachWords({
  sentences: {
    "The deal is yours: no other partner is approved for it, and a win of it earns by your plan.": msg`The deal is yours: no other partner is approved for it, and a win of it earns by your plan.`,
    "Another registration for this customer was received before yours.": msg`Another registration for this customer was received before yours.`,
    "We were in touch with this customer about it before your registration.": msg`We were in touch with this customer about it before your registration.`,
    "What we need to decide is missing, and our question was not answered.": msg`What we need to decide is missing, and our question was not answered.`,
    "By the rules of engagement this deal cannot be registered.": msg`By the rules of engagement this deal cannot be registered.`,
    "Its value is below what the rules of engagement ask for.": msg`Its value is below what the rules of engagement ask for.`,
    "It was a public tender already when it was registered.": msg`It was a public tender already when it was registered.`,
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
  const own = useOwnTexts(textsPlace.ref);
  const standard: Readonly<Record<ReasonKey, Worded>> = {
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
  const wordedAs = (key: ReasonKey): Worded => {
    const { label, sentence } = reasonFields(key);
    return {
      label: own(label)?.text ?? standard[key].label,
      sentence: own(sentence)?.text ?? standard[key].sentence,
    };
  };
  const reasons: Readonly<Record<ReasonKey, Worded>> = {
    "already-protected": wordedAs("already-protected"),
    "vendor-engaged": wordedAs("vendor-engaged"),
    incomplete: wordedAs("incomplete"),
    "not-eligible": wordedAs("not-eligible"),
    "below-minimum": wordedAs("below-minimum"),
    "public-tender": wordedAs("public-tender"),
  };
  /** The vendor's words as it wrote them, in the reader's language where it has them in that. */
  const said = (field: string, words: string) => own(field, words)?.text ?? inReadersWords(words, i18n);
  return {
    roles,
    protections,
    disclosures,
    /** Why a registration is refused: in the vendor's words where it has its own, otherwise in the product's. */
    reasons,
    /** The product's words for a reason, which stand where the vendor has none. */
    standardReasons: standard,
    /** A reason as it was given with a decision; the usual sentence in the reader's language. */
    given: (key: ReasonKey, words: string) => said(reasonFields(key).sentence, words),
    /** What an approval gives, as the vendor wrote it; the standard words in the reader's language. */
    benefit: (words: string) => said("benefit", words),
    country: (code: string) => names.of(code) ?? code,
    list: (words: readonly string[]) => new Intl.ListFormat(formatLocale).format(words),
    either: (words: readonly string[]) =>
      new Intl.ListFormat(formatLocale, { type: "disjunction" }).format(words),
  };
}
