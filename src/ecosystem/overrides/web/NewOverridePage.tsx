import { Trans, useLingui } from "@lingui/react/macro";
import { useNavigate } from "@tanstack/react-router";
import { useEndpoint } from "#ui/api/query.ts";
import { Loaded } from "#ui/feedback/Loaded.tsx";
import { Note } from "#ui/feedback/Note.tsx";
import { CountryField } from "#ui/form/CountryField.tsx";
import { DayField } from "#ui/form/DateFields.tsx";
import { FieldStack } from "#ui/form/FieldStack.tsx";
import { Form } from "#ui/form/Form.tsx";
import { SelectField, TextField } from "#ui/form/fields.tsx";
import { useEndpointForm } from "#ui/form/useEndpointForm.ts";
import { dayAfter } from "#ui/format/time.ts";
import { useToday } from "#ui/format/useToday.ts";
import { useUrlValues } from "#ui/link/useUrlValues.ts";
import { Page } from "#ui/page/Page.tsx";
import { PageHeader } from "#ui/page/PageHeader.tsx";
import { Section } from "#ui/page/Section.tsx";
import { useReader } from "#ui/reader/reader.tsx";
import { listRegions, type RegionRecord } from "../../places/contract.ts";
import { listPrograms } from "../../programs/contract.ts";
import { listParameters, type Parameter, proposeOverride } from "../contract.ts";
import { emptyValue, globalTyped, valueFrom } from "./overrideForm.ts";
import { useOverrideWords } from "./useOverrideWords.tsx";
import { ValueFields } from "./ValueFields.tsx";
import "./serverSentences.ts";

/** Proposes that a region or a country does something otherwise; an administrator's proposal is approved with it. */
export function NewOverridePage() {
  const { t } = useLingui();
  const { can } = useReader();
  const [{ programId: chosen }, change] = useUrlValues();
  const programs = useEndpoint(listPrograms, { query: { limit: 200 } });
  const items = programs.data?.items ?? [];
  const programId = items.find(({ id }) => id === chosen)?.id ?? items[0]?.id;
  return (
    <Page width="reading">
      <PageHeader
        title={t`New override`}
        crumbs={[{ label: t`Regional overrides`, to: "/program-overrides" }]}
        lead={
          can("program-override.approve") ? (
            <Trans>It holds from its first day.</Trans>
          ) : (
            <Trans>It waits for an administrator and holds once it is approved.</Trans>
          )
        }
      />
      {items.length > 1 && (
        <SelectField
          name="program"
          label={t`Program`}
          optional={false}
          error={undefined}
          onBlur={() => {}}
          value={programId ?? ""}
          onChange={(id) => change({ programId: id })}
          options={items.map(({ id, name }) => ({ value: id, label: name }))}
        />
      )}
      {programId !== undefined && <Fields key={programId} programId={programId} />}
    </Page>
  );
}

function Fields({ programId }: { programId: string }) {
  const parameters = useEndpoint(listParameters, { params: { programId }, query: {} });
  const regions = useEndpoint(listRegions, { query: { limit: 200 } });
  return (
    <Loaded query={parameters}>
      {({ items }) => (
        <Loaded query={regions}>
          {(known) => <Proposal programId={programId} parameters={items} regions={known.items} />}
        </Loaded>
      )}
    </Loaded>
  );
}

interface ProposalProps {
  programId: string;
  parameters: readonly Parameter[];
  regions: readonly RegionRecord[];
}

function Proposal({ programId, parameters, regions }: ProposalProps) {
  const { t } = useLingui();
  const { can } = useReader();
  const navigate = useNavigate();
  const words = useOverrideWords();
  const today = useToday();
  const form = useEndpointForm(proposeOverride, {
    params: { programId },
    initial: {
      place: regions.length > 0 ? "region" : "country",
      region: "",
      country: "",
      parameter: "",
      value: emptyValue,
      reason: "",
      from: today,
      until: "",
    },
    toBody: ({ place, region, country, parameter, value, reason, from, until }) => ({
      scope: { kind: place, key: place === "region" ? region : country },
      parameter,
      value: valueFrom(
        parameters.find(({ key }) => key === parameter),
        value,
      ),
      reason,
      from,
      until: until === "" ? "" : dayAfter(until),
    }),
    onDone: ({ id }) => void navigate({ to: `/program-overrides/${id}` }),
  });
  const { place } = form.values;
  const parameter = parameters.find(({ key }) => key === form.values.parameter);
  const scopeError = form.errorAt("scope");
  return (
    <Section title={t`What is otherwise, and where`}>
      <Form form={form} submit={can("program-override.approve") ? t`Bring it into force` : t`Propose it`}>
        <FieldStack>
          <SelectField
            {...form.field("place")}
            optional={false}
            label={t`For`}
            options={[
              { value: "region", label: t`A region` },
              { value: "country", label: t`A country` },
            ]}
          />
          {place === "region" ? (
            <SelectField
              {...form.field("region")}
              error={scopeError}
              optional={false}
              label={t`Region`}
              options={regions.map(({ key, name }) => ({ value: key, label: name }))}
            />
          ) : (
            <CountryField {...form.field("country")} error={scopeError} optional={false} label={t`Country`} />
          )}
          <SelectField
            {...form.field("parameter")}
            onChange={(key) =>
              form.set({ parameter: key, value: globalTyped(parameters.find((one) => one.key === key)) })
            }
            optional={false}
            label={t`What`}
            options={parameters.map((one) => ({
              value: one.key,
              label: words.parameter(one.about, one.key),
            }))}
          />
          {parameter && (
            <>
              <Note tone="info">
                <Trans>The program says to all: {words.value(parameter.globalValue, parameter.about)}.</Trans>{" "}
                {parameter.about.kind === "protection-days" && (
                  <Trans>
                    What is said here holds there for every level, also where its track gives other days.
                  </Trans>
                )}
              </Note>
              <ValueFields
                parameter={parameter}
                value={form.values.value}
                onChange={(value) => form.set({ value })}
                error={form.errorAt("value")}
              />
            </>
          )}
          <TextField
            {...form.field("reason")}
            optional={false}
            label={t`Because`}
            description={t`Partners to whom it applies read it.`}
            lines={2}
          />
          <DayField {...form.field("from")} optional={false} label={t`First day`} min={today} />
          <DayField
            {...form.field("until")}
            optional={false}
            label={t`Last day`}
            description={t`At most five years, so that somebody looks at it again.`}
            min={form.values.from || today}
          />
        </FieldStack>
      </Form>
    </Section>
  );
}
