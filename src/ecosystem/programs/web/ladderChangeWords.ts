import { useLingui } from "@lingui/react/macro";
import { useFormat } from "#ui/format/useFormat.ts";
import type { LadderChange, LadderTwo } from "../../ladders/contract.ts";
import { useRequirementWords } from "../../ladders/web/index.tsx";

/** What changes in a ladder, each as a sentence: `Gold asks for won value of at least $60,000 instead of $50,000`. */
export function useLadderChangeWords(): (change: LadderChange, measures: LadderTwo["measures"]) => string {
  const { t } = useLingui();
  const words = useRequirementWords();
  const format = useFormat();
  const measuredAt: Readonly<Record<string, string>> = {
    entity: t`each partner`,
    group: t`each group of companies`,
    downline: t`each partner with those below it`,
    country: t`each country of a partner`,
    location: t`each location of a partner`,
  };
  return (change, measures) => {
    const asked = (text: string) => words.requirement(text, { measures });
    switch (change.code) {
      case "ladder-added":
        return t`It has levels now.`;
      case "ladder-removed":
        return t`It has no levels any more.`;
      case "renamed":
        return t`The ladder is called ${change.after} instead of ${change.before}.`;
      case "currency-changed":
        return t`Amounts are shown in ${change.after} instead of ${change.before}.`;
      case "base-renamed":
        return t`Everyone starts at ${change.after} instead of ${change.before}.`;
      case "level-added":
        return t`${change.level} is new.`;
      case "level-removed":
        return t`${change.level} is gone.`;
      case "levels-reordered":
        return t`The levels stand in another order: ${format.list(change.after)}.`;
      case "threshold-changed": {
        const { level, label } = change;
        const [before, after] = [words.amounts(change.before), words.amounts(change.after)];
        return t`${level} asks ${after} instead of ${before} (${label}).`;
      }
      case "requirement-added": {
        const { level, label } = change;
        const amount = words.amounts(change.amounts);
        if (change.choice) return t`${level} can be reached by ${label} of ${amount} too.`;
        return change.operator === ">="
          ? t`${level} asks for ${label} of at least ${amount} as well.`
          : t`${level} asks for ${label} of at most ${amount} as well.`;
      }
      case "requirement-removed": {
        const { level, label } = change;
        return change.choice
          ? t`${level} can no longer be reached by ${label}.`
          : t`${level} no longer asks for ${label}.`;
      }
      case "requirement-rewritten": {
        const [before, after] = [asked(change.before), asked(change.after)];
        return t`${change.level} asks otherwise: ${after}. Before: ${before}.`;
      }
      case "good-standing-added":
        return t`Good standing asks for this as well: ${asked(change.requires)}.`;
      case "good-standing-removed":
        return t`Good standing no longer asks for this: ${asked(change.requires)}.`;
      case "measure-renamed":
        return t`${change.before} is now called ${change.after}.`;
      case "window-changed": {
        const [before, after] = [words.window(change.before), words.window(change.after)];
        return t`${change.label} counts ${after} instead of ${before}.`;
      }
      case "fact-changed":
        return t`${change.label} counts something else than before.`;
      case "rate-changed": {
        const rate = (one: { points: string; per: string } | null) =>
          one === null ? t`none` : t`${format.exact(one.points)} per ${format.exact(one.per)}`;
        const [before, after] = [rate(change.before), rate(change.after)];
        return t`${change.label}: points from ${format.day(change.from)} on are ${after} instead of ${before}.`;
      }
      case "market-changed":
        return t`${change.label}: points in ${format.list(change.countries)} count ${format.exact(change.after)} times instead of ${format.exact(change.before)} times.`;
      case "measured-at-changed": {
        const [before, after] = [measuredAt[change.before] ?? "", measuredAt[change.after] ?? ""];
        return t`Tiers are measured for ${after} instead of ${before}.`;
      }
      case "reviewed-every-changed":
        return t`Levels are reviewed every ${change.after} months instead of every ${change.before}.`;
      case "demoted-every-changed":
        return t`Levels can be taken away every ${change.after} months instead of every ${change.before}.`;
      case "decided-after-changed":
        return t`A review is decided ${change.after} days after its window instead of ${change.before}.`;
      case "in-force-after-changed":
        return t`A level counts ${change.after} days after its decision instead of ${change.before}.`;
      case "grace-changed":
        return t`Grace lasts ${change.after} days instead of ${change.before}.`;
      case "warning-changed":
        return t`Partners are warned ${change.after} days ahead instead of ${change.before}.`;
      case "minimum-stay-changed":
        return t`A level stays for at least ${change.after} months instead of ${change.before}.`;
    }
  };
}
