import { useLingui } from "@lingui/react/macro";
import { inReadersWords } from "#ui/i18n/serverWords.ts";
import { useFactWords } from "../../facts/web/index.tsx";

const contradicts = /^"([^"]+)" cannot be at least (.+) and at most (.+)\. Change/;
const twice = /^"([^"]+)" is asked for twice/;
const wantsCurrency = /^"([^"]+)" is money/;
const wantsNone = /^"([^"]+)" is a plain number/;

/** What is wrong with a requirement in the reader's words: of a line, and of the whole. */
export function useFaultWords() {
  const { t, i18n } = useLingui();
  const facts = useFactWords();
  const labelOf = (key = "") => facts.kind({ key, label: key });
  return {
    line: (sentence: string): string => {
      const [, least, from, to] = contradicts.exec(sentence) ?? [];
      if (least !== undefined)
        return t`${labelOf(least)} cannot be at least ${from} and at most ${to}. Change one of the two.`;
      const again = twice.exec(sentence)?.[1];
      if (again !== undefined) return t`${labelOf(again)} is asked for twice. Ask for it once.`;
      const money = wantsCurrency.exec(sentence)?.[1];
      if (money !== undefined) return t`Write the currency, too, such as 60000 EUR.`;
      if (wantsNone.test(sentence)) return t`It is a plain number: write it without a currency.`;
      return t`Write plain digits, such as 3 or 4.5, and the currency of an amount.`;
    },
    whole: (sentence: string): string =>
      /^(No|Every) company/.test(sentence)
        ? inReadersWords(sentence, i18n)
        : t`Write whole numbers of points: for each part, and how many are needed.`,
  };
}
