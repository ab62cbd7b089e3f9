import { Trans, useLingui } from "@lingui/react/macro";
import { Note } from "#ui/feedback/Note.tsx";
import { notifyDone } from "#ui/feedback/notify.ts";
import { ColourField } from "#ui/form/ColourField.tsx";
import { FieldGroup } from "#ui/form/FieldGroup.tsx";
import { FieldRow, Form } from "#ui/form/Form.tsx";
import { SelectField, TextField } from "#ui/form/fields.tsx";
import { MoneyField } from "#ui/form/MoneyField.tsx";
import { useEndpointForm } from "#ui/form/useEndpointForm.ts";
import { ZoneField } from "#ui/form/ZoneField.tsx";
import { localeNames } from "#ui/i18n/locales.ts";
import { Section } from "#ui/page/Section.tsx";
import { AccentPreview } from "#ui/theme/AccentPreview.tsx";
import { changeSettings, type Settings } from "../contract.ts";
import "./words.ts";

/** The settings as a form; only what is changed is sent. */
export function SettingsForm({ settings }: { settings: Settings }) {
  const { t } = useLingui();
  const { name, timezone, locale, accentColour, minimumPayout } = settings;
  const initial = { name, timezone, locale, accentColour, minimumPayout };
  const form = useEndpointForm(changeSettings, {
    initial,
    ifMatch: settings.version,
    toBody: (values) =>
      Object.fromEntries(
        Object.entries(values).filter(([field, value]) => !isSame(value, Reflect.get(initial, field))),
      ),
    onDone: () => notifyDone(t`Settings saved`),
  });
  const { values } = form;

  return (
    <Section title={t`Company`}>
      <Form form={form} submit={t`Save settings`} onCancel={form.changed ? form.reset : undefined}>
        <FieldGroup title={t`Who we are`}>
          <TextField
            {...form.field("name")}
            optional={false}
            label={t`Company`}
            description={t`Stands on the portal, in invitations and on statements to come.`}
          />
          <SelectField
            {...form.field("locale")}
            optional={false}
            label={t`Language`}
            description={t`Of invitations and other mail. On the pages everybody chooses their own.`}
            options={[
              { value: "en", label: localeNames.en },
              { value: "de", label: localeNames.de },
            ]}
          />
        </FieldGroup>
        <FieldGroup title={t`Time and money`}>
          <FieldRow>
            <ZoneField {...form.field("timezone")} optional={false} label={t`Time zone`} />
            <MoneyField
              {...form.field("minimumPayout")}
              optional={false}
              label={t`Smallest payout`}
              description={t`What a partner is owed below it carries forward to the next batch.`}
            />
          </FieldRow>
          {values.timezone !== timezone && <ZoneChange from={timezone} to={values.timezone} />}
          <p>
            <Trans>
              All amounts are in {minimumPayout.currency}. The currency was chosen at the first run and stays,
              since what is booked cannot change.
            </Trans>
          </p>
        </FieldGroup>
        <FieldGroup title={t`Colour`}>
          <ColourField
            {...form.field("accentColour")}
            optional={false}
            label={t`Accent`}
            description={t`Of buttons, links and charts, for us and on the portal. Where text would be hard to read on it, a deeper shade takes its place.`}
          />
          <AccentPreview accent={values.accentColour} />
        </FieldGroup>
      </Form>
    </Section>
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

function isSame(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
