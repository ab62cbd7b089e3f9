import { Trans, useLingui } from "@lingui/react/macro";
import { useMantineColorScheme } from "@mantine/core";
import type { ReactNode } from "react";
import { notifyDone } from "#ui/feedback/notify.ts";
import { ChoiceField } from "#ui/form/ChoiceField.tsx";
import { Form } from "#ui/form/Form.tsx";
import { SelectField, TextField } from "#ui/form/fields.tsx";
import { useEndpointForm } from "#ui/form/useEndpointForm.ts";
import { ZoneField } from "#ui/form/ZoneField.tsx";
import { deviceZone } from "#ui/format/zone.ts";
import { useLocale } from "#ui/i18n/LocaleProvider.tsx";
import { localeNames, spoken } from "#ui/i18n/locales.ts";
import { Page } from "#ui/page/Page.tsx";
import { PageHeader } from "#ui/page/PageHeader.tsx";
import { Section } from "#ui/page/Section.tsx";
import { changeMe } from "../contract.ts";
import { useMe } from "./me.tsx";
import { RoleSentences } from "./Roles.tsx";

/** How one is called and spoken to, how the pages look, and what one may do here; between them what the app adds. */
export function ProfilePage({ children }: { children?: ReactNode }) {
  const { t } = useLingui();
  const { person, membership, vendor, partner } = useMe();
  const company = partner?.name ?? vendor.name;
  return (
    <Page width="reading">
      <PageHeader title={t`My profile`} lead={t`${person.email} at ${company}`} />
      <NameSection key={`${person.name} ${membership.locale} ${membership.timezone}`} />
      {children}
      <SchemeSection />
      <Section
        title={t`What you may do`}
        note={<Trans>An administrator of {company} gives and takes roles.</Trans>}
      >
        <RoleSentences roles={membership.roles} />
      </Section>
    </Page>
  );
}

function NameSection() {
  const { t } = useLingui();
  const { person, membership, vendor } = useMe();
  const { locale, choose } = useLocale();
  const form = useEndpointForm(changeMe, {
    initial: { name: person.name, locale: String(locale), timezone: membership.timezone ?? deviceZone() },
    verbatim: ["name"],
    onDone: () => {
      const chosen = spoken.find((one) => one === form.values.locale);
      if (chosen) choose(chosen);
      notifyDone(t`Profile saved`);
    },
  });
  return (
    <Section title={t`Name, language and time`}>
      <Form form={form} submit={t`Save`} edits>
        <TextField
          {...form.field("name")}
          optional={false}
          label={t`Name`}
          description={t`As others see it, beside what you do.`}
          autoComplete="name"
        />
        <SelectField
          {...form.field("locale")}
          optional={false}
          label={t`Language`}
          description={t`Of the pages and of mails to you. It goes with you to other devices.`}
          options={spoken.map((one) => ({ value: one, label: localeNames[one] }))}
        />
        <ZoneField
          {...form.field("timezone")}
          optional={false}
          label={t`Time zone`}
          description={t`Deadlines are told in it, here and in mails. Days, months and quarters stay those of ${vendor.name}.`}
        />
      </Form>
    </Section>
  );
}

function SchemeSection() {
  const { t } = useLingui();
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  const schemes = [
    { value: "auto", label: t`As the device` },
    { value: "light", label: t`Light` },
    { value: "dark", label: t`Dark` },
  ] as const;
  return (
    <Section title={t`Look`} note={<Trans>Kept on this device.</Trans>}>
      <ChoiceField
        name="scheme"
        label={t`Colours of the pages`}
        optional={false}
        value={colorScheme}
        onChange={(chosen) => {
          const scheme = schemes.find(({ value }) => value === chosen);
          if (scheme) setColorScheme(scheme.value);
        }}
        onBlur={() => {}}
        error={undefined}
        options={schemes}
      />
    </Section>
  );
}
