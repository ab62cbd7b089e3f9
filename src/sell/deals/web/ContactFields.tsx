import { Trans, useLingui } from "@lingui/react/macro";
import { OwnText } from "#ecosystem/texts/web/index.tsx";
import { FieldRow } from "#ui/form/Form.tsx";
import { TextField, YesField } from "#ui/form/fields.tsx";
import { MoreFields } from "#ui/form/MoreFields.tsx";
import type { EndpointForm } from "#ui/form/useEndpointForm.ts";
import type { EngagementSettings } from "../../engagement/contract.ts";
import type { DealValues } from "./dealValues.ts";

interface ContactFieldsProps {
  form: EndpointForm<DealValues>;
  /** The notice of the rules in force; null while it comes. */
  notice: EngagementSettings["contactNotice"] | null;
}

/** Whom to ask at the customer. Who is named has to know what for, so the notice is confirmed with it. */
export function ContactFields({ form, notice }: ContactFieldsProps) {
  const { t } = useLingui();
  const { contactName, contactEmail, contactTitle } = form.values;
  const isNamed = contactName.trim() !== "" || contactEmail.trim() !== "";
  const isRefused = ["contactName", "contactEmail", "contactTitle", "contactNoticeVersion"].some(
    (name) => form.errorAt(name) !== undefined,
  );
  const confirmed = form.field("contactNoticeVersion");
  return (
    <MoreFields
      title={t`Contact`}
      hint={<Trans>Whom you speak to at the customer.</Trans>}
      open={isNamed || contactTitle !== "" || isRefused}
    >
      <FieldRow>
        <TextField {...form.field("contactName")} label={t`Name`} autoComplete="off" />
        <TextField {...form.field("contactTitle")} label={t`Position`} autoComplete="off" />
      </FieldRow>
      <TextField {...form.field("contactEmail")} type="email" label={t`E-mail address`} autoComplete="off" />
      {isNamed && notice && (
        <YesField
          {...confirmed}
          value={confirmed.value === notice.version}
          onChange={(yes) => confirmed.onChange(yes ? notice.version : null)}
          label={t`The contact has read or heard this notice`}
          description={
            <OwnText of="engagement" field="contactNotice">
              {notice.text}
            </OwnText>
          }
        />
      )}
    </MoreFields>
  );
}
