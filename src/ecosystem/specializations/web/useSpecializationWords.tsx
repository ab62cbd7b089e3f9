import { plural } from "@lingui/core/macro";
import { useLingui } from "@lingui/react/macro";
import { useFormat } from "#ui/format/useFormat.ts";
import type { Tone } from "#ui/text/Status.tsx";
import { isYesNo } from "../../facts/contract.ts";
import { useFactWords } from "../../facts/web/index.tsx";
import type { Asked, SpecializationApplication, SpecializationAward } from "../contract.ts";

type Line = Asked["lines"][number];

/** States and requirements in the reader's words. */
export function useSpecializationWords() {
  const { t } = useLingui();
  const format = useFormat();
  const facts = useFactWords();
  const awards: Readonly<Record<SpecializationAward["state"], string>> = {
    planned: t`From its first day on`,
    held: t`In force`,
    over: t`Ended`,
    revoked: t`Revoked`,
  };
  const awardTones: Readonly<Record<SpecializationAward["state"], Tone>> = {
    planned: "info",
    held: "good",
    over: "idle",
    revoked: "bad",
  };
  const applications: Readonly<Record<SpecializationApplication["state"], string>> = {
    open: t`Waits for a decision`,
    granted: t`Awarded`,
    declined: t`Declined`,
    withdrawn: t`Withdrawn`,
  };
  const applicationTones: Readonly<Record<SpecializationApplication["state"], Tone>> = {
    open: "warn",
    granted: "good",
    declined: "bad",
    withdrawn: "idle",
  };
  const amounts = (given: Readonly<Record<string, string>> | null) => {
    const all = Object.entries(given ?? {});
    if (all.length === 0) return format.exact("0");
    return all
      .map(([currency, amount]) =>
        currency === "" ? format.exact(amount) : format.moneyRound({ amount, currency }),
      )
      .join(t` or `);
  };
  const asked = ({ kind, atLeast, measure, operator, need }: Line): string => {
    const label = measure === null ? "" : facts.kind(measure);
    if (kind === "all") return t`All of this:`;
    if (kind === "any") return t`One of this:`;
    if (kind === "points")
      return t`${plural(atLeast ?? 0, { one: "# point", other: "# points" })} from this:`;
    if (measure !== null && isYesNo(measure.key)) return operator === ">=" ? label : t`not: ${label}`;
    return operator === "<=" ? t`${label}: at most ${amounts(need)}` : t`${label}: at least ${amounts(need)}`;
  };
  /** What a company has of a line; nothing where it is a heading alone. */
  const have = ({ kind, atLeast, measure, have: amount }: Line): string | null => {
    if (amount === null) return null;
    if (kind === "points") return t`has ${amounts(amount)} of ${format.number(atLeast ?? 0)}`;
    if (Object.keys(amount).length === 0) return t`nothing recorded yet`;
    if (measure === null || !isYesNo(measure.key)) return t`has ${amounts(amount)}`;
    return Object.values(amount).some((one) => Number(one) > 0) ? t`yes` : t`no`;
  };
  return { awards, awardTones, applications, applicationTones, asked, have };
}
