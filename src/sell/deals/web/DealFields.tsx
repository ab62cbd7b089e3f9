import { useLingui } from "@lingui/react/macro";
import type { ReactNode } from "react";
import { countryOfSite } from "#ecosystem/accounts/web/index.tsx";
import type { MoneyJson } from "#platform/http/wire.ts";
import { useEndpoint } from "#ui/api/query.ts";
import { CountryField } from "#ui/form/CountryField.tsx";
import { DayField } from "#ui/form/DateFields.tsx";
import { FieldGroup } from "#ui/form/FieldGroup.tsx";
import { FieldRow } from "#ui/form/Form.tsx";
import { SelectField, TextField } from "#ui/form/fields.tsx";
import type { EndpointForm } from "#ui/form/useEndpointForm.ts";
import { useReader } from "#ui/reader/reader.tsx";
import { getEngagementRules, roles } from "../../engagement/contract.ts";
import { ContactFields } from "./ContactFields.tsx";
import { CustomerField } from "./CustomerField.tsx";
import type { DealValues } from "./dealValues.ts";
import { useDealWords } from "./dealWords.ts";
import { FurtherFields } from "./FurtherFields.tsx";
import { LinesField } from "./LinesField.tsx";

interface DealFieldsProps {
  form: EndpointForm<DealValues>;
  sum: MoneyJson | null;
  /** The distributor that was chosen before. */
  distributor: { id: string; name: string } | null;
  /** The field for evidence, where it is given with the rest. */
  evidence?: ReactNode;
}

/** The fields of a registration: what everybody gives in sight, the rest folded away. */
export function DealFields({ form, sum, distributor, evidence }: DealFieldsProps) {
  const { t } = useLingui();
  const { side } = useReader();
  const { roles: roleWords } = useDealWords();
  const rules = useEndpoint(getEngagementRules, { query: {} });
  const settings = rules.data?.settings;
  const website = form.field("customerWebsite");
  return (
    <>
      <FieldGroup title={t`Customer`}>
        <CustomerField form={form} />
        <FieldRow>
          <TextField
            {...website}
            label={t`Website`}
            placeholder="example.com"
            autoComplete="off"
            onBlur={() => {
              website.onBlur();
              const country = countryOfSite(form.values.customerWebsite);
              if (country !== null && form.values.customerCountry === "")
                form.set({ customerCountry: country });
            }}
          />
          <CountryField
            {...form.field("customerCountry")}
            optional={false}
            label={t`Country`}
            {...(settings && { among: settings.countries })}
          />
        </FieldRow>
      </FieldGroup>
      <LinesField form={form} sum={sum} />
      <FieldGroup title={t`The deal`}>
        <FieldRow>
          <DayField {...form.field("expectedCloseOn")} optional={false} label={t`Expected close`} />
          <SelectField
            {...form.field("role")}
            optional={false}
            label={side === "partner" ? t`Your role` : t`Role`}
            options={(settings?.roles ?? roles).map((role) => ({ value: role, label: roleWords[role] }))}
          />
        </FieldRow>
        <TextField
          {...form.field("project")}
          label={t`Project`}
          description={t`Where the customer has several: what it is called there.`}
        />
      </FieldGroup>
      <div>
        <ContactFields form={form} notice={settings?.contactNotice ?? null} />
        {evidence}
        <FurtherFields form={form} distributor={distributor} />
      </div>
    </>
  );
}
