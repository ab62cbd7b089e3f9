import { Trans, useLingui } from "@lingui/react/macro";
import { Note } from "#ui/feedback/Note.tsx";
import { FieldRow, Form } from "#ui/form/Form.tsx";
import { FormSection } from "#ui/form/FormSection.tsx";
import { SelectField, TextField } from "#ui/form/fields.tsx";
import { MoneyField } from "#ui/form/MoneyField.tsx";
import { ZoneField } from "#ui/form/ZoneField.tsx";
import { useFormat } from "#ui/format/useFormat.ts";
import { localeNames, spoken } from "#ui/i18n/locales.ts";
import type { Settings } from "../contract.ts";
import { useSettingsForm } from "./useSettingsForm.ts";
import "./words.ts";

/** The settings as a form; only what is changed is sent. */
export function SettingsForm({ settings }: { settings: Settings }) {
  const { t } = useLingui();
  const { name, timezone, locale, minimumPayout, fiscalYearStartMonth } = settings;
  const form = useSettingsForm(
    { name, timezone, locale, minimumPayout, fiscalYearStartMonth: String(fiscalYearStartMonth) },
    settings.version,
    { verbatim: ["name"] },
  );
  const { month } = useFormat();
  const { values } = form;

  return (
    <Form form={form} submit={t`Save settings`} edits onCancel={form.changed ? form.reset : undefined}>
      <FormSection title={t`Company`}>
        <TextField
          {...form.field("name")}
          optional={false}
          label={t`Name`}
          description={t`Stands on the portal, in invitations and on statements to come.`}
        />
        <SelectField
          {...form.field("locale")}
          optional={false}
          label={t`Language`}
          description={t`Of invitations and other mail. On the pages everybody chooses their own.`}
          options={spoken.map((one) => ({ value: one, label: localeNames[one] }))}
        />
      </FormSection>
      <FormSection
        title={t`Time and money`}
        note={
          <Trans>
            All amounts are in {minimumPayout.currency}. The currency was chosen at the first run and stays,
            since what is booked cannot change.
          </Trans>
        }
      >
        <FieldRow>
          <ZoneField
            {...form.field("timezone")}
            optional={false}
            label={t`Time zone`}
            description={t`Days, months and quarters are counted in it.`}
          />
          <MoneyField
            {...form.field("minimumPayout")}
            optional={false}
            label={t`Smallest payout`}
            description={t`What is owed below it carries forward.`}
          />
        </FieldRow>
        <SelectField
          {...form.field("fiscalYearStartMonth")}
          optional={false}
          label={t`First month of your year`}
          description={t`Quarters and years of programs, tiers, their reviews and what plans pay by are counted from it; a ladder with one bound per level goes by calendar quarters, as it says. What was decided and paid stays.`}
          options={Array.from({ length: 12 }, (_, at) => ({
            value: String(at + 1),
            label: month(`2026-${String(at + 1).padStart(2, "0")}`).replace(/\s*2026$/, ""),
          }))}
        />
        {values.timezone !== timezone && <ZoneChange from={timezone} to={values.timezone} />}
      </FormSection>
    </Form>
  );
}

/** What another zone means for days that money depends on. */
function ZoneChange({ from, to }: { from: string; to: string }) {
  const { t } = useLingui();
  return (
    <Note tone="warn" title={t`What another time zone means`}>
      <Trans>
        From now on a day begins at midnight in {to.replaceAll("_", " ")} rather than in{" "}
        {from.replaceAll("_", " ")}: holds end, months close and deadlines pass by that clock. Days that are
        written down stay as they are, so nothing that is booked moves to another month.
      </Trans>
    </Note>
  );
}
