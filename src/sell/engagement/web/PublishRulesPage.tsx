import { Trans, useLingui } from "@lingui/react/macro";
import { useNavigate } from "@tanstack/react-router";
import { useEndpoint } from "#ui/api/query.ts";
import { Note } from "#ui/feedback/Note.tsx";
import { Form } from "#ui/form/Form.tsx";
import { FormSection } from "#ui/form/FormSection.tsx";
import { TextField } from "#ui/form/fields.tsx";
import { LoadedRecord } from "#ui/page/LoadedRecord.tsx";
import { Page } from "#ui/page/Page.tsx";
import { PageHeader } from "#ui/page/PageHeader.tsx";
import { useReader } from "#ui/reader/reader.tsx";
import { type EngagementRules, getEngagementRules } from "../contract.ts";
import { AnswerFields, EligibleFields, ProtectionFields, ReasonFields, ToldFields } from "./RulesFields.tsx";
import { useRulesForm } from "./rulesForm.ts";

/** Writes the next version of the rules. What was decided keeps the version it was decided by. */
export function PublishRulesPage() {
  const rules = useEndpoint(getEngagementRules, { query: {} });
  return (
    <Page width="reading">
      <LoadedRecord query={rules}>
        {(record) => <PublishForm key={record.version} rules={record} />}
      </LoadedRecord>
    </Page>
  );
}

function PublishForm({ rules }: { rules: EngagementRules }) {
  const { t } = useLingui();
  const { currency } = useReader();
  const navigate = useNavigate();
  const back = () => void navigate({ to: "/rules-of-engagement" });
  const form = useRulesForm(rules, currency, back);
  const next = rules.version + 1;
  return (
    <>
      <PageHeader
        title={t`Change the rules`}
        crumbs={[{ label: t`Rules of engagement`, to: "/rules-of-engagement" }]}
        lead={t`What you publish is version ${next}. It is in force at once and is shown to every partner.`}
      />
      <Form form={form} submit={t`Publish version ${next}`} onCancel={back} edits>
        <EligibleFields form={form} />
        <ProtectionFields form={form} />
        <ToldFields form={form} />
        <ReasonFields form={form} />
        <AnswerFields form={form} />
        <FormSection title={t`What is new`}>
          <TextField
            {...form.field("note")}
            optional={false}
            label={t`What is new, in a sentence`}
            description={t`Everyone who reads the rules can read it.`}
            lines={2}
          />
          <Note tone="info">
            <Trans>
              Registrations that wait are decided by the new version. What was decided keeps the version that
              it was decided by; times that run already stay as they are.
            </Trans>
          </Note>
        </FormSection>
      </Form>
    </>
  );
}
