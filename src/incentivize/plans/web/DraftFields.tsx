import { useLingui } from "@lingui/react/macro";
import type { Ladder } from "#ecosystem/ladders/contract.ts";
import { DayField } from "#ui/form/DateFields.tsx";
import { DocumentField } from "#ui/form/DocumentField.tsx";
import { FieldRow } from "#ui/form/Form.tsx";
import { NumberField } from "#ui/form/fields.tsx";
import { Page } from "#ui/page/Page.tsx";
import { Section } from "#ui/page/Section.tsx";
import { Tabs } from "#ui/page/Tabs.tsx";
import { ComponentFields } from "./ComponentFields.tsx";
import "./faultWords.ts";
import type { DraftEditor } from "./useDraftEditor.ts";

interface DraftFieldsProps {
  editor: DraftEditor;
  ladders: readonly Ladder[];
}

/** The draft as fields for what changes often, and as the document for all the rest. */
export function DraftFields({ editor, ladders }: DraftFieldsProps) {
  const { t } = useLingui();
  return (
    <Tabs
      label={t`Ways to write it`}
      tabs={[
        {
          value: "fields",
          label: t`Rates and terms`,
          content: () => <Terms editor={editor} ladders={ladders} />,
        },
        {
          value: "document",
          label: t`The whole document`,
          count: editor.errors.length > 0 ? editor.errors.length : undefined,
          content: () => <WholeDocument editor={editor} />,
        },
      ]}
    />
  );
}

function Terms({ editor, ladders }: DraftFieldsProps) {
  const { t } = useLingui();
  const { rules } = editor;
  const unbound = { onBlur: () => {}, optional: false };
  return (
    <Page>
      <Section title={t`When`}>
        <FieldRow>
          <DayField
            {...unbound}
            name="effectiveFrom"
            label={t`For wins that close from`}
            value={editor.effectiveFrom}
            onChange={editor.changeDay}
            error={editor.effectiveFrom === "" ? t`Choose a date.` : editor.errorAt("/effectiveFrom")}
          />
          <NumberField
            {...unbound}
            name="hold.days"
            label={t`Held from the day of close`}
            unit={t`days`}
            min={0}
            max={730}
            value={rules.hold.days}
            onChange={(days) => {
              if (typeof days === "number") editor.change({ ...rules, hold: { ...rules.hold, days } });
            }}
            error={editor.errorAt("/hold/days")}
          />
        </FieldRow>
      </Section>
      {rules.components.map((component, index) => (
        <ComponentFields
          key={component.key}
          editor={editor}
          index={index}
          component={component}
          ladders={ladders}
        />
      ))}
    </Page>
  );
}

function WholeDocument({ editor }: { editor: DraftEditor }) {
  const { t } = useLingui();
  return (
    <Section
      title={t`The whole document`}
      note={t`Components, beneficiaries, bases and ladders are written here, in the plan language.`}
    >
      <DocumentField
        name="document"
        label={t`Plan document (JSON)`}
        value={editor.text}
        onChange={editor.changeText}
        onBlur={() => {}}
        error={undefined}
        optional={false}
        errors={editor.errors}
      />
    </Section>
  );
}
