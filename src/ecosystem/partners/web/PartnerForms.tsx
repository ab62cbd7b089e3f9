import { useLingui } from "@lingui/react/macro";
import { useNavigate } from "@tanstack/react-router";
import { DayField } from "#ui/form/DateFields.tsx";
import { Form } from "#ui/form/Form.tsx";
import { ManyField, TextField } from "#ui/form/fields.tsx";
import { LookupField } from "#ui/form/LookupField.tsx";
import { useEndpointForm } from "#ui/form/useEndpointForm.ts";
import { Page } from "#ui/page/Page.tsx";
import { PageHeader } from "#ui/page/PageHeader.tsx";
import { Section } from "#ui/page/Section.tsx";
import {
  changePartner,
  createEdge,
  createPartner,
  type Edge,
  listPartners,
  type Partner,
  partnerTypes,
  setPartnerTypes,
} from "../contract.ts";
import { usePartnerWords } from "./partnerWords.ts";

const toOption = (row: { id: string; name: string }) => ({ value: row.id, label: row.name });

/** Adds a company to the ecosystem. */
export function NewPartnerPage() {
  const { t } = useLingui();
  const words = usePartnerWords();
  const navigate = useNavigate();
  const types: readonly string[] = [];
  const form = useEndpointForm(createPartner, {
    initial: { name: "", types, territory: "", externalId: "", parentId: "", effectiveFrom: "" },
    draft: "new-partner",
    onDone: ({ id }) => void navigate({ to: `/partners/${id}` }),
  });
  return (
    <Page width="reading">
      <PageHeader
        title={t`New partner`}
        crumbs={[{ label: t`Partners`, to: "/partners" }]}
        lead={t`Takes about a minute.`}
      />
      <Section title={t`Who they are`}>
        <Form form={form} submit={t`Add partner`} next={t`Then invite their first administrator.`}>
          <TextField {...form.field("name")} label={t`Company`} autoFocus />
          <ManyField
            {...form.field("types")}
            label={t`Types`}
            options={partnerTypes.map((type) => ({ value: type, label: words.types[type] }))}
          />
          <TextField {...form.field("territory")} label={t`Territory`} />
          <LookupField
            {...form.field("parentId")}
            label={t`Master agent`}
            description={t`Sees their deals in full, and earns overrides where the plan says so.`}
            endpoint={listPartners}
            searchParam="search"
            toOption={toOption}
          />
          <DayField
            {...form.field("effectiveFrom")}
            label={t`Since`}
            description={t`Since when types and place hold; today unless told.`}
          />
          <TextField {...form.field("externalId")} label={t`Number in your other systems`} />
        </Form>
      </Section>
    </Page>
  );
}

interface PartnerFormProps {
  partner: Partner;
  onDone: () => void;
}

/** Changes what a company is called and where it works. */
export function EditPartnerForm({ partner, onDone }: PartnerFormProps) {
  const { t } = useLingui();
  const form = useEndpointForm(changePartner, {
    params: { partnerId: partner.id },
    ifMatch: partner.version,
    initial: { name: partner.name, territory: partner.territory ?? "", externalId: partner.externalId ?? "" },
    onDone,
  });
  return (
    <Form form={form} submit={t`Save changes`} onCancel={onDone}>
      <TextField {...form.field("name")} optional={false} label={t`Company`} autoFocus />
      <TextField {...form.field("territory")} label={t`Territory`} />
      <TextField {...form.field("externalId")} label={t`Number in your other systems`} />
    </Form>
  );
}

/** Says which types a company holds from a day on. */
export function PartnerTypesForm({ partner, onDone }: PartnerFormProps) {
  const { t } = useLingui();
  const words = usePartnerWords();
  const types: readonly string[] = partner.types;
  const form = useEndpointForm(setPartnerTypes, {
    params: { partnerId: partner.id },
    ifMatch: partner.version,
    initial: { types, effectiveFrom: "" },
    onDone,
  });
  return (
    <Form form={form} submit={t`Set types`} onCancel={onDone}>
      <ManyField
        {...form.field("types")}
        label={t`Types`}
        options={partnerTypes.map((type) => ({ value: type, label: words.types[type] }))}
      />
      <DayField
        {...form.field("effectiveFrom")}
        label={t`From`}
        description={t`Today unless told; the others end with the day before.`}
      />
    </Form>
  );
}

/** Puts a company below a master agent from a day on. */
export function PartnerPlaceForm({ partner, onDone }: PartnerFormProps) {
  const { t } = useLingui();
  const kind: Edge["kind"] = "master of";
  const form = useEndpointForm(createEdge, {
    params: { partnerId: partner.id },
    initial: { kind, parentId: "", effectiveFrom: "" },
    onDone,
  });
  return (
    <Form form={form} submit={t`Set master agent`} onCancel={onDone}>
      <LookupField
        {...form.field("parentId")}
        label={t`Master agent`}
        endpoint={listPartners}
        searchParam="search"
        toOption={toOption}
      />
      <DayField
        {...form.field("effectiveFrom")}
        label={t`Since`}
        description={t`Wins that close on this day or later count for it.`}
      />
    </Form>
  );
}
