import { Trans, useLingui } from "@lingui/react/macro";
import { useState } from "react";
import { ColourField } from "#ui/form/ColourField.tsx";
import { FieldStack } from "#ui/form/FieldStack.tsx";
import { FieldRow, Form } from "#ui/form/Form.tsx";
import { FormSection } from "#ui/form/FormSection.tsx";
import { TextField } from "#ui/form/fields.tsx";
import { AccentPreview } from "#ui/theme/AccentPreview.tsx";
import type { Settings } from "../contract.ts";
import { ContrastNote } from "./ContrastNote.tsx";
import { LogoSection } from "./LogoSection.tsx";
import { useSettingsForm } from "./useSettingsForm.ts";
import "./words.ts";

/** How the vendor's pages and mails look and who they come from; all of it is seen before it is saved. */
export function BrandForm({ settings }: { settings: Settings }) {
  const { t } = useLingui();
  const [tried, setTried] = useState<{ light?: string; dark?: string }>({});
  const { productName, accentColour, accentColourDark, host, mailSenderName, mailReplyTo } = settings;
  const form = useSettingsForm(
    {
      productName: productName ?? "",
      accentColour,
      accentColourDark: accentColourDark ?? "",
      host: host ?? "",
      mailSenderName: mailSenderName ?? "",
      mailReplyTo: mailReplyTo ?? "",
    },
    settings.version,
    {
      verbatim: ["accentColour"],
      mayBeEmpty: ["productName", "accentColourDark", "host", "mailSenderName", "mailReplyTo"],
    },
  );
  const { values } = form;
  const logos = {
    light: tried.light ?? settings.logos.light?.url ?? null,
    dark: tried.dark ?? settings.logos.dark?.url ?? null,
  };
  return (
    <FieldStack>
      <Form form={form} submit={t`Save brand`} edits onCancel={form.changed ? form.reset : undefined}>
        <FormSection
          title={t`Look`}
          note={<Trans>Of the pages for us and on the portal. Nothing changes before it is saved.</Trans>}
        >
          <TextField
            {...form.field("productName")}
            optional
            label={t`Name of the pages`}
            description={t`In the title of each page, at the sign-in and where the app is installed.`}
          />
          <FieldRow>
            <ColourField {...form.field("accentColour")} optional={false} label={t`Accent`} />
            <ColourField
              {...form.field("accentColourDark")}
              optional
              label={t`Accent in dark`}
              description={t`Without one it is made from the accent.`}
            />
          </FieldRow>
          <ContrastNote colour={values.accentColour} />
          <AccentPreview
            accent={values.accentColour}
            accentDark={values.accentColourDark || undefined}
            productName={values.productName || settings.name}
            logos={logos}
          />
        </FormSection>
        <FormSection title={t`Address and mail`}>
          <TextField
            {...form.field("host")}
            optional
            label={t`Host`}
            placeholder="partners.example.com"
            description={t`Whoever opens the pages under it sees this brand before signing in, and mails lead there. Its name has to point to this installation.`}
          />
          <FieldRow>
            <TextField
              {...form.field("mailSenderName")}
              optional
              label={t`Sender of mails`}
              description={t`A name; the address stays the installation's, from which its mail server may send.`}
            />
            <TextField {...form.field("mailReplyTo")} optional type="email" label={t`Answers go to`} />
          </FieldRow>
        </FormSection>
      </Form>
      <LogoSection logos={settings.logos} tried={tried} onTry={setTried} />
    </FieldStack>
  );
}
