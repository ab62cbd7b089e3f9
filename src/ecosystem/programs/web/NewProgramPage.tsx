import { useLingui } from "@lingui/react/macro";
import { useNavigate } from "@tanstack/react-router";
import { useEndpoint } from "#ui/api/query.ts";
import { Form } from "#ui/form/Form.tsx";
import { FormSection } from "#ui/form/FormSection.tsx";
import { SelectField, TextField } from "#ui/form/fields.tsx";
import { useEndpointForm } from "#ui/form/useEndpointForm.ts";
import { useUrlValues } from "#ui/link/useUrlValues.ts";
import { Page } from "#ui/page/Page.tsx";
import { PageHeader } from "#ui/page/PageHeader.tsx";
import { beginProgram, listPrograms, listProgramTemplates, templateKeys } from "../contract.ts";
import { TemplatePreview } from "./TemplatePreview.tsx";
import { useTemplateWords } from "./templateWords.ts";
import "./serverSentences.ts";

/** A new program: its name, and what it begins with. */
export function NewProgramPage() {
  const { t } = useLingui();
  const navigate = useNavigate();
  const words = useTemplateWords();
  const [{ template, of }] = useUrlValues();
  const programs = useEndpoint(listPrograms, { query: { limit: 200 } }).data?.items ?? [];
  const templates = useEndpoint(listProgramTemplates, {}).data?.items ?? [];
  const known = templateKeys.find((key) => key === template);
  const form = useEndpointForm(beginProgram, {
    initial: { name: "", begin: of ?? known ?? "" },
    toBody: ({ name, begin }) => ({
      name,
      ...(begin.startsWith("prg_") && { cloneOf: begin }),
      ...(templateKeys.some((key) => key === begin) && { template: begin }),
    }),
    onDone: ({ id }) => void navigate({ to: `/programs/${id}/draft` }),
  });
  const begin = form.field("begin");
  const copied = programs.find(({ id }) => id === begin.value);
  const shown = templates.find(({ key }) => key === begin.value);
  return (
    <Page width="reading">
      <PageHeader
        title={t`New program`}
        crumbs={[{ label: t`Programs`, to: "/programs" }]}
        lead={t`It begins as a draft. Partners see nothing of it before it is published.`}
      />
      <Form
        form={form}
        submit={t`Begin the program`}
        next={t`Then read it through, change it and publish it.`}
      >
        <FormSection title={t`How it begins`}>
          <TextField
            {...form.field("name")}
            label={t`Name`}
            description={t`As partners read it.`}
            placeholder={t`Managed services program`}
            autoFocus
          />
          <SelectField
            {...begin}
            optional
            label={t`Begin with`}
            description={
              begin.value === ""
                ? t`Nothing chosen: an empty program that everybody is in.`
                : (shown && words[shown.key].sentence) ||
                  (copied && t`As ${copied.name} was published last or, before that, is drafted.`)
            }
            options={[
              ...templateKeys.map((key) => ({
                value: key,
                label: words[key].label,
                hint: words[key].sentence,
                group: t`Templates`,
              })),
              ...programs.map(({ id, name }) => ({
                value: id,
                label: t`A copy of ${name}`,
                group: t`Your own programs`,
              })),
            ]}
          />
        </FormSection>
      </Form>
      {shown && <TemplatePreview document={shown.document} />}
    </Page>
  );
}
