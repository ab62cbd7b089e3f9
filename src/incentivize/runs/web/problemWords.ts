import { useLingui } from "@lingui/react/macro";
import { useFormat } from "#ui/format/useFormat.ts";
import type { RunProblem } from "../contract.ts";

interface ProblemWords {
  what: string;
  todo: string;
}

/** Why a win could not be turned into money, and what to do about it. */
export function useProblemWords(currency: string): (problem: RunProblem) => ProblemWords {
  const { t } = useLingui();
  const format = useFormat();

  return ({ code, params }) => {
    const of = (name: string) => params[name] ?? "";
    const money = (name: string) => format.money({ amount: of(name), currency });
    const enterValue = t`Correct its value, then preview again.`;
    const newVersion = t`Publish a version of the plan that says so, then preview again.`;
    const tell = t`Preview again; if it stays, tell support.`;
    switch (code) {
      case "currency-differs":
        return {
          what: t`Its value is in ${of("currency")}, the plan pays in ${of("planCurrency")}.`,
          todo: t`Enter its value in ${of("planCurrency")}, then preview again.`,
        };
      case "value-missing":
        return { what: t`Nobody entered its close value.`, todo: t`Enter it, then preview again.` };
      case "value-negative":
        return { what: t`Its close value is below zero: ${money("value")}.`, todo: enterValue };
      case "reversed-out-of-range":
        return {
          what: t`More was reversed (${money("reversed")}) than it is worth (${money("value")}).`,
          todo: enterValue,
        };
      case "product-missing":
        return {
          what: t`It has no product, so no rate applies.`,
          todo: t`Choose its product, then preview again.`,
        };
      case "series-missing":
        return {
          what: t`Its product ${of("product")} belongs to no series.`,
          todo: t`Give the product a series, then preview again.`,
        };
      case "series-without-rate":
        return {
          what: t`The plan has no rate for the series ${of("series")} of ${of("product")}.`,
          todo: newVersion,
        };
      case "lines-do-not-add-up":
        return {
          what: t`Its lines add up to ${money("lines")}, its value is ${money("value")}.`,
          todo: t`Make the two agree, then preview again.`,
        };
      case "tier-missing":
        return {
          what: t`No tier is known for its owner in that quarter.`,
          todo: t`Publish the tier ladder for that quarter, then preview again.`,
        };
      case "tier-without-multiplier":
        return { what: t`The plan has no multiplier for the tier ${of("level")}.`, todo: newVersion };
      case "tier-does-not-follow":
        return {
          what: t`Its owner stands at ${of("level")}, where the ladder gives ${of("expected")}.`,
          todo: tell,
        };
      case "tier-window-differs":
        return {
          what: t`Its owner’s tier was taken from ${of("from")} to ${of("until")}, not from the quarter before.`,
          todo: tell,
        };
      case "pay-credit-undecided":
        return {
          what: t`${of("holder")} holds its registration, and ${of("owner")} owned it when it was won.`,
          todo: t`Decide on the opportunity whose the pay credit is, then preview again.`,
        };
      case "owner-outside-split":
        return {
          what: t`Its pay credit is split between ${of("participants")}, and ${of("owner")}, who owns it now, has no part in that.`,
          todo: t`Propose a split that ${of("owner")} signs too, or give it back to a participant, then preview again.`,
        };
      case "no-plan-in-force":
        return {
          what: t`No version of the plan was in force on ${format.day(of("closedOn"))}.`,
          todo: t`Publish a version that is effective from that day or earlier, then preview again.`,
        };
      default:
        return { what: code, todo: tell };
    }
  };
}
