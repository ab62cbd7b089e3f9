import { Trans, useLingui } from "@lingui/react/macro";
import { listPartners } from "#ecosystem/partners/contract.ts";
import { useEndpoint } from "#ui/api/query.ts";
import { DayField } from "#ui/form/DateFields.tsx";
import { FieldRow } from "#ui/form/Form.tsx";
import { SelectField, TextField } from "#ui/form/fields.tsx";
import { LookupField } from "#ui/form/LookupField.tsx";
import { MoreFields } from "#ui/form/MoreFields.tsx";
import type { EndpointForm } from "#ui/form/useEndpointForm.ts";
import { useReader } from "#ui/reader/reader.tsx";
import { listStages } from "../../opportunities/contract.ts";
import { listDealDistributors, sources } from "../contract.ts";
import type { DealValues } from "./dealValues.ts";
import { useDealWords } from "./dealWords.ts";

interface FurtherFieldsProps {
  form: EndpointForm<DealValues>;
  distributor: { id: string; name: string } | null;
}

const names = [
  "salesStage",
  "source",
  "distributorId",
  "tenderPublishedOn",
  "customerTaxId",
  "customerCrmId",
  "note",
] as const;

/** What helps whoever decides, and nobody has to give. */
export function FurtherFields({ form, distributor }: FurtherFieldsProps) {
  const { t } = useLingui();
  const { can } = useReader();
  const words = useDealWords();
  const stages = useEndpoint(listStages, {});
  const known = useEndpoint(listDealDistributors, {}, { enabled: !can("partner.read") });
  const open = stages.data?.items.filter(({ meaning }) => meaning === "open") ?? [];
  return (
    <MoreFields
      title={t`More about the deal`}
      hint={<Trans>Stage, source, tender, identifiers, note.</Trans>}
      open={names.some((name) => form.values[name] !== "" || form.errorAt(name) !== undefined)}
    >
      <FieldRow>
        <SelectField
          {...form.field("salesStage")}
          label={t`Sales stage`}
          options={open.map(({ key, label }) => ({ value: key, label }))}
        />
        <SelectField
          {...form.field("source")}
          label={t`Source`}
          options={sources.map((source) => ({ value: source, label: words.sources[source] }))}
        />
      </FieldRow>
      <FieldRow>
        {can("partner.read") ? (
          <LookupField
            {...form.field("distributorId")}
            label={t`Distributor`}
            endpoint={listPartners}
            searchParam="search"
            toOption={(partner) => ({ value: partner.id, label: partner.name })}
            chosen={distributor ? { value: distributor.id, label: distributor.name } : undefined}
          />
        ) : (
          (known.data?.items.length ?? 0) > 0 && (
            <SelectField
              {...form.field("distributorId")}
              label={t`Distributor`}
              options={known.data?.items.map(({ id, name }) => ({ value: id, label: name })) ?? []}
            />
          )
        )}
        <DayField
          {...form.field("tenderPublishedOn")}
          label={t`Public tender on`}
          description={t`What is registered before a tender is published stays protected; after, it is not accepted.`}
        />
      </FieldRow>
      <FieldRow>
        <TextField {...form.field("customerTaxId")} label={t`Tax id`} />
        <TextField {...form.field("customerCrmId")} label={t`Id in the vendor's CRM`} />
      </FieldRow>
      <TextField {...form.field("note")} label={t`Note`} lines={3} />
    </MoreFields>
  );
}
