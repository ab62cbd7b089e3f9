import { useLingui } from "@lingui/react/macro";
import { useFormat } from "#ui/format/useFormat.ts";
import type { Tone } from "#ui/text/Status.tsx";
import type { Counted, Near, Standing } from "../contract.ts";

export type Why = NonNullable<Standing["current"]>["why"];

/** What a standing is about: the program, and the place where each place has a level of its own. */
export function useStandingTitle({ program, place }: Pick<Standing, "program" | "place">): string {
  const { t } = useLingui();
  return place === null ? program.label : t`${program.label}, ${place.label}`;
}

/** Why a level holds, in a few words and in a sentence. */
export function useWhyWords(): Record<Why, { brief: string; line: string; tone: Tone }> {
  const { t } = useLingui();
  return {
    entered: { brief: t`Entered`, line: t`The first review gave this level.`, tone: "info" },
    promoted: { brief: t`Promoted`, line: t`The numbers reach a higher level than before.`, tone: "good" },
    kept: { brief: t`Kept`, line: t`The numbers reach the same level as before.`, tone: "idle" },
    "not-in-good-standing": {
      brief: t`Not in good standing`,
      line: t`The numbers reach a higher level, but a condition of good standing is not met.`,
      tone: "warn",
    },
    "minimum-stay": {
      brief: t`Minimum stay`,
      line: t`The numbers reach less, but a level is held for a minimum time first.`,
      tone: "warn",
    },
    "waits-for-review": {
      brief: t`Held until a later review`,
      line: t`The numbers reach less; levels are taken away at a later review only.`,
      tone: "warn",
    },
    grace: {
      brief: t`In grace`,
      line: t`The numbers reach less; the level holds until the grace period ends.`,
      tone: "warn",
    },
    demoted: { brief: t`Demoted`, line: t`The numbers reach a lower level than before.`, tone: "bad" },
    exception: { brief: t`By exception`, line: t`Somebody gave this level for a time.`, tone: "info" },
    grandfathered: {
      brief: t`Grandfathered`,
      line: t`Who had this level before the program changed keeps it for a time.`,
      tone: "info",
    },
    stood: {
      brief: t`Stands as it was paid`,
      line: t`A run has paid by this level, so it stands for its quarter.`,
      tone: "idle",
    },
  };
}

/** What there is of a measure: how much, or whether it is so. */
export function useCounted(): (counted: Pick<Counted, "yesNo" | "currency" | "amounts">) => string {
  const { t } = useLingui();
  const amounts = useAmounts();
  return ({ yesNo, currency, amounts: counted }) => {
    if (!yesNo) return amounts(orNothing(counted, currency));
    return Number(counted[""] ?? 0) > 0 ? t`Yes` : t`No`;
  };
}

/** Nothing in a currency, where there is nothing. */
export function orNothing(
  amounts: Readonly<Record<string, string>>,
  currency: string | null | undefined,
): Readonly<Record<string, string>> {
  const isNothing = Object.keys(amounts).length === 0;
  return isNothing && currency ? { [currency]: "0" } : amounts;
}

/** How near a threshold is: `Gold: Won value $58,500 of $60,000, $1,500 missing`. */
export function useNearWords(): (near: Near) => string {
  const { t } = useLingui();
  const amounts = useAmounts();
  return ({ side, level, measure, have, need, by }) => {
    const there = amounts(orNothing(have, Object.keys(need)[0]), "or");
    const [asked, much] = [amounts(need, "or"), amounts(by, "or")];
    if (there === asked) return t`${level}: ${measure} exactly ${asked}`;
    return side === "below"
      ? t`${level}: ${measure} ${there} of ${asked}, ${much} missing`
      : t`${level}: ${measure} ${there}, ${much} above ${asked}`;
  };
}

/** Amounts by currency as people read them: `$61,250 or €55,000`, `2`. */
export function useAmounts(): (amounts: Readonly<Record<string, string>>, how?: "and" | "or") => string {
  const { t } = useLingui();
  const format = useFormat();
  const write = ([currency, amount]: [string, string]) =>
    currency === "" ? format.exact(amount) : format.moneyRound({ amount, currency });
  return (amounts, how = "and") => {
    const written = Object.entries(amounts).map(write);
    if (written.length === 0) return format.number(0);
    return written.reduce((before, next) => (how === "or" ? t`${before} or ${next}` : `${before} + ${next}`));
  };
}
