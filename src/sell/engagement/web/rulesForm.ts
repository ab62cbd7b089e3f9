import type { MoneyJson } from "#platform/http/wire.ts";
import { useEndpointForm } from "#ui/form/useEndpointForm.ts";
import {
  type EngagementRules,
  type EngagementSettings,
  publishEngagementRules,
  type ReasonKey,
  reasonKeys,
} from "../contract.ts";

type Whole = number | string;

/** The rules in force as fields; each goes by its path in the body, so that what is refused stands beside it. */
export function useRulesForm(rules: EngagementRules, currency: string, onDone: () => void) {
  const { settings, version } = rules;
  const { extension, workingTime } = settings;
  const whole = (value: number): Whole => value;
  return useEndpointForm(publishEngagementRules, {
    initial: {
      "settings.roles": settings.roles as readonly string[],
      "settings.countries": settings.countries as readonly string[],
      "settings.minimumValue": settings.minimumValue ?? emptyMoney(currency),
      "settings.excludedSeries": settings.excludedSeries as readonly string[],
      "settings.sharedDomains": settings.sharedDomains.join("\n"),
      "settings.activeDays": whole(settings.activeDays),
      "settings.protection": settings.protection as string,
      "settings.protectionDays": whole(settings.protectionDays),
      "settings.benefit": settings.benefit,
      "settings.extension.times": whole(extension.times),
      "settings.extension.days": whole(extension.days),
      "settings.reminderDays": settings.reminderDays.join(", "),
      "settings.disclosure": settings.disclosure as string,
      "settings.undoSeconds": whole(settings.undoSeconds),
      "settings.firstAnswerDays": whole(settings.firstAnswerDays),
      "settings.decisionDays": whole(settings.decisionDays),
      "settings.questionDays": whole(settings.questionDays),
      "settings.workingTime.workdays": workingTime.workdays.map(String) as readonly string[],
      "settings.workingTime.from": workingTime.from,
      "settings.workingTime.until": workingTime.until,
      "settings.workingTime.holidays": workingTime.holidays.join("\n"),
      "settings.contactNotice.text": settings.contactNotice.text,
      ...reasonsOf(settings.reasons),
      note: "",
    },
    draft: `rules-of-engagement-${version}`,
    toBody: (values) => ({
      basedOn: version,
      note: values.note,
      settings: {
        roles: values["settings.roles"],
        countries: values["settings.countries"],
        minimumValue: values["settings.minimumValue"].amount === "" ? null : values["settings.minimumValue"],
        excludedSeries: values["settings.excludedSeries"],
        sharedDomains: listed(values["settings.sharedDomains"]),
        activeDays: values["settings.activeDays"],
        protection: values["settings.protection"],
        protectionDays: values["settings.protectionDays"],
        benefit: values["settings.benefit"],
        extension: {
          times: values["settings.extension.times"],
          days: values["settings.extension.days"],
        },
        reminderDays: listed(values["settings.reminderDays"]).map(Number),
        disclosure: values["settings.disclosure"],
        undoSeconds: values["settings.undoSeconds"],
        firstAnswerDays: values["settings.firstAnswerDays"],
        decisionDays: values["settings.decisionDays"],
        questionDays: values["settings.questionDays"],
        workingTime: {
          workdays: values["settings.workingTime.workdays"].map(Number),
          from: values["settings.workingTime.from"],
          until: values["settings.workingTime.until"],
          holidays: listed(values["settings.workingTime.holidays"]),
        },
        contactNotice: {
          version: settings.contactNotice.version,
          text: values["settings.contactNotice.text"],
        },
        reasons: Object.fromEntries(
          reasonKeys
            .map((key) => [key, worded(values, key)] as const)
            .filter(([, { label, sentence }]) => label !== "" || sentence !== ""),
        ),
      },
    }),
    onDone,
  });
}

type ReasonField = `settings.reasons.${ReasonKey}.${"label" | "sentence"}`;

/** The vendor's own words for each reason; empty where the product's stand. */
function reasonsOf(own: EngagementSettings["reasons"]): Record<ReasonField, string> {
  const of = <Key extends ReasonKey>(key: Key) => ({
    [`settings.reasons.${key}.label`]: own?.[key]?.label ?? "",
    [`settings.reasons.${key}.sentence`]: own?.[key]?.sentence ?? "",
  });
  return Object.assign({}, ...reasonKeys.map(of));
}

function worded(values: Record<ReasonField, string>, key: ReasonKey) {
  return {
    label: values[`settings.reasons.${key}.label`].trim(),
    sentence: values[`settings.reasons.${key}.sentence`].trim(),
  };
}

export type RulesForm = ReturnType<typeof useRulesForm>;

function emptyMoney(currency: string): MoneyJson {
  return { amount: "", currency };
}

/** What is written one below the other, or with commas between. */
function listed(text: string): string[] {
  return text
    .split(/[\s,;]+/)
    .map((one) => one.trim())
    .filter((one) => one !== "");
}
