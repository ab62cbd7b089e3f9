import { useLingui } from "@lingui/react/macro";
import { useMemo } from "react";
import { countries as everywhere } from "#platform/countries.ts";
import { Form } from "#ui/form/Form.tsx";
import { ManyField, SelectField, TextField } from "#ui/form/fields.tsx";
import { type EndpointForm, useEndpointForm } from "#ui/form/useEndpointForm.ts";
import { changeRegion, createRegion, type RegionRecord } from "../contract.ts";
import { NamedBy } from "./NamedBy.tsx";
import { useCountryNames } from "./useCountryNames.ts";

interface RegionFormProps {
  /** Null: a new one. */
  region: RegionRecord | null;
  /** All there are. */
  regions: readonly RegionRecord[];
  onDone: () => void;
}

/** A region: its name, the one that it lies in, and its countries. */
export function RegionForm({ region, ...rest }: RegionFormProps) {
  return region === null ? <NewRegion {...rest} /> : <EditRegion region={region} {...rest} />;
}

interface Values {
  name: string;
  parentId: string;
  countries: readonly string[];
}

function NewRegion({ regions, onDone }: Omit<RegionFormProps, "region">) {
  const { t } = useLingui();
  const initial: Values = { name: "", parentId: "", countries: [] };
  const form = useEndpointForm(createRegion, { initial, onDone });
  return <Fields form={form} region={null} regions={regions} submit={t`Add region`} onDone={onDone} />;
}

function EditRegion({ region, regions, onDone }: RegionFormProps & { region: RegionRecord }) {
  const { t } = useLingui();
  const initial: Values = {
    name: region.name,
    parentId: region.parent?.id ?? "",
    countries: region.countries,
  };
  const form = useEndpointForm(changeRegion, {
    params: { regionId: region.id },
    ifMatch: region.version,
    initial,
    toBody: ({ parentId, ...values }) => ({ ...values, parentId: parentId === "" ? null : parentId }),
    onDone,
  });
  return <Fields form={form} region={region} regions={regions} submit={t`Save changes`} onDone={onDone} />;
}

interface FieldsProps extends RegionFormProps {
  form: EndpointForm<Values>;
  submit: string;
}

function Fields({ form, region, regions, submit, onDone }: FieldsProps) {
  const { t } = useLingui();
  return (
    <Form form={form} submit={submit} onCancel={onDone}>
      <TextField {...form.field("name")} optional={false} label={t`Region`} autoFocus />
      <SelectField
        {...form.field("parentId")}
        optional
        label={t`Lies in`}
        options={regions
          .filter(({ id }) => id !== region?.id)
          .map(({ id, name }) => ({ value: id, label: name }))}
      />
      <ManyField
        {...form.field("countries")}
        optional
        label={t`Countries`}
        description={t`Its own, without those of the regions in it.`}
        options={useCountryOptions(region, regions)}
      />
      <NamedBy problem={form.problem} />
    </Form>
  );
}

/** Countries that are in no region, and its own. */
function useCountryOptions(region: RegionRecord | null, regions: readonly RegionRecord[]) {
  const nameOf = useCountryNames();
  return useMemo(() => {
    const taken = new Set(regions.flatMap((one) => (one.id === region?.id ? [] : one.countries)));
    return everywhere
      .filter(({ code }) => !taken.has(code))
      .map(({ code }) => ({ value: code, label: nameOf(code) }))
      .toSorted((one, other) => one.label.localeCompare(other.label));
  }, [region, regions, nameOf]);
}
