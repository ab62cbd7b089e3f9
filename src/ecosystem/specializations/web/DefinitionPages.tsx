import { Trans, useLingui } from "@lingui/react/macro";
import { useNavigate } from "@tanstack/react-router";
import { useEndpoint } from "#ui/api/query.ts";
import { Form } from "#ui/form/Form.tsx";
import { TextField } from "#ui/form/fields.tsx";
import { useEndpointForm } from "#ui/form/useEndpointForm.ts";
import { useToday } from "#ui/format/useToday.ts";
import { LoadedRecord } from "#ui/page/LoadedRecord.tsx";
import { Page, WithAside } from "#ui/page/Page.tsx";
import { PageHeader } from "#ui/page/PageHeader.tsx";
import { Section } from "#ui/page/Section.tsx";
import { useReader } from "#ui/reader/reader.tsx";
import { DateTime } from "#ui/text/dates.tsx";
import { EventTimeline } from "../../stream/web/index.tsx";
import {
  createSpecialization,
  getSpecialization,
  listSpecializationVersions,
  publishSpecialization,
  type Specialization,
} from "../contract.ts";
import { BadgePicture } from "./BadgePicture.tsx";
import { Requirement } from "./RequirementWords.tsx";
import { TermsFields, termsFrom, termsOf } from "./TermsFields.tsx";
import "./serverSentences.ts";

const toList = "/specializations?tab=defined";

/** Defines something that companies can be specialized in. */
export function NewSpecializationPage() {
  const { t } = useLingui();
  const navigate = useNavigate();
  const form = useEndpointForm(createSpecialization, {
    initial: termsOf(null),
    toBody: (values) => ({ key: values.key, ...termsFrom(values) }),
    verbatim: ["summary"],
    onDone: ({ id }) => void navigate({ to: `/specializations/${id}` }),
  });
  return (
    <Page width="reading">
      <PageHeader title={t`New specialization`} crumbs={[{ label: t`Specializations`, to: toList }]} />
      <Section title={t`What it is and what is asked`}>
        <Form form={form} submit={t`Publish it`}>
          <TextField
            {...form.field("key")}
            optional={false}
            label={t`Key`}
            description={t`Tracks name it by this: small letters, digits and hyphens. It never changes.`}
          />
          <TermsFields form={form} />
        </Form>
      </Section>
    </Page>
  );
}

/** One specialization as it is asked for now, another version of it, and the ones before. */
export function SpecializationPage({ specializationId }: { specializationId: string }) {
  const query = useEndpoint(getSpecialization, { params: { specializationId } });
  return (
    <Page>
      <LoadedRecord query={query}>
        {(record) => <Definition key={record.current.version} specialization={record} />}
      </LoadedRecord>
    </Page>
  );
}

function Definition({ specialization }: { specialization: Specialization }) {
  const { t } = useLingui();
  const { can } = useReader();
  const { current } = specialization;
  const form = useEndpointForm(publishSpecialization, {
    params: { specializationId: specialization.id },
    initial: termsOf(current),
    toBody: termsFrom,
    verbatim: ["summary"],
  });
  return (
    <>
      <PageHeader
        title={current.label}
        crumbs={[{ label: t`Specializations`, to: toList }]}
        lead={current.summary}
      />
      <WithAside aside={<EventTimeline of={{ subjectId: specialization.id }} />}>
        {can("specialization.manage") ? (
          <Section
            title={t`Another version`}
            note={t`Who applied or holds it by an earlier version goes on by that.`}
          >
            <Form form={form} submit={t`Publish version ${current.version + 1}`} edits>
              <TermsFields form={form} />
            </Form>
          </Section>
        ) : (
          <Section title={t`What is asked`}>
            <Requirement requires={current.requires} />
          </Section>
        )}
        <Badge specialization={specialization} />
        <Versions specialization={specialization} />
      </WithAside>
    </>
  );
}

/** The same day so many months on, as near as an example needs it. */
function endOf(day: string, months: number): string {
  const [year = 0, month = 1, date = 1] = day.split("-").map(Number);
  const at = month - 1 + months;
  const two = (n: number) => String(n).padStart(2, "0");
  return `${year + Math.floor(at / 12)}-${two((at % 12) + 1)}-${two(Math.min(date, 28))}`;
}

function Badge({ specialization: { id, key, current } }: { specialization: Specialization }) {
  const { t } = useLingui();
  const example = t`A company`;
  const today = useToday();
  return (
    <Section title={t`Badge`}>
      <BadgePicture
        award={{
          id,
          specialization: { id, key, label: current.label },
          partner: { id, name: example },
          version: current.version,
          state: "held",
          from: today,
          until: endOf(today, current.validMonths),
          endsSoon: false,
          renewedUntil: null,
          badge: current.badge,
          awardedBy: null,
          awardedAt: current.publishedAt,
          applicationId: id,
          revoked: null,
          can: { revoke: false },
        }}
      />
    </Section>
  );
}

function Versions({ specialization }: { specialization: Specialization }) {
  const { t } = useLingui();
  const params = { specializationId: specialization.id };
  const versions = useEndpoint(listSpecializationVersions, { params, query: { limit: 200 } });
  return (
    <Section title={t`Versions`}>
      <ol reversed style={{ margin: 0, paddingInlineStart: "1.25rem" }}>
        {versions.data?.items.map((one) => (
          <li key={one.id}>
            <Requirement requires={one.requires} />
            <div style={{ color: "var(--mantine-color-dimmed)" }}>
              <Trans>
                published <DateTime value={one.publishedAt} brief />
              </Trans>
              {one.publishedBy !== null && ` · ${one.publishedBy}`}
            </div>
          </li>
        ))}
      </ol>
    </Section>
  );
}
