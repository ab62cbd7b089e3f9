import { plural } from "@lingui/core/macro";
import { useLingui } from "@lingui/react/macro";
import { useFormat } from "#ui/format/useFormat.ts";
import type { EngagementSettings } from "../contract.ts";
import { useEngagementWords } from "./engagementWords.ts";
import { useWeekdays } from "./workingTime.ts";

/** One setting in words, so that two versions can be read beside each other. */
export interface Point {
  label: string;
  words: string;
}

/** Every setting of a version as a short sentence, always in the same order. */
export function useRulePoints(): (settings: EngagementSettings) => Point[] {
  const { t } = useLingui();
  const format = useFormat();
  const words = useEngagementWords();
  const days = (count: number) => t`${plural(count, { one: "# day", other: "# days" })}`;
  const businessDays = (count: number) =>
    t`${plural(count, { one: "# business day", other: "# business days" })}`;
  const some = (list: readonly string[], none: string) => (list.length === 0 ? none : words.list(list));
  const weekday = useWeekdays();
  return (one) => [
    { label: t`Roles`, words: words.list(one.roles.map((role) => words.roles[role])) },
    { label: t`Countries`, words: some(one.countries.map(words.country), t`any country`) },
    {
      label: t`Least value`,
      words: one.minimumValue === null ? t`none` : format.money(one.minimumValue),
    },
    { label: t`Series that are not eligible`, words: some(one.excludedSeries, t`none`) },
    { label: t`What a partner is told`, words: words.disclosures[one.disclosure].sentence },
    {
      label: t`Protection`,
      words: `${words.protections[one.protection].label}. ${words.protections[one.protection].sentence}`,
    },
    { label: t`How long`, words: days(one.protectionDays) },
    { label: t`What it gives`, words: words.benefit(one.benefit) },
    {
      label: t`Extension`,
      words:
        one.extension.times === 0
          ? t`none`
          : t`${plural(one.extension.times, { one: "once", other: "# times" })}, ${days(one.extension.days)}`,
    },
    { label: t`Reminders before the end`, words: some(one.reminderDays.map(days), t`none`) },
    { label: t`First answer within`, words: businessDays(one.firstAnswerDays) },
    { label: t`Decision within`, words: businessDays(one.decisionDays) },
    { label: t`The partner answers within`, words: businessDays(one.questionDays) },
    {
      label: t`Decisions are told after`,
      words: t`${plural(one.undoSeconds, { one: "# second", other: "# seconds" })}`,
    },
    { label: t`An open sale counts for`, words: days(one.activeDays) },
    { label: t`Domains that name nobody`, words: some(one.sharedDomains, t`none`) },
    {
      label: t`Working days`,
      words: words.list(one.workingTime.workdays.toSorted().map((day) => weekday(day))),
    },
    { label: t`Working hours`, words: `${one.workingTime.from}–${one.workingTime.until}` },
    { label: t`Holidays`, words: some(one.workingTime.holidays.map(format.day), t`none`) },
    { label: t`What a contact's data are given for`, words: one.contactNotice.text },
  ];
}
