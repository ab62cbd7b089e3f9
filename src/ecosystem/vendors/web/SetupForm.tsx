import { Trans, useLingui } from "@lingui/react/macro";
import { CurrencyField, likelyCurrency } from "#ui/form/CurrencyField.tsx";
import { FieldGroup } from "#ui/form/FieldGroup.tsx";
import { FieldRow, Form } from "#ui/form/Form.tsx";
import { TextField } from "#ui/form/fields.tsx";
import { NewSecretField } from "#ui/form/NewSecretField.tsx";
import { useEndpointForm } from "#ui/form/useEndpointForm.ts";
import { ZoneField } from "#ui/form/ZoneField.tsx";
import { deviceZone } from "#ui/format/zone.ts";
import { useLocale } from "#ui/i18n/LocaleProvider.tsx";
import { spoken } from "#ui/i18n/locales.ts";
import { setUp } from "../contract.ts";
import "./words.ts";

interface SetupFormProps {
  /** The one-time token, where the address brought it along. */
  token: string;
  /** Told how the first administrator signs in. */
  onDone: (email: string, password: string) => Promise<void>;
}

/** Makes the vendor and its first administrator. */
export function SetupForm({ token, onDone }: SetupFormProps) {
  const { t } = useLingui();
  const { locale } = useLocale();
  const form = useEndpointForm(setUp, {
    initial: {
      token,
      vendorName: "",
      timezone: deviceZone(),
      currency: likelyCurrency(navigator.languages),
      name: "",
      email: "",
      password: "",
    },
    verbatim: ["password"],
    // Who sets up reads the company's language most likely; it can be changed in the settings.
    toBody: (values) => ({ ...values, locale: spoken.find((one) => one === locale) }),
    onDone: ({ email }) => void onDone(email, form.values.password),
  });
  const asksToken = token === "" || form.field("token").error !== undefined;
  return (
    <Form form={form} submit={t`Set up and sign in`}>
      {asksToken && (
        <TextField
          {...form.field("token")}
          label={t`One-time token`}
          description={
            <Trans>
              It stands on the console where Hanse was started, and shows that the machine is yours.
            </Trans>
          }
          autoComplete="off"
          autoFocus={token === ""}
        />
      )}
      <FieldGroup title={t`Your company`}>
        <TextField
          {...form.field("vendorName")}
          label={t`Company`}
          description={t`Whose partner programme this is; partners read it on everything they get.`}
          autoComplete="organization"
          autoFocus={token !== ""}
        />
        <FieldRow>
          <ZoneField
            {...form.field("timezone")}
            label={t`Time zone`}
            description={t`Days, months and quarters are counted in it.`}
          />
          <CurrencyField
            {...form.field("currency")}
            label={t`Currency`}
            description={t`Of prices, earnings and payouts. It stays.`}
          />
        </FieldRow>
      </FieldGroup>
      <FieldGroup title={t`You, its first administrator`}>
        <FieldRow>
          <TextField {...form.field("name")} label={t`Your name`} autoComplete="name" />
          <TextField
            {...form.field("email")}
            label={t`E-mail address`}
            type="email"
            autoComplete="username"
          />
        </FieldRow>
        <NewSecretField {...form.field("password")} label={t`Choose a password`} />
      </FieldGroup>
    </Form>
  );
}
