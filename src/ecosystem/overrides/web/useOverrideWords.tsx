import { plural } from "@lingui/core/macro";
import { useLingui } from "@lingui/react/macro";
import { useFormat } from "#ui/format/useFormat.ts";
import type { Tone } from "#ui/text/Status.tsx";
import type { OverrideState, Parameter, ProgramOverride } from "../contract.ts";
import type { ParameterValue } from "../value.ts";

/** What can be said otherwise, what is said, and where, in the reader's words. */
export function useOverrideWords() {
  const { t } = useLingui();
  const format = useFormat();
  const regions = new Intl.DisplayNames([format.locale], { type: "region" });
  const states: Readonly<Record<OverrideState, string>> = {
    proposed: t`Waits for approval`,
    planned: t`Approved, not begun`,
    "in-force": t`In force`,
    over: t`Over`,
    ended: t`Ended early`,
    declined: t`Declined`,
    withdrawn: t`Withdrawn`,
  };
  const tones: Readonly<Record<OverrideState, Tone>> = {
    proposed: "warn",
    planned: "info",
    "in-force": "good",
    over: "idle",
    ended: "idle",
    declined: "bad",
    withdrawn: "idle",
  };
  const parameter = (about: Parameter["about"] | null, key: string): string => {
    switch (about?.kind) {
      case "threshold":
        return about.operator === ">="
          ? t`${about.level}: ${about.measure.label}, at least`
          : t`${about.level}: ${about.measure.label}, at most`;
      case "benefit":
        return t`${about.level}: ${about.benefit.label}`;
      case "protection-days":
        return t`Days of protection`;
      case "agreements":
        return t`Agreements of the track ${about.track.label}`;
      case "content":
        return t`Content of the track ${about.track.label}`;
      default:
        return key;
    }
  };
  const value = (said: ParameterValue | null, about: Parameter["about"] | null): string => {
    if (said === null) return t`nothing`;
    switch (said.kind) {
      case "threshold":
        return said.amounts
          .map(({ number, currency }) =>
            currency === null ? format.exact(number) : format.moneyRound({ amount: number, currency }),
          )
          .join(t` or `);
      case "benefit":
        return benefit(said.value, about);
      case "days":
        return t`${plural(said.days, { one: "# day", other: "# days" })}`;
      case "references":
        return said.names.length === 0 ? t`nothing` : format.list(said.names);
    }
  };
  const benefit = (text: string, about: Parameter["about"] | null): string => {
    if (about?.kind !== "benefit" || about.unit === "text") return text;
    if (about.unit === "percent") return format.percent(text);
    if (about.unit === "money" && about.currency !== null)
      return format.moneyRound({ amount: text, currency: about.currency });
    return format.exact(text);
  };
  const place = ({ kind, key, label }: ProgramOverride["scope"]) =>
    kind === "country" ? (regions.of(key) ?? key) : label;
  return { states, tones, parameter, value, place };
}
