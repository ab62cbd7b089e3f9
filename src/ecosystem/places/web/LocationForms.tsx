import { useLingui } from "@lingui/react/macro";
import { CountryField } from "#ui/form/CountryField.tsx";
import { DayField } from "#ui/form/DateFields.tsx";
import { Form } from "#ui/form/Form.tsx";
import { TextField, YesField } from "#ui/form/fields.tsx";
import { useEndpointForm } from "#ui/form/useEndpointForm.ts";
import { addLocation, changeLocation, type Location, setMainLocation } from "../contract.ts";

interface NewLocationFormProps {
  partnerId: string;
  onDone: () => void;
}

export function NewLocationForm({ partnerId, onDone }: NewLocationFormProps) {
  const { t } = useLingui();
  const form = useEndpointForm(addLocation, {
    params: { partnerId },
    initial: { name: "", country: "", entity: "", effectiveFrom: "", isMain: false },
    toBody: ({ isMain, ...values }) => (isMain ? { ...values, isMain } : values),
    onDone,
  });
  return (
    <Form form={form} submit={t`Add location`} onCancel={onDone}>
      <TextField
        {...form.field("name")}
        optional={false}
        label={t`Location`}
        description={t`Such as its town.`}
        autoFocus
      />
      <CountryField {...form.field("country")} optional={false} label={t`Country`} />
      <TextField
        {...form.field("entity")}
        label={t`Signs as`}
        description={t`The company that contracts there, where it has another name than the partner.`}
      />
      <DayField {...form.field("effectiveFrom")} label={t`Since`} description={t`Today unless told.`} />
      <YesField
        {...form.field("isMain")}
        label={t`Main location`}
        description={t`In place of what is the main one until then. The first location is it by itself.`}
      />
    </Form>
  );
}

interface LocationFormProps extends NewLocationFormProps {
  location: Location;
}

export function EditLocationForm({ partnerId, location, onDone }: LocationFormProps) {
  const { t } = useLingui();
  const form = useEndpointForm(changeLocation, {
    params: { partnerId, locationId: location.id },
    ifMatch: location.version,
    initial: {
      name: location.name,
      country: location.country,
      entity: location.entity ?? "",
      effectiveUntil: location.effectiveUntil ?? "",
    },
    toBody: ({ entity, effectiveUntil, ...values }) => ({
      ...values,
      entity: entity.trim() === "" ? null : entity,
      effectiveUntil: effectiveUntil === "" ? null : effectiveUntil,
    }),
    onDone,
  });
  return (
    <Form form={form} submit={t`Save changes`} onCancel={onDone}>
      <TextField {...form.field("name")} optional={false} label={t`Location`} autoFocus />
      <CountryField {...form.field("country")} optional={false} label={t`Country`} />
      <TextField {...form.field("entity")} label={t`Signs as`} />
      <DayField
        {...form.field("effectiveUntil")}
        label={t`Until`}
        description={t`The first day on which it is there no more.`}
      />
    </Form>
  );
}

export function MainLocationForm({ partnerId, location, onDone }: LocationFormProps) {
  const { t } = useLingui();
  const form = useEndpointForm(setMainLocation, {
    params: { partnerId },
    initial: { effectiveFrom: "" },
    toBody: (values) => ({ ...values, locationId: location.id }),
    onDone,
  });
  return (
    <Form form={form} submit={t`Make it the main one`} onCancel={onDone}>
      <DayField
        {...form.field("effectiveFrom")}
        label={t`From`}
        description={t`Today unless told. Until then another stays the main one.`}
      />
    </Form>
  );
}
