import { Trans, useLingui } from "@lingui/react/macro";
import { useNavigate } from "@tanstack/react-router";
import { useEndpoint } from "#ui/api/query.ts";
import { DayField } from "#ui/form/DateFields.tsx";
import { Form } from "#ui/form/Form.tsx";
import { TextField } from "#ui/form/fields.tsx";
import { useEndpointForm } from "#ui/form/useEndpointForm.ts";
import { dayOf, useNow } from "#ui/format/now.ts";
import { nextQuarterStart } from "#ui/format/time.ts";
import { LoadedRecord } from "#ui/page/LoadedRecord.tsx";
import { NothingHere } from "#ui/page/NothingHere.tsx";
import { Page } from "#ui/page/Page.tsx";
import { PageHeader } from "#ui/page/PageHeader.tsx";
import { Section } from "#ui/page/Section.tsx";
import { type Ladder, listPrograms, type Program, publishProgramVersion } from "../contract.ts";
import { LadderFields, LadderTerms } from "./LadderFields.tsx";
import { checkingLadder } from "./ladderForm.ts";
import { useLadderErrors } from "./useLadderErrors.ts";
import { usePlansCrumb } from "./usePlansCrumb.ts";

const checked = { ...publishProgramVersion, body: checkingLadder(publishProgramVersion.body) };

/** The next version of a program's ladder, begun with the one before. */
export function NewLadderVersionPage({ programId }: { programId: string }) {
  const programs = useEndpoint(listPrograms, { query: { limit: 200 } });
  return (
    <LoadedRecord query={programs}>
      {({ items }) => {
        const program = items.find(({ id }) => id === programId);
        if (!program?.latest) return <NothingHere />;
        return <VersionForm program={program} before={program.latest.ladder} />;
      }}
    </LoadedRecord>
  );
}

function VersionForm({ program, before }: { program: Program; before: Ladder }) {
  const { t } = useLingui();
  const navigate = useNavigate();
  const crumbs = usePlansCrumb();
  const form = useEndpointForm(checked, {
    params: { programId: program.id },
    initial: { ladder: before, effectiveFrom: nextQuarterStart(dayOf(useNow())) },
    onDone: () => void navigate({ to: "/plans/tiers" }),
  });
  const { ladder } = form.values;
  const next = program.versions + 1;
  return (
    <Page width="reading">
      <PageHeader
        title={t`Version ${next} of ${program.name}`}
        crumbs={[...crumbs, { label: t`Tiers`, to: "/plans/tiers" }]}
        lead={t`It is published at once and never changes. The versions before stay for their quarters.`}
      />
      <Section title={t`What it is`} note={<LadderTerms />}>
        <Form
          form={form}
          submit={t`Publish version ${next}`}
          next={t`A new or renamed level needs a version of each plan that multiplies by the ladder, too.`}
        >
          <TextField
            name="label"
            value={ladder.label}
            onChange={(label) => form.set({ ladder: { ...ladder, label } })}
            onBlur={() => {}}
            error={form.errorAt("ladder.label")}
            optional={false}
            label={t`Called`}
            description={<Trans>Plans know it as {ladder.name}.</Trans>}
          />
          <LadderFields
            ladder={ladder}
            change={(changed) => form.set({ ladder: changed })}
            errorAt={useLadderErrors(ladder, form.errorAt)}
          />
          <DayField
            {...form.field("effectiveFrom")}
            label={t`For quarters that begin from`}
            description={t`A quarter goes by one version from its first day to its last. A tier by which a posted run has paid stands.`}
          />
        </Form>
      </Section>
    </Page>
  );
}
