import { Trans, useLingui } from "@lingui/react/macro";
import { IconPencil } from "@tabler/icons-react";
import { useState } from "react";
import type { ResponseOf } from "#platform/http/endpoint.ts";
import { useEndpoint } from "#ui/api/query.ts";
import { Note } from "#ui/feedback/Note.tsx";
import { DayField } from "#ui/form/DateFields.tsx";
import { Form } from "#ui/form/Form.tsx";
import { SelectField } from "#ui/form/fields.tsx";
import { useEndpointForm } from "#ui/form/useEndpointForm.ts";
import { LoadedRecord } from "#ui/page/LoadedRecord.tsx";
import { Page } from "#ui/page/Page.tsx";
import { PageHeader } from "#ui/page/PageHeader.tsx";
import { Section } from "#ui/page/Section.tsx";
import { listProgramVersions } from "../../programs/contract.ts";
import { backTest, getNextReview, type NextTierReview } from "../contract.ts";
import { BackTestResults } from "./BackTestResults.tsx";

/** A draft of a program, or a version of it, replayed over what is recorded: who would move, when, at what cost. */
export function BackTestPage({ programId }: { programId: string }) {
  const review = useEndpoint(getNextReview, { params: { programId } });
  return <LoadedRecord query={review}>{(data) => <BackTest review={data} />}</LoadedRecord>;
}

function BackTest({ review: { program, drafted } }: { review: NextTierReview }) {
  const { t } = useLingui();
  const [result, setResult] = useState<ResponseOf<typeof backTest> | null>(null);
  const versions = useEndpoint(listProgramVersions, {
    params: { programId: program.id },
    query: { limit: 200 },
  });
  const published = versions.data?.items ?? [];
  const form = useEndpointForm(backTest, {
    params: { programId: program.id },
    initial: { tried: drafted ? "draft" : "", from: "", until: "" },
    toBody: ({ tried, from, until }) => ({
      tried:
        tried === "draft"
          ? ({ kind: "draft" } as const)
          : ({ kind: "version", version: Number(tried) } as const),
      from,
      ...(until === "" ? {} : { until }),
    }),
    onDone: setResult,
  });
  return (
    <Page>
      <PageHeader
        title={t`Try a draft of ${program.label}`}
        crumbs={[
          { label: t`Tiers`, to: "/plans/tiers" },
          { label: program.label, to: `/programs/${program.id}/tiers` },
        ]}
        action={
          drafted
            ? { label: t`Back to the draft`, icon: IconPencil, to: `/programs/${program.id}/draft` }
            : undefined
        }
        lead={
          <Trans>
            As if it had been in force: the same rules that decide live, over what is recorded. Nothing
            changes.
          </Trans>
        }
      />
      {!drafted && (
        <Note tone="info">
          <Trans>
            The program has no draft. Write one to try it here before it is published, or try a version.
          </Trans>
        </Note>
      )}
      <Section title={t`What is tried`}>
        <Form form={form} submit={t`Try it`}>
          <SelectField
            {...form.field("tried")}
            label={t`Draft or version`}
            options={[
              ...(drafted ? [{ value: "draft", label: t`The draft` }] : []),
              ...published.map(({ version }) => ({ value: String(version), label: t`Version ${version}` })),
            ]}
          />
          <DayField
            {...form.field("from")}
            label={t`From`}
            description={t`From this day on it is as if it had been in force.`}
          />
          <DayField {...form.field("until")} optional label={t`Until`} description={t`Today unless told.`} />
        </Form>
      </Section>
      {result && <BackTestResults result={result} />}
    </Page>
  );
}
