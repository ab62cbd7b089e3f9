import { useLingui } from "@lingui/react/macro";
import { formatNumber } from "#ui/format/number.ts";
import { useLocale } from "#ui/i18n/LocaleProvider.tsx";
import { Money } from "#ui/text/Money.tsx";
import { type Fact, isYesNo } from "../contract.ts";

/** What a fact says: money in its currency, a plain number in the reader's digits, yes or no. */
export function FactValue({ fact }: { fact: Pick<Fact, "kind" | "value" | "currency"> }) {
  const { t } = useLingui();
  const { formatLocale } = useLocale();
  if (isYesNo(fact.kind.key)) return Number(fact.value) > 0 ? t`Yes` : t`No`;
  if (fact.currency !== null) return <Money value={{ amount: fact.value, currency: fact.currency }} />;
  return <bdi dir="ltr">{formatNumber(formatLocale, Number(fact.value))}</bdi>;
}
