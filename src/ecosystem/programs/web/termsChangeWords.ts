import { useLingui } from "@lingui/react/macro";
import { useFormat } from "#ui/format/useFormat.ts";
import type { TermsChange } from "../contract.ts";
import { useBenefitValueWords } from "./benefitValue.ts";
import { useProgramWords } from "./programWords.ts";

/** What changes in a program beside its ladder, each as a sentence. */
export function useTermsChangeWords(): (change: TermsChange) => string {
  const { t } = useLingui();
  const words = useProgramWords();
  const value = useBenefitValueWords();
  const format = useFormat();
  const isType = (key: string): key is keyof typeof words.types => key in words.types;
  const one = (key: string) => (isType(key) ? words.types[key] : words.place(key));
  const many = (keys: readonly string[]) => (keys.length === 0 ? t`everybody` : format.list(keys.map(one)));
  const names = (list: readonly string[]) => (list.length === 0 ? t`none` : format.list(list));
  const isCounted = (key: string): key is keyof typeof words.counts => key in words.counts;
  const counted = (key: string) => (isCounted(key) ? words.counts[key] : key);
  const days = (of: number | null) => (of === null ? t`without an end` : t`${format.number(of)} days`);
  return (change) => {
    switch (change.code) {
      case "label-changed":
        return t`The program is called ${change.after} instead of ${change.before}.`;
      case "summary-changed":
        return t`What it is for is said in other words.`;
      case "criteria-changed": {
        const [before, after] = [many(change.before), many(change.after)];
        return t`It is for ${after} instead of ${before}.`;
      }
      case "notice-changed":
        return t`What takes something away is told ${change.after} days ahead instead of ${change.before}.`;
      case "acknowledge-changed":
        return change.after
          ? t`Partners acknowledge each program year.`
          : t`Partners no longer acknowledge the program year.`;
      case "counts-changed": {
        const [before, after] = [counted(change.before), counted(change.after)];
        return t`${words.rules[change.rule]}: the region that counts is another. ${after}; before: ${before}.`;
      }
      case "benefit-added":
        return t`${change.benefit} is a new benefit.`;
      case "benefit-removed":
        return t`${change.benefit} is no longer a benefit.`;
      case "benefit-renamed":
        return t`${change.before} is now called ${change.after}.`;
      case "benefit-value-changed": {
        const { level, benefit } = change;
        const [before, after] = [value(change, change.before), value(change, change.after)];
        if (change.before === null) return t`${level} gets ${benefit}: ${after}.`;
        return change.after === null
          ? t`${level} no longer gets ${benefit}.`
          : t`${level} gets ${after} instead of ${before} (${benefit}).`;
      }
      case "benefit-counted-otherwise":
        return t`${change.benefit} is counted otherwise: in another unit, currency or period.`;
      case "benefit-request-changed":
        return change.onRequest
          ? t`${change.benefit} is now asked for, and somebody grants it.`
          : t`${change.benefit} need not be asked for any more.`;
      case "benefit-valid-changed": {
        const [before, after] = [days(change.before), days(change.after)];
        return t`A grant of ${change.benefit} lasts ${after} instead of ${before}.`;
      }
      case "track-added":
        return t`${change.track} is a new track.`;
      case "track-removed":
        return t`The track ${change.track} is gone; its partners go on to the next that fits.`;
      case "track-renamed":
        return t`The track ${change.before} is now called ${change.after}.`;
      case "track-for-changed": {
        const [before, after] = [many(change.before), many(change.after)];
        return t`The track ${change.track} is for ${after} instead of ${before}.`;
      }
      case "default-track-changed":
        return t`Whoever fits no other track is on ${change.after} instead of ${change.before}.`;
      case "track-names-changed": {
        const { track, what } = change;
        const [before, after] = [names(change.before), names(change.after)];
        return what === "plan"
          ? t`The track ${track} is paid by other plans.`
          : t`${track}, ${words.named[what]}: ${after} instead of ${before}.`;
      }
      case "track-benefits-changed": {
        const { track, level } = change;
        const parts = [
          ...change.lost.map((benefit) => t`no longer ${benefit}`),
          ...change.gained.map((benefit) => t`now ${benefit}`),
        ];
        return t`${level} on the track ${track}: ${format.list(parts)}.`;
      }
      case "track-protection-changed": {
        const { track, level } = change;
        const said = (of: number | null) =>
          of === null ? t`as the rules of engagement say` : t`${format.number(of)} days`;
        const [before, after] = [said(change.before), said(change.after)];
        return t`${level} on the track ${track} is protected ${after}, before: ${before}.`;
      }
    }
  };
}
