import { useLingui } from "@lingui/react/macro";
import { listSeries } from "#ecosystem/products/contract.ts";
import { countries } from "#platform/countries.ts";
import { useEndpoint } from "#ui/api/query.ts";
import { ChecksField } from "#ui/form/ChecksField.tsx";
import { ChoiceField } from "#ui/form/ChoiceField.tsx";
import { FieldRow } from "#ui/form/Form.tsx";
import { FormSection } from "#ui/form/FormSection.tsx";
import { ManyField, NumberField, TextField } from "#ui/form/fields.tsx";
import { MoneyField } from "#ui/form/MoneyField.tsx";
import { disclosures, protections, reasonKeys, roles } from "../contract.ts";
import { useEngagementWords } from "./engagementWords.ts";
import type { RulesForm } from "./rulesForm.ts";
import { useWeekdays } from "./workingTime.ts";

interface FieldsProps {
  form: RulesForm;
}

/** Who may register what, and what counts against it. */
export function EligibleFields({ form }: FieldsProps) {
  const { t } = useLingui();
  const words = useEngagementWords();
  const series = useEndpoint(listSeries, { query: { limit: 200 } }).data?.items ?? [];
  const places = countries
    .map(({ code }) => ({ value: code, label: words.country(code) }))
    .toSorted((a, b) => a.label.localeCompare(b.label));
  return (
    <FormSection title={t`What can be registered, and who wins`}>
      <ChecksField
        {...form.field("settings.roles")}
        optional={false}
        label={t`The partner`}
        options={roles.map((role) => ({ value: role, label: words.roles[role] }))}
      />
      <ManyField
        {...form.field("settings.countries")}
        optional
        label={t`Countries of customers`}
        description={t`Leave it empty for all countries.`}
        options={places}
      />
      <MoneyField {...form.field("settings.minimumValue")} optional label={t`Least value of a deal`} />
      <ManyField
        {...form.field("settings.excludedSeries")}
        optional
        label={t`Series that are not eligible`}
        options={series.map(({ name }) => ({ value: name, label: name }))}
      />
      <NumberField
        {...form.field("settings.activeDays")}
        optional={false}
        label={t`An open opportunity counts if it was active in the days before`}
        unit={t`days`}
        min={1}
        max={730}
      />
      <TextField
        {...form.field("settings.sharedDomains")}
        optional
        label={t`Shared domains`}
        description={t`Domains of groups, under which several customers are found; one in each line.`}
        lines={2}
      />
    </FormSection>
  );
}

/** What an approval gives, and for how long. */
export function ProtectionFields({ form }: FieldsProps) {
  const { t } = useLingui();
  const words = useEngagementWords();
  return (
    <FormSection title={t`How long it is protected`}>
      <ChoiceField
        {...form.field("settings.protection")}
        optional={false}
        label={t`Protection`}
        options={protections.map((key) => ({
          value: key,
          label: words.protections[key].label,
          hint: words.protections[key].sentence,
        }))}
      />
      <NumberField
        {...form.field("settings.protectionDays")}
        optional={false}
        label={t`Protected for`}
        unit={t`days`}
        min={1}
        max={730}
      />
      <TextField
        {...form.field("settings.benefit")}
        optional={false}
        label={t`What an approval gives`}
        lines={2}
      />
      <FieldRow>
        <NumberField
          {...form.field("settings.extension.times")}
          optional={false}
          label={t`Extended at most`}
          unit={t`times`}
          min={0}
          max={10}
        />
        <NumberField
          {...form.field("settings.extension.days")}
          optional={false}
          label={t`By`}
          unit={t`days`}
          min={1}
          max={365}
        />
      </FieldRow>
      <TextField
        {...form.field("settings.reminderDays")}
        optional
        label={t`Reminders before the end`}
        description={t`In days, with commas between: 14, 3.`}
      />
    </FormSection>
  );
}

/** What a partner learns, and when. */
export function ToldFields({ form }: FieldsProps) {
  const { t } = useLingui();
  const words = useEngagementWords();
  return (
    <FormSection title={t`What a partner is told`}>
      <ChoiceField
        {...form.field("settings.disclosure")}
        optional={false}
        label={t`Before a person decides`}
        options={disclosures.map((key) => ({
          value: key,
          label: words.disclosures[key].label,
          hint: words.disclosures[key].sentence,
        }))}
      />
      <NumberField
        {...form.field("settings.undoSeconds")}
        optional={false}
        label={t`A decision can be taken back for`}
        unit={t`seconds`}
        min={0}
        max={3600}
      />
      <TextField
        {...form.field("settings.contactNotice.text")}
        optional={false}
        label={t`What a contact's data are given for`}
        description={t`Shown where a partner names a contact. Other words are a new version of this notice.`}
        lines={3}
      />
    </FormSection>
  );
}

/** The usual reasons of a refusal, in words of the vendor's own or the product's. */
export function ReasonFields({ form }: FieldsProps) {
  const { t } = useLingui();
  const { standardReasons } = useEngagementWords();
  return (
    <FormSection
      title={t`What a refusal says`}
      note={t`Leave a reason empty for the words that stand in it, which partners read in their language. Your own words are translated under Texts.`}
    >
      {reasonKeys.map((key) => (
        <FieldRow key={key}>
          <TextField
            {...form.field(`settings.reasons.${key}.label`)}
            optional
            label={t`In the list`}
            placeholder={standardReasons[key].label}
          />
          <TextField
            {...form.field(`settings.reasons.${key}.sentence`)}
            optional
            label={t`What the partner reads`}
            placeholder={standardReasons[key].sentence}
            lines={2}
          />
        </FieldRow>
      ))}
    </FormSection>
  );
}

/** What the vendor promises, and when it works. */
export function AnswerFields({ form }: FieldsProps) {
  const { t } = useLingui();
  const weekday = useWeekdays();
  return (
    <FormSection title={t`In what time we answer`}>
      <FieldRow>
        <NumberField
          {...form.field("settings.firstAnswerDays")}
          optional={false}
          label={t`First answer within`}
          unit={t`business days`}
          min={1}
          max={60}
        />
        <NumberField
          {...form.field("settings.decisionDays")}
          optional={false}
          label={t`Decision within`}
          unit={t`business days`}
          min={1}
          max={60}
        />
      </FieldRow>
      <NumberField
        {...form.field("settings.questionDays")}
        optional={false}
        label={t`The partner answers a question within`}
        unit={t`business days`}
        min={1}
        max={60}
      />
      <ChecksField
        {...form.field("settings.workingTime.workdays")}
        optional={false}
        label={t`Business days`}
        options={[1, 2, 3, 4, 5, 6, 7].map((day) => ({ value: String(day), label: weekday(day) }))}
      />
      <FieldRow>
        <TextField {...form.field("settings.workingTime.from")} optional={false} label={t`From`} />
        <TextField {...form.field("settings.workingTime.until")} optional={false} label={t`Until`} />
      </FieldRow>
      <TextField
        {...form.field("settings.workingTime.holidays")}
        optional
        label={t`Holidays`}
        description={t`Days such as 2026-12-24, one in each line.`}
        lines={2}
      />
    </FormSection>
  );
}
