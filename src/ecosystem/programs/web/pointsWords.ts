import { useLingui } from "@lingui/react/macro";
import { useFormat } from "#ui/format/useFormat.ts";
import { builtInKinds } from "../../facts/contract.ts";
import type { Measure } from "../../ladders/contract.ts";
import { useRequirementWords } from "../../ladders/web/index.tsx";
import { useProgramWords } from "./programWords.ts";

type Points = Extract<Measure, { kind: "points" }>;

/** By which rates points are given and where they count more, a sentence each. */
export function usePointsWords(): (measure: Points) => string[] {
  const { t } = useLingui();
  const format = useFormat();
  const places = useProgramWords();
  const { amount } = useRequirementWords();
  const named = (fact: string) => builtInKinds.find(({ key }) => key === fact)?.label ?? fact;
  return ({ rates, markets }) => [
    ...rates.map(({ fact, points, per, currency, from }) => {
      const number = format.exact(points);
      const each = amount({ number: per, currency });
      const what = named(fact);
      const day = format.day(from);
      return t`${number} points for each ${each} of ${what}, sold from ${day} on`;
    }),
    ...markets.map(({ countries, times }) => {
      const where = format.list(countries.map((country) => places.place(country)));
      const factor = format.exact(times);
      return t`${factor} times as many for customers in ${where}`;
    }),
  ];
}
