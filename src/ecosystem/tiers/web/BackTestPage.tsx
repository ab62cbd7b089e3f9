import { Trans, useLingui } from "@lingui/react/macro";
import { IconFlask, IconPencil } from "@tabler/icons-react";
import { useState } from "react";
import type { ResponseOf } from "#platform/http/endpoint.ts";
import { useEndpoint } from "#ui/api/query.ts";
import { EmptyState } from "#ui/feedback/EmptyState.tsx";
import { Loaded } from "#ui/feedback/Loaded.tsx";
import { Note } from "#ui/feedback/Note.tsx";
import { DayField } from "#ui/form/DateFields.tsx";
import { Form } from "#ui/form/Form.tsx";
import { SelectField } from "#ui/form/fields.tsx";
import { useEndpointForm } from "#ui/form/useEndpointForm.ts";
import { useToday } from "#ui/format/useToday.ts";
import { LoadedRecord } from "#ui/page/LoadedRecord.tsx";
import { Page } from "#ui/page/Page.tsx";
import { PageHeader } from "#ui/page/PageHeader.tsx";
import { Section } from "#ui/page/Section.tsx";
import { listProgramVersions } from "../../programs/contract.ts";
import { backTest, getNextReview, type NextTierReview } from "../contract.ts";
import { BackTestResults } from "./BackTestResults.tsx";
import "./serverSentences.ts";

type Result = ResponseOf<typeof backTest>;

/** A draft of a program, or a version of it, replayed over what is recorded: who would move, when, at what cost. */
export function BackTestPage({ programId }: { programId: string }) {
  const review = useEndpoint(getNextReview, { params: { programId } });
  return <LoadedRecord query={review}>{(data) => <BackTest review={data} />}</LoadedRecord>;
}

function BackTest({ review }: { review: NextTierReview }) {
  const { t } = useLingui();
  const [result, setResult] = useState<Result | null>(null);
  const { program, drafted } = review;
  const params = { programId: program.id };
  const versions = useEndpoint(listProgramVersions, { params, query: { limit: 200 } });
  return (
    <Page>
      <PageHeader
        title={t`Try a draft of ${program.label}`}
        crumbs={[
          { label: t`Programs`, to: "/programs" },
          { label: program.label, to: `/programs/${program.id}` },
          { label: t`Tiers`, to: `/programs/${program.id}/tiers` },
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
      <Loaded query={versions}>
        {({ items }) =>
          drafted || items.length > 0 ? (
            <Trial review={review} versions={items.map(({ version }) => version)} onResult={setResult} />
          ) : (
            <NothingToTry programId={program.id} />
          )
        }
      </Loaded>
      {result && <BackTestResults result={result} />}
    </Page>
  );
}

function NothingToTry({ programId }: { programId: string }) {
  const { t } = useLingui();
  const action = { label: t`Open the program`, to: `/programs/${programId}` };
  return (
    <Section title={t`What is tried`}>
      <EmptyState icon={IconFlask} title={t`Nothing to try yet`} action={action}>
        <Trans>Once the program has a draft or a version, it can be held against what is recorded.</Trans>
      </EmptyState>
    </Section>
  );
}

interface TrialProps {
  review: NextTierReview;
  versions: readonly number[];
  onResult: (result: Result) => void;
}

/** What is tried and over which days: the draft, or else the version published last, over the year before the next review. */
function Trial({ review: { program, drafted, review }, versions, onResult }: TrialProps) {
  const { t } = useLingui();
  const newest = Math.max(...versions);
  const today = useToday();
  const form = useEndpointForm(backTest, {
    params: { programId: program.id },
    initial: {
      tried: drafted ? "draft" : String(newest),
      from: yearBefore(review?.on ?? `${today.slice(0, 8)}01`),
      until: "",
    },
    toBody: ({ tried, from, until }) => ({
      tried:
        tried === "draft"
          ? ({ kind: "draft" } as const)
          : ({ kind: "version", version: Number(tried) } as const),
      from,
      ...(until === "" ? {} : { until }),
    }),
    onDone: onResult,
  });
  return (
    <>
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
              ...versions.map((version) => ({ value: String(version), label: t`Version ${version}` })),
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
    </>
  );
}

/** Reviews stand on the first of a month, so a year earlier is always a day. */
function yearBefore(day: string): string {
  return `${Number(day.slice(0, 4)) - 1}${day.slice(4)}`;
}
