import { plural } from "@lingui/core/macro";
import { useLingui } from "@lingui/react/macro";
import { useFormat } from "#ui/format/useFormat.ts";
import {
  type Amount,
  asksYesNo,
  type Expression,
  expand,
  type Ladder,
  type Measure,
  parseExpression,
  type Window,
} from "../contract.ts";
import { writeAmount } from "./thresholdText.ts";
// Here and not in the index, which a build takes to do nothing by itself.
import "./serverSentences.ts";

/** What a ladder asks for, as people say it. */
export function useRequirementWords() {
  const { t } = useLingui();
  const format = useFormat();

  const amount = (one: Amount) => writeAmount(format.locale, one);

  function window(of: Window): string {
    switch (of.kind) {
      case "previous-quarter":
        return t`in the quarter before`;
      case "previous-year":
        return t`in the year before`;
      case "trailing-months":
        return t`${plural(of.months, { one: "in the month before", other: "in the # months before" })}`;
      case "as-of":
        return t`on the day of the review`;
    }
  }

  function words(expression: Expression, measures: readonly Measure[], inner = false): string {
    switch (expression.kind) {
      case "compare": {
        const measure = measures.find(({ key }) => key === expression.measure);
        const label = measure?.label ?? expression.measure;
        if (asksYesNo(measure)) return expression.operator === ">=" ? label : t`not: ${label}`;
        const amounts = expression.amounts.map(amount).join(` ${t`or`} `);
        return expression.operator === ">="
          ? t`${label}: at least ${amounts}`
          : t`${label}: at most ${amounts}`;
      }
      case "all":
      case "any": {
        const parts = expression.of.map((part) => words(part, measures, true));
        const joined = parts.join(expression.kind === "all" ? t`; and ` : t`; or `);
        return inner ? `(${joined})` : joined;
      }
      case "points": {
        const parts = format.list(
          expression.parts.map(({ points, of }) => t`${points} for ${words(of, measures, true)}`),
        );
        return t`${expression.atLeast} points: ${parts}`;
      }
    }
  }

  /** An expression in words; what cannot be read stays as it was typed. */
  function requirement(text: string, { measures }: { measures: readonly Measure[] }): string {
    try {
      return words(parseExpression(text), measures);
    } catch {
      return text;
    }
  }

  return {
    amount,
    window,
    requirement,
    amounts: (by: Readonly<Record<string, string>>) =>
      Object.entries(by)
        .map(([currency, number]) => amount({ number, currency: currency === "" ? null : currency }))
        .join(` ${t`or`} `),
    /** The levels upwards, each with what it asks for. */
    levels: (ladder: Ladder) => {
      const document = expand(ladder);
      return [
        { level: document.base, words: t`where everyone starts` },
        ...document.levels.map(({ level, requires }) => ({ level, words: requirement(requires, document) })),
      ];
    },
  };
}
