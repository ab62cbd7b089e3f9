import { formatNumber } from "#ui/format/number.ts";
import { useLocale } from "#ui/i18n/LocaleProvider.tsx";
import { Money } from "#ui/text/Money.tsx";
import type { Fact } from "../contract.ts";

/** The number of a fact: money in its currency, a plain number in the reader's digits. */
export function FactValue({ fact }: { fact: Pick<Fact, "value" | "currency"> }) {
  const { formatLocale } = useLocale();
  if (fact.currency !== null) return <Money value={{ amount: fact.value, currency: fact.currency }} />;
  return <bdi dir="ltr">{formatNumber(formatLocale, Number(fact.value))}</bdi>;
}
